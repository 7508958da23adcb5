"""The kinds of harm that can come to a refund on its way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from tests.live import answers_again

if TYPE_CHECKING:
    from tools.stack import Stack


@dataclass(frozen=True, slots=True)
class Blow:
    """`strike` harms the stack at a moment drawn by lot and brings it back, from the thread that started its parts, as
    they die with it. `first` is a command to the payment provider, given before the return begins.
    """

    name: str
    strike: Callable[[Stack], None] | None = None
    first: Callable[[Stack], None] | None = None


def _kill(stack: Stack, part: str) -> None:
    """With everything it started: SIGKILL leaves nobody time to say goodbye."""
    process = stack.parts.running.pop(part)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _kill_database(stack: Stack) -> None:
    pid = stack.server.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def _worker(stack: Stack) -> None:
    _kill(stack, "worker")
    stack.start_worker()


def _web(stack: Stack) -> None:
    _kill(stack, "web")
    stack.start_web()


def _database(stack: Stack) -> None:
    _kill_database(stack)
    stack.server.start()
    assert answers_again(stack)


def _provider(stack: Stack) -> None:
    _kill(stack, "psp")
    time.sleep(0.5)
    stack.start_psp()


def _power(stack: Stack) -> None:
    """The machine goes dark: all of Volte at once. The provider is another machine."""
    _kill_database(stack)
    _kill(stack, "worker")
    _kill(stack, "web")
    stack.server.start()
    stack.start_web()
    stack.start_worker()


def _told(**fault: Any) -> Callable[[Stack], None]:
    def command(stack: Stack) -> None:
        httpx.post(f"{stack.psp_url}/_control/faults", json=fault, timeout=20).raise_for_status()

    return command


def _keys_forgotten(stack: Stack) -> None:
    """A day has passed for the provider, and the worker begins again with what it had under way."""
    httpx.delete(f"{stack.psp_url}/_control/keys", timeout=20).raise_for_status()
    _worker(stack)


def _both(*blows: Callable[[Stack], None]) -> Callable[[Stack], None]:
    def strike(stack: Stack) -> None:
        for blow in blows:
            blow(stack)

    return strike


KILLED = (
    Blow("worker killed", _worker),
    Blow("web killed", _web),
    Blow("database killed", _database),
    Blow("provider killed", _provider),
    Blow("everything killed", _power),
)
# What ends badly comes first: orders to fail are followed in the order they were given, and some runs must be left to.
PROVIDER = tuple(
    Blow(name, first=command)
    for name, command in (
        ("accepted, then failed", _told(kind="pending_then_failed", count=2)),
        ("paid, then failed", _told(kind="succeeded_then_failed", count=2)),
        ("time-out after the effect", _told(kind="hang_after", count=1, seconds=12)),
        ("time-out before the effect", _told(kind="hang_before", count=1, seconds=12)),
        ("cut after the effect", _told(kind="cut_after", count=1)),
        ("cut before the effect", _told(kind="cut_before", count=1)),
        ("error after the effect", _told(kind="error_after", count=1)),
        ("error before the effect", _told(kind="error_before", count=1)),
        ("too many requests", _told(kind="rate_limit", count=2)),
        ("pending, then paid", _told(kind="pending", count=1)),
        ("webhook twice", _told(kind="webhook_twice", count=2)),
        ("webhook lost", _both(_told(kind="pending", count=1), _told(kind="webhook_lost", count=1))),
        ("webhook days late", _both(_told(kind="pending", count=1), _told(kind="webhook_late", seconds=86_400))),
        ("webhooks shuffled", _both(_told(kind="pending", count=2), _told(kind="webhook_shuffled", count=2))),
    )
)
FORGETFUL = (Blow("idempotency keys forgotten", _keys_forgotten, _told(kind="hang_after", count=1, seconds=12)),)
ALL = (*KILLED, *PROVIDER, *FORGETFUL)
