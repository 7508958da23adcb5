"""What some laws ask besides the order: from tags and from the reason, and open where nobody says it."""

from typing import Any
from uuid import UUID

import pytest

from tests import cast
from volte.catalogue import operations as catalogue
from volte.kit.words import Method, Resolution
from volte.law.rules.words import Standing
from volte.policy.rules import explain
from volte.returns import decisions, operations
from volte.returns.considering import ConsideredItem
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import shop_settings, shops
from volte.runtime.actor import Actor


def _asked(owner: Actor, reason: str = "changed-mind", *, tags: tuple[str, ...] = (), **changes: Any) -> ConsideredItem:
    line = cast.order()["lines"][0] | {"tags": list(tags)}
    sent = cast.order()["shipments"][0] | {"lines": [{"line": "l1", "quantity": 2}]}
    document = cast.order("2001", lines=[line], shipments=[sent], **changes)
    order = catalogue.take_in(by=owner, document=document).order_id
    wanted = Wanted((WantedItem(line="l1", quantity=1, reason=reason),), Method.DROP_OFF)
    return operations.decide(by=owner, order_id=order, wanted=wanted).items[0]


def _to(country: str) -> dict[str, Any]:
    return {"country": country, "shipping_address": cast.order()["shipping_address"] | {"country": country}}


def test_a_brazilian_refund_is_told_to_be_indexed(owner: Actor, order: UUID) -> None:
    item = _asked(owner, **_to("BR"))
    assert item.decision.refund.legal.indexed
    assert "law-refund-indexed" in [line.code for line in explain.trace(item.decision)]
    kept = decisions.kept(item.decision, facts=item.facts)
    assert kept["refund"]["indexed"] is True
    assert decisions.legal_term(kept["refund"]).indexed
    at_home = _asked(owner)
    assert "law-refund-indexed" not in [line.code for line in explain.trace(at_home.decision)]


@pytest.mark.parametrize(("major", "standing"), [(True, Standing.YES), (False, Standing.NO), (None, Standing.UNKNOWN)])
def test_the_reason_says_whether_a_fault_is_a_major_one(
    owner: Actor, order: UUID, major: bool | None, standing: Standing
) -> None:
    settings = shop_settings.of_shop(owner.shop_id)
    reasons = [reason.model_dump(mode="json") | {"major": major} for reason in settings.reasons]
    shops.change_settings(by=owner, changes={"reasons": reasons})
    decision = _asked(owner, "defective", **_to("AU")).decision
    assert decision.rights.conformity.refund_if_major is standing
    if standing is not Standing.NO:
        assert decision.resolution(Resolution.REFUND) is not None


def test_tags_say_who_bought_and_what_was_agreed(owner: Actor, order: UUID) -> None:
    buyer = cast.order()["customer"] | {"kind": "business", "tags": ["employees:5", "main-activity:no"]}
    away = _asked(owner, channel="off_premises", customer=buyer)
    assert away.decision.rights.withdrawal.why.code == "law-small-professional-protected"
    used = _asked(owner, "defective", tags=("guarantee-months:12",), **_to("DE"))
    assert used.facts.item.used_months_agreed == 12
    nonsense = _asked(owner, tags=("guarantee-months:a year",))
    assert nonsense.facts.item.used_months_agreed is None
