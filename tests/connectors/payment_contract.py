"""What every PaymentGateway keeps, whoever stands behind it. Used as `gateway_contract`, with a fixture `till`."""

from typing import Protocol
from uuid import UUID, uuid4

import pytest

from volte.kit.money import Money
from volte.money.ports import CheckoutRequest, CheckoutSeen, GatewayUnreachable, NewsRefused, PaymentGateway
from volte.money.rules.outcomes import Paying

SHOP = UUID("0199aa00-0000-7000-8000-000000000001")
PAID, LEFT = "http://shop.example/s/maison/l/t?return=R1&payment=done", "http://shop.example/x?payment=left"


class Till(Protocol):
    """The provider's side, and the person who pays."""

    gateway: PaymentGateway

    def pay(self, url: str) -> None:
        """A person pays on this page, or finds it closed."""
        ...

    def news_of(self, reference: str) -> tuple[dict[str, str], bytes]:
        """The signed message that this page was paid."""
        ...

    def other_news(self) -> tuple[dict[str, str], bytes]: ...

    def break_next_call(self) -> None: ...


def wish(amount: int = 500) -> CheckoutRequest:
    name = uuid4()
    return CheckoutRequest(f"volte-{name}", Money(amount, "EUR"), "Échange, retour R1", "fr", PAID, LEFT, SHOP, name)


class PaymentContract:
    def test_a_page_is_paid_and_told(self, till: Till) -> None:
        request = wish()
        page = till.gateway.open_checkout(request=request)
        assert page.url.startswith(till.gateway.page_origin())
        assert till.gateway.seen(reference=page.reference) == CheckoutSeen(Paying.OPEN)
        till.pay(page.url)
        seen = till.gateway.seen(reference=page.reference)
        assert seen.paying is Paying.PAID
        assert seen.payment
        headers, body = till.news_of(page.reference)
        news = till.gateway.hear_payment(headers=headers, body=body)
        assert news is not None
        assert (news.shop_id, news.checkout_id, news.seen) == (SHOP, request.checkout_id, seen)

    def test_one_key_is_one_page(self, till: Till) -> None:
        request = wish()
        assert till.gateway.open_checkout(request=request) == till.gateway.open_checkout(request=request)

    def test_closed_it_cannot_be_paid_and_paid_it_cannot_be_closed(self, till: Till) -> None:
        closed, paid = (till.gateway.open_checkout(request=wish()) for _ in range(2))
        assert till.gateway.expire(reference=closed.reference).paying is Paying.OVER
        till.pay(closed.url)
        assert till.gateway.seen(reference=closed.reference).paying is Paying.OVER
        till.pay(paid.url)
        assert till.gateway.expire(reference=paid.reference).paying is Paying.PAID

    def test_no_answer_is_no_page_and_asked_again_it_opens(self, till: Till) -> None:
        request = wish()
        till.break_next_call()
        with pytest.raises(GatewayUnreachable):
            till.gateway.open_checkout(request=request)
        assert till.gateway.open_checkout(request=request).url

    def test_forged_news_is_refused_and_other_news_left_alone(self, till: Till) -> None:
        page = till.gateway.open_checkout(request=wish())
        till.pay(page.url)
        _, body = till.news_of(page.reference)
        with pytest.raises(NewsRefused):
            till.gateway.hear_payment(headers={}, body=body)
        other_headers, other_body = till.other_news()
        assert till.gateway.hear_payment(headers=other_headers, body=other_body) is None
