"""What does a provision say? One typed value for each topic; what a country leaves out is its parent's.

Numbers are in the unit the field names. docs/reference/law.md tells them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from volte.law.rules.words import (
    Bears,
    Channel,
    OnlyIf,
    Owed,
    RefundStart,
    SoleTraders,
    StartEvent,
    Topic,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Counting:
    """`inclusive`: the day of the event is the first day. `rolls_over`: an end on a day nobody works moves on."""

    inclusive: bool = False
    rolls_over: bool = False


@dataclass(frozen=True, slots=True)
class Buyers:
    sole_traders: SoleTraders = SoleTraders.DEPENDS


@dataclass(frozen=True, slots=True)
class SmallProfessionals:
    """Small businesses that buy away from business premises, outside their main trade, count as consumers."""

    employees_at_most: int


@dataclass(frozen=True, slots=True)
class DeliveryRisk:
    """Until when loss and damage on the way to a consumer are the shop's: until the consumer has the goods, unless they
    chose a carrier the shop did not offer."""

    until: Literal["possession"] = "possession"


@dataclass(frozen=True, slots=True)
class Window:
    """The right to change one's mind: `days` long, for contracts concluded through `channels`; through `doubtful` ones
    it hangs on more than we know. `only_if` the shop failed to do something; `unused_only` for goods not used."""

    days: int = 0
    unit: Unit = Unit.CALENDAR
    channels: frozenset[Channel] = frozenset()
    doubtful: frozenset[Channel] = frozenset()
    only_if: OnlyIf | None = None
    unused_only: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    event: StartEvent = StartEvent.POSSESSION


@dataclass(frozen=True, slots=True)
class NotInformed:
    """The period is `months` longer, counted from the initial end or, with `days`, from the start; told meanwhile, it
    ends `days` after that."""

    months: int
    days: int
    counted_from: str = "initial_end"


@dataclass(frozen=True, slots=True)
class SendBack:
    days: int


@dataclass(frozen=True, slots=True)
class ReturnCost:
    payer: Bears


@dataclass(frozen=True, slots=True)
class Refund:
    """Within `days` of `starts`; no days where the law names none, 0 for at once. `indexed`: adjusted for what money
    lost meanwhile, by figures the state publishes and we do not have: the duty is told, the sum is not reckoned."""

    days: int | None = None
    unit: Unit = Unit.CALENDAR
    starts: RefundStart = RefundStart.NOTICE
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class Outbound:
    owed: Owed


@dataclass(frozen=True, slots=True)
class Withhold:
    until_goods_or_proof: bool


@dataclass(frozen=True, slots=True)
class Deduction:
    allowed: str = "if_informed"


@dataclass(frozen=True, slots=True)
class Digital:
    nothing_due: bool = True


@dataclass(frozen=True, slots=True)
class Exceptions:
    scope: str = "listed"


@dataclass(frozen=True, slots=True)
class Band:
    """More than `over_days` late: so many percent of the sum, or legal interest."""

    over_days: int
    percent: int = 0
    legal_interest: bool = False


@dataclass(frozen=True, slots=True)
class Late:
    """What a late refund costs the shop: the band of its lateness, after `points_per_month_after` days `points` more a
    further month, at most so many percent; or `factor` times the sum (and damages)."""

    bands: tuple[Band, ...] = ()
    points_per_month_after: int | None = None
    points: int = 0
    at_most_percent: int = 100
    factor: int = 1
    damages: bool = False


@dataclass(frozen=True, slots=True)
class ConformityTerm:
    """How long the seller answers for defects that show: `months` or `days` from delivery. `open_ended`: as long as
    such goods should last, surely for `sure_months`. `used_months_by_agreement` is as far as a contract may cut it for
    used goods; `excludable`: a contract may exclude it."""

    months: int = 0
    days: int = 0
    digital_months: int = 0
    lasting_months: int = 0
    perishable_days: int = 0
    used_months_by_agreement: int = 0
    open_ended: bool = False
    sure_months: int = 0
    excludable: bool = False


@dataclass(frozen=True, slots=True)
class ConformityProof:
    months: int
    used_months: int


@dataclass(frozen=True, slots=True)
class ConformityRemedy:
    """Repair or replacement within `days` (none: a reasonable time); a refund after it within `refund_days`.
    `refund_if_major`: for a grave fault the consumer chooses between refund and replacement at once."""

    days: int | None = None
    refund_days: int | None = None
    refund_if_major: bool = False


@dataclass(frozen=True, slots=True)
class ConformityReject:
    """For `days` after delivery the consumer may give faulty goods back for a refund, due `refund_days` later."""

    days: int
    refund_days: int | None = None


@dataclass(frozen=True, slots=True)
class ConformityRepair:
    """A repair lengthens the liability by `months`, so many `times`; replaced instead, it begins anew."""

    months: int
    times: int = 1
    replaced_months: int = 0


@dataclass(frozen=True, slots=True)
class ConformityNotice:
    """The consumer must speak up within `months` of noticing."""

    months: int


@dataclass(frozen=True, slots=True)
class ConformityCost:
    payer: Bears = Bears.MERCHANT


@dataclass(frozen=True, slots=True)
class CreditTerm:
    """Value kept in a shop for what came back lasts at least so many `months`, or `for_ever`."""

    months: int = 0
    for_ever: bool = False


OF_TOPIC: Mapping[Topic, type] = {
    Topic.COUNTING: Counting,
    Topic.BUYERS: Buyers,
    Topic.SMALL_PROFESSIONALS: SmallProfessionals,
    Topic.WINDOW: Window,
    Topic.START: Start,
    Topic.NOT_INFORMED: NotInformed,
    Topic.SEND_BACK: SendBack,
    Topic.RETURN_COST: ReturnCost,
    Topic.REFUND: Refund,
    Topic.OUTBOUND: Outbound,
    Topic.DELIVERY_RISK: DeliveryRisk,
    Topic.WITHHOLD: Withhold,
    Topic.DEDUCTION: Deduction,
    Topic.DIGITAL: Digital,
    Topic.EXCEPTIONS: Exceptions,
    Topic.LATE_REFUND: Late,
    Topic.CONFORMITY_TERM: ConformityTerm,
    Topic.CONFORMITY_PROOF: ConformityProof,
    Topic.CONFORMITY_REMEDY: ConformityRemedy,
    Topic.CONFORMITY_COST: ConformityCost,
    Topic.CONFORMITY_REJECT: ConformityReject,
    Topic.CONFORMITY_REPAIR: ConformityRepair,
    Topic.CONFORMITY_NOTICE: ConformityNotice,
    Topic.CONFORMITY_LATE_REFUND: Late,
    Topic.CREDIT_TERM: CreditTerm,
}


def read(topic: Topic, value: Mapping[str, Any]) -> Any:
    """The typed value of a topic. A ValueError names a field nobody knows, or what is wrong with one."""
    kind = OF_TOPIC[topic]
    strange = value.keys() - {field.name for field in fields(kind)}
    if strange:
        raise ValueError(f"{topic}: nobody reads {', '.join(sorted(strange))}")
    return _adapter(kind).validate_python(dict(value))


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
