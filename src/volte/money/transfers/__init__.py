"""Bank transfers: refunds that wait for one, gathered into a file the shop's bank executes.

Words: a *batch* is the refunds of one file; it is made, then executed or cancelled. A refund is in one batch at most.
Knows no bank: what it executed or rejected, a person says.
"""
