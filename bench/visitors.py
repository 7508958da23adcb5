"""People at pages, over HTTP: a shopper who returns a dress and an agent at the queue, as a browser would ask."""

import re
import secrets
import time
from collections.abc import Callable
from html import unescape
from typing import Any

import httpx
from tools.stack import Stack

Timed = dict[str, list[float]]


class Visitor:
    """A browser without pictures: keeps its cookies and sends the forms' token."""

    def __init__(self, stack: Stack) -> None:
        self._http = httpx.Client(base_url=stack.url, headers={"Accept-Language": "fr"}, timeout=60)
        self.move()
        self.took: Timed = {}

    def get(self, address: str, *, note: str = "") -> str:
        return self._timed(note or address, lambda: self._http.get(address))

    def post(self, address: str, **fields: Any) -> str:
        given = {**fields, "csrfmiddlewaretoken": self._http.cookies.get("csrftoken", "")}
        answer = self._http.post(address, data=given, headers={"Referer": str(self._http.base_url)})
        if answer.status_code not in (200, 302):
            raise RuntimeError(f"POST {address}: {answer.status_code} {answer.text[:300]}")
        return str(answer.headers.get("location", ""))

    def move(self) -> None:
        """Come from another address: guests of one address may only try so often."""
        self._http.headers["X-Forwarded-For"] = f"10.{'.'.join(str(secrets.randbelow(256)) for _ in range(3))}"

    def leave(self) -> None:
        self._http.close()

    def _timed(self, name: str, ask: Callable[[], httpx.Response]) -> str:
        began = time.perf_counter()
        answer = ask()
        self.took.setdefault(name, []).append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{name}: {answer.status_code}")
        return answer.text


def shop(visitor: Visitor, order: str) -> None:
    """One return of the first thing of an order, every page seen on the way."""
    visitor.move()
    visitor.get("/")
    visitor.post("/", number=order, proof=f"{order}@example.com")
    page = visitor.get("/order/")
    found = re.search(r'<input type="checkbox" name="line" value="(\w+)"', page)
    if found is None:
        raise RuntimeError(f"order {order} was not found or nothing of it may come back")
    ref = found[1]
    visitor.post("/order/", line=ref)
    visitor.get("/order/reasons/")
    visitor.post("/order/reasons/", **{f"reason-{ref}": "too-small"})
    visitor.get("/order/instead/")
    visitor.post("/order/instead/", **{f"instead-{ref}": "refund"})
    visitor.get("/order/way/")
    visitor.post("/order/way/", way="drop_off")
    seen = re.search(r'name="seen" value="([^"]+)"', visitor.get("/order/check/"))
    if seen is None:
        raise RuntimeError("nothing to confirm")
    made = visitor.post("/order/check/", seen=unescape(seen[1]))
    visitor.get(made, note="/returns/…/")
    visitor.post("/leave/")


def log_in(visitor: Visitor, password: str) -> None:
    visitor.get("/staff/login/")
    visitor.post("/staff/login/", login="odile@example.com", password=password)


def p95(values: list[float]) -> float:
    return sorted(values)[max(0, int(len(values) * 0.95) - 1)]
