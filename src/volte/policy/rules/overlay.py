"""What is better for the consumer, field by field: the shop's terms or the law?

Worked tables: docs/algorithms/policy-evaluation.md. The law only ever lifts. A right that stands carries the acceptance
by itself; a right in doubt, where the country's law is known, frees the return of fees and sends a refusal to a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.time import Span
from volte.kit.words import Fault, Method, Resolution
from volte.law.rules.rights import Rights
from volte.law.rules.words import Coverage, Payer, Standing
from volte.policy.rules.facts import Request
from volte.policy.rules.model import MethodTerm, Terms
from volte.policy.rules.window import Promise
from volte.policy.rules.words import Approval, Basis, Field, RefundShipping

NO_LACK_OF_CONFORMITY = frozenset({"arrived-late"})
"""Reasons that are not the customer's doing and still leave the goods as they should be."""


# Python 3.11 looks an enum member up through a descriptor: once here, not in every decision.
_ACCEPT, _WINDOW, _RESOLUTIONS, _METHODS = Field.ACCEPT, Field.WINDOW, Field.RESOLUTIONS, Field.METHODS
_EXCHANGE_FEE = Field.EXCHANGE_FEE
_RESTOCKING_FEE, _APPROVAL, _EVIDENCE = Field.RESTOCKING_FEE, Field.APPROVAL, Field.EVIDENCE
_REFUND_SHIPPING, _SEND_WITHIN, _ALWAYS = Field.REFUND_SHIPPING, Field.SEND_WITHIN, RefundShipping.ALWAYS
_YES, _UNKNOWN, _AUTOMATIC, _MAIL = Standing.YES, Standing.UNKNOWN, Approval.AUTOMATIC, Method.MAIL
_REFUND = (Resolution.REFUND,)
_AT_FAULT = (Fault.MERCHANT, Fault.CARRIER)


@dataclass(frozen=True, slots=True)
class Laid:
    """The terms after the law was laid over them.

    `basis` is None when nothing carries the return; then `in_doubt` says that the law might. `last_day` is inclusive,
    None while open-ended. `lifted` are the fields the law changed.
    """

    terms: Terms
    basis: Basis | None
    last_day: date | None
    lifted: tuple[Field, ...] = ()
    in_doubt: bool = False


def lay(*, terms: Terms, promise: Promise, request: Request, rights: Rights, currency: str) -> Laid:
    """The field-wise better of `terms` and `rights` for this request."""
    promised = terms.accept and promise.open_on(request.asked_on)
    withdrawal, conformity = rights.withdrawal, rights.conformity
    claim = is_claim(request)
    if claim and conformity.standing is _YES:
        return _conformity(terms, promise, promised=promised, rights=rights, currency=currency)
    if withdrawal.standing is _YES:
        return _withdrawal(terms, promise, promised=promised, rights=rights, currency=currency)
    doubtful = withdrawal.standing is _UNKNOWN or (claim and (conformity.standing is _UNKNOWN or conformity.other_law))
    if promised:
        if withdrawal.standing is _UNKNOWN and rights.coverage is not Coverage.NOT_COVERED:
            free = {_RESTOCKING_FEE: NOTHING, **_no_exchange_fee(terms), _REFUND_SHIPPING: _ALWAYS}
            freed, fields = _lifted(terms, free)
            return Laid(freed, Basis.COMMERCIAL, promise.last_day, fields)
        return Laid(terms, Basis.COMMERCIAL, promise.last_day)
    return Laid(terms, None, _last_chance(promise, rights, claim=claim), in_doubt=doubtful)


def is_claim(request: Request) -> bool:
    """Does the customer say that something is wrong with the goods, not that they changed their mind?"""
    return request.fault in _AT_FAULT and request.reason not in NO_LACK_OF_CONFORMITY


def _withdrawal(terms: Terms, promise: Promise, *, promised: bool, rights: Rights, currency: str) -> Laid:
    right = rights.withdrawal
    last_day = _later(promise.last_day, right.last_day) if promised else right.last_day
    offered = terms.resolutions if promised else ()
    owed = {
        _ACCEPT: True,
        _RESOLUTIONS: _with(offered, _REFUND),
        _METHODS: _withdrawal_methods(terms, rights, currency),
        _RESTOCKING_FEE: _nothing(terms.restocking_fee),
        **_no_exchange_fee(terms),
        _APPROVAL: _AUTOMATIC,
        _EVIDENCE: (),
        _REFUND_SHIPPING: _ALWAYS if right.outbound_owed else terms.refund_shipping,
        _SEND_WITHIN: _longer(terms.send_within, right.send_back_days),
    }
    lifted, fields = _lifted(terms, owed, window=last_day != promise.last_day)
    return Laid(lifted, Basis.WITHDRAWAL, last_day, fields)


