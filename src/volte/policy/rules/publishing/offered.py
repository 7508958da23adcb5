"""What does the policy promise everybody in a country, for an article no rule singles out: in the few numbers that
shopping sites know?

Days are counted from delivery: that is what those sites mean. The law is asked too: where it gives more, that is what
a customer may count on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.words import Method, Resolution
from volte.law.rules import terms as law
from volte.law.rules.words import Bears, StartEvent, Topic, Unit
from volte.policy.rules.conditions import Between
from volte.policy.rules.model import MethodTerm, Policy, Rule, Terms, Window
from volte.policy.rules.telling.rights import Place
from volte.policy.rules.words import Fact, Field, WindowStart


@dataclass(frozen=True, slots=True)
class Length:
    """How long a return may be announced: `days` from delivery, or until a day; neither: it cannot be said so."""

    days: int | None = None
    until: date | None = None

    @property
    def known(self) -> bool:
        return self.days is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Season:
    """Orders placed between two days, both included, have another length of time, and with it what comes of a return
    throughout."""

    rule: str
    first: date | None
    last: date | None
    length: Length
    resolutions: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What holds in `countries`. `permitted` is False where neither shop nor law take anything back. `price` is the
    least a way back costs (None: their own postage). `defects_free`: sending faulty goods back costs nothing."""

    countries: tuple[str, ...]
    permitted: bool
    length: Length
    methods: tuple[MethodTerm, ...]
    price: Money | None
    restocking_fee: Rate
    resolutions: tuple[Resolution, ...]
    defects_free: bool
    seasons: tuple[Season, ...]

    @property
    def always(self) -> frozenset[Resolution]:
        """What comes of a return in every season."""
        return frozenset(self.resolutions).intersection(*(season.resolutions for season in self.seasons))


def offers(policy: Policy, places: Iterable[Place]) -> tuple[Offer, ...]:
    """One offer for each set of countries that are told the same."""
    groups: dict[Offer, list[str]] = {}
    for place in places:
        if place.region is None:
            groups.setdefault(_offer(policy, place), []).append(place.country)
    return tuple(replace(offer, countries=tuple(countries)) for offer, countries in groups.items())


def _offer(policy: Policy, place: Place) -> Offer:
    terms, by_law = policy.terms, lawful_days(place)
    methods = terms.methods if terms.accept else _by_law(policy)
    own = promised(terms.window) if terms.accept else Length()
    return Offer(
        countries=(),
        permitted=terms.accept or by_law is not None,
        length=_longer(own, by_law),
        methods=methods,
        price=cheapest(methods),
        restocking_fee=terms.restocking_fee if terms.accept else NOTHING,
        resolutions=_granted(terms, own, by_law),
        defects_free=_defects_free(place),
        seasons=tuple(_season(rule, when, terms, by_law) for rule, when in seasons(policy)) if terms.accept else (),
    )


def _season(rule: Rule, when: Between, terms: Terms, by_law: int | None) -> Season:
    own = in_season(rule.then[Field.WINDOW])
    return Season(rule.id, when.first, when.last, _longer(own, by_law), _granted(terms, own, by_law))


def _granted(terms: Terms, own: Length, by_law: int | None) -> tuple[Resolution, ...]:
    """Where the law lasts longer than the shop's promise, its last days bring a refund and nothing else."""
    return (Resolution.REFUND,) if not terms.accept or _longer(own, by_law) != own else terms.resolutions


def _by_law(policy: Policy) -> tuple[MethodTerm, ...]:
    """The shop's ways; who may withdraw where there are none may post the goods."""
    if any(term.method is not Method.KEEP for term in policy.terms.methods):
        return policy.terms.methods
    return (*policy.terms.methods, MethodTerm(Method.MAIL, None))


def promised(window: Window) -> Length:
    """The shop's own time, where it can be said: in days from delivery, else as a day. (Of both, the later holds.)"""
    if window.days is not None and window.start is WindowStart.DELIVERY:
        return Length(days=window.days)
    return Length(until=window.until)


def in_season(window: Window) -> Length:
    """The same for a season, whose last day is why somebody wrote it down."""
    return Length(until=window.until) if window.until is not None else promised(window)


def lawful_days(place: Place) -> int | None:
    """Days from delivery that the law gives every consumer for a change of mind; None where it does not, or not so."""
    window = place.window
    start = place.statute.get(Topic.START, law.Start) or law.Start()
    if window is None or window.only_if is not None or window.unused_only or window.unit is not Unit.CALENDAR:
        return None
    counted = place.statute.get(Topic.COUNTING, law.Counting) or law.Counting()
    days = window.days - 1 if counted.inclusive else window.days
    return days if start.event is StartEvent.POSSESSION else None


def _longer(length: Length, by_law: int | None) -> Length:
    if by_law is None or length.until is not None:
        return length
    return Length(days=by_law if length.days is None else max(length.days, by_law))


def named(methods: tuple[MethodTerm, ...]) -> tuple[MethodTerm, ...]:
    """Those that shopping sites have a name for; collection from home is none of them."""
    return tuple(term for term in methods if term.method is not Method.PICKUP)


def cheapest(methods: tuple[MethodTerm, ...]) -> Money | None:
    """The least a way back costs, one that can be named where there is one; None: only the customer's own postage."""
    priced = [term.price for term in named(methods) or methods if term.price is not None]
    return min(priced, key=lambda price: price.amount, default=None)


def _defects_free(place: Place) -> bool:
    cost = place.statute.get(Topic.CONFORMITY_COST, law.ConformityCost)
    return place.statute.has(Topic.CONFORMITY_TERM) and (cost is None or cost.payer is Bears.MERCHANT)


def seasons(policy: Policy) -> tuple[tuple[Rule, Between], ...]:
    """The rules that only lengthen or shorten the time for orders of a season. Of two that overlap the later has the
    last word: the other cannot be said."""
    found: list[tuple[Rule, Between]] = []
    for rule, when in reversed(list(_seasonal(policy))):
        if not any(_overlap(when, other) for _, other in found):
            found.append((rule, when))
    return tuple(reversed(found))


def _seasonal(policy: Policy) -> Iterator[tuple[Rule, Between]]:
    for rule in policy.rules:
        match rule.when:
            case (Between(Fact.ORDERED, _, _) as when,) if set(rule.then) == {Field.WINDOW}:
                if in_season(rule.then[Field.WINDOW]).known:
                    yield rule, when


def _overlap(one: Between, other: Between) -> bool:
    def begins_after(a: Between, b: Between) -> bool:
        return a.first is not None and b.last is not None and a.first > b.last

    return not begins_after(one, other) and not begins_after(other, one)
