"""A person's data as one ZIP: JSON for machines, the pictures, and a page to read in their language."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.documents import outgoing
from volte.kit import ids
from volte.kit.errors import Refused
from volte.logistics import labelling
from volte.logistics import queries as logistics
from volte.messages import queries as messages
from volte.messages.rules.thread import AuthorKind, Entry
from volte.money import queries as money
from volte.privacy import queries, summary
from volte.privacy.people import Person
from volte.returns import feedback, wire
from volte.returns import queries as returns
from volte.returns.views import ReturnView, StepView
from volte.runtime import clock, files, shop_settings, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.shop_settings import ShopSettings
from volte.warehouse import queries as warehouse
from volte.withdrawals import queries as withdrawals
from volte.withdrawals.queries import WithdrawalView

Json = dict[str, Any]
# Many orders, one statement each hundred.
_MANY = 100
_ROLES = {"member": "staff", "key": "program", "shopper": "customer", "command": "command line", "system": "volte"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What goes into the archive. `documents` are JSON values by file name, `pictures` bytes by file name, `parcels`
    those whose label is fetched outside the transaction."""

    documents: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    parcels: Sequence[tuple[str, UUID]]
    page: str


def gather(*, person: Person) -> Gathered:
    """Everything, read inside the shop."""
    settings = shop_settings.of_shop(tenancy.current())
    views = [returns.by_id(return_id=one) for one in person.return_ids]
    orders = _orders(person)
    language = person.known.language if person.known.language in settings.languages else settings.languages[0]
    said = withdrawals.of_person(email=person.email, order_ids=person.known.order_ids, ids=person.statement_ids)
    documents: dict[str, Any] = {
        "person.json": _person(person, settings),
        "orders.json": orders,
        "returns.json": [_return(view, language) for view in views],
        "withdrawals.json": [_withdrawal(view) for view in said],
        "credits.json": _credits(person),
        "looks.json": [_look(look) for look in queries.looks_at(person=person)],
    }
    pictures: dict[str, bytes] = {}
    for view in views:
        _add_pictures(view, pictures)
    for one in said:
        pictures[f"withdrawals/{one.number}.pdf"] = files.read(one.receipt)
    parcels = [
        (f"labels/{view.number}-{parcel.code}.pdf", parcel.id)
        for view in views
        for parcel in logistics.of_subject(subject_id=view.id)
    ]
    page = summary.page(person=person, orders=orders, returns=views, settings=settings, language=language)
    return Gathered(documents, pictures, parcels, page)


def _withdrawal(said: WithdrawalView) -> Json:
    """The statement as it was kept, with what proves it and what became of it."""
    found: Json = wire.plain(
        {
            "statement": json.loads(said.content),
            "sha256": said.digest,
            "standing": said.standing,
            "answer": said.answer,
            "mails": [_mail(line.id) for line in messages.mails_of(subject_id=said.id)],
        }
    )
    return found


