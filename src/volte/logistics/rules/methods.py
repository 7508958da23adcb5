"""Which ways back can a shopper choose, what does each ask of them, and which is cheapest, which easiest?

Ease is counted, not claimed: the number of things the shopper has to do. A mark is given to every way that shares the
best value and to none when all share it, because then it would say nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from volte.kit import text
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Method
from volte.logistics.rules import footprint
from volte.logistics.rules.footprint import Estimate, Trip


class LabelNeed(StrEnum):
    """What has to be on or with the parcel."""

    NOTHING = "nothing"
    CODE = "code"
    PRINTED = "printed"


class Step(StrEnum):
    """One thing the shopper has to do."""

    PACK = "pack"
    PRINT = "print"
    GO_OUT = "go_out"
    BE_HOME = "be_home"


@dataclass(frozen=True, slots=True)
class Effort:
    """What a method asks: its steps, and the paper or code it needs."""

    steps: tuple[Step, ...]
    label: LabelNeed


EFFORTS: Mapping[Method, Effort] = {
    Method.KEEP: Effort((), LabelNeed.NOTHING),
    Method.STORE: Effort((Step.GO_OUT,), LabelNeed.CODE),
    Method.DROP_OFF: Effort((Step.PACK, Step.GO_OUT), LabelNeed.CODE),
    Method.PICKUP: Effort((Step.PACK, Step.PRINT, Step.BE_HOME), LabelNeed.PRINTED),
    Method.MAIL: Effort((Step.PACK, Step.PRINT, Step.GO_OUT), LabelNeed.PRINTED),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A method the shop lets this shopper use, at the price the shopper pays (zero when the shop pays)."""

    method: Method
    price: Money


@dataclass(frozen=True, slots=True)
class Option:
    """One way back, ready to be shown. `effort` and `title` are sentences to be written in the shopper's language."""

    method: Method
    title: Message
    price: Money
    effort: Message
    steps: tuple[Step, ...]
    label: LabelNeed
    co2e: Estimate
    cheapest: bool
    easiest: bool


def options(*, offers: Sequence[Offer], trip: Trip) -> tuple[Option, ...]:
    """The offers as options: cheapest first, then the one that asks least; offers share one currency.

    Each method at most once; a second offer of the same method is a ValueError, as two prices for one way are a
    mistake of the caller.
    """
    if len({offer.method for offer in offers}) != len(offers):
        raise ValueError("the same method is offered twice")
    prices = [offer.price.amount for offer in offers]
    steps = [len(EFFORTS[offer.method].steps) for offer in offers]
    shown = [_option(offer, prices, steps, trip) for offer in offers]
    return tuple(sorted(shown, key=lambda option: (option.price.amount, len(option.steps))))


def _option(offer: Offer, prices: Sequence[int], steps: Sequence[int], trip: Trip) -> Option:
    effort = EFFORTS[offer.method]
    word = offer.method.value.replace("_", "-")
    return Option(
        method=offer.method,
        title=text.message(f"logistics-method-{word}"),
        price=offer.price,
        effort=text.message(f"logistics-effort-{word}"),
        steps=effort.steps,
        label=effort.label,
        co2e=footprint.estimate(method=offer.method, trip=trip),
        cheapest=_stands_out(offer.price.amount, prices),
        easiest=_stands_out(len(effort.steps), steps),
    )


def _stands_out(value: int, among: Sequence[int]) -> bool:
    return value == min(among) and value < max(among)
