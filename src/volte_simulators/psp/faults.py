"""What goes wrong next? Faults stand until used up: commanded, or asked for by a magic charge or amount."""

from __future__ import annotations

import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """Every way to misbehave. The order numbers the magic amounts, so new kinds go to the end."""

    PENDING = "pending"
    PENDING_THEN_FAILED = "pending_then_failed"
    SUCCEEDED_THEN_FAILED = "succeeded_then_failed"
    FAILED = "failed"
    DISPUTED = "disputed"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    HANG_BEFORE = "hang_before"
    HANG_AFTER = "hang_after"
    ERROR_BEFORE = "error_before"
    ERROR_AFTER = "error_after"
    RATE_LIMIT = "rate_limit"
    LATENCY = "latency"
    WEBHOOK_LOST = "webhook_lost"
    WEBHOOK_TWICE = "webhook_twice"
    WEBHOOK_LATE = "webhook_late"
    WEBHOOK_SHUFFLED = "webhook_shuffled"
    UNKNOWN_STATUS = "unknown_status"
    CURRENCY_MISMATCH = "currency_mismatch"


BEFORE = frozenset({Kind.LATENCY, Kind.RATE_LIMIT, Kind.ERROR_BEFORE, Kind.CUT_BEFORE, Kind.HANG_BEFORE})
AFTER = frozenset({Kind.ERROR_AFTER, Kind.CUT_AFTER, Kind.HANG_AFTER})
COURSE = frozenset(
    {
        Kind.PENDING,
        Kind.PENDING_THEN_FAILED,
        Kind.SUCCEEDED_THEN_FAILED,
        Kind.FAILED,
        Kind.DISPUTED,
        Kind.UNKNOWN_STATUS,
        Kind.CURRENCY_MISMATCH,
    }
)
DELIVERED = frozenset({Kind.WEBHOOK_LOST, Kind.WEBHOOK_TWICE})
KEPT_BACK = frozenset({Kind.WEBHOOK_LATE, Kind.WEBHOOK_SHUFFLED})
DELIVERY = DELIVERED | KEPT_BACK

DEFAULT_SECONDS = {
    Kind.HANG_BEFORE: 30.0,
    Kind.HANG_AFTER: 30.0,
    Kind.LATENCY: 1.0,
    Kind.WEBHOOK_LATE: 60.0,
    Kind.WEBHOOK_SHUFFLED: 10.0,
}
FIRST_MAGIC_AMOUNT = 9_000_001


class Place(StrEnum):
    """Where a commanded fault waits."""

    REFUNDS_CREATE = "refunds.create"
    REFUNDS_READ = "refunds.read"
    CHARGES_CREATE = "charges.create"
    CHARGES_READ = "charges.read"
    SESSIONS_CREATE = "sessions.create"
    SESSIONS_READ = "sessions.read"
    INTENTS_CREATE = "payment_intents.create"
    INTENTS_READ = "payment_intents.read"
    EVENTS_READ = "events.read"
    WEBHOOKS = "webhooks"


@dataclass(frozen=True, slots=True)
class Fault:
    """`left` uses remain (None: for ever), each taken with `probability`; `seconds` a hang, delay or wait lasts.
    `number` is given when it is commanded."""

    kind: Kind
    place: Place = Place.REFUNDS_CREATE
    left: int | None = 1
    probability: float = 1.0
    seconds: float | None = None
    number: int = 0

    def lasting(self, otherwise: float) -> float:
        return otherwise if self.seconds is None else self.seconds


@dataclass(frozen=True, slots=True)
class Hint:
    """What of a refund request may be magic. A magic network fault strikes once per `key`."""

    charge: str
    amount: int | None
    key: str | None


class Faults:
    """The faults that stand. In memory on purpose: a restart is a return to good behaviour."""

    def __init__(self, *, seed: int | None = None) -> None:
        self._turn = threading.Lock()
        self._standing: list[Fault] = []
        self._last = 0
        self._struck: set[tuple[str, Kind]] = set()
        self._dice = random.Random(seed)

    def command(self, *wished: Fault) -> None:
        """All at once, each with a number of its own by which it can be taken back."""
        with self._turn:
            for fault in wished:
                self._last += 1
                self._standing.append(replace(fault, number=self._last))

    def withdraw(self, number: int) -> bool:
        """Take one back; False when it is gone, used up meanwhile."""
        with self._turn:
            left = [fault for fault in self._standing if fault.number != number]
            gone, self._standing = len(self._standing) - len(left), left
            return gone == 1

    def standing(self) -> Sequence[Fault]:
        with self._turn:
            return tuple(self._standing)

    def clear(self) -> None:
        with self._turn:
            self._standing.clear()
            self._struck.clear()

    def draw(self, *, place: Place, kinds: frozenset[Kind], hint: Hint | None = None) -> Fault | None:
        """The one fault that strikes here and now, used up by one; commanded faults come before magic ones."""
        with self._turn:
            for position, fault in enumerate(self._standing):
                if fault.place is place and fault.kind in kinds and self._dice.random() < fault.probability:
                    self._use(position, fault)
                    return fault
            return None if hint is None else self._magic(hint, kinds)

    def _use(self, position: int, fault: Fault) -> None:
        if fault.left is None:
            return
        if fault.left <= 1:
            del self._standing[position]
        else:
            self._standing[position] = replace(fault, left=fault.left - 1)

    def _magic(self, hint: Hint, kinds: frozenset[Kind]) -> Fault | None:
        kind = magic(charge=hint.charge, amount=hint.amount)
        if kind is None or kind not in kinds:
            return None
        if kind not in COURSE and hint.key is not None:
            if (hint.key, kind) in self._struck:
                return None
            self._struck.add((hint.key, kind))
        return Fault(kind)


def places(kind: Kind) -> tuple[Place, ...]:
    """Where this fault can strike, the usual place first: news is delivered in one place, a refund runs its course in
    one, and the network fails everywhere."""
    if kind in DELIVERY:
        return (Place.WEBHOOKS,)
    if kind in COURSE:
        return (Place.REFUNDS_CREATE,)
    return tuple(place for place in Place if place is not Place.WEBHOOKS)


def magic(*, charge: str, amount: int | None) -> Kind | None:
    """`ch_cut_after…` or an amount from 9000001; the longest name wins: `pending_then_failed` is not `pending`."""
    name = charge.removeprefix("ch_")
    named = [kind for kind in Kind if kind not in DELIVERY and name.startswith(kind.value)]
    if named:
        return max(named, key=len)
    place = (amount or 0) - FIRST_MAGIC_AMOUNT
    kinds = list(Kind)
    return kinds[place] if 0 <= place < len(kinds) and kinds[place] not in DELIVERY else None
