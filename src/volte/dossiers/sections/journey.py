"""What happened: the way of the goods, what was found in the box, the deadlines, and every step in its chain."""

from collections.abc import Mapping

from volte.dossiers.rules import timeline as rules
from volte.dossiers.sections.reader import Json, Reader
from volte.logistics import queries as logistics
from volte.logistics.queries import ParcelView
from volte.returns import due, sentences, wire
from volte.returns.chains import ChainView
from volte.returns.due import ClockView
from volte.returns.rules.chain import Step
from volte.returns.rules.clocks.words import PERIODS, State
from volte.returns.views import StepView
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import InspectionView, UnitView


def transport(reader: Reader) -> list[Json]:
    """Each parcel, its label as printed, and every scan."""
    return [_parcel(reader, parcel) for parcel in logistics.of_subject(subject_id=reader.view.id)]


def goods(reader: Reader) -> list[Json]:
    """Each thing that was in a box, what it is held to be, and every look anybody took at it."""
    units = warehouse.units_of_subjects(subject_ids=[reader.view.id]).get(reader.view.id, [])
    looks = warehouse.histories(unit_ids=[unit.id for unit in units]) if units else {}
    return [_unit(reader, unit, looks.get(unit.id, [])) for unit in units]


def clocks(reader: Reader) -> list[Json]:
    """Every deadline as it stands, with its article."""
    found: list[Json] = []
    for each in due.clocks(return_id=reader.view.id):
        told = {
            "what": reader.coded("clock", each.code.value),
            "who": reader.coded("dossier-clock-who", each.who.value),
            "state": _state(reader, each),
            "origin": each.origin,
            "due": each.due,
            "last_day": each.last_day,
            "done_at": each.done_at,
            "articles": each.citations,
            "unverified": each.unverified,
        }
        found.append(wire.plain(told))
    return found


def _state(reader: Reader, each: ClockView) -> Mapping[str, str]:
    """Where it stands; somebody keeps a deadline, and uses a right."""
    if each.state is State.MET and each.code in PERIODS:
        return {"code": each.state.value, "said": reader.say("clock-state-used")}
    return reader.coded("dossier-clock-state", each.state.value)


def timeline(reader: Reader, chain: ChainView) -> list[Json]:
    """Every step with all its digest is made of, and the sentence for it."""
    found, before = [], ""
    for step in chain.steps:
        kept = rules.entry(step, return_id=str(chain.return_id), before=before)
        who = reader.who(step.actor_kind, step.actor_name)
        found.append(kept | {"said": _said(reader, step, who), "who": who})
        before = step.digest
    return found


def chain(chain: ChainView) -> Json:
    """Where the chain ends, and what was wrong with it when the dossier was made."""
    return {
        "return": str(chain.return_id),
        "length": chain.length,
        "head": chain.head,
        "adopted": chain.adopted,
        "flaws": [{"flaw": each.flaw.value, "place": each.place, "name": each.name} for each in chain.flaws],
    }


def _said(reader: Reader, step: Step, who: str) -> str:
    shown = StepView(reader.view.id, step.kind, step.actor_name, step.actor_kind, step.at, step.detail)
    return sentences.step(shown, who=who, language=reader.language)


def _parcel(reader: Reader, parcel: ParcelView) -> Json:
    label = reader.files.add(parcel.label, name=f"label-{parcel.code}", what="label") if parcel.label else None
    told = {
        "code": parcel.code,
        "method": reader.coded("logistics-method", parcel.method.value),
        "status": reader.coded("logistics-parcel", parcel.status.value),
        "carrier": parcel.carrier,
        "carrier_said": reader.coded("logistics-carrier", parcel.carrier)["said"],
        "tracking": parcel.tracking,
        "label": label,
        "opened_at": parcel.opened_at,
        "handed_over_at": parcel.handed_over_at,
        "delivered_at": parcel.delivered_at,
        "lost_at": parcel.lost_at,
        "scans": [
            {"what": reader.coded("logistics-scan", scan.kind.value), "at": scan.at}
            for scan in logistics.scans(parcel_id=parcel.id)
        ],
    }
    found: Json = wire.plain(told)
    return found


def _unit(reader: Reader, unit: UnitView, looks: list[InspectionView]) -> Json:
    place = reader.settings.location(unit.location)
    told = {
        "id": unit.id,
        "item": unit.line_id,
        "sku": unit.sku,
        "title": unit.title,
        "match": reader.coded("warehouse-match", unit.match.value),
        "location": unit.location,
        "location_said": place.name if place else unit.location,
        "received_at": unit.received_at,
        "looks": [_look(reader, look) for look in looks],
    }
    found: Json = wire.plain(told)
    return found


def _look(reader: Reader, look: InspectionView) -> Json:
    return {
        "at": look.at,
        "by": look.by_name,
        "what": reader.coded("warehouse-history", look.kind.value),
        "found": [reader.coded("warehouse-finding", finding.value) for finding in look.findings],
        "grade": reader.coded("warehouse-grade", look.grade.lower()) if look.grade else None,
        "grade_proposed": look.proposed_grade,
        "disposition": reader.coded("warehouse-disposition", look.disposition) if look.disposition else None,
        "disposition_proposed": look.proposed_disposition,
        "reason": look.reason,
    }
