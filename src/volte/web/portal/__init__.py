"""The shopper's face: find the order, choose, say why, see what comes back, send it, follow it.

Asks areas, decides nothing.

Its words: a *guest* proved to own one order; a *draft* is what they chose so far, kept until they confirm.
"""
