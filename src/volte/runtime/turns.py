"""Turns at Python's lock: few requests of a process work at once; one that waits for somebody outside lets others in.

`taken` is around a request (see `project.turnstile`); `given_back` is around a call to a provider or carrier, whose
answer may take seconds. Outside any request both do nothing to anybody.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_held = threading.local()


@contextmanager
def taken(turns: threading.Semaphore) -> Iterator[None]:
    """Wait for a turn and hold it."""
    with turns:
        _held.turns = turns
        try:
            yield
        finally:
            _held.turns = None


@contextmanager
def given_back() -> Iterator[None]:
    """Let others work meanwhile, but not inside a transaction: they could wait for its rows, and it for its turn."""
    turns: threading.Semaphore | None = getattr(_held, "turns", None)
    if turns is None or connection.in_atomic_block:
        yield
        return
    turns.release()
    try:
        yield
    finally:
        turns.acquire()
