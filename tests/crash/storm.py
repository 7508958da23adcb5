"""One run is one return, from its request to its refund, with a blow in between; then what must hold after all."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx
import psycopg

from tests.crash.blows import ALL, KILLED, Blow
from tests.live import recent_order, until
from volte.kit import ids

if TYPE_CHECKING:
    from tools.stack import Stack

HANDS = 4
PATIENCE = 240.0
"""Seconds a caller goes on asking, and the worker has to finish after the last blow."""


@dataclass(slots=True)
class Run:
    """`flow` is the return's id once everything was acknowledged to the caller."""

    order: str
    blows: tuple[str, ...]
    flow: Future[str]


@dataclass(frozen=True, slots=True)
class Report:
    """`wrong` says what does not hold, in words; empty means all is well."""

    runs: int
    seed: int
    blows: Counter[str]
    seconds: float
    wrong: tuple[str, ...] = field(default=())


def weather(stack: Stack, *, runs: int, seed: int, kinds: Sequence[Blow] = ALL, name: str = "crash") -> Report:
    """So many runs, a few at a time, then the reckoning. Every fourth run is struck twice."""
    dice, began = random.Random(seed), time.monotonic()
    done: list[Run] = []
    with ThreadPoolExecutor(HANDS) as hands:
        for number in range(runs):
            first = kinds[number % len(kinds)]
            blows = (first, dice.choice(KILLED)) if len(kinds) > 1 and number % 4 == 3 else (first,)
            for blow in blows:
                if blow.first:
                    blow.strike(stack)
            order = f"{name}-{seed}-{number}"
            flow = hands.submit(_flow, stack, order)
            time.sleep(dice.uniform(0.05, 1.5))
            for blow in blows:
                if not blow.first:
                    blow.strike(stack)
            done.append(Run(order, tuple(blow.name for blow in blows), flow))
    httpx.delete(f"{stack.psp_url}/_control/faults", timeout=20)
    wrong = tuple(_reckoning(stack, done))
    struck = Counter(blow for run in done for blow in run.blows)
    return Report(runs, seed, struck, time.monotonic() - began, wrong)


def _flow(stack: Stack, order: str) -> str:
    """Open, receive and inspect a return; each step is asked again under its key until it is acknowledged."""
    _ask(stack, "PUT", f"/orders/{order}", recent_order(order), key="")
    view = _ask(stack, "POST", "/returns", {"order": order, "items": [{"line": "l1"}]}, key=f"{order}-return")
    box = _ask(stack, "POST", "/arrivals", {"code": view["number"]}, key=f"{order}-arrival")
    _ask(stack, "POST", f"/units/{box['units'][0]['id']}/inspection", {}, key=f"{order}-inspection")
    found: str = view["id"]
    return found


def _ask(stack: Stack, verb: str, path: str, body: dict[str, Any], *, key: str) -> dict[str, Any]:
    headers = {"Idempotency-Key": key} if key else {}
    last = ""
    for _ in until(PATIENCE, pause=0.3):
        try:
            with stack.api as api:
                answer = api.request(verb, path, json=body, headers=headers, timeout=20)
        except httpx.HTTPError as error:
            last = repr(error)
            continue
        if answer.is_success:
            found: dict[str, Any] = answer.json()
            return found
        last = f"{answer.status_code} {answer.text[:300]}"
        if answer.status_code < 500 and answer.status_code not in (409, 429):
            break
    raise AssertionError(f"{verb} {path}: {last}")


def _reckoning(stack: Stack, runs: Sequence[Run]) -> list[str]:
    wrong = []
    for run in runs:
        if run.flow.exception() is not None:
            wrong.append(f"{run.order} ({', '.join(run.blows)}): {run.flow.exception()}")
    whole = [run for run in runs if run.flow.exception() is None]
    if not any(_rests(stack, whole) for _ in until(PATIENCE, pause=1.0)):
        wrong.append("something is still on its way")
    for run in whole:
        wrong.extend(f"{run.order} ({', '.join(run.blows)}): {each}" for each in _of_one(stack, run))
    try:
        stack.volte("ledger", "verify")
    except RuntimeError as error:
        wrong.append(f"the ledger: {error}")
    return wrong


_REST = """
SELECT count(*) FILTER (WHERE status NOT IN ('succeeded', 'failed')), count(DISTINCT subject_id),
       (SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL)
  FROM volte_money_refund WHERE subject_id = ANY(%s::uuid[])
"""


def _rests(stack: Stack, runs: Sequence[Run]) -> bool:
    """Every return has its refund, none is on its way, and nothing that happened is untold."""
    returns = [ids.parse("ret", run.flow.result()) for run in runs]
    with psycopg.connect(stack.server.url, autocommit=True) as database:
        return database.execute(_REST, [returns]).fetchone() == (0, len(runs), 0)


def _of_one(stack: Stack, run: Run) -> list[str]:
    """Exactly one refund here, paid; exactly one at the provider, of the same amount; told once."""
    wrong, return_id = [], run.flow.result()
    with stack.api as api:
        here = api.get("/refunds", params={"return": return_id}).json()["data"]
        steps = [step["what"] for step in api.get(f"/returns/{return_id}/timeline").json()["data"]]
    if [refund["status"] for refund in here] != ["succeeded"]:
        wrong.append(f"refunds here: {[(refund['status'], refund['failure']) for refund in here]}")
    key = {"Authorization": "Bearer sk_test_volte"}
    there = httpx.get(f"{stack.psp_url}/v1/refunds?charge=ch_{run.order}", headers=key, timeout=20).json()["data"]
    if [refund["status"] for refund in there] != ["succeeded"]:
        wrong.append(f"refunds at the provider: {[refund['status'] for refund in there]}")
    elif here and there[0]["amount"] != here[0]["amount"]["amount"]:
        wrong.append(f"paid {there[0]['amount']}, planned {here[0]['amount']}")
    if steps.count("refund_succeeded") != 1:
        wrong.append(f"told {steps.count('refund_succeeded')} times that it was paid")
    return wrong