def packed(gathered: Gathered, *, by: Actor) -> bytes:
    """The ZIP. Labels are made outside any transaction; one that cannot be had any more is left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("summary.html", gathered.page)
        for name, document in gathered.documents.items():
            archive.writestr(name, json.dumps(document, ensure_ascii=False, indent=1))
        for name, content in gathered.pictures.items():
            archive.writestr(name, content)
        for name, parcel_id in gathered.parcels:
            with suppress(Refused):
                archive.writestr(name, labelling.make_label(by=Actor.system(by.shop_id), parcel_id=parcel_id))
    return out.getvalue()


def _person(person: Person, settings: ShopSettings) -> Json:
    known = person.known
    return {
        "held_by": settings.brand.name,
        "made_at": wire.moment(clock.now()),
        "email": person.email,
        "names": list(known.names),
        "ids_of_the_shop": list(known.external_ids),
        "country": known.country,
        "language": known.language,
        "customers": [ids.public("cus", one) for one in known.customer_ids],
        "kept_for_days": settings.retention.model_dump(),
    }


def _orders(person: Person) -> list[Json]:
    wanted, found = list(person.known.order_ids), []
    for start in range(0, len(wanted), _MANY):
        part = wanted[start : start + _MANY]
        views = catalogue.orders(order_ids=part)
        found += [outgoing.order(view=views[one]) for one in part if one in views]
    return found


def _credits(person: Person) -> list[Json]:
    """Given for an order or to the customer; those of a return stand with it."""
    about = [*person.known.order_ids, *person.known.customer_ids]
    found: list[Json] = wire.plain([asdict(one) for subject in about for one in money.credits(subject_id=subject)])
    return found


def _return(view: ReturnView, language: str) -> Json:
    said = feedback.of_return(return_id=view.id)
    units = warehouse.units_of_subjects(subject_ids=[view.id]).get(view.id, [])
    told = asdict(view) | {"id": ids.public("ret", view.id), "decided": _sentences(view, language)}
    if view.gift_id is not None:
        told |= _given(view)
    found: Json = wire.plain(
        told
        | {
            "timeline": [_step(step) for step in returns.timeline(return_id=view.id)],
            "settlements": [asdict(one) for one in returns.settlements(return_id=view.id)],
            "feedback": asdict(said) if said else None,
            "messages": [_entry(entry) for entry in messages.thread(subject_id=view.id)],
            "mails": [_mail(line.id) for line in messages.mails_of(subject_id=view.id)],
            "refunds": [asdict(one) for one in money.refunds(subject_id=view.id)],
            "credits": [asdict(one) for one in money.credits(subject_id=view.id)],
            "parcels": [asdict(one) for one in logistics.of_subject(subject_id=view.id)],
            "units": [asdict(one) for one in units],
            "inspections": [
                asdict(look) | {"by_name": _ROLES["member"] if look.by_name else ""}
                for looks in warehouse.histories(unit_ids=[u.id for u in units]).values()
                for look in looks
            ],
        }
    )
    return found


_OF_A_GIFT = ("verdict", "last_day", "send_by", "evidence", "methods", "restocking_fee")


def _given(view: ReturnView) -> Json:
    """Somebody else bought it: their order, and why the rules said so of their purchase, are not this person's data."""
    items = [
        asdict(item) | {"decision": {name: item.decision.get(name) for name in _OF_A_GIFT}, "line": ""}
        for item in view.items
    ]
    return {"order_id": None, "order_number": "", "items": items}


def _step(step: StepView) -> Json:
    who = step.who if step.actor_kind == "shopper" else ""
    return {"at": step.at, "who": who or _role(step.actor_kind), "what": step.what, "why": step.detail}


def _entry(entry: Entry) -> Json:
    own = entry.author_kind is AuthorKind.SHOPPER
    return asdict(entry) | {"author_name": entry.author_name if own else _role(entry.author_kind.value)}


def _role(actor_kind: str) -> str:
    """Who did it, as far as the person may know it: a role, not the name of an employee (CJEU C-579/21)."""
    return _ROLES.get(actor_kind, actor_kind)


def _sentences(view: ReturnView, language: str) -> dict[str, str]:
    return {str(item.id): texts.say(item.sentence, language) for item in view.items if item.sentence is not None}


def _mail(mail_id: UUID) -> Json:
    found = messages.mail(mail_id=mail_id)
    return asdict(found.line) | {"text": found.text}


def _look(look: queries.LookView) -> Json:
    """Who looked, by role."""
    found: Json = wire.plain(
        {
            "day": look.day,
            "what": look.what,
            "who": _role(look.actor_kind),
            "first_at": look.first_at,
            "last_at": look.last_at,
            "times": look.times,
        }
    )
    return found


def _add_pictures(view: ReturnView, pictures: dict[str, bytes]) -> None:
    shown = [digest for item in view.items for digest in item.photos]
    shown += [digest for entry in messages.thread(subject_id=view.id) for digest in entry.attachments]
    for place, digest in enumerate(dict.fromkeys(shown), start=1):
        # A file that is gone from the disk must not keep the rest from its owner.
        with suppress(Refused):
            ending = files.about(digest).media_type.rpartition("/")[2].replace("jpeg", "jpg")
            pictures[f"photos/{view.number}-{place}.{ending}"] = files.read(digest)
