"""The journey of a return: the only area that joins policy, logistics, warehouse, money, risk and messages.

Its words: a *return* has *items* (one line of the order and a quantity each); an item has *whereabouts* and an
*outcome*; the return's *status* follows from both. It must never know how a page looks or how a shop's platform talks.
"""
