"""Credit notes: numbered without gaps, as paper and, for businesses, as a file their accounting reads.

A note is made after its promise has committed, in a short transaction of its own: the row that counts is held only as
long as it takes to write the note.
"""
