"""What an answer is: a finding in one sentence, the figures it was drawn from, and what must be known to read them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from volte.insights.asked import Question
from volte.kit.text import Message

# Groups with fewer units are not shown: their rate would be chance, and somebody might be recognised in them.
SMALLEST = 10
# A page shows so many rows; the file has all of them that are large enough.
SHOWN = 15


class Kind(StrEnum):
    """How the cells of a column are written."""

    WORDS = "words"
    COUNT = "count"
    RATE = "rate"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is the id of its heading: insights-column-<name>."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the chart shows. `intervals` and `bars`: a label and values; `columns`, `stacked` and `lines`: over
    time or days.

    `values` are numbers as they are drawn (rates as shares of 1, amounts in whole units of currency); `series` names
    the parts of a stack or the `lines`; `mark` is a line all are compared with. `across` and `up` name what is measured
    along each side, in the reader's language; `told` are the values of `bars` as they are written beside them.
    """

    kind: str
    labels: tuple[str, ...] = ()
    values: tuple[float, ...] = ()
    lows: tuple[float, ...] = ()
    highs: tuple[float, ...] = ()
    series: tuple[str, ...] = ()
    mark: float | None = None
    unit: str = "count"
    across: str = ""
    up: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """`found` is false when the finding is an honest "nothing to say". Cells of `rows` follow `columns`; None is
    unknown. `notes` say what is left out and why."""

    question: Question
    finding: Message
    found: bool
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    notes: tuple[Message, ...] = ()
    drawing: Drawing | None = None
    counted: int = 0
    terms: dict[str, Any] = field(default_factory=dict)