def _withdrawal_methods(terms: Terms, rights: Rights, currency: str) -> tuple[MethodTerm, ...]:
    right = rights.withdrawal
    if not right.goods_travel:
        return (MethodTerm(Method.KEEP, Money(0, currency)),)
    if right.return_paid_by is Payer.MERCHANT:
        return _free(terms.methods, currency)
    # Whoever may withdraw may always post the goods themselves: no shop can make its own pick-up the only way.
    if any(term.method is _MAIL for term in terms.methods):
        return terms.methods
    return (*terms.methods, MethodTerm(_MAIL, None))


def _conformity(terms: Terms, promise: Promise, *, promised: bool, rights: Rights, currency: str) -> Laid:
    also = rights.withdrawal if rights.withdrawal.standing is _YES else None
    last_day = rights.conformity.last_day
    if promised:
        last_day = _later(last_day, promise.last_day)
    offered = terms.resolutions if promised else ()
    if also is not None:
        last_day = _later(last_day, also.last_day)
        offered = _with(offered, _REFUND)
    owed = {
        _ACCEPT: True,
        _RESOLUTIONS: _with(offered, rights.conformity.remedies),
        _METHODS: _free(terms.methods, currency),
        _RESTOCKING_FEE: NOTHING,
        **_no_exchange_fee(terms),
        _REFUND_SHIPPING: _ALWAYS if also is not None else terms.refund_shipping,
        _SEND_WITHIN: _longer(terms.send_within, also.send_back_days if also is not None else None),
    }
    lifted, fields = _lifted(terms, owed, window=last_day != promise.last_day)
    return Laid(lifted, Basis.CONFORMITY, last_day, fields)


def _free(methods: tuple[MethodTerm, ...], currency: str) -> tuple[MethodTerm, ...]:
    """Every offered way at the shop's cost, and at least one by which goods can travel."""
    nothing = Money(0, currency)
    free = tuple(MethodTerm(term.method, nothing) for term in methods)
    return free if any(term.method is not Method.KEEP for term in free) else (*free, MethodTerm(_MAIL, nothing))


def _last_chance(promise: Promise, rights: Rights, *, claim: bool) -> date | None:
    """The day that has passed, to be told to whom is refused: the latest anything allowed."""
    ends = [promise.last_day, rights.withdrawal.last_day]
    if claim:
        ends.append(rights.conformity.last_day)
    return max((end for end in ends if end is not None), default=None)


def _later(one: date | None, other: date | None) -> date | None:
    """The later end, where None has no end."""
    return None if one is None or other is None else max(one, other)


def _longer(span: Span, days: int | None) -> Span:
    return Span(days=days) if days is not None and not span.months and span.days < days else span


def _with(offered: tuple[Resolution, ...], owed: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    missing = [resolution for resolution in owed if resolution not in offered]
    return (*offered, *missing) if missing else offered


def _nothing(fee: Rate) -> Rate:
    """No fee; the very one that is there, where it is none."""
    return NOTHING if fee.share else fee


def _no_exchange_fee(terms: Terms) -> Mapping[Field, Rate]:
    """Who may have everything back for nothing pays no fee for an exchange either."""
    return _SAME if terms.exchange_fee is None else {_EXCHANGE_FEE: _nothing(terms.exchange_fee)}


_SAME: Mapping[Field, Rate] = {}


def _lifted(terms: Terms, laid: Mapping[Field, Any], *, window: bool = False) -> tuple[Terms, tuple[Field, ...]]:
    """The terms with `laid` over them, and which fields that really changed."""
    changes = {}
    for name, value in laid.items():
        before = getattr(terms, name)
        if before is not value and before != value:
            changes[name] = value
    fields = (_WINDOW, *changes) if window else tuple(changes)
    return (terms.changed(changes) if changes else terms), fields
