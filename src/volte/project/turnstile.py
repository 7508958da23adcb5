"""Two requests at a time in each process, once their bodies are here.

Python runs one thread at a time whatever we do. Eight threads that hand it to one another at each of eighty statements
cost a third more CPU than eight that wait for their turn, and nobody is served sooner; with two, one works while the
other waits for PostgreSQL. Threads are needed all the same: somebody who sends slowly must hold up nobody, so bodies
are awaited outside. Sixty who send slowly still fill the threads: a proxy before us that buffers requests ends that.
"""

import threading
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import Any

from volte.runtime.turns import taken

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
_IN_MEMORY = 1 << 20
# Whoever watches over us learns how we are also when all turns are taken.
_AT_ONCE = frozenset({"/healthz", "/readyz", "/metrics"})
# When a request came, for whoever measures how long it waited as well.
ARRIVED = "volte.arrived"
_CHUNK = 1 << 16


def turnstile(application: Application, *, most_bytes: int, at_once: int = 2) -> Application:
    """`application`, entered by `at_once` requests. Bodies announced longer than `most_bytes` are left unread: they
    are refused before anybody reads them."""
    turns = threading.BoundedSemaphore(at_once)

    def enter(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ[ARRIVED] = time.perf_counter()
        length = environ.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and 0 < int(length) <= most_bytes:
            environ["wsgi.input"] = _received(environ["wsgi.input"], int(length))
        if environ.get("PATH_INFO") in _AT_ONCE:
            return application(environ, start_response)
        with taken(turns):
            return application(environ, start_response)

    return enter


def _received(body: Any, length: int) -> Any:
    kept = BytesIO() if length <= _IN_MEMORY else SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # Django closes it
    while length > 0 and (piece := body.read(min(length, _CHUNK))):
        kept.write(piece)
        length -= len(piece)
    kept.seek(0)
    return kept
