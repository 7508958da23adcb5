"""After the storm: time passes, what failed goes another way while more is killed, and all news is told once more."""

from __future__ import annotations

import random
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg

from tests.crash.blows import KILLED
from tests.live import until

if TYPE_CHECKING:
    from tools.stack import Stack

AT_ONCE = 4
"""Refunds that go another way between two blows."""

# Whoever may pays people back: what waits for a transfer is paid, then what failed is sent another way. Each act is a
# transaction of its own, so that a blow can fall between the wish and its doing; asked again, it goes on where it was.
_PEOPLE = """
import random
from uuid import UUID
import django; django.setup()
from volte.project import schedule, wiring; wiring.connect()
from volte.kit.errors import Conflict
from volte.money import operations as money
from volte.money.models import Refund
from volte.money.rules import bank_account
from volte.money.rules.redirect import Consent, GivenBy
from volte.money.rules.tenders import Route
from volte.runtime import tenancy
from volte.runtime.actor import Actor
schedule.sweep_refunds()
dice, most = random.Random(SEED), MOST
by, returns = Actor.system(UUID(SHOP)), RETURNS
yes = Consent(GivenBy.CUSTOMER, "Another way is fine.")
account = bank_account.account(holder="Zoé Martin", iban="FR76 3000 6000 0112 3456 7890 189")
def standing(status):
    with tenancy.entered(by.shop_id):
        found = Refund.objects.filter(status=status, subject_id__in=returns).order_by("id")
        return list(found.values_list("id", flat=True)[:most])
for refund in standing("manual"):
    money.record_payout(by=by, refund_id=refund, reference="VIR 1")
for refund in standing("failed"):
    way = dice.choice(("transfer", "credit", "again"))
    try:
        if way == "again":
            money.retry_refund(by=by, refund_id=refund)
        elif way == "credit":
            money.redirect_refund(by=by, refund_id=refund, route=Route.STORE_CREDIT, consent=yes)
        else:
            money.redirect_refund(by=by, refund_id=refund, route=Route.BANK_TRANSFER, consent=yes, account=account)
    except Conflict:
        pass
"""
_A_DAY_PASSES = """
UPDATE volte_money_refund SET changed_at = changed_at - interval '1 day'
 WHERE status = 'pending' AND subject_id = ANY(%s)
"""
_MOVING = """
SELECT count(*) + (SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL)
  FROM volte_money_refund WHERE status IN ('planned', 'sending', 'pending') AND subject_id = ANY(%s)
"""
_LEFT = """
SELECT count(*) FILTER (WHERE status IN ('planned', 'sending', 'pending')),
       count(*) FILTER (WHERE status IN ('failed', 'manual')) FROM volte_money_refund WHERE subject_id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """The returns of one storm, and what the provider calls their charges: others may live in the same shop."""

    stack: Stack
    returns: list[UUID]
    charges: str
    seed: int
    patience: float


def pass_days(scene: Scene, *, turn: int) -> tuple[int, bool]:
    """Until every refund has arrived one way or another; how many blows fell meanwhile, and whether it came to that."""
    dice, blows = random.Random(scene.seed + turn), 0
    for _ in until(scene.patience):
        _rested(scene, patience=8)  # longer than the provider keeps anything pending
        with psycopg.connect(scene.stack.server.url, autocommit=True) as database:
            moving, waiting = database.execute(_LEFT, [scene.returns]).fetchone() or (0, 0)
            if moving == waiting == 0:
                return blows, True
            database.execute(_A_DAY_PASSES, [scene.returns])
        # Once nobody is hit any more it must come to an end.
        struck = waiting > 0 and blows <= waiting // AT_ONCE
        _people(scene, dice, most=AT_ONCE if struck else 1_000, struck=struck)
        blows += struck
    return blows, False


def _people(scene: Scene, dice: random.Random, *, most: int, struck: bool) -> None:
    returns = repr([str(each) for each in scene.returns])
    code = _PEOPLE.replace("SEED", str(dice.randrange(1000))).replace("MOST", str(most))
    code = code.replace("SHOP", repr(scene.stack.shop["shop"])).replace("RETURNS", returns)
    with ThreadPoolExecutor(1) as hands:
        work = hands.submit(_tried, scene.stack, code)
        if struck:
            time.sleep(dice.uniform(1.0, 5.0))
            strike = dice.choice(KILLED).strike
            assert strike is not None
            strike(scene.stack)
        work.result()


def _tried(stack: Stack, code: str) -> None:
    try:
        stack.python(code)
    except RuntimeError:
        return  # the database was killed under them: they begin again


def _rested(scene: Scene, *, patience: float) -> bool:
    with psycopg.connect(scene.stack.server.url, autocommit=True) as database:
        return any(database.execute(_MOVING, [scene.returns]).fetchone() == (0,) for _ in until(patience, pause=0.3))


def tell_again(scene: Scene) -> tuple[int, bool]:
    """Everything the provider ever had to say about these refunds comes once more, days late and in any order; also
    what was lost. How many pieces of news, and whether all were heard."""
    process = scene.stack.parts.running.pop("psp")
    process.kill()
    process.wait()
    with closing(sqlite3.connect(scene.stack.home / "psp.sqlite")) as state, state:
        about = ["refund.%", f"%{scene.charges}%"]
        names = [name for (name,) in state.execute("SELECT id FROM events WHERE type LIKE ? AND content LIKE ?", about)]
        random.Random(scene.seed).shuffle(names)
        rows: list[tuple[Any, ...]] = [(time.time() + place / 100, name) for place, name in enumerate(names)]
        state.executemany(
            "UPDATE events SET deliver_at = ?, delivery = 'waiting', attempts = 1, kept_back = 'late' WHERE id = ?",
            rows,
        )
    scene.stack.start_psp()
    heard = any(_all_heard(scene, about) for _ in until(scene.patience, pause=0.5))
    return len(names), heard and _rested(scene, patience=scene.patience)


def _all_heard(scene: Scene, about: list[str]) -> bool:
    asked = "SELECT count(*) FROM events WHERE deliver_at IS NOT NULL AND type LIKE ? AND content LIKE ?"
    with closing(sqlite3.connect(f"file:{scene.stack.home / 'psp.sqlite'}?mode=ro", uri=True)) as state:
        return bool(state.execute(asked, about).fetchone() == (0,))
