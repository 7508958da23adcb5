"""Payment providers' lists held against ours: start a look, and what is done about a difference."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge
from volte.api.schemas import ReconciliationWish
from volte.kit import ids
from volte.money import comparisons, operations
from volte.money.comparisons import ComparisonView, DiscrepancyView
from volte.returns import wire
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["money"])


@router.post("/reconciliations", summary="Hold a payment provider's list of refunds against ours")
def begin(request: HttpRequest, sent: ReconciliationWish) -> HttpResponse:
    """202: it is read in the background; ask until `finished_at` is set. `days` is how far back (3, and once a day
    45, without it)."""
    by = edge.actor(request)

    def work() -> Answer:
        made = operations.begin_reconciliation(by=by, gateway=sent.gateway, days=sent.days)
        return Answer(202, _comparison(comparisons.comparison(reconciliation_id=made)))

    return edge.write(request, work)


@router.get("/reconciliations", summary="The last looks at providers' lists, newest first")
def looks(request: HttpRequest) -> HttpResponse:
    edge.needs(request, Permission.MONEY_READ)
    return edge.read(request, lambda: {"data": [_comparison(one) for one in comparisons.comparisons()], "next": None})


@router.get("/reconciliations/{reconciliation_id}", summary="One look")
def look(request: HttpRequest, reconciliation_id: str) -> HttpResponse:
    edge.needs(request, Permission.MONEY_READ)
    found = edge.parse_id("rec", reconciliation_id, code="reconciliation_unknown")
    return edge.read(request, lambda: _comparison(comparisons.comparison(reconciliation_id=found)))


@router.get("/discrepancies", summary="Where the provider's books and ours disagree")
def listed(request: HttpRequest, closed: bool = False) -> HttpResponse:
    """The open ones, newest first; with `closed` those that were closed too."""
    edge.needs(request, Permission.MONEY_READ)

    def work() -> object:
        found = comparisons.discrepancies(open_only=not closed)
        return {"data": [_discrepancy(one) for one in found], "next": None}

    return edge.read(request, work)


@router.post("/discrepancies/{discrepancy_id}/take-over", summary="Believe the provider")
def take_over(request: HttpRequest, discrepancy_id: str) -> HttpResponse:
    """As if it had told us in a signed message; 409 where its word would change nothing."""
    return _acted(request, discrepancy_id, operations.take_over)


@router.post("/discrepancies/{discrepancy_id}/question", summary="Ask the provider again")
def ask(request: HttpRequest, discrepancy_id: str) -> HttpResponse:
    """It is asked about this refund in the background; the difference closes once the books agree."""
    return _acted(request, discrepancy_id, operations.ask_about_discrepancy)


@router.post("/discrepancies/{discrepancy_id}/resolution", summary="Somebody has seen to it")
def resolve(request: HttpRequest, discrepancy_id: str) -> HttpResponse:
    """Closed, and stays so although the books go on disagreeing."""
    return _acted(request, discrepancy_id, operations.resolve_discrepancy)


def _acted(request: HttpRequest, discrepancy_id: str, act: Any) -> HttpResponse:
    by, found = edge.actor(request), edge.parse_id("dis", discrepancy_id, code="discrepancy_unknown")

    def work() -> Answer:
        act(by=by, discrepancy_id=found)
        return Answer(200, _discrepancy(comparisons.discrepancy(discrepancy_id=found)))

    return edge.write(request, work)


def _comparison(one: ComparisonView) -> dict[str, Any]:
    return {
        "id": ids.public("rec", one.id),
        "gateway": one.gateway,
        "since": wire.moment(one.since),
        "began_at": wire.moment(one.began_at),
        "finished_at": wire.moment(one.finished_at) if one.finished_at else None,
        "listed": one.listed,
        "compared": one.compared,
        "found": one.found,
        "failure": one.failure or None,
    }


def _discrepancy(one: DiscrepancyView) -> dict[str, Any]:
    return {
        "id": ids.public("dis", one.id),
        "gateway": one.gateway,
        "kind": one.kind.value,
        "proposed": one.proposed.value,
        "refund": ids.public("rfd", one.refund_id) if one.refund_id else None,
        "gateway_reference": one.gateway_refund or None,
        "ours": wire.money(one.ours) if one.ours else None,
        "our_status": one.our_status.value if one.our_status else None,
        "theirs": wire.money(one.theirs) if one.theirs else None,
        "their_status": one.their_word or None,
        "found_at": wire.moment(one.found_at),
        "seen_at": wire.moment(one.seen_at),
        "resolved_at": wire.moment(one.resolved_at) if one.resolved_at else None,
        "resolution": one.resolution.value if one.resolution else None,
    }
