"""What a backtest answers."""

from dataclasses import dataclass
from typing import Any

from volte.insights.answers import Drawing
from volte.insights.backtest.leaving import NOTHING, Leaving
from volte.kit.text import Message
from volte.policy.rules.words import Field, Verdict

# The columns of the file; what is told by group: goods, buyers, and bands of what one unit cost.
LINES = (
    *("order", "return", "title", "country", "customer_kind", "units", "verdict_now", "verdict_then"),
    *("refund_now", "refund_then", "fees_now", "fees_then", "way_now", "way_then", "worse", "currency"),
)
GROUPS = ("category", "country", "customer_kind", "customer_tags", "price")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One policy over all items. Money in minor units: `refund` promised, `fees` kept, `bonuses` added to credits,
    `ways` asked for the way back (once a parcel). `lifted`: the shop's terms had said no, the law says yes. `refund_at`
    counts items by the news that starts the refund, `refund_days` is the mean promise after it. Refunds are those of
    items somebody wanted the money for."""

    verdicts: dict[Verdict, int]
    lifted: int
    refund: int
    fees: int
    bonuses: int
    ways: int
    refund_at: dict[str, int]
    refund_days: float


@dataclass(frozen=True, slots=True)
class Group:
    """`by` is one of `GROUPS`; `name` is empty where it is not known."""

    by: str
    name: str
    items: int
    refused_now: int
    refused_then: int
    worse: int
    better: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Items treated worse (or better) in one way, with a few orders to look at."""

    how: str
    items: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """A term of the draft that fell below the law in real cases. `rule` is the one that set it, "" the terms."""

    field: Field
    rule: str
    items: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Backtest:
    """The whole answer. `unknown` is what no replay can know, as sentences;
    `lines` one row, under `LINES`, for each item that is better or worse off; `asked_of_law` in how many different
    situations the law was asked; `leaving` by when the refunds have to be out."""

    items: int
    currency: str
    current: Outcome
    draft: Outcome
    worse_items: int
    better_items: int
    worse: tuple[Changed, ...]
    better: tuple[Changed, ...]
    groups: tuple[Group, ...]
    breaches: tuple[Breach, ...]
    lines: tuple[tuple[Any, ...], ...]
    unknown: tuple[Message, ...]
    asked_of_law: int
    # Trials that were kept before they told it have none.
    leaving: Leaving = NOTHING

    @property
    def drawing(self) -> Drawing | None:
        """How many items are treated worse, by way."""
        if not self.worse:
            return None
        return Drawing(
            "bars",
            labels=tuple(one.how for one in self.worse),
            values=tuple(float(one.items) for one in self.worse),
            unit="count",
        )
