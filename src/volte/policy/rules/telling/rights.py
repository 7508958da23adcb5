"""What does the law give a customer in a country the shop sells to, whatever the shop promises: as sentences, and as
the values they rest on?

For a purchase at a distance by a consumer, today. Which right stands for one item is the decision's to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from volte.kit.text import Message, message
from volte.law.rules import provisions, terms
from volte.law.rules.provisions import Citation, Statute
from volte.law.rules.words import Bears, Channel, Coverage, Owed, StartEvent, Topic, Unit
from volte.policy.rules import explain
from volte.policy.rules.telling import clauses

_WITHDRAWAL = (
    Topic.WINDOW,
    Topic.START,
    Topic.NOT_INFORMED,
    Topic.RETURN_COST,
    Topic.SEND_BACK,
    Topic.REFUND,
    Topic.OUTBOUND,
    Topic.WITHHOLD,
    Topic.DEDUCTION,
    Topic.EXCEPTIONS,
)
_GUARANTEE = (Topic.CONFORMITY_TERM, Topic.CONFORMITY_REMEDY, Topic.CONFORMITY_REJECT, Topic.CONFORMITY_COST)


@dataclass(frozen=True, slots=True)
class Right:
    """A right as sentences, and where it is written; `doubtful` are the citations whose text nobody compared yet."""

    sentences: tuple[Message, ...]
    citations: tuple[Citation, ...]
    doubtful: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The law of one country, or of a `region` of it that has its own. `window` is None where no right to change one's
    mind is given for buying online."""

    country: str
    region: str | None
    coverage: Coverage
    statute: Statute
    window: terms.Window | None
    withdrawal: Right
    exceptions: tuple[Message, ...]
    guarantee: Right

    @property
    def code(self) -> str:
        return f"{self.country}-{self.region}" if self.region else self.country

    @property
    def name(self) -> Message:
        """What people call it."""
        named = clauses.country(self.country)
        return message("policy-told-region", country=named, region=self.region) if self.region else named

    @property
    def cited(self) -> str:
        """Every article in one line, a question mark at those nobody compared with the text yet."""
        citations = dict.fromkeys((*self.withdrawal.citations, *self.guarantee.citations))
        return explain.cited(citations, doubtful=(*self.withdrawal.doubtful, *self.guarantee.doubtful))


def places(countries: tuple[str, ...], *, today: date, informs: bool | None) -> tuple[Place, ...]:
    """Each country once, followed by its regions that have law of their own."""
    found = []
    for country in dict.fromkeys(countries):
        for region in (None, *provisions.regions_of(country)):
            found.append(_place(country, region, today, informs))
    return tuple(found)


def _place(country: str, region: str | None, today: date, informs: bool | None) -> Place:
    statute = provisions.statute(country, today, region)
    window = statute.get(Topic.WINDOW, terms.Window)
    given = window if window is not None and Channel.ONLINE in window.channels and window.days else None
    letters = dict.fromkeys(exempt.letter for exempt in statute.exceptions) if given else ()
    return Place(
        country=country,
        region=region,
        coverage=statute.coverage,
        statute=statute,
        window=given,
        withdrawal=_right(
            statute, tuple(_withdrawal(statute, given, informs)), _WITHDRAWAL if given else (Topic.WINDOW,)
        ),
        exceptions=tuple(message(f"policy-told-law-exception-{letter}") for letter in letters),
        guarantee=_right(statute, tuple(_guarantee(statute)), _GUARANTEE),
    )


def _right(statute: Statute, sentences: tuple[Message, ...], topics: tuple[Topic, ...]) -> Right:
    return Right(sentences, statute.cite(*topics), statute.unverified(*topics))


