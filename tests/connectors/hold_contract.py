"""What every HoldGateway keeps, whoever stands behind it. Used as `gateway_contract`, with a fixture `till`."""

from datetime import timedelta
from typing import Protocol
from uuid import uuid4

import pytest

from tests.connectors.payment_contract import wish
from volte.kit.money import Money
from volte.money.ports import GatewayUnreachable, HoldGateway, HoldSeen
from volte.money.rules.outcomes import Holding
from volte.runtime import clock


class Till(Protocol):
    """The provider's side, and the person whose card it is."""

    gateway: HoldGateway

    def agree(self, url: str) -> None:
        """The person agrees on this page."""
        ...

    def break_next_capture(self) -> None:
        """The next capture takes effect, and its answer never arrives."""
        ...


def held(till: Till) -> tuple[str, str]:
    """A hold of 50.00 EUR: its page and its payment."""
    page = till.gateway.hold(request=wish(5000))
    assert till.gateway.standing(reference=page.reference) == HoldSeen(Holding.OPEN)
    till.agree(page.url)
    seen = till.gateway.standing(reference=page.reference)
    assert (seen.holding, seen.taken) == (Holding.HELD, None)
    assert seen.until is not None and timedelta(days=1) < seen.until - clock.now() < timedelta(days=32)
    return page.reference, seen.payment


def eur(amount: int) -> Money:
    return Money(amount, "EUR")


class HoldContract:
    def test_a_part_is_taken_once_whatever_the_key(self, till: Till) -> None:
        reference, payment = held(till)
        taken = till.gateway.capture(payment=payment, amount=eur(3000), key=uuid4().hex)
        assert taken == HoldSeen(Holding.TAKEN, payment, eur(3000))
        assert till.gateway.capture(payment=payment, amount=eur(5000), key=uuid4().hex) == taken
        assert till.gateway.standing(reference=reference) == taken

    def test_what_is_let_go_cannot_be_taken_and_the_other_way_round(self, till: Till) -> None:
        _, payment = held(till)
        gone = till.gateway.release(payment=payment, key=uuid4().hex)
        assert gone == HoldSeen(Holding.LET_GO, payment)
        assert till.gateway.capture(payment=payment, amount=eur(1), key=uuid4().hex) == gone
        _, other = held(till)
        till.gateway.capture(payment=other, amount=eur(5000), key=uuid4().hex)
        assert till.gateway.release(payment=other, key=uuid4().hex).holding is Holding.TAKEN

    def test_a_lost_answer_takes_once(self, till: Till) -> None:
        _, payment = held(till)
        key = uuid4().hex
        till.break_next_capture()
        with pytest.raises(GatewayUnreachable):
            till.gateway.capture(payment=payment, amount=eur(3000), key=key)
        assert till.gateway.capture(payment=payment, amount=eur(3000), key=key).taken == eur(3000)

    def test_one_key_is_one_page(self, till: Till) -> None:
        request = wish(5000)
        assert till.gateway.hold(request=request) == till.gateway.hold(request=request)
