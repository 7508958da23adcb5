"""Policies and facts as hypothesis makes them up: every kind of rule, every fact present or missing."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.time import Span
from volte.kit.words import CustomerKind, Fault, Method, PaymentKind, RefundTrigger, Resolution
from volte.law.rules.words import Trait
from volte.policy.rules import conditions
from volte.policy.rules.facts import Customer, Delivery, Facts, Item, Order, Request, ReturnRate
from volte.policy.rules.model import MethodTerm, Policy, Rule, Terms, Window
from volte.policy.rules.words import Approval, Evidence, Fact, Field, RefundShipping, WindowStart

ORDERED = date(2026, 3, 2)
_DAYS = st.integers(0, 900).map(lambda days: ORDERED + timedelta(days=days))
_NEAR = st.integers(0, 60).map(lambda days: ORDERED + timedelta(days=days))
_RATES = st.sampled_from(["0 %", "5 %", "15 %", "40 %", "70 %"]).map(Rate.parse)
_PLAIN_WORDS = [Fact.REASON, Fact.CONDITION, Fact.SELLER, Fact.CHANNEL, Fact.CUSTOMER_TIER]
_WORDS = st.frozensets(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=2)
_MAYBE_BOOL = st.sampled_from([None, True, False])
_PRICES = st.one_of(st.none(), st.sampled_from([0, 390, 490]).map(lambda amount: Money(amount, "EUR")))
_METHODS = st.lists(st.sampled_from(Method), min_size=1, max_size=3, unique=True).flatmap(
    lambda methods: st.tuples(*(st.builds(MethodTerm, st.just(way), _PRICES) for way in methods))
)
WINDOWS = st.builds(
    Window,
    days=st.sampled_from([0, 7, 14, 30, 365]),
    start=st.sampled_from(WindowStart),
    until=st.one_of(st.none(), _NEAR),
    or_days_after_order=st.sampled_from([None, 20]),
)
_TERM: dict[Field, st.SearchStrategy[Any]] = {
    Field.ACCEPT: st.booleans(),
    Field.WINDOW: WINDOWS,
    Field.RESOLUTIONS: st.lists(st.sampled_from(Resolution), max_size=3, unique=True).map(tuple),
    Field.CREDIT_BONUS: _RATES,
    Field.METHODS: _METHODS,
    Field.RESTOCKING_FEE: _RATES,
    Field.EXCHANGE_FEE: _RATES,
    Field.APPROVAL: st.sampled_from(Approval),
    Field.REFUND_AT: st.sampled_from(RefundTrigger),
    Field.REFUND_WITHIN: st.builds(Span, days=st.integers(0, 30), months=st.sampled_from([0, 0, 1])),
    Field.REFUND_SHIPPING: st.sampled_from(RefundShipping),
    Field.SEND_WITHIN: st.builds(Span, days=st.integers(1, 30), months=st.sampled_from([0, 0, 1])),
    Field.EVIDENCE: st.lists(st.sampled_from(Evidence), max_size=2, unique=True).map(tuple),
}
_CONDITIONS: st.SearchStrategy[conditions.Condition] = st.one_of(
    st.builds(conditions.AnyOf, st.sampled_from([Fact.TAGS, Fact.CUSTOMER_TAGS, Fact.PROMOTION]), _WORDS),
    st.builds(conditions.AnyOf, st.just(Fact.TRAITS), st.frozensets(st.sampled_from(Trait), min_size=1, max_size=2)),
    st.builds(conditions.AnyOf, st.just(Fact.PAYMENT), st.frozensets(st.sampled_from(PaymentKind), min_size=1)),
    st.builds(
        conditions.OneOf,
        st.sampled_from(_PLAIN_WORDS),
        _WORDS,
    ),
    st.builds(conditions.OneOf, st.just(Fact.FAULT), st.frozensets(st.sampled_from(Fault), min_size=1)),
    st.builds(conditions.OneOf, st.just(Fact.CUSTOMER_KIND), st.frozensets(st.sampled_from(CustomerKind), min_size=1)),
    st.builds(conditions.Matching, st.sampled_from([Fact.SKU, Fact.GTIN, Fact.LOT]), _WORDS, st.just(("x",))),
    st.builds(conditions.InCategory, st.just((("a",), ("b", "c")))),
    st.builds(conditions.OptionIs, st.just("size"), _WORDS, st.sampled_from([Fact.OPTIONS, Fact.ANSWERS])),
    st.builds(
        conditions.Range,
        st.sampled_from([Fact.WEIGHT, Fact.SIZE, Fact.QUANTITY, Fact.CUSTOMER_ORDERS]),
        st.integers(0, 9),
    ),
    st.builds(
        conditions.Range,
        st.sampled_from([Fact.PRICE_PAID, Fact.ORDER_TOTAL]),
        st.integers(0, 9000),
        currency=st.sampled_from(["EUR", "SEK"]),
    ),
    st.builds(conditions.Range, st.just(Fact.DISCOUNT), _RATES.map(lambda rate: rate.share)),
    st.builds(conditions.Between, st.sampled_from([Fact.ORDERED, Fact.REQUESTED, Fact.DELIVERED]), _NEAR, st.none()),
    st.builds(conditions.Is, st.sampled_from([Fact.SEAL_BROKEN, Fact.PARTIAL, Fact.WITHDRAWAL_RIGHT]), st.booleans()),
    st.builds(conditions.ReturnsOften, _RATES.map(lambda rate: rate.share), st.just(12), st.integers(1, 6)),
)


def _rules(identities: list[int]) -> st.SearchStrategy[tuple[Rule, ...]]:
    return st.tuples(
        *(
            st.builds(
                Rule,
                id=st.just(f"r{identity}"),
                when=st.lists(_CONDITIONS, min_size=1, max_size=3).map(tuple),
                then=st.fixed_dictionaries({}, optional=_TERM),
                stop=st.booleans(),
            )
            for identity in identities
        )
    )


POLICIES = st.builds(
    Policy,
    name=st.just("Maison"),
    sells_to=st.just(("FR",)),
    languages=st.just(("fr", "en")),
    currency=st.just("EUR"),
    terms=st.fixed_dictionaries(dict(_TERM)).map(
        lambda values: Terms(**{field.value: value for field, value in values.items()})
    ),
    rules=st.integers(0, 4).flatmap(lambda count: _rules(list(range(count)))),
    digest=st.just("0" * 64),
    informs_of_withdrawal=_MAYBE_BOOL,
)

_MONEY = st.sampled_from([None, Money(4999, "EUR"), Money(100, "SEK")])
FACTS = st.builds(
    Facts,
    item=st.builds(
        Item,
        title=st.just("Robe Inès"),
        sku=st.sampled_from([None, "a", "x1"]),
        lot=st.sampled_from([None, "a", "x2"]),
        category=st.sampled_from([None, ("a",), ("d", "b", "c")]),
        tags=st.one_of(st.none(), st.frozensets(st.sampled_from(["a", "b"]))),
        options=st.sampled_from([None, {}, {"size": "a"}]),
        traits=st.one_of(st.none(), st.frozensets(st.sampled_from(Trait), max_size=2)),
        price_paid=_MONEY,
        discount=st.one_of(st.none(), _RATES),
        weight_g=st.sampled_from([None, 3, 400]),
        longest_mm=st.sampled_from([None, 3, 1200]),
        personalised=_MAYBE_BOOL,
        begun_with_consent=_MAYBE_BOOL,
    ),
    order=st.builds(
        Order,
        placed_on=st.just(ORDERED),
        country=st.sampled_from(["FR", "FR", "DE", "ES", "US", None]),
        region=st.sampled_from(["", None]),
        channel=st.sampled_from([None, "online", "online", "store", "market"]),
        total=_MONEY,
        payments=st.one_of(st.none(), st.frozensets(st.sampled_from(PaymentKind))),
        informed=_MAYBE_BOOL,
    ),
    request=st.builds(
        Request,
        asked_on=st.one_of(_NEAR, _DAYS),
        reason=st.sampled_from([None, "a", "arrived-late"]),
        fault=st.sampled_from([None, *Fault]),
        condition=st.sampled_from([None, "a", "opened"]),
        seal_broken=_MAYBE_BOOL,
        quantity=st.sampled_from([None, 1, 5]),
        answers=st.sampled_from([None, {}, {"size": "b"}]),
        shown=st.frozensets(st.sampled_from(Evidence)),
    ),
    customer=st.builds(
        Customer,
        kind=st.sampled_from([None, CustomerKind.CONSUMER, CustomerKind.CONSUMER, *CustomerKind]),
        tier=st.sampled_from([None, "a", "gold"]),
        tags=st.one_of(st.none(), _WORDS),
        orders=st.sampled_from([None, 3]),
        return_rate=st.sampled_from(
            [None, ReturnRate(Rate.parse("65 %"), 5, 12), ReturnRate(Rate.parse("65 %"), 5, 6)]
        ),
    ),
    delivery=st.builds(
        Delivery,
        delivered_on=st.lists(_NEAR, max_size=2).map(tuple),
        complete=_MAYBE_BOOL,
        shipped_on=st.sampled_from([None, ORDERED]),
    ),
)
