"""The demo shop: Linotte & Fils, a small French house of clothes and things for the home, made up from end to end.

Its content lies in `content/` (products, colours, people, words, policy). Everything else here turns that content and a
seed into orders, charges and stories of returns: the same seed and the same moment give the same shop. Nothing here
asks the clock, the network or the database.
"""
