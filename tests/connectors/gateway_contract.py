"""What every RefundGateway keeps, whoever stands behind it.

To test an adapter: subclass `GatewayContract` in a test module and give it the fixture `desk`, the provider's side of
the counter. The fake in tests/connectors/gateway_fake.py passes it, so tests with the fake mean something.
"""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID, uuid4

import pytest

from volte.kit.money import Money
from volte.money.ports import GatewayRequest, GatewayUnreachable, ListedRefund, NewsRefused, RefundGateway
from volte.money.rules.outcomes import Outcome
from volte.runtime import clock

SHOP = UUID("0199aa00-0000-7000-8000-000000000001")


class Desk(Protocol):
    """The provider as a test sees it."""

    gateway: RefundGateway

    def charge(self, *, amount: int) -> str:
        """Take a payment in EUR; its reference."""
        ...

    def refunded(self, *, reference: str) -> int:
        """What really went back of a payment, in minor units."""
        ...

    def lose_next_answer(self) -> None:
        """The next refund takes effect and its answer never arrives."""
        ...

    def break_next_call(self) -> None:
        """The next call does not reach the provider."""
        ...

    def next_stays_pending(self) -> None: ...

    def next_fails(self) -> None:
        """The next refund is taken and then refused by the bank."""
        ...

    def next_is_unheard_of(self) -> None:
        """The next refund is taken, and called by a word nobody knows."""
        ...

    def next_speaks_of_another_currency(self) -> None:
        """The next refund is made, and every answer about it names another currency."""
        ...

    def forget_keys(self) -> None:
        """As much time passes as the provider remembers keys for."""
        ...

    def finish(self, *, request: GatewayRequest, succeeds: bool) -> tuple[dict[str, str], bytes]:
        """End a pending refund; the signed message about it."""
        ...

    def other_news(self) -> tuple[dict[str, str], bytes]:
        """A signed message about none of our refunds."""
        ...


def asking(desk: Desk, *, amount: int = 1500, paid: int = 8188, reference: str | None = None) -> GatewayRequest:
    name = reference if reference is not None else desk.charge(amount=paid)
    return GatewayRequest(uuid4().hex, name, Money(amount, "EUR"), SHOP, uuid4())


def listed(desk: Desk, *, since: datetime) -> list[ListedRefund]:
    """The whole list, page by page."""
    page = desk.gateway.listed(since=since)
    found = list(page.refunds)
    while page.next:
        page = desk.gateway.listed(since=since, after=page.next)
        found.extend(page.refunds)
    return found


