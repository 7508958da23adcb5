"""Two at a time inside, everybody heard outside: somebody who sends slowly holds up nobody."""

import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest

from volte.project.turnstile import Environ, turnstile
from volte.runtime import turns


class SlowBody:
    """Gives a piece, then nothing until it is let go on."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        self._pieces = [b"slow ", b"body"]

    def read(self, size: int) -> bytes:
        if len(self._pieces) == 1:
            self.reached.set()
            assert self.go_on.wait(10)
        return self._pieces.pop(0) if self._pieces else b""


def echo(environ: Environ, start_response: Any) -> Iterable[bytes]:
    return [environ["wsgi.input"].read()]


def asked(body: Any, length: str) -> Environ:
    return {"CONTENT_LENGTH": length, "wsgi.input": body}


def test_a_slow_sender_is_waited_for_outside() -> None:
    entered, slow = turnstile(echo, most_bytes=100, at_once=1), SlowBody()
    with ThreadPoolExecutor(2) as hands:
        late = hands.submit(entered, asked(slow, "9"), None)
        assert slow.reached.wait(10)
        assert list(entered(asked(BytesIO(b"quick"), "5"), None)) == [b"quick"]
        slow.go_on.set()
        assert list(late.result(10)) == [b"slow body"]


def test_no_more_than_two_are_inside() -> None:
    inside, most, lock, both = 0, 0, threading.Lock(), threading.Barrier(2)

    def busy(environ: Environ, start_response: Any) -> Iterable[bytes]:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        both.wait(10)  # passes when two are here: one at a time would never get on
        with lock:
            inside -= 1
        return [b""]

    entered = turnstile(busy, most_bytes=100)
    with ThreadPoolExecutor(8) as hands:
        for done in [hands.submit(entered, asked(BytesIO(), ""), None) for _ in range(16)]:
            done.result(20)
    assert most == 2


def test_a_body_that_is_too_long_is_left_to_be_refused() -> None:
    seen: list[Any] = []

    def look(environ: Environ, start_response: Any) -> Iterable[bytes]:
        seen.append(environ["wsgi.input"])
        return [b""]

    body = BytesIO(b"x" * 200)
    turnstile(look, most_bytes=100)(asked(body, "200"), None)
    assert seen == [body] and body.tell() == 0


def test_whoever_waits_for_a_provider_lets_others_in() -> None:
    asked_outside, answer = threading.Event(), threading.Event()

    def pay(environ: Environ, start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/pay":
            with turns.given_back():
                asked_outside.set()
                assert answer.wait(10)
        return [b"done"]

    entered = turnstile(pay, most_bytes=100, at_once=1)
    with ThreadPoolExecutor(2) as hands:
        slow = hands.submit(entered, asked(BytesIO(), "") | {"PATH_INFO": "/pay"}, None)
        assert asked_outside.wait(10)
        assert list(entered(asked(BytesIO(), "") | {"PATH_INFO": "/"}, None)) == [b"done"]
        answer.set()
        assert list(slow.result(10)) == [b"done"]


def test_health_is_told_when_all_turns_are_taken() -> None:
    inside, go_on = threading.Event(), threading.Event()

    def stuck(environ: Environ, start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/":
            inside.set()
            assert go_on.wait(10)
        return [b""]

    entered = turnstile(stuck, most_bytes=100, at_once=1)
    with ThreadPoolExecutor(1) as hands:
        held = hands.submit(entered, asked(BytesIO(), "") | {"PATH_INFO": "/"}, None)
        assert inside.wait(10)
        assert list(entered(asked(BytesIO(), "") | {"PATH_INFO": "/healthz"}, None)) == [b""]
        go_on.set()
        held.result(10)


def test_a_turn_is_kept_while_rows_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    one = threading.BoundedSemaphore(1)
    with turns.taken(one):
        monkeypatch.setattr(turns, "connection", SimpleNamespace(in_atomic_block=True))
        with turns.given_back():
            assert not one.acquire(blocking=False)
        monkeypatch.setattr(turns, "connection", SimpleNamespace(in_atomic_block=False))
        with turns.given_back():
            assert one.acquire(blocking=False)
            one.release()
