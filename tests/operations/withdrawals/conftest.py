"""The shop of the returns' tests, and reactions that run at once."""

from collections.abc import Callable
from uuid import UUID

import pytest

from tests.operations.returns.conftest import gateway, order, today
from volte.project.reactions import REACTIONS
from volte.runtime import dispatch, tenancy
from volte.runtime.actor import Actor
from volte.withdrawals import operations, queries
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules.statement import Declared

__all__ = ["gateway", "order", "today"]


@pytest.fixture
def visitor(shop: UUID) -> Actor:
    return Actor.visitor(shop, language="fr")


@pytest.fixture
def declare(visitor: Actor) -> Callable[..., WithdrawalView]:
    """Declare, let everything follow from it, and look at what became of the statement."""

    def run(
        *,
        name: str = "Camille Martin",
        contract: str = "#1001",
        email: str = "camille@example.com",
        lines: dict[str, int] | None = None,
        words: str = "",
        held: bool = False,
    ) -> WithdrawalView:
        said = Declared(name, contract, email, "fr", whole=not lines and not words, words=words)
        made = operations.declare(by=visitor, declared=said, lines=lines, held=held)
        react()
        with tenancy.entered(visitor.shop_id):
            return queries.by_id(withdrawal_id=made.statement.id)

    return run


def react() -> None:
    while dispatch.dispatch(REACTIONS):
        continue
