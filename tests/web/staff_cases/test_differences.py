"""Differences with payment providers at the desk, by API and by command: seen, and closed by one button."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.test import Client

from tests.api.conftest import Caller, api
from tests.connectors.gateway_fake import FakeGateway
from tests.web.staff_cases.conftest import MUG, seen, words
from volte.cli.reconcile import reconcile
from volte.kit.money import Money
from volte.money import comparisons, reconciling, sending
from volte.money import operations as money
from volte.money import queries as refunds
from volte.money.rules.outcomes import RefundStatus
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

__all__ = ["api"]
PAGE = "/staff/finance/differences/"


@pytest.fixture
def lost(
    owner: Actor, asked: Callable[..., ReturnView], gateway: FakeGateway, today: datetime
) -> tuple[ReturnView, UUID]:
    """A refund that went through at the provider an hour ago, and whose news was lost."""
    gateway.charges["ch_1"] = 8188
    gateway.next.append("pending")
    view = asked(MUG)
    with clock.at(clock.now() - timedelta(hours=1)):
        operations.goodwill(by=owner, return_id=view.id, amount=Money(300, "EUR"), reason="x")
        with tenancy.entered(owner.shop_id):
            refund = refunds.refunds(subject_id=view.id)[0]
        sending.attempt(by=owner, refund_id=refund.id)
    [(request, _)] = gateway.made.values()
    gateway.finish(request=request, succeeds=True)
    return seen(owner, view.id), refund.id


def looked(owner: Actor) -> comparisons.DiscrepancyView:
    begun = money.begin_reconciliation(by=owner, gateway="simulator")
    reconciling.attempt(by=owner, reconciliation_id=begun)
    with tenancy.entered(owner.shop_id):
        [found] = comparisons.discrepancies()
    return found


def status_of(owner: Actor, refund_id: UUID) -> RefundStatus:
    with tenancy.entered(owner.shop_id):
        return refunds.refund(refund_id=refund_id).status


def test_without_refunds_the_page_says_so(agent: Client, order: UUID) -> None:
    told = words(agent.get(PAGE))
    assert "Both sides agree" in told
    assert "nothing to compare" in told


def test_a_difference_names_both_sides_and_one_button_believes_the_provider(
    agent: Client, owner: Actor, lost: tuple[ReturnView, UUID]
) -> None:
    view, refund_id = lost
    found = looked(owner)
    page = agent.get(PAGE)
    told = words(page)
    assert "Simulator and we disagree about €3.00" in told
    assert "In our books €3.00, on its way" in told
    assert "At Simulator €3.00, paid" in told
    assert view.number in told
    assert "1 refund read" in told
    done = agent.post(f"{PAGE}{found.id}/take-over", follow=True)
    assert "Our books now say what the provider says." in words(done)
    assert "Both sides agree" in words(done)
    assert status_of(owner, refund_id) is RefundStatus.SUCCEEDED
    again = agent.post(f"{PAGE}{found.id}/take-over", follow=True)
    assert "closed meanwhile" in words(again)


def test_somebody_sees_to_it(agent: Client, owner: Actor, lost: tuple[ReturnView, UUID]) -> None:
    found = looked(owner)
    assert "Closed." in words(agent.post(f"{PAGE}{found.id}/seen", follow=True))
    assert status_of(owner, lost[1]) is RefundStatus.PENDING
    assert agent.post(f"{PAGE}{found.id}/nonsense", follow=True).status_code == 200


def test_in_french_and_begun_by_a_button(
    agent: Client, owner: Actor, lost: tuple[ReturnView, UUID], browser_of: Callable[[Role], Client]
) -> None:
    looked(owner)
    agent.cookies["volte_language"] = "fr"
    told = words(agent.get(PAGE))
    assert "Simulator et nous ne disons pas la même chose de 3,00 €" in told
    assert "Croire Simulator : payé" in told
    agent.post(f"{PAGE}look")
    with tenancy.entered(owner.shop_id):
        assert len(comparisons.comparisons()) == 2
    picker = browser_of(Role.PICKER)
    assert picker.get(PAGE).status_code == 403
    assert picker.post(f"{PAGE}look").status_code == 403


def test_by_api(api: Caller, owner: Actor, lost: tuple[ReturnView, UUID]) -> None:
    begun = api.post("/reconciliations", {"gateway": "simulator"})
    assert begun.status == 202, begun.raw
    assert api.post("/reconciliations", {"gateway": "nobody"}).json["code"] == "gateway_unknown"
    assert api.post("/reconciliations", {"gateway": "simulator", "days": 0}).status == 422
    reconciling.attempt(by=owner, reconciliation_id=_only(owner))
    look = api.get(f"/reconciliations/{begun.json['id']}").json
    assert (look["listed"], look["found"], look["failure"]) == (1, 1, None)
    assert api.get("/reconciliations").json["data"] == [look]
    [one] = api.get("/discrepancies").json["data"]
    assert (one["kind"], one["proposed"], one["their_status"]) == ("status", "take_over", "succeeded")
    assert one["ours"] == one["theirs"] == {"amount": 300, "currency": "EUR"}
    closed = api.post(f"/discrepancies/{one['id']}/take-over", {})
    assert (closed.status, closed.json["resolution"]) == (200, "taken_over")
    assert api.get("/discrepancies").json["data"] == []
    assert [each["id"] for each in api.get("/discrepancies?closed=true").json["data"]] == [one["id"]]
    assert api.post(f"/discrepancies/{one['id']}/resolution", {}).status == 409
    assert api.get("/reconciliations/rec_nothing").status == 404


def test_by_command(owner: Actor, lost: tuple[ReturnView, UUID]) -> None:
    first = CliRunner().invoke(reconcile, ["--json"])
    assert first.exit_code == 1, first.output
    told: dict[str, Any] = json.loads(first.output.splitlines()[-1])
    assert told["gateways"][0]["listed"] == 1
    assert told["open"][0]["kind"] == "status"
    assert "status" in CliRunner().invoke(reconcile, []).output
    with tenancy.entered(owner.shop_id):
        [found] = comparisons.discrepancies()
    money.take_over(by=owner, discrepancy_id=found.id)
    assert CliRunner().invoke(reconcile, []).exit_code == 0
    assert CliRunner().invoke(reconcile, ["--gateway", "nobody"]).exit_code == 1


def _only(owner: Actor) -> UUID:
    with tenancy.entered(owner.shop_id):
        return comparisons.comparisons()[0].id
