"""The guided tour: each order decides what its sentence promises, under the policy and the law."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.operations.demo.conftest import NOW, Played
from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Method, Resolution
from volte.law.rules.words import Standing
from volte.policy.rules.decision import Decision
from volte.policy.rules.words import Basis, Evidence, Openness, Verdict
from volte.returns import considering, offers
from volte.returns.considering import Considered, LineOutlook
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import tenancy, texts

pytestmark = pytest.mark.xdist_group("demo")


@dataclass(frozen=True)
class Visit:
    """A visitor who typed in a number of the tour."""

    played: Played
    number: str

    @property
    def looks(self) -> dict[str, LineOutlook]:
        with tenancy.entered(self.played.cast.shop_id):
            _, looks = considering.outlooks(order_id=self.order_id)
        return {look.line.sku: look for look in looks}

    @property
    def order_id(self) -> UUID:
        stop = next(stop for stop in self.played.world.tour if stop.number == self.number)
        with tenancy.entered(self.played.cast.shop_id):
            by_postcode = catalogue.find(number=stop.number, email_or_postcode=stop.postcode)
            by_email = catalogue.find(number=stop.number, email_or_postcode=stop.email)
        assert by_postcode is not None
        assert by_postcode == by_email
        return by_postcode

    def asks(self, *items: WantedItem, method: Method = Method.DROP_OFF) -> Considered:
        with tenancy.entered(self.played.cast.shop_id):
            return considering.consider(order_id=self.order_id, wanted=Wanted(items, method))

    def decided(self, sku: str, reason: str = "changed-mind", **more: Any) -> Decision:
        line = self.looks[sku].line.id
        return self.asks(WantedItem(line, 1, reason, **more)).items[0].decision


@pytest.fixture
def visit(played: Played, request: pytest.FixtureRequest) -> Visit:
    return Visit(played, request.param)


def at(number: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("visit", [number], indirect=True)


def said(message: Message | None, language: str = "fr") -> str:
    assert message is not None
    return texts.say(message, language)


@at("1001")
def test_everything_may_come_back_or_be_exchanged(visit: Visit) -> None:
    assert len(visit.looks) == 3
    for sku, look in visit.looks.items():
        assert look.outlook.openness is Openness.OPEN
        decision = visit.decided(sku)
        assert decision.verdict is Verdict.ACCEPTED
        assert decision.resolution(Resolution.EXCHANGE) is not None
        with tenancy.entered(visit.played.cast.shop_id):
            offered = offers.offers(order_id=visit.order_id, items=(WantedItem(look.line.id, 1),))
        assert any(variant.left for variant in offered.items[0].variants)


@at("1002")
def test_the_last_chance_stays_and_the_scarf_comes_back(visit: Visit) -> None:
    last_chance = visit.decided("SUZO-SAUG-M")
    assert last_chance.verdict is Verdict.REFUSED
    assert "dernière chance" in said(last_chance.sentence)
    assert "défaut" in said(last_chance.hint)
    assert visit.decided("FLOC-ROUG").verdict is Verdict.ACCEPTED


@at("1003")
def test_past_the_window_the_refusal_says_since_when_and_what_is_left(visit: Visit) -> None:
    decision = visit.decided("LUCI-PRUN-M")
    assert decision.verdict is Verdict.REFUSED
    assert decision.last_day == (NOW - timedelta(days=45, hours=3)).date()
    assert str(decision.last_day.year) in said(decision.sentence)
    assert visit.looks["LUCI-PRUN-M"].outlook.openness is Openness.FAULT_ONLY
    assert "défaut" in said(decision.hint)
    faulty = visit.asks(WantedItem("l1", 1, "defective", "Une maille a filé.", resolution=Resolution.REPAIR))
    assert faulty.items[0].decision.basis is Basis.CONFORMITY


@at("1004")
def test_every_cent_of_the_large_order_is_explained(visit: Visit) -> None:
    looks = visit.looks.values()
    with tenancy.entered(visit.played.cast.shop_id):
        order = catalogue.order(order_id=visit.order_id)
    assert len(order.shipments) == 2
    assert {payment.kind.value for payment in order.payments} == {"gift_card", "card"}
    all_of_it = visit.asks(*(WantedItem(look.line.id, look.line.quantity, "changed-mind") for look in looks))
    plan = all_of_it.plans[Resolution.REFUND]
    assert plan.total() == Money(order.captured, "EUR")
    assert sum(line.amount.amount for line in plan.lines) == order.captured
    assert all(said(line.reason) for line in plan.lines)


@at("1005")
def test_the_whole_visit_is_in_english(visit: Visit) -> None:
    with tenancy.entered(visit.played.cast.shop_id):
        assert catalogue.order(order_id=visit.order_id).language == "en"
    assert {look.line.title for look in visit.looks.values()} >= {"Odette sundress"}
    assert "“Odette sundress” back until" in said(visit.decided("ODET-LAGO-S").sentence, "en")


@at("1006")
def test_german_law_counts(visit: Visit) -> None:
    decision = visit.decided("EMIL-BLEU-L")
    assert decision.basis is Basis.WITHDRAWAL
    assert any("BGB" in f"{cited.title} {cited.article}" for cited in decision.rights.withdrawal.citations)


@at("1007")
def test_a_hotel_stands_outside_consumer_law_and_the_policy_still_helps(visit: Visit) -> None:
    for sku in visit.looks:
        decision = visit.decided(sku)
        assert decision.rights.withdrawal.standing is Standing.NO
        assert decision.basis is Basis.COMMERCIAL


@at("1008")
def test_one_size_is_there_and_one_has_sold_out(visit: Visit) -> None:
    larger = WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="INES-TERR-M")
    assert visit.asks(larger).items[0].instead is not None
    with pytest.raises(Conflict) as refusal:
        visit.asks(WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="INES-TERR-L"))
    assert refusal.value.code == "exchange_out_of_stock"


@at("1009")
def test_somebody_looks_at_the_coat_and_the_hat_passes(visit: Visit) -> None:
    assert visit.decided("HORT-CAME-S").verdict is Verdict.NEEDS_REVIEW
    assert visit.decided("TETU-MOUT").verdict is Verdict.ACCEPTED


@at("1010")
def test_broken_plates_are_to_be_shown_and_the_engraved_medal_stays(visit: Visit) -> None:
    plates = visit.decided("DINE-SAUG", "damaged")
    assert plates.verdict is Verdict.NEEDS_EVIDENCE
    assert plates.evidence == (Evidence.PHOTO,)
    assert "photo" in said(plates.sentence)
    assert visit.decided("DINE-SAUG", "damaged", photos=("0" * 64,)).verdict is Verdict.ACCEPTED
    medal = visit.decided("GRAV-OR")
    assert medal.verdict is Verdict.REFUSED
    assert "gravé" in said(medal.sentence)
