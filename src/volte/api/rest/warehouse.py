"""Boxes that arrive, and units that are looked at."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, shapes
from volte.api.schemas import ArrivalSent, InspectionSent
from volte.returns import operations
from volte.returns.operations import CountedUnits
from volte.runtime.idempotency import Answer
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import findings_of

router = Router(tags=["warehouse"])


@router.post("/arrivals", summary="A box was opened")
def arrive(request: HttpRequest, sent: ArrivalSent) -> HttpResponse:
    """`code` is a label code or a return number; a code nobody knows makes a blind arrival. One unit per physical
    thing; without `units` everything expected is taken as counted."""
    by = edge.actor(request)
    units = [
        CountedUnits(line=unit.line, sku=unit.sku, quantity=unit.quantity, return_number=unit.return_number)
        for unit in sent.units
    ]

    def work() -> Answer:
        received = operations.receive(by=by, code=sent.code, location=sent.location, units=units)
        return Answer(201, shapes.received(received))

    return edge.write(request, work)


@router.post("/units/{unit_id}/inspection", summary="A unit was looked at")
def inspect(request: HttpRequest, unit_id: str, sent: InspectionSent) -> HttpResponse:
    """Grade and disposition are proposed by the rules when left out; another grade needs a reason. Settlement follows
    by itself."""
    by = edge.actor(request)
    found = edge.parse_id("unt", unit_id, code="unit_unknown")

    def work() -> Answer:
        unit = operations.inspect(
            by=by,
            unit_id=found,
            findings=findings_of(sent.findings),
            grade=Grade(sent.grade) if sent.grade else None,
            disposition=sent.disposition,
            reason=sent.reason,
        )
        return Answer(201, shapes.unit(unit))

    return edge.write(request, work)
