"""How do bytes become requests? HTTP/1.1 with kept connections, a thread for each, on the standard library alone."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from volte_simulators.psp import problems, routes, shapes, wire
from volte_simulators.psp.desk import Desk, NoAnswer

LARGEST_BODY = 32 << 20
IDLE_SECONDS = 75.0


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], *, desk: Desk) -> None:
        self.desk = desk
        self._calm = threading.Condition()
        self._busy = 0
        super().__init__(address, Handler)

    def answered(self, request: wire.Request) -> wire.Answer:
        with self._calm:
            self._busy += 1
        try:
            return routes.answer(self.desk, request)
        finally:
            with self._calm:
                self._busy -= 1
                self._calm.notify_all()

    def drain(self, *, patience: float = 5.0) -> None:
        """No new connections; what is being worked on may finish, idle connections are dropped."""
        self.server_close()
        with self._calm:
            self._calm.wait_for(lambda: self._busy == 0, timeout=patience)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller who hangs up in the middle is no news; everything else is."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "psp-simulator"
    disable_nagle_algorithm = True
    timeout = IDLE_SECONDS
    # Headers and body leave in one write: two would cost the caller a delayed acknowledgement.
    wbufsize = 1 << 16
    server: Listener

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the page and the events tell more than a line per request."""

    def _answer(self) -> None:
        try:
            answer = self.server.answered(self._request())
        except problems.Problem as problem:
            self.close_connection = True  # the body was not read, so the next request cannot be found
            answer = wire.refusal(problem)
        except NoAnswer:
            self._cut()
            return
        self._send(answer)

    def _request(self) -> wire.Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        written = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not (written.isascii() and written.isdigit()):
            raise problems.invalid("A body needs a Content-Length.", status=411)
        if len(written) > 9 or int(written) > LARGEST_BODY:
            raise problems.invalid("The body is too large.", status=413)
        body = self.rfile.read(int(written))
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        return wire.Request(self.command, unquote(address.path), query, headers, body)

    def _send(self, answer: wire.Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Request-Id", shapes.new_id("req"))
        for name, value in answer.headers:
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)

    def _cut(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
