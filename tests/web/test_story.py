"""The story of a return: every step is told, to the customer and at the desk, and it ends when the money came."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.web.portal.conftest import Shopper, _at_noon, one_dress, portal_shop, shopper, taken_in, words
from tests.web.staff_settings.conftest import browser_of, person
from volte.kit.money import Money
from volte.messages.models import Mail
from volte.money import jobs
from volte.money.models import Refund
from volte.project import reactions, wiring
from volte.returns import queries, rows
from volte.returns.views import ReturnView
from volte.runtime import clock, dispatch, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

__all__ = ["_at_noon", "browser_of", "person", "portal_shop", "shopper"]

ROOT = Path(__file__).parents[2] / "src/volte/returns"
EUR = {"amount": 4999, "currency": "EUR"}
WHY: dict[str, Any] = {"reason": "Parce que."}
# Every step and what is kept with it. What is written with a name of its own (`f"scan_{…}"`) is known by its text.
STEPS: dict[str, dict[str, Any]] = {
    "imported": {"units": 2, "why": "taken_meanwhile"},
    "imported_without_order": {"units": 1, "why": "never_bought"},
    "requested": {"units": 2},
    "requested_claim": {"units": 2},
    "requested_cancellation": {"units": 1},
    "refused_by_rules": {},
    "waits_for_shop": {},
    "waits_for_customer": {},
    "approved": {"until": "2026-12-01"},
    "approved_by_staff": {"reason": None},
    "approved_as_it_is": WHY,
    "refused_by_staff": WHY,
    "cancelled": {},
    "expired": {},
    "evidence_sent": {"photos": 2},
    "scan_dropped_off": {},
    "scan_in_transit": {},
    "scan_delivered": {},
    "scan_lost": {},
    "arrived": {"units": 1, "other": None, "complete": True, "doubt": None},
    "inspected": {"unit": "x", "title": "Robe Inès", "grade": "A", "disposition": None},
    "inspection_undone": {},
    "settled_refund": {"settlement": "x"},
    "settled_credit": {"settlement": "x"},
    "settled_exchange": {"settlement": "x"},
    "settled_replacement": {"settlement": "x"},
    "settled_repair": {"settlement": "x"},
    "settled_price_reduction": {"settlement": "x"},
    "settled": {},
    "goodwill": {"amount": EUR, **WHY},
    "deducted": {"amount": EUR, "title": "Robe Inès", **WHY},
    "deduction_proposed": {"amount": EUR, "title": "Robe Inès", "photos": 1, **WHY},
    "deduction_given_back": {},
    "deduction_upheld": {},
    "deduction_taken_back": {"title": "Robe Inès"},
    "price_reduced": {"amount": EUR, "title": "Robe Inès", **WHY},
    "question": {},
    "answer": {},
    "note": {},
    "refund_succeeded": {"amount": EUR},
    "refund_failed": {"amount": EUR, "code": "card_closed"},
    "refund_redirected": {"amount": EUR, "way": "credit"},
    "account_given": {"amount": EUR},
    "closed": {},
    "difference_paid": {"amount": EUR},
    "difference_noted": WHY,
    "difference_given": {"amount": EUR, **WHY},
    "difference_paid_twice": {"amount": EUR},
    "exchange_given_up": {"amount": EUR, "reason": None},
    "box_seen_to": {"reason": None},
    "box_closed": WHY,
    "exchange_not_possible": {},
    "feedback": {"score": 2},
    "feedback_changed": {"score": 4},
    "feedback_seen": {},
    "appealed": {},
    "way_chosen": {"method": "pickup"},
    "waits_for_carrier": {},
    "inquiry_over": {},
    "found_customer": {},
    "found_returned": {},
    "withdrawn": {"number": "W7K2X-M4QX"},
    "hold_agreed": {"amount": EUR, "until": "2026-11-29"},
    "exchange_sent_first": {"amount": EUR, "until": "2026-11-29"},
    "hold_not_needed": {"amount": EUR},
    "hold_waits_for_look": {"amount": EUR},
    "hold_day_over": {"amount": EUR},
    "hold_release_wished": {"amount": EUR, **WHY},
    "hold_take_wished": {"amount": EUR, **WHY},
    "hold_prolonged": {"amount": EUR, **WHY},
    "hold_released": {"amount": EUR},
    "hold_taken": {"amount": EUR},
    "hold_lost": {"amount": EUR},
    "hold_trouble": {"amount": EUR},
    "hold_seen_to": {"amount": EUR, **WHY},
}


@pytest.fixture
def number(shopper: Shopper, owner: Actor) -> str:
    taken_in(owner, **one_dress())
    shopper.find()
    return shopper.returned()


@pytest.fixture
def agent(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.AGENT)


def seen(shop: UUID, number: str) -> ReturnView:
    with tenancy.entered(shop):
        found = queries.by_number(number=number)
    assert found is not None
    return found


def _written() -> set[str]:
    """The kinds that stand in the source: `rows.step(row, "kind", …)` with its details."""
    found: set[str] = set()
    for path in (ROOT / "operations").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "rows.step":
                found |= {str(one.value) for one in ast.walk(node.args[1]) if isinstance(one, ast.Constant)}
    return {one for one in found if one != "None" and not one.endswith("_")}


def test_no_step_is_forgotten_here() -> None:
    texts = "\n".join(path.read_text() for path in (ROOT / "texts").glob("en*.ftl"))
    said = re.findall(r"^step-([a-z-]+) =", texts, re.M)
    assert {one.replace("-", "_") for one in said} == set(STEPS)
    assert _written() <= set(STEPS)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_step_is_told_to_the_customer_and_at_the_desk(
    shopper: Shopper, number: str, agent: Client, owner: Actor, language: str
) -> None:
    view = seen(owner.shop_id, number)
    with tenancy.entered(owner.shop_id):
        row = rows.taken(view.id)
        assert row is not None
        for kind, detail in STEPS.items():
            rows.step(row, kind, by=owner, now=clock.now(), **detail)
    shopper.language = language
    agent.cookies["volte_language"] = language
    for page in (shopper.get(f"/returns/{number}/"), agent.get(f"/staff/returns/{number}/")):
        assert page.status_code == 200
        told = page.content.decode()
        assert not re.search(r">\s*(portal-|step[-_])", told), "a step without words"
        assert "{$" not in told.replace("{ $", "{$"), "a gap nobody filled"


def settle(shop: UUID, owner: Actor, number: str) -> UUID:
    from tests.web.portal.test_return import come_back

    come_back(owner, shop, number)
    with tenancy.entered(shop):
        return UUID(str(Refund.objects.get().id))


def pay(shop: UUID, refund: UUID) -> None:
    jobs.attempt_refund(shop=str(shop), refund=str(refund))
    while dispatch.dispatch(reactions.REACTIONS):
        pass


@pytest.fixture
def gateway(portal_shop: UUID) -> Any:
    from tests.connectors.gateway_fake import FakeGateway
    from volte.money.ports import RefundGateway
    from volte.runtime import wiring as ports

    wiring.connect()
    fake = FakeGateway(charges={"ch_1": 9688})
    ports.bind(RefundGateway, "simulator", lambda: fake)
    return fake


def test_a_refund_that_failed_is_never_called_done(
    shopper: Shopper, number: str, agent: Client, gateway: Any, portal_shop: UUID, owner: Actor
) -> None:
    refund = settle(portal_shop, owner, number)
    gateway.next.append("fail")
    pay(portal_shop, refund)
    shopper.language = "en"
    theirs = words(shopper.get(f"/returns/{number}/"))
    assert "Your refund is delayed, and we are on it" in theirs
    assert "delayed: we are on it" in theirs
    assert "All done" not in theirs and "all done" not in theirs
    ours = words(agent.get(f"/staff/returns/{number}/"))
    assert "Refund did not go through" in ours and "refund failed" in ours
    assert " refunded " not in ours and "All done" not in ours
    with tenancy.entered(portal_shop):
        mail = Mail.objects.get(occasion="refund_failed_manual")
    assert "prend un autre chemin" in mail.subject and "vous est toujours dû" in mail.text


def test_all_is_done_when_the_money_has_come_and_not_before(
    shopper: Shopper, number: str, agent: Client, gateway: Any, portal_shop: UUID, owner: Actor
) -> None:
    refund = settle(portal_shop, owner, number)
    shopper.language = "en"
    before = words(shopper.get(f"/returns/{number}/"))
    assert "Your refund is on its way" in before and "Your money arrives" in before
    assert "All done" not in before and "all done" not in before
    assert "refund on its way" in words(agent.get(f"/staff/returns/{number}/"))
    pay(portal_shop, refund)
    after = words(shopper.get(f"/returns/{number}/"))
    assert after.index("refunded") < after.rindex("All done"), "in the order in which it became true"
    assert "Everything you were owed" in after
    ours = words(agent.get(f"/staff/returns/{number}/"))
    assert " refunded " in ours and "Everything is settled." in ours
    with tenancy.entered(portal_shop):
        assert Money(*Refund.objects.values_list("amount", "currency").get()).amount == 2989
