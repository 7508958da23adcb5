"""Store credit: issued as a gesture, read, spent by the shop's checkout, called off, blocked.

Whoever holds a code may spend it, so codes are not to be found by trying: a key, and an address, that asks for many
codes nobody has gets 429 for an hour, whatever it asks. An honest checkout mistypes few. One that says in the header
`Volte-Shopper` who typed the code (any text that stays the same for a visitor) has each of them counted apart.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, shapes
from volte.api.schemas import Blocking, CreditWish, Reversal, Spending
from volte.catalogue import queries as catalogue
from volte.kit.errors import Invalid, NotFound
from volte.kit.money import Money
from volte.money import lasting, queries
from volte.money import operations as money
from volte.money.rules.standing import Subject
from volte.runtime import throttle, visitors
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["money"])
_WINDOW = timedelta(hours=1)
# Several checkouts may stand behind one address.
_OF_KEY, _OF_ADDRESS = 20, 40
# A checkout that says who typed the code is not stopped for everybody by one who tries codes.
_SHOPPER, _OF_SHOPPER, _OF_ALL_SHOPPERS = "Volte-Shopper", 5, 500


@router.post("/credits", summary="Give a store credit")
def issue(request: HttpRequest, wish: CreditWish) -> HttpResponse:
    """A gesture of the shop, for an `order` or a `customer` (one of the two). The answer holds the code, which is as
    good as money. Needs `money:credit`; 422 `credit_for_whom`, `credit_currency`."""
    by, amount = edge.actor(request), Money(wish.amount.amount, wish.amount.currency)

    def work() -> Answer:
        subject, country, currency = _for_whom(wish)
        if currency and amount.currency != currency:
            raise Invalid("credit_currency", currency=currency, given=amount.currency)
        terms = lasting.terms(shop_id=by.shop_id, country=country)
        return Answer(201, shapes.credit(money.issue_credit(by=by, amount=amount, subject=subject, terms=terms)))

    return edge.write(request, work)


@router.get("/credits/{code}", summary="A store credit and its balance")
def get_credit(request: HttpRequest, code: str) -> HttpResponse:
    """What is left of what was owed (`base_left`) and of what the shop added (`bonus_left`), and until when. 429 for a
    key that asked for twenty codes nobody has within an hour."""
    edge.needs(request, Permission.MONEY_READ)
    return _unguessed(request, lambda: edge.read(request, lambda: shapes.credit(queries.credit(code=code))))


@router.post("/credits/{code}/spendings", summary="Pay with a store credit")
def spend(request: HttpRequest, code: str, wish: Spending) -> HttpResponse:
    """For the shop's checkout. `key` is the checkout's own name for this payment: sent twice, it is spent once. Needs
    `money:credit`. 409 `credit_too_small`, `credit_expired`, `credit_blocked`, `credit_key_reused`; 422
    `credit_currency`; 429 as for asking."""
    by, amount = edge.actor(request), Money(wish.amount.amount, wish.amount.currency)

    def work() -> Answer:
        return Answer(201, shapes.credit(money.spend_credit(by=by, code=code, amount=amount, key=wish.key)))

    return _unguessed(request, lambda: edge.write(request, work))


@router.post("/credits/{code}/reversal", summary="Call off a payment with a store credit")
def reverse(request: HttpRequest, code: str, wish: Reversal) -> HttpResponse:
    """The checkout was cancelled: the whole payment made under `key` is on the credit again. Sent twice, it is called
    off once. Needs `money:credit`; 404 `credit_spending_unknown`."""
    by = edge.actor(request)

    def work() -> Answer:
        return Answer(200, shapes.credit(money.unspend_credit(by=by, code=code, key=wish.key)))

    return _unguessed(request, lambda: edge.write(request, work))


@router.post("/credits/{code}/block", summary="Stop a store credit")
def block(request: HttpRequest, code: str, wish: Blocking) -> HttpResponse:
    """Nobody can spend it until it is opened again; its terms stand still. `why` is needed. Needs `money:credit`; 409
    `credit_blocked`."""
    by = edge.actor(request)

    def work() -> Answer:
        return Answer(200, shapes.credit(money.block_credit(by=by, credit_id=_id(code), why=wish.why)))

    return _unguessed(request, lambda: edge.write(request, work))


@router.delete("/credits/{code}/block", summary="Open a stopped store credit again")
def unblock(request: HttpRequest, code: str) -> HttpResponse:
    """For as long as it had left when it was stopped. Needs `money:credit`; 409 `credit_not_blocked`."""
    by = edge.actor(request)

    def work() -> Answer:
        return Answer(200, shapes.credit(money.unblock_credit(by=by, credit_id=_id(code))))

    return _unguessed(request, lambda: edge.write(request, work))


def _for_whom(wish: CreditWish) -> tuple[Subject, str, str]:
    """The subject, where its customer is, and the currency it is bound to."""
    match wish.order, wish.customer:
        case str(named), None:
            order = catalogue.order_by_external(external_id=named)
            return Subject("order", order.order_id), order.country, order.currency
        case None, str(named):
            found = catalogue.customers(external_ids=[named]).get(named)
            if found is None:
                raise NotFound("customer_unknown")
            return Subject("customer", found), "", ""
        case _:
            raise Invalid("credit_for_whom")


def _id(code: str) -> UUID:
    return queries.credit(code=code).id


def _unguessed(request: HttpRequest, work: Callable[[], HttpResponse]) -> HttpResponse:
    tried = _tried(request)
    for what, who, limit in tried:
        throttle.refuse_beyond(what=what, who=who, limit=limit)
    try:
        return work()
    except NotFound as unknown:
        if unknown.code == "credit_unknown":
            for what, who, limit in tried:
                throttle.count(what=what, who=who, limit=limit, within=_WINDOW)
        raise


def _tried(request: HttpRequest) -> list[tuple[str, str, int]]:
    """What is counted, for whom, up to how many."""
    key, shopper = str(edge.actor(request).id), request.headers.get(_SHOPPER, "").strip()
    if shopper:
        return [("credit-codes-of", f"{key} {shopper}", _OF_SHOPPER), ("credit-codes-all", key, _OF_ALL_SHOPPERS)]
    return [
        ("credit-codes", key, _OF_KEY),
        ("credit-codes-from", visitors.counted_as(request), _OF_ADDRESS),
    ]
