"""Stripe: its language, what its words mean to us, and a line to it through its own SDK.

The payment simulator speaks the same language over a line of its own: one suite holds both to the same promises.
"""
