"""The label of a parcel: plan, ask its carrier, and keep what cannot be made again. The asking holds no transaction.

A crash between asking and keeping loses nothing: the next one asks again with the same code, and a `LabelMaker` gives
the same label for it.
"""

from dataclasses import dataclass
from uuid import UUID

from volte.kit.address import Address
from volte.kit.errors import Conflict
from volte.kit.words import Method
from volte.logistics import lookup
from volte.logistics.models import Parcel
from volte.logistics.ports import LabelMaker, LabelRequest, MadeLabel
from volte.logistics.rules import parcel as parcel_rules
from volte.logistics.rules.tracking import ParcelStatus
from volte.runtime import files, shop_settings, tenancy, turns, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import ShopSettings


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """The label that is kept already, or what to ask which carrier for."""

    parcel_id: UUID
    kept: str
    carrier: str
    request: LabelRequest


def make_label(*, by: Actor, parcel_id: UUID) -> bytes:
    """The label of a parcel as PDF; call it outside any transaction, a carrier may take its time.

    Refuses `parcel_unknown` and `parcel_cancelled`.
    """
    return made_as_planned(by=by, plan=plan_label(by=by, parcel_id=parcel_id))


def made_as_planned(*, by: Actor, plan: LabelPlan) -> bytes:
    """The PDF of a plan, for those who have read the parcel already; outside any transaction too."""
    if plan.kept:
        return _read(plan.kept, by)
    maker: LabelMaker = wiring.adapter(LabelMaker, plan.carrier)
    with turns.given_back():
        made = maker.make(request=plan.request)
    if maker.repeatable:
        return made.pdf
    kept = keep_label(by=by, parcel_id=plan.parcel_id, made=made)
    return made.pdf if kept == files.digest_of(made.pdf) else _read(kept, by)


def _read(digest: str, by: Actor) -> bytes:
    with tenancy.entered(by.shop_id):
        return files.read(digest)


@question(Permission.RETURNS_REQUEST, Permission.RETURNS_APPROVE, Permission.RETURNS_READ)
def plan_label(*, by: Actor, parcel_id: UUID) -> LabelPlan:
    """The label if there is one, else the request for a carrier. Refuses `parcel_unknown` and `parcel_cancelled`."""
    row = lookup.parcel(parcel_id)
    if row.status == ParcelStatus.CANCELLED:
        raise Conflict("parcel_cancelled")
    settings = shop_settings.of_shop(by.shop_id)
    return LabelPlan(parcel_id=row.id, kept=row.label, carrier=row.carrier, request=_label_request(row, settings))


@operation(Permission.RETURNS_REQUEST, Permission.RETURNS_APPROVE, Permission.RETURNS_READ)
def keep_label(*, by: Actor, parcel_id: UUID, made: MadeLabel) -> str:
    """Store a label that was made; its digest. The first one stays: whoever comes second gets the first one's."""
    kept = files.keep(made.pdf, media_type="application/pdf")
    fresh = Parcel.objects.filter(id=parcel_id, label="").exclude(status=ParcelStatus.CANCELLED)
    if fresh.update(label=kept.digest, tracking=parcel_rules.tidy(made.tracking)) == 0:
        row = lookup.parcel(parcel_id)
        if not row.label:
            raise Conflict("parcel_cancelled")
        return row.label
    return kept.digest


def _label_request(row: Parcel, settings: ShopSettings) -> LabelRequest:
    place = lookup.location(settings=settings, handle=row.destination)
    recipient = Address(
        country=place.country,
        name=settings.brand.name,
        line1=place.name,
        line2=place.line1,
        postcode=place.postcode,
        city=place.city,
    )
    return LabelRequest(
        code=row.code,
        method=Method(row.method),
        language=row.language,
        brand=settings.brand.name,
        sender=row.sender_address(),
        recipient=recipient,
        number=row.number,
        order_number=row.order_number,
        last_day=row.last_day,
        opened_at=row.opened_at,
    )
