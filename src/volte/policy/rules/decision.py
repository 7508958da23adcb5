"""What was decided for one item, and everything needed to explain it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message
from volte.kit.words import Method, Resolution
from volte.law.rules.provisions import Citation
from volte.law.rules.rights import Rights
from volte.law.rules.words import Standing
from volte.policy.rules.evaluate import RuleStep
from volte.policy.rules.model import Rule
from volte.policy.rules.refund import RefundPlan
from volte.policy.rules.words import Basis, Evidence, Field, MustAct, Verdict


class Origin(StrEnum):
    """Who gave a term its value."""

    TERMS = "terms"
    RULE = "rule"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the value of one field comes from: the terms, a rule by its id, or the law by its citations."""

    origin: Origin
    rule: str | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionOffer:
    """One thing the customer may get. `bonus` is added to store credit."""

    resolution: Resolution
    bonus: Rate | None = None


@dataclass(frozen=True, slots=True)
class MethodOffer:
    """One way back and what it costs the customer: `price`, or their own postage (`own_postage`, price zero)."""

    method: Method
    price: Money
    own_postage: bool = False

    @property
    def free(self) -> bool:
        return not self.own_postage and not self.price


@dataclass(frozen=True, slots=True)
class StatutoryRight:
    """A right of the law as it stands for this item. `name`: withdrawal | conformity."""

    name: str
    standing: Standing
    why: Message
    last_day: date | None
    citations: tuple[Citation, ...]
    unverified: tuple[Citation, ...] = ()
    """Those of them whose text nobody has compared yet."""


@dataclass(frozen=True, slots=True)
class LawStep:
    """What the law changed in the shop's terms, after all rules."""

    right: str
    fields: tuple[Field, ...]
    why: Message
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer for one item. Days are in `zone`, the customer's; `window_until` is the first moment too late."""

    verdict: Verdict
    basis: Basis | None
    zone: str
    last_day: date | None
    window_until: datetime | None
    resolutions: tuple[ResolutionOffer, ...]
    methods: tuple[MethodOffer, ...]
    restocking_fee: Rate
    exchange_fee: Rate
    """In place of `restocking_fee` for who chooses an exchange."""
    outbound_refunded: bool
    deduction_allowed: bool
    seal_must_hold: bool
    refund: RefundPlan
    evidence: tuple[Evidence, ...]
    """What is still to be shown."""
    must_act: MustAct
    send_by: date | None
    rights: Rights
    set_by: Mapping[Field, Rule]
    lifted: tuple[Field, ...]
    steps: tuple[RuleStep, ...]
    """What each rule did, in order."""
    sentence: Message
    """For the customer, in one sentence."""
    how_long: Message
    """Until when the item may come back, for an item that may."""
    hint: Message | None
    """What the customer may still do when the answer is no."""

    @property
    def accepted(self) -> bool:
        return self.verdict is Verdict.ACCEPTED

    @property
    def statutory(self) -> tuple[StatutoryRight, ...]:
        """The rights of the law as they stand, whether or not they carried the decision."""
        one, other = self.rights.withdrawal, self.rights.conformity
        return (
            StatutoryRight("withdrawal", one.standing, one.why, one.last_day, one.citations, one.unverified),
            StatutoryRight("conformity", other.standing, other.why, other.last_day, other.citations, other.unverified),
        )

    @property
    def law_step(self) -> LawStep | None:
        """What the law changed, if anything."""
        if not self.lifted:
            return None
        right = self.statutory[1 if self.basis is Basis.CONFORMITY else 0]
        return LawStep(right.name, self.lifted, right.why, right.citations)

    @property
    def sources(self) -> Mapping[Field, Source]:
        """Where each field has its value from."""
        law = self.law_step
        sources = dict.fromkeys(Field, Source(Origin.TERMS))
        sources.update({name: Source(Origin.RULE, rule=rule.id) for name, rule in self.set_by.items()})
        if law is not None:
            sources.update(dict.fromkeys(law.fields, Source(Origin.LAW, citations=law.citations)))
        return sources

    def method(self, wanted: Method) -> MethodOffer | None:
        return next((offer for offer in self.methods if offer.method is wanted), None)

    def fee(self, wanted: Resolution) -> Rate:
        """What is kept of the price of who gets this."""
        return self.exchange_fee if wanted is Resolution.EXCHANGE else self.restocking_fee

    def resolution(self, wanted: Resolution) -> ResolutionOffer | None:
        return next((offer for offer in self.resolutions if offer.resolution is wanted), None)
