"""What was taken off for use: how much, why, and the photos of it, beside the way to object."""

from collections.abc import Sequence
from dataclasses import dataclass

from volte.kit.money import Money
from volte.returns.views import ReturnView


@dataclass(frozen=True, slots=True)
class Row:
    """One article that was paid less. `photos` are digests."""

    title: str
    amount: Money
    why: str
    photos: Sequence[str]


def rows(view: ReturnView) -> list[Row]:
    """Only what was paid out less: what somebody still thinks about is no news."""
    return [
        Row(item.title, Money(item.deducted, view.value.currency), item.deduction_reason, item.photos_of_wear)
        for item in view.items
        if item.deducted
    ]
