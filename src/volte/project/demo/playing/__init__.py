"""Plays the demo shop into a database through the operations, with the clock set to when each thing happened.

The only part of the demo that knows rows, files and the payment provider; what it plays is made in `demo.world`.
"""
