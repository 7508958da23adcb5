"""What is owed, to whom, by which way, and did it arrive?

Words: *paid* is what the customer really gave for a unit; a *plan* is a refund worked out line by line with its
reasons; a *promise* is a plan we stand by; a *refund* is the intent to send one amount to one payment; a *credit* is
value kept in the shop; an *entry* is balanced bookkeeping that is never changed.

Must never know: returns, parcels, warehouses, policies. Whoever promises money says for what by a plain kind and id.
"""