def _withdrawal(statute: Statute, window: terms.Window | None, informs: bool | None) -> Iterator[Message]:
    if statute.coverage is Coverage.NOT_COVERED:
        yield message("policy-told-law-unknown")
        return
    if window is None:
        yield message("policy-told-law-no-withdrawal")
        return
    start = statute.get(Topic.START, terms.Start) or terms.Start()
    since = "conclusion" if start.event is StartEvent.CONCLUSION else "possession"
    condition = "" if window.only_if is None else f"-{window.only_if}".replace("_", "-")
    yield message(f"policy-told-law-window-{since}{condition}", days=days(window.days, window.unit))
    if window.unused_only:
        yield message("policy-told-law-unused")
    if window.only_if is None:
        yield message("policy-told-law-no-reason")
    yield from _costs(statute, informs)
    yield from _refund(statute)
    send_back = statute.get(Topic.SEND_BACK, terms.SendBack)
    if send_back is not None:
        yield message("policy-told-law-send-back", days=days(send_back.days, Unit.CALENDAR))
    longer = statute.get(Topic.NOT_INFORMED, terms.NotInformed)
    if longer is not None and informs is not True:
        yield message("policy-told-law-not-informed", span=explain.months(longer.months))
    if statute.coverage is Coverage.UNION:
        yield message("policy-told-law-minimum")


def payer(statute: Statute, informs: bool | None) -> Bears | None:
    """Who pays the way back after a withdrawal, as far as the policy says if buyers are told; None: nobody says."""
    said = statute.get(Topic.RETURN_COST, terms.ReturnCost)
    if said is None or said.payer is not Bears.CUSTOMER_IF_INFORMED or informs is None:
        return None if said is None else said.payer
    return Bears.CUSTOMER if informs else Bears.MERCHANT


def _costs(statute: Statute, informs: bool | None) -> Iterator[Message]:
    bears = payer(statute, informs)
    if bears is not None:
        yield message(f"policy-told-law-paid-{bears}".replace("_", "-"))
    outbound = statute.get(Topic.OUTBOUND, terms.Outbound)
    yield message(f"policy-told-law-outbound-{Owed.NONE if outbound is None else outbound.owed}")
    yield message("policy-told-law-deduction" if statute.has(Topic.DEDUCTION) else "policy-told-law-no-fee")


def _refund(statute: Statute) -> Iterator[Message]:
    refund = statute.get(Topic.REFUND, terms.Refund)
    if refund is None or refund.days is None:
        yield message("policy-told-law-refund-no-term")
    elif not refund.days:
        yield message("policy-told-law-refund-at-once")
    else:
        starts = refund.starts.replace("_", "-")
        yield message(f"policy-told-law-refund-{starts}", days=days(refund.days, refund.unit))
    if refund is not None and refund.indexed:
        yield message("policy-told-law-refund-indexed")
    withhold = statute.get(Topic.WITHHOLD, terms.Withhold)
    if withhold is not None and withhold.until_goods_or_proof:
        yield message("policy-told-law-withhold")


def _guarantee(statute: Statute) -> Iterator[Message]:
    liable = statute.get(Topic.CONFORMITY_TERM, terms.ConformityTerm)
    if liable is None:
        yield message("policy-told-law-guarantee-unknown")
        return
    if liable.open_ended:
        yield message("policy-told-law-guarantee-open", span=explain.months(liable.sure_months))
    else:
        span = days(liable.days, Unit.CALENDAR) if liable.days else explain.months(liable.months)
        yield message("policy-told-law-guarantee", span=span)
    reject = statute.get(Topic.CONFORMITY_REJECT, terms.ConformityReject)
    if reject is not None:
        yield message("policy-told-law-reject", days=days(reject.days, Unit.CALENDAR))
    remedy = statute.get(Topic.CONFORMITY_REMEDY, terms.ConformityRemedy)
    if remedy is not None and remedy.refund_if_major:
        yield message("policy-told-law-refund-if-major")
    if liable.used_months_by_agreement:
        yield message("policy-told-law-guarantee-used", span=explain.months(liable.used_months_by_agreement))
    if liable.excludable:
        yield message("policy-told-law-guarantee-excludable")


def days(count: int, unit: Unit) -> Message:
    return message("policy-told-business-days", count=count) if unit is Unit.BUSINESS else explain.days(count)
