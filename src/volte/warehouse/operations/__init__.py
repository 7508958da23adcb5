"""Verbs of the warehouse, one file for each table of the floor: the door, the bench, the shelf."""

from volte.warehouse.operations.bench import inspect, note_sellable, redecide_disposition, undo_last
from volte.warehouse.operations.door import Received, receive, resolve_blind
from volte.warehouse.operations.shelf import Held, commit, release, reserve, set_on_hand

__all__ = [
    "Held",
    "Received",
    "commit",
    "inspect",
    "note_sellable",
    "receive",
    "redecide_disposition",
    "release",
    "reserve",
    "resolve_blind",
    "set_on_hand",
    "undo_last",
]
