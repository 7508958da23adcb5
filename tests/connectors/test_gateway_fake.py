"""The fake keeps the contract it stands in for."""

import pytest

from tests.connectors.gateway_contract import GatewayContract
from tests.connectors.gateway_fake import FakeGateway


class FakeDesk(FakeGateway):
    @property
    def gateway(self) -> FakeGateway:
        return self

    def lose_next_answer(self) -> None:
        self.next.append("lose")

    def break_next_call(self) -> None:
        self.next.append("break")

    def next_stays_pending(self) -> None:
        self.next.append("pending")

    def next_is_unheard_of(self) -> None:
        self.next.append("unheard")

    def next_speaks_of_another_currency(self) -> None:
        self.next.append("currency")

    def forget_keys(self) -> None:
        """Nothing to do: it looks up by key in what it made, as others do in what they wrote down."""

    def next_fails(self) -> None:
        self.next.append("fail")


class TestFakeGateway(GatewayContract):
    @pytest.fixture
    def desk(self) -> FakeDesk:
        return FakeDesk()
