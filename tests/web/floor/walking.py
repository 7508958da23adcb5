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
# Milliseconds; only a test that fails waits so long.
_PATIENCE = 120_000
# Nothing asked for is still on its way, and what came has been given its script.
AT_REST = "body:not(:has(.htmx-request, .htmx-swapping, .htmx-added, .htmx-settling))"
Asked = tuple[str, str, bytes, str, dict[str, str]]
Answered = tuple[int, dict[str, str], bytes]


class Chromium:
    """One browser for all tests of this process, in a thread of its own: its loop and our database do not live in one.
    `do(lambda browser: …, told)` runs there; `told` gets ("done", result) or ("failed", error)."""

    def __init__(self, executable: str) -> None:
        self._orders: queue.Queue[tuple[Callable[[Any], Any], queue.Queue[tuple[str, Any]]] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, args=(executable,), daemon=True)
        self._thread.start()

    def do(self, order: Callable[[Any], Any], told: "queue.Queue[tuple[str, Any]]") -> None:
        self._orders.put((order, told))

    def close(self) -> None:
        self._orders.put(None)
        self._thread.join(timeout=60)

    def _run(self, executable: str) -> None:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=executable, args=_FLAGS)
            while (asked := self._orders.get()) is not None:
                order, told = asked
                try:
                    told.put(("done", order(browser)))
                except Exception as error:
                    told.put(("failed", error))
            browser.close()


_running: dict[str, Chromium] = {}


def chromium(executable: str) -> Chromium:
    """Started by the first test that asks."""
    if executable not in _running:
        _running[executable] = Chromium(executable)
    return _running[executable]


def close() -> None:
    """After the last test of this process."""
    while _running:
        _running.popitem()[1].close()


class Walker:
    """A window of the browser. `do(lambda page: …)` runs in it while this thread answers its requests."""

    def __init__(self, *, executable: str, client: Client) -> None:
        self.client = client
        self.cut = False
        self.said: list[str] = []
        self._chromium = chromium(executable)
        self._news: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._page: Any = None
        self._server = _server(self._news)
        self.host = f"http://127.0.0.1:{self._server.server_port}"
        self._in_browser(lambda browser: self._open(browser, {}))

    def do(self, order: Callable[[Any], Any]) -> Any:
        return self._in_browser(lambda browser: order(self._page))

    def ready(self) -> None:
        """The page has come and listens: what is pressed sooner is lost, or the browser's own and not the page's."""

        def rest(page: Any) -> None:
            page.wait_for_load_state()
            page.locator(AT_REST).wait_for(state="attached")

        self.do(rest)

    def fresh(self, **context: Any) -> None:
        """A new window."""

        def again(browser: Any) -> None:
            self._page.context.close()
            self._open(browser, context)

        self._in_browser(again)

    def close(self) -> None:
        self._in_browser(lambda browser: self._page.context.close())
        self._server.shutdown()
        self._server.server_close()
        while not self._news.empty():  # who still asks is told that the line was cut
            kind, news = self._news.get()
            if kind == "asked":
                news[1].put(None)

    def _in_browser(self, order: Callable[[Any], Any]) -> Any:
        self._chromium.do(order, self._news)
        while True:
            kind, news = self._news.get(timeout=300)
            if kind == "asked":
                asked, reply = news
                reply.put(self._answer(*asked))
            elif kind == "failed":
                raise news
            else:
                return news

    def _open(self, browser: Any, context: dict[str, Any]) -> None:
        self._page = page = browser.new_context(**context).new_page()
        page.set_default_timeout(_PATIENCE)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", lambda told: self.said.append(told.text) if "Content Security" in told.text else None)

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
