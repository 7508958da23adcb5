"""What would this policy say of that order? A real order, a supposed request, and any policies beside one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import LineView, OrderView
from volte.kit.errors import NotFound
from volte.policy.rules import decide as deciding
from volte.policy.rules.decision import Decision
from volte.policy.rules.model import Policy
from volte.returns import considering, facts
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, shop_settings, tenancy


@dataclass(frozen=True, slots=True)
class Tried:
    """One line, and what each policy says of it, in the order they were given."""

    line: LineView
    decisions: tuple[Decision, ...]


def tried(
    *, number: str, reason: str, condition: str, policies: Sequence[Policy]
) -> tuple[OrderView, tuple[Tried, ...]]:
    """Each line of the order with this number, asked for now as supposed, decided by each policy. Saves nothing.

    Refuses `order_unknown`.
    """
    found = catalogue.page(number=number, limit=1).orders if number else ()
    if not found:
        raise NotFound("order_unknown")
    order, settings, now = found[0], shop_settings.of_shop(tenancy.current()), clock.now()
    rate, fault = considering.return_rate(order, now), considering.fault_of(reason, settings)
    lines = []
    for line in bundles.goods(lines=order.lines):
        wanted = WantedItem(line=line.id, quantity=1, reason=reason, condition=condition)
        known = facts.for_policy(
            order=order, line=line, wanted=wanted, fault=fault, standing=rate, settings=settings, now=now
        )
        lines.append(Tried(line, tuple(deciding.judge(policy=policy, facts=known) for policy in policies)))
    return order, tuple(lines)
