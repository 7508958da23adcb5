"""A real browser beside a test: it runs in a thread of its own and asks a small server, which hands every request to
the test. So all is answered in the test's own transaction, one request after the other."""

import queue
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.test import Client

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_KEPT = ("Content-Type", "Content-Security-Policy", "Location", "X-Frame-Options", "HX-Location", "HX-Trigger",
         "HX-Trigger-After-Settle", "HX-Retarget", "HX-Reswap")  # fmt: skip
Asked = tuple[str, str, bytes, str, dict[str, str]]
Answered = tuple[int, dict[str, str], bytes]


class Walker:
    """Chromium in its thread. `do(lambda page: …)` runs there while this thread answers requests."""

    def __init__(self, *, executable: str, client: Client) -> None:
        self.client = client
        self.cut = False
        self.said: list[str] = []
        self._orders: queue.Queue[Callable[[Any], Any] | None] = queue.Queue()
        self._news: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._page: Any = None
        self._server = _server(self._news)
        self.host = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._run, args=(executable,), daemon=True)
        self._thread.start()

    def do(self, order: Callable[[Any], Any]) -> Any:
        self._orders.put(order)
        while True:
            kind, news = self._news.get(timeout=60)
            if kind == "asked":
                asked, reply = news
                reply.put(self._answer(*asked))
            elif kind == "failed":
                raise news
            else:
                return news

    def close(self) -> None:
        self._orders.put(None)
        while self._thread.is_alive():
            try:
                kind, news = self._news.get(timeout=0.1)
            except queue.Empty:
                continue
            if kind == "asked":
                news[1].put(None)
        self._thread.join(timeout=20)
        self._server.shutdown()
        self._server.server_close()

    def fresh(self, **context: Any) -> None:
        """A new window."""

        def open_window(page: Any) -> None:
            browser = page.context.browser
            page.context.close()
            self._page = self._window(browser, context)

        self.do(open_window)

    def _run(self, executable: str) -> None:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=executable, args=_FLAGS)
            self._page = self._window(browser, {})
            while (order := self._orders.get()) is not None:
                try:
                    self._news.put(("done", order(self._page)))
                except Exception as error:
                    self._news.put(("failed", error))
            browser.close()

    def _window(self, browser: Any, context: dict[str, Any]) -> Any:
        page = browser.new_context(**context).new_page()
        page.set_default_timeout(6000)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", lambda told: self.said.append(told.text) if "Content Security" in told.text else None)
        return page

    def _answer(self, method: str, path: str, body: bytes, kind: str, script: dict[str, str]) -> Answered | None:
        if self.cut:
            return None
        if method == "POST":
            answer: Any = self.client.post(path, body, content_type=kind, headers=script)
        else:
            answer = self.client.get(path, headers=script)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer.status_code, {name: answer[name] for name in _KEPT if name in answer}, content


def _server(news: "queue.Queue[tuple[str, Any]]") -> ThreadingHTTPServer:
    """Listens on a free port; no answer means that the line was cut."""

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            reply: queue.Queue[Answered | None] = queue.Queue()
            script = {name: value for name, value in self.headers.items() if name.lower().startswith("hx-")}
            asked: Asked = (self.command, self.path, body, self.headers.get("Content-Type", ""), script)
            news.put(("asked", (asked, reply)))
            answer = reply.get()
            if answer is None:
                self.close_connection = True
                return
            status, headers, content = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET

        def log_message(self, *_said: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