class GatewayContract:
    def test_a_refund_goes_back_and_is_known(self, desk: Desk) -> None:
        request = asking(desk)
        assert desk.gateway.lookup(request=request) is None
        answer = desk.gateway.refund(request=request)
        assert answer.outcome is Outcome.SUCCEEDED
        assert answer.gateway_refund
        assert desk.gateway.lookup(request=request) == answer
        assert desk.refunded(reference=request.reference) == 1500

    def test_the_same_key_pays_once_and_another_key_again(self, desk: Desk) -> None:
        request = asking(desk)
        assert desk.gateway.refund(request=request) == desk.gateway.refund(request=request)
        assert desk.refunded(reference=request.reference) == 1500
        desk.gateway.refund(request=asking(desk, reference=request.reference))
        assert desk.refunded(reference=request.reference) == 3000

    def test_more_than_the_payment_is_refused_in_an_answer(self, desk: Desk) -> None:
        request = asking(desk, amount=8189)
        answer = desk.gateway.refund(request=request)
        assert answer.outcome is Outcome.FAILED
        assert answer.code
        assert desk.refunded(reference=request.reference) == 0

    def test_a_payment_nobody_knows_is_refused_in_an_answer(self, desk: Desk) -> None:
        request = asking(desk, reference="ch_nowhere")
        assert desk.gateway.refund(request=request).outcome is Outcome.FAILED
        assert desk.gateway.lookup(request=request) is None

    def test_a_lost_answer_is_found_again_and_never_paid_twice(self, desk: Desk) -> None:
        request = asking(desk)
        desk.lose_next_answer()
        with pytest.raises(GatewayUnreachable):
            desk.gateway.refund(request=request)
        found = desk.gateway.lookup(request=request)
        assert found is not None
        assert found.outcome is Outcome.SUCCEEDED
        assert desk.gateway.refund(request=request) == found
        assert desk.refunded(reference=request.reference) == 1500

    def test_a_call_that_never_arrived_can_be_made_again(self, desk: Desk) -> None:
        request = asking(desk)
        desk.break_next_call()
        with pytest.raises(GatewayUnreachable):
            desk.gateway.refund(request=request)
        assert desk.refunded(reference=request.reference) == 0
        assert desk.gateway.refund(request=request).outcome is Outcome.SUCCEEDED

    @pytest.mark.parametrize(("succeeds", "outcome"), [(True, Outcome.SUCCEEDED), (False, Outcome.FAILED)])
    def test_a_pending_refund_ends_in_news_and_in_lookup(self, desk: Desk, succeeds: bool, outcome: Outcome) -> None:
        request = asking(desk)
        desk.next_stays_pending()
        assert desk.gateway.refund(request=request).outcome is Outcome.PENDING
        headers, body = desk.finish(request=request, succeeds=succeeds)
        news = desk.gateway.hear(headers=headers, body=body)
        assert news is not None
        assert (news.shop_id, news.refund_id, news.key) == (SHOP, request.refund_id, request.key)
        assert news.answer.outcome is outcome
        assert desk.gateway.lookup(request=request) == news.answer

    def test_a_failure_says_why_in_a_word(self, desk: Desk) -> None:
        request = asking(desk)
        desk.next_fails()
        answer = desk.gateway.refund(request=request)
        assert answer.outcome is Outcome.FAILED
        assert answer.code
        assert " " not in answer.code

    def test_a_status_nobody_knows_is_an_answer_and_its_news_is_heard(self, desk: Desk) -> None:
        request = asking(desk)
        desk.next_is_unheard_of()
        answer = desk.gateway.refund(request=request)
        assert answer.outcome is Outcome.UNKNOWN
        assert answer.gateway_refund
        assert answer.code, "the word itself, for whoever must look"
        assert desk.gateway.lookup(request=request) == answer
        headers, body = desk.finish(request=request, succeeds=True)
        news = desk.gateway.hear(headers=headers, body=body)
        assert news is not None
        assert news.answer.outcome is Outcome.SUCCEEDED

    def test_what_an_answer_is_about_is_told_with_it(self, desk: Desk) -> None:
        request = asking(desk)
        assert desk.gateway.refund(request=request).amount == request.amount
        other = asking(desk)
        desk.next_speaks_of_another_currency()
        told = desk.gateway.refund(request=other).amount
        assert told is not None
        assert told.currency != "EUR"

    def test_a_refund_is_found_after_its_key_was_forgotten(self, desk: Desk) -> None:
        request = asking(desk)
        answer = desk.gateway.refund(request=request)
        desk.forget_keys()
        assert desk.gateway.lookup(request=request) == answer

    def test_the_list_holds_every_refund_since_then_once(self, desk: Desk) -> None:
        request, began = asking(desk), clock.now() - timedelta(minutes=1)
        desk.gateway.refund(request=request)
        desk.gateway.refund(request=asking(desk, amount=700, reference=request.reference))
        mine = [one for one in listed(desk, since=began) if request.reference in one.references]
        assert sorted(one.answer.amount.amount for one in mine if one.answer.amount) == [700, 1500]
        [this] = [one for one in mine if one.key == request.key]
        assert (this.shop_id, this.refund_id) == (SHOP, request.refund_id)
        assert this.answer == desk.gateway.lookup(request=request)
        later = listed(desk, since=clock.now() + timedelta(hours=1))
        assert not [one for one in later if request.reference in one.references]

    def test_forged_news_is_refused_and_other_news_left_alone(self, desk: Desk) -> None:
        request = asking(desk)
        desk.next_stays_pending()
        desk.gateway.refund(request=request)
        headers, body = desk.finish(request=request, succeeds=True)
        with pytest.raises(NewsRefused):
            desk.gateway.hear(headers=headers, body=body.replace(b"1500", b"1501"))
        with pytest.raises(NewsRefused):
            desk.gateway.hear(headers={}, body=body)
        other_headers, other_body = desk.other_news()
        assert desk.gateway.hear(headers=other_headers, body=other_body) is None
