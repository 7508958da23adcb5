"""One run is one return, from its request to its refund, with a blow in between; then what must hold after all."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx
import psycopg

from tests.crash import aftermath
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


@dataclass(slots=True)
class Report:
    """`wrong` says what does not hold, in words; empty means all is well. `again` is how much old news was told once
    more; the others count returns: whose refund failed for good before, paid by their provider, another way, more than
    once, and not to the cent."""

    runs: int
    seed: int
    blows: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    again: int = 0
    failed: int = 0
    paid: int = 0
    otherwise: int = 0
    twice: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def weather(
    stack: Stack, *, runs: int, seed: int, kinds: Sequence[Blow] = ALL, name: str = "crash", twice_every: int = 4
) -> Report:
    """So many runs, a few at a time, then the reckoning. One in `twice_every` runs is struck twice."""
    dice, began = random.Random(seed), time.monotonic()
    report, done = Report(runs, seed), []
    with ThreadPoolExecutor(HANDS) as hands:
        for number in range(runs):
            first = kinds[number % len(kinds)]
            blows = (first, dice.choice(KILLED)) if number % twice_every == twice_every - 1 else (first,)
            for blow in blows:
                if blow.first is not None:
                    blow.first(stack)
            order = f"{name}-{seed}-{number}"
            flow = hands.submit(_flow, stack, order)
            time.sleep(dice.uniform(0.05, 1.5))
            for blow in blows:
                if blow.strike is not None:
                    blow.strike(stack)
            done.append(Run(order, tuple(blow.name for blow in blows), flow))
    httpx.delete(f"{stack.psp_url}/_control/faults", timeout=20)
    report.blows.update(blow for run in done for blow in run.blows)
    _reckoning(stack, done, report, name)
    report.seconds = time.monotonic() - began
    return report


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


def _reckoning(stack: Stack, runs: Sequence[Run], report: Report, name: str) -> None:
    for run in runs:
        if run.flow.exception() is not None:
            report.wrong.append(f"{run.order} ({', '.join(run.blows)}): {run.flow.exception()}")
    whole = [run for run in runs if run.flow.exception() is None]
    if not any(_rests(stack, whole) for _ in until(PATIENCE, pause=1.0)):
        report.wrong.append("something is still on its way")
    charges = f"ch_{name}-{report.seed}-"
    returns = [_return_id(run) for run in whole]
    _aftermath(aftermath.Scene(stack, returns, charges, report.seed, PATIENCE + report.runs), report)
    for run in whole:
        _of_one(stack, run, report)
    try:
        stack.volte("ledger", "verify")
    except RuntimeError as error:
        report.wrong.append(f"the ledger: {error}")


def _aftermath(scene: aftermath.Scene, report: Report) -> None:
    """Days pass; then the provider tells everything once more, and what that brings to light has days as well."""
    for turn in range(2):
        struck, came = aftermath.pass_days(scene, turn=turn)
        report.blows["something killed while people pay another way"] += struck
        if not came:
            report.wrong.append("something waits for ever")
        if turn == 0:
            report.again, heard = aftermath.tell_again(scene)
            if not heard:
                report.wrong.append("some news is never heard")


_REST = """
SELECT count(*) FILTER (WHERE status IN ('planned', 'sending')), count(DISTINCT subject_id),
       (SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL)
  FROM volte_money_refund WHERE subject_id = ANY(%s::uuid[])
"""


def _rests(stack: Stack, runs: Sequence[Run]) -> bool:
    """Every return has its refund, none waits to be sent, and nothing that happened is untold."""
    returns = [_return_id(run) for run in runs]
    with psycopg.connect(stack.server.url, autocommit=True) as database:
        return database.execute(_REST, [returns]).fetchone() == (0, len(runs), 0)


def _of_one(stack: Stack, run: Run, report: Report) -> None:
    """What was planned went out once, one way or another; the provider paid what we say it paid; it was told once."""
    return_id = run.flow.result()
    with stack.api as api:
        here = api.get("/refunds", params={"return": return_id}).json()["data"]
        steps = [step["what"] for step in api.get(f"/returns/{return_id}/timeline").json()["data"]]
    key = {"Authorization": "Bearer sk_test_volte"}
    there = httpx.get(f"{stack.psp_url}/v1/refunds?charge=ch_{run.order}", headers=key, timeout=20).json()["data"]
    planned = sum(_amount(one) for one in here if one["redirected_from"] is None)
    arrived = [one for one in here if one["status"] == "succeeded"]
    by_provider = sum(_amount(one) for one in arrived if one["route"] == "gateway")
    paid = sum(one["amount"] for one in there if one["status"] in ("succeeded", "pending"))
    out = paid + sum(_amount(one) for one in arrived if one["route"] != "gateway")
    told, failed = steps.count("refund_succeeded"), steps.count("refund_failed")
    report.failed += failed > 0
    report.paid += out == planned == paid
    report.otherwise += out == planned != paid
    report.twice += out > planned
    report.lost += out < planned
    if not planned == by_provider + out - paid == out or not 1 <= told <= 1 + failed:
        states = [(one["route"], one["status"], one["failure"]) for one in here]
        report.wrong.append(
            f"{run.order} ({', '.join(run.blows)}): planned {planned}, out {out}, by the provider {paid} and as we"
            f" say {by_provider}, told {told} times, failed {failed}: {states}"
        )


def _return_id(run: Run) -> UUID:
    found = ids.parse("ret", run.flow.result())
    assert found is not None
    return found


def _amount(refund: dict[str, Any]) -> int:
    found: int = refund["amount"]["amount"]
    return found
