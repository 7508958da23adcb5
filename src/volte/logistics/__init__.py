"""How goods travel back: ways to choose from, parcels with a code, labels, and what carriers report.

Words: method (how it travels), parcel (one box with one code), label (paper for the box),
scan (what a carrier or a shop saw). Must never know: returns, money owed, decisions. A parcel's subject is a plain UUID
and a number for people; what it stands for is the caller's business.
"""
