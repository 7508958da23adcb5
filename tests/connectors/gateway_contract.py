"""What every RefundGateway keeps, whoever stands behind it.

To test an adapter: subclass `GatewayContract` in a test module and give it the fixture `desk`, the provider's side of
the counter. The fake in tests/connectors/gateway_fake.py passes it, so tests with the fake mean something.
"""

from typing import Protocol
from uuid import UUID, uuid4

import pytest

from volte.kit.money import Money
from volte.money.ports import GatewayRequest, GatewayUnreachable, NewsRefused, RefundGateway
from volte.money.rules.outcomes import Outcome

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

    def finish(self, *, request: GatewayRequest, succeeds: bool) -> tuple[dict[str, str], bytes]:
        """End a pending refund; the signed message about it."""
        ...

    def other_news(self) -> tuple[dict[str, str], bytes]:
        """A signed message about none of our refunds."""
        ...


def asking(desk: Desk, *, amount: int = 1500, paid: int = 8188, reference: str | None = None) -> GatewayRequest:
    name = reference if reference is not None else desk.charge(amount=paid)
    return GatewayRequest(uuid4().hex, name, Money(amount, "EUR"), SHOP, uuid4())


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
