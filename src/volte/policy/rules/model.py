"""What did the shop write down? The policy as data: terms, and ordered rules that change them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.time import Span
from volte.kit.words import Method, RefundTrigger, Resolution
from volte.policy.rules.conditions import READ, Condition
from volte.policy.rules.words import Approval, Evidence, Fact, Field, RefundShipping, WindowStart

_FIELDS = tuple(Field)
_SOON, _FORTNIGHT = Span(days=3), Span(days=14)


@dataclass(frozen=True, slots=True)
class Window:
    """How long something may be announced for return.

    `days` after `start` (that day not counted), and never before `until` (a last day, inclusive). Of both, the later.
    `or_days_after_order` holds when the day of shipment or delivery is not known.
    """

    days: int | None = None
    start: WindowStart = WindowStart.DELIVERY
    until: date | None = None
    or_days_after_order: int | None = None


@dataclass(frozen=True, slots=True)
class MethodTerm:
    """One way back and its price for the customer; None: they pay the postage themselves."""

    method: Method
    price: Money | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one item. `refund_within` counts from the news that `refund_at` names. `exchange_fee` takes the
    place of `restocking_fee` for who chooses an exchange; None: it is the same."""

    window: Window
    resolutions: tuple[Resolution, ...]
    methods: tuple[MethodTerm, ...]
    accept: bool = True
    credit_bonus: Rate = NOTHING
    restocking_fee: Rate = NOTHING
    exchange_fee: Rate | None = None
    approval: Approval = Approval.AUTOMATIC
    refund_at: RefundTrigger = RefundTrigger.INSPECTION
    refund_within: Span = _SOON
    refund_shipping: RefundShipping = RefundShipping.WHEN_AT_FAULT
    send_within: Span = _FORTNIGHT
    evidence: tuple[Evidence, ...] = ()

    def changed(self, changes: Mapping[Field, Any]) -> "Terms":
        """These terms with other values for the fields named (a StrEnum member is its own keyword)."""
        return Terms(**{name: changes[name] if name in changes else getattr(self, name) for name in _FIELDS})


Test = tuple[Fact, Callable[[Any], Any], Callable[[Any], bool | None]]
"""Of one condition: its fact, how to read it from the facts, and whether a value of it holds."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When all of `when` hold, `then` overrides the named terms; `stop` ends the reading.

    `because` is the shop's own clause for a customer who is refused, by language ("it was sold as final").
    """

    id: str
    when: tuple[Condition, ...]
    then: Mapping[Field, Any]
    stop: bool = False
    because: Mapping[str, str] = field(default_factory=dict)
    tests: tuple[Test, ...] = field(init=False, repr=False, compare=False)
    """`when` made ready: every decision reads every rule, so what can be looked up once is."""

    def __post_init__(self) -> None:
        ready = tuple((condition.fact, READ[condition.fact], condition.holds) for condition in self.when)
        object.__setattr__(self, "tests", ready)


@dataclass(frozen=True, slots=True)
class Policy:
    """A whole document. `digest` is the SHA-256 of what it says, in hex (`canonical`)."""

    name: str
    sells_to: tuple[str, ...]
    languages: tuple[str, ...]
    currency: str
    terms: Terms
    rules: tuple[Rule, ...]
    digest: str
    informs_of_withdrawal: bool | None = None
    """The shop tells every buyer of the right to withdraw and of the return cost; None: it does not say."""

    def sets(self, field: Field) -> bool:
        """Do the terms say anything of this, or any rule?"""
        return getattr(self.terms, field) is not None or any(field in rule.then for rule in self.rules)

    def reads(self, *facts: Fact) -> bool:
        """Does any rule look at one of these?"""
        return any(condition.fact in facts for rule in self.rules for condition in rule.when)
