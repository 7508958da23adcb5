"""Somebody who receives webhooks, and refuses as many as told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(slots=True)
class Inbox:
    url: str = ""
    refusals: int = 0
    letters: list[tuple[bytes, str]] = field(default_factory=list)

    def wait(self, count: int) -> list[tuple[bytes, str]]:
        """The first `count` letters (payload, signature), refused ones included."""
        for _ in range(1_200):
            if len(self.letters) >= count:
                return self.letters[:count]
            time.sleep(0.05)
        raise AssertionError(f"{len(self.letters)} letters instead of {count}")

    def about(self, text: bytes) -> tuple[bytes, str]:
        """The first letter that mentions `text`."""
        for _ in range(1_200):
            for payload, signature in list(self.letters):
                if text in payload:
                    return payload, signature
            time.sleep(0.05)
        raise AssertionError(f"no news of {text!r} came")


@contextmanager
def opened(*, refusals: int = 0) -> Iterator[Inbox]:
    inbox = Inbox(refusals=refusals)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            payload = self.rfile.read(int(self.headers["Content-Length"]))
            inbox.letters.append((payload, self.headers["Stripe-Signature"]))
            self.send_response(503 if len(inbox.letters) <= inbox.refusals else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Tests speak for themselves."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    inbox.url = f"http://127.0.0.1:{server.server_port}/hooks/psp"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield inbox
    finally:
        server.shutdown()
        server.server_close()
