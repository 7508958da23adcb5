"""The demo shop: Linotte & Fils, a small French house of clothes and things for the home, made up from end to end.

Its content lies in `content/` (products, colours, people, words, policy). Everything else here turns that content and a
seed into orders, charges and stories of returns: the same seed and the same moment give the same shop. Nothing of
that asks the clock, the network or the database; only `playing/` does, which lets it all happen through the operations.
"""
