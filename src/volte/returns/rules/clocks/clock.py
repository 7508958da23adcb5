"""What are the clocks of a return counted from, and what is one of them?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from volte.kit import time
from volte.kit.words import RefundTrigger, Resolution
from volte.law.rules import provisions, terms
from volte.law.rules.refunding import RefundTerm
from volte.law.rules.words import Topic
from volte.returns.rules.clocks.words import PERIODS, Awaited, Code, Origin, State, Who
from volte.returns.rules.lifecycle import Verdict


@dataclass(frozen=True, slots=True)
class Contract:
    """Where and when it was concluded: which law applies."""

    country: str
    region: str | None
    concluded_on: date

    @property
    def statute(self) -> provisions.Statute:
        return provisions.statute(self.country, self.concluded_on, self.region)


@dataclass(frozen=True, slots=True)
class Right:
    """A right of the law as it was told: until when, and where it is written."""

    last_day: date
    citations: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    used: bool = False
    """This return rests on it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One item as its clocks see it. `lawful_at`: the end of a term that the notice started."""

    verdict: Verdict
    resolution: Resolution
    zone: str
    trigger: RefundTrigger = RefundTrigger.INSPECTION
    within_days: int | None = None
    legal: RefundTerm = field(default_factory=lambda: RefundTerm(None))
    lawful_at: datetime | None = None
    contract: Contract | None = None
    faulty: bool = False
    """It comes back because it is not as it should be (conformity)."""
    kept: bool = False
    arrived: bool = False
    inspected: bool = False
    over: bool = False
    """Nothing is owed for it any more."""
    unpaid: bool = False
    evidence_until: datetime | None = None
    withdrawal: Right | None = None
    guarantee: Right | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What of a return its clocks are counted from. `asked_since`: since when a person of the shop is waited for."""

    zone: str
    requested_at: datetime
    parts: tuple[Part, ...]
    approved_at: datetime | None = None
    handed_over_at: datetime | None = None
    arrived_at: datetime | None = None
    inspected_at: datetime | None = None
    settled_at: datetime | None = None
    last_day: date | None = None
    travels: bool = True
    appeal_until: datetime | None = None
    """By when an open appeal is answered."""
    asked_since: datetime | None = None
    undecided: bool = False
    answer_days: int = 2
    country: str = ""
    """The shop's: whose working days an answer is counted in."""

    @property
    def proof_at(self) -> datetime | None:
        return self.handed_over_at or self.arrived_at


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline. `due` None: not to be named yet (`awaits` says why)."""

    code: Code
    who: Who
    origin: Origin
    zone: str
    due: datetime | None
    awaits: Awaited | None = None
    done_at: datetime | None = None
    contract: Contract | None = None
    topics: tuple[Topic, ...] = ()
    late_topic: Topic | None = None
    right: Right | None = None

    def state(self, now: datetime) -> State:
        if self.done_at is not None:
            return State.MET
        if self.due is None:
            return State.WAITING
        if now < self.due:
            return State.RUNNING
        return State.OVER if self.code in PERIODS else State.MISSED

    @property
    def last_day(self) -> date | None:
        """The last day in time, where the deadline is counted."""
        return None if self.due is None else time.local_date(self.due - timedelta(microseconds=1), self.zone)

    @property
    def binds_shop(self) -> bool:
        return self.who is Who.SHOP and self.origin is Origin.LAW

    @property
    def citations(self) -> tuple[str, ...]:
        """Where it is written, as words."""
        if self.contract is not None:
            return _written(self.contract.statute.cite(*self.topics))
        return self.right.citations if self.right is not None else ()

    @property
    def unverified(self) -> tuple[str, ...]:
        """Those of them whose text nobody has compared yet."""
        if self.contract is not None:
            return _written(self.contract.statute.unverified(*self.topics))
        return self.right.unverified if self.right is not None else ()

    @property
    def late(self) -> terms.Late | None:
        """What being late costs by law; None where no law we know names a price."""
        if self.contract is None or self.late_topic is None:
            return None
        return self.contract.statute.get(self.late_topic, terms.Late)


def _written(citations: Iterable[provisions.Citation]) -> tuple[str, ...]:
    return tuple(f"{citation.title}, {citation.article}" for citation in citations)
