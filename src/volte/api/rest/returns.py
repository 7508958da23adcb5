"""Returns: ask, open, follow, decide."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, paging, problems, shapes
from volte.api.schemas import BoxVerdict, Found, Gesture, Opinion, Reduction, ReturnWish, Scan, Use, Verdict, Way
from volte.catalogue import queries as catalogue
from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.logistics import labelling
from volte.logistics.rules.tracking import ScanKind
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import feedback, operations, queries, wire
from volte.returns.rules.lifecycle import Kind, Status
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, tenancy
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["returns"])


@router.post("/decisions", summary="What would be decided")
def decide(request: HttpRequest, wish: ReturnWish) -> HttpResponse:
    """The decision for these items with its reasons, and what would be paid, line by line. Saves nothing."""
    by, language = edge.actor(request), problems.language_of(request)
    with tenancy.entered(by.shop_id):
        order = catalogue.order_by_external(external_id=wish.order)
        asked = wanted(wish, order.language)
        if wish.kind is not Kind.RETURN:
            weighed = operations.weigh(by=by, order_id=order.order_id, kind=wish.kind, wanted=asked)
            return edge.json_response(shapes.weighed(weighed, language))
        answer = operations.decide(by=by, order_id=order.order_id, wanted=asked, seen=order)
        return edge.json_response(shapes.considered(answer, language))


@router.post("/returns", summary="Open a return")
def create(request: HttpRequest, wish: ReturnWish) -> HttpResponse:
    """Decides, claims the units and, when nothing is in doubt, opens the parcel. What the policy refuses is opened as
    a refused return that says why."""
    by, language = edge.actor(request), problems.language_of(request)

    def work() -> Answer:
        order = catalogue.order_by_external(external_id=wish.order)
        asked = wanted(wish, order.language)
        match wish.kind:
            case Kind.RETURN:
                return_id = operations.request(by=by, order_id=order.order_id, wanted=asked, channel="api", seen=order)
            case Kind.CLAIM:
                return_id = operations.claim_missing(by=by, order_id=order.order_id, wanted=asked, channel="api")
            case Kind.CANCELLATION:
                return_id = operations.cancel_units(by=by, order_id=order.order_id, wanted=asked, channel="api")
        return Answer(201, shapes.returned(queries.by_id(return_id=return_id), language))

    return edge.write(request, work)


@router.get("/returns", summary="Returns, oldest first")
def list_returns(
    request: HttpRequest,
    status: Status | None = None,
    order: str | None = None,
    updated_since: datetime | None = None,
    gift: bool | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> HttpResponse:
    """`gift=true`: only what was received as a gift, `false`: none of it. Of one `order`, unless it is said, none: its
    buyer, to whom such a list is shown, is not to know. 422 `after_invalid`."""
    edge.needs(request, Permission.RETURNS_READ)
    by, size, language = edge.actor(request), paging.size(limit), problems.language_of(request)
    since = edge.moment(updated_since, field="updated_since") if updated_since is not None else None

    def work() -> object:
        order_id = catalogue.order_by_external(external_id=order).order_id if order else None
        views = queries.page(
            status=status, order=order_id, updated_since=since, after=_after(after), limit=size, gift=gift
        )
        looking.note_each(by=by, what=What.CASE, subject_ids=[view.id for view in views])
        key = str(views[-1].id) if views else None
        return paging.page([shapes.returned(view, language) for view in views], limit=size, key=key)

    return edge.read(request, work)


@router.get("/returns/{return_id}", summary="One return")
def get_return(request: HttpRequest, return_id: str) -> HttpResponse:
    edge.needs(request, Permission.RETURNS_READ)
    by, found, language = edge.actor(request), _id(return_id), problems.language_of(request)

    def work() -> object:
        told = _with_feedback(found, language)
        looking.note(by=by, what=What.CASE, subject_id=found)
        return told

    return edge.read(request, work)


@router.get("/returns/{return_id}/timeline", summary="Every step: at, who, what, why")
def timeline(request: HttpRequest, return_id: str) -> HttpResponse:
    edge.needs(request, Permission.RETURNS_READ)
    by, found = edge.actor(request), _id(return_id)

    def work() -> object:
        queries.by_id(return_id=found)
        looking.note(by=by, what=What.CASE, subject_id=found)
        return {"data": queries.steps_as_wire(return_id=found), "next": None}

    return edge.read(request, work)


@router.get("/returns/{return_id}/label.pdf", summary="The label, PDF 4 x 6 inch")
def label(request: HttpRequest, return_id: str) -> HttpResponse:
    """A carrier is asked when somebody first wants it."""
    edge.needs(request, Permission.RETURNS_READ)
    by, found = edge.actor(request), _id(return_id)
    with tenancy.entered(by.shop_id):
        view = queries.by_id(return_id=found)
        if view.parcel_id is None:
            raise Invalid("label_not_needed", number=view.number)
        looking.note(by=by, what=What.CASE, subject_id=found)
        plan = labelling.plan_label(by=by, parcel_id=view.parcel_id)
    content = labelling.made_as_planned(by=by, plan=plan)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{view.number}.pdf"'
    return response


@router.post("/returns/{return_id}/approval", summary="Approve")
def approve(request: HttpRequest, return_id: str, verdict: Verdict | None = None) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)
    reason = verdict.reason if verdict else ""
    return _act(request, found, lambda: operations.approve(by=by, return_id=found, reason=reason))


@router.post("/returns/{return_id}/refusal", summary="Refuse, with the reason the customer will read")
def refuse(request: HttpRequest, return_id: str, verdict: Verdict) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)
    return _act(request, found, lambda: operations.refuse(by=by, return_id=found, reason=verdict.reason))


@router.post("/returns/{return_id}/appeal", summary="Ask that a person looks at a refusal again")
def appeal(request: HttpRequest, return_id: str, verdict: Verdict) -> HttpResponse:
    """Once. `reason` is what the customer wants to say."""
    found, by = _id(return_id), edge.actor(request)
    return _act(request, found, lambda: operations.appeal(by=by, return_id=found, why=verdict.reason))


@router.post("/returns/{return_id}/cancellation", summary="Cancel")
def cancel(request: HttpRequest, return_id: str) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)
    return _act(request, found, lambda: operations.cancel(by=by, return_id=found))


@router.post("/returns/{return_id}/found", summary="What never arrived turned up")
def found_again(request: HttpRequest, return_id: str, seen: Found) -> HttpResponse:
    """Of a return of kind `claim`. Before it is settled, `customer` ends it and `returned` pays it at once; after that
    it is only written down."""
    found, by = _id(return_id), edge.actor(request)
    return _act(
        request, found, lambda: operations.record_found(by=by, return_id=found, where=seen.where, note=seen.note)
    )


@router.post("/returns/{return_id}/method", summary="Send it back another way")
def choose_way(request: HttpRequest, return_id: str, way: Way) -> HttpResponse:
    """As long as nothing was handed over; one of the ways the decision offers, at its price. A label made before is
    cancelled."""
    found, by = _id(return_id), edge.actor(request)
    return _act(
        request, found, lambda: operations.choose_way(by=by, return_id=found, method=way.method, store=way.store)
    )


@router.post("/returns/{return_id}/goodwill", summary="A gesture on top of what is owed")
def goodwill(request: HttpRequest, return_id: str, gesture: Gesture) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)
    amount = Money(gesture.amount.amount, gesture.amount.currency)
    return _act(
        request, found, lambda: operations.goodwill(by=by, return_id=found, amount=amount, reason=gesture.reason)
    )


@router.post("/returns/{return_id}/deduction", summary="Take something off the refund of an item that was used")
def deduction(request: HttpRequest, return_id: str, use: Use) -> HttpResponse:
    """For units that are here and not yet settled; said again, it replaces what was said. 422 `deduction_not_allowed`
    unless the decision allows it: never for goods that were not as agreed, nor where a withdrawal knows no deduction.
    """
    found, by = _id(return_id), edge.actor(request)
    item, amount = _item_id(use.item), Money(use.amount.amount, use.amount.currency)
    return _act(
        request,
        found,
        lambda: operations.deduct(by=by, return_id=found, item_id=item, amount=amount, reason=use.reason),
    )


@router.post("/returns/{return_id}/reduction", summary="The customer keeps an item at a lower price")
def reduction(request: HttpRequest, return_id: str, agreed: Reduction) -> HttpResponse:
    """`amount` or `share`. Paid at once; the units are free again, and bring what is left of their price if they are
    sent back later."""
    found, by = _id(return_id), edge.actor(request)
    item, sum_ = _item_id(agreed.item), agreed.amount
    amount = Money(sum_.amount, sum_.currency) if sum_ is not None else None
    share = Rate.parse(agreed.share) if agreed.share else None
    return _act(
        request,
        found,
        lambda: operations.reduce_price(
            by=by, return_id=found, item_id=item, amount=amount, share=share, reason=agreed.reason
        ),
    )


@router.post("/returns/{return_id}/box", summary="A box that was not as announced: wait for the rest, or close")
def box(request: HttpRequest, return_id: str, seen: BoxVerdict) -> HttpResponse:
    """`doubt` says what was wrong. `close` needs a reason, which the customer reads: units that did not come are owed
    nothing and may be asked for again."""
    found, by = _id(return_id), edge.actor(request)
    verb = operations.close_box if seen.verdict == "close" else operations.await_rest
    return _act(request, found, lambda: verb(by=by, return_id=found, reason=seen.reason))


@router.post("/returns/{return_id}/payment", summary="The page where the customer pays the difference of an exchange")
def payment(request: HttpRequest, return_id: str) -> HttpResponse:
    """`url` is a page of the payment provider, for the customer's browser; asked for twice it is the same one. Once it
    is paid, `due` of the return is null and the goods leave. 409 `difference_not_due` when nothing is left to pay."""
    page = operations.pay_difference(by=edge.actor(request), return_id=_id(return_id))
    return edge.json_response({"url": page.url, "amount": wire.money(page.amount)}, status=201)


@router.post("/returns/{return_id}/difference", summary="The difference was paid another way, with the reason")
def difference(request: HttpRequest, return_id: str, verdict: Verdict) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)
    return _act(
        request, found, lambda: operations.record_difference_paid(by=by, return_id=found, reason=verdict.reason)
    )


@router.post("/returns/{return_id}/difference-given", summary="A gesture: the difference need not be paid")
def difference_given(request: HttpRequest, return_id: str, verdict: Verdict) -> HttpResponse:
    """The dearer article leaves at the old price, and is worth what was paid for it should it come back. `reason` is
    what the customer reads. 409 `difference_not_due` when nothing is left to pay: it was paid a moment ago, say."""
    found, by = _id(return_id), edge.actor(request)
    return _act(request, found, lambda: operations.give_difference(by=by, return_id=found, reason=verdict.reason))


@router.post("/returns/{return_id}/money-instead", summary="The difference will not be paid: refund what came back")
def money_instead(request: HttpRequest, return_id: str, verdict: Verdict | None = None) -> HttpResponse:
    """The exchange is called off and what was reserved for it is free; what came back is refunded, or kept as credit
    where the decision offered only that. `reason` stays on file. 409 `difference_not_due` when nothing is left to pay.
    """
    found, by = _id(return_id), edge.actor(request)
    reason = verdict.reason if verdict else ""
    return _act(request, found, lambda: operations.give_up_exchange(by=by, return_id=found, reason=reason))


@router.post("/returns/{return_id}/feedback", summary="What the customer says of a settled return, asked by the shop")
def give_feedback(request: HttpRequest, return_id: str, opinion: Opinion) -> HttpResponse:
    """For shops that put the question themselves; the same answer as on the customer's page. It may be changed for two
    weeks. A low score waits for an agent."""
    found, by, language = _id(return_id), edge.actor(request), problems.language_of(request)

    def work() -> Answer:
        operations.give_feedback(by=by, return_id=found, score=opinion.score, comment=opinion.comment)
        return Answer(200, _with_feedback(found, language))

    return edge.write(request, work)


@router.post("/returns/{return_id}/scans", summary="What a carrier saw")
def scan(request: HttpRequest, return_id: str, seen: Scan) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)
    at = edge.moment(seen.at, field="at") if seen.at is not None else clock.now()
    return _act(request, found, lambda: operations.record_scan(by=by, return_id=found, kind=ScanKind(seen.kind), at=at))


def _with_feedback(return_id: UUID, language: str) -> dict[str, Any]:
    view = queries.by_id(return_id=return_id)
    return shapes.returned(view, language) | {"feedback": shapes.feedback(feedback.of_return(return_id=return_id))}


def _act(request: HttpRequest, return_id: UUID, work: Callable[[], object]) -> HttpResponse:
    """Do one verb and answer with the return as it stands then."""
    language = problems.language_of(request)

    def act() -> Answer:
        work()
        return Answer(200, shapes.returned(queries.by_id(return_id=return_id), language))

    return edge.write(request, act)


def wanted(wish: ReturnWish, order_language: str) -> Wanted:
    """A request as the journey understands it; written to in its language, else the order's."""
    return Wanted(
        items=tuple(
            WantedItem(
                line=item.line,
                quantity=item.quantity,
                reason=item.reason or "",
                comment=item.comment,
                condition=item.condition,
                resolution=item.resolution,
                exchange_sku=item.exchange.sku if item.exchange else "",
            )
            for item in wish.items
        ),
        method=wish.method,
        language=wish.language or (order_language if order_language in ("fr", "en") else "en"),
        store=wish.store,
    )


def _id(written: str) -> UUID:
    return edge.parse_id("ret", written, code="return_unknown")


def _item_id(written: str) -> UUID:
    return edge.parse_id("itm", written, code="item_unknown")


def _after(after: str | None) -> UUID | None:
    key = paging.key_of(after)
    if key is None:
        return None
    try:
        return UUID(key)
    except ValueError as error:
        raise Invalid("after_invalid") from error
