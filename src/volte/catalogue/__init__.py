"""The mirror of what the shop sold: orders with their lines, payments and shipments, customers, products.

Its words: a shop *takes in* orders, as often as it likes; a later copy is *merged*; a return *claims* units of a line.
It must never know what a return, a policy or a refund of ours is.
"""
