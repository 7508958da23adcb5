"""News of a shop, brought to other programs: who wants which, what was sent, what they answered.

Words: a *subscription* is an address that wants events of some kinds, or of all; a *delivery* is one event on its way
to one subscription; an *attempt* is one try of it and what came back; a *lane* is the room one subscription has among
the others. Signed after Standard Webhooks (https://www.standardwebhooks.com).

Must never know: what the events are about. It reads the feed and passes on what stands there.
"""
