"""Which ways of sending a return back may still be chosen, as decided when it was asked for. Never writes."""

from collections.abc import Iterable, Sequence
from typing import Any

from volte.kit.words import Method
from volte.policy.rules.decision import MethodOffer
from volte.returns import decisions, offers
from volte.returns.rules.lifecycle import OVER, Act
from volte.returns.views import ReturnView


def to_choose(*, view: ReturnView) -> tuple[MethodOffer, ...]:
    """The ways this return may take, the present one among them; none when it is too late to choose, or when its goods
    are kept."""
    if Act.CHOOSE_WAY not in view.next_acts:
        return ()
    return of(view.method, (item.decision for item in view.items if item.verdict not in OVER))


def of(present: Method, kept: Iterable[Any]) -> tuple[MethodOffer, ...]:
    """The same for the kept decisions of its open items."""
    if present is Method.KEEP:
        return ()
    found: Sequence[MethodOffer] = offers.shared([decisions.methods_of(one) for one in kept])
    return tuple(offer for offer in found if offer.method is not Method.KEEP)
