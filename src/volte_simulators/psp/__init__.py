"""A payment service provider to develop and test against, shaped like Stripe's API.

It keeps the promises that matter to whoever pays back money: an idempotency key acts once, a refund never exceeds its
charge, what was answered survives a crash, news arrives signed and until it is acknowledged. And it misbehaves on
command: connections cut after the effect, pending refunds that fail, rate limits. Words: charge, refund, event, fault.
"""
