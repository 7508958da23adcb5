"""Questions about erasures, looks and nights, asked inside an entered shop. Never write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from volte.catalogue.rules import identity
from volte.kit.errors import NotFound
from volte.privacy.models import Erasure, Look, RetentionRun
from volte.privacy.people import Person
from volte.privacy.rules import erasure
from volte.privacy.rules.erasure import Law, Standing, Why
from volte.privacy.rules.looks import What
from volte.runtime import forgetting, shop_settings, tenancy

PAGE = 50


@dataclass(frozen=True, slots=True)
class ErasureView:
    """An erasure and its certificate. `check` are the first letters of the keyed hash: whoever knows the address can
    be told whether it is this one (`recognised`)."""

    id: UUID
    check: str
    why: Why
    standing: Standing
    asked_at: datetime
    asked_by: str
    done_at: datetime | None
    done: Mapping[str, int]
    kept: Mapping[str, int]
    law: Law


@dataclass(frozen=True, slots=True)
class LookView:
    """That somebody saw something on a day. `about` is the id of a return or an order, None for a search."""

    id: UUID
    day: date
    what: What
    actor_kind: str
    actor_name: str
    about: UUID | None
    first_at: datetime
    last_at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Night:
    """What one night removed, by kind."""

    started_at: datetime
    finished_at: datetime | None
    removed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Looked:
    """Which looks somebody wants to see: by who looked (any part of a name), about whom, from and until which day."""

    actor: str = ""
    email: str = ""
    subjects: Sequence[UUID] | None = None
    since: date | None = None
    until: date | None = None
    after: datetime | None = None
    limit: int = PAGE


def erasure_of(*, erasure_id: UUID) -> ErasureView:
    """Refuses `erasure_unknown`."""
    row = Erasure.objects.filter(id=erasure_id).first()
    if row is None:
        raise NotFound("erasure_unknown")
    return _erasure(row)


def erasures(*, limit: int = PAGE) -> tuple[ErasureView, ...]:
    """Newest first, those that wait before those that are done."""
    return tuple(_erasure(row) for row in Erasure.objects.order_by("-status", "-asked_at")[:limit])


def waiting() -> list[UUID]:
    """The erasures that wait, the oldest first."""
    rows = Erasure.objects.filter(status=Standing.WAITS.value).order_by("asked_at")
    return list(rows.values_list("id", flat=True))


def recognised(*, email: str) -> tuple[ErasureView, ...]:
    """The erasures of whoever had this address."""
    marks = forgetting.marks_of(kind="mail", value=identity.normal_email(written=email))
    return tuple(_erasure(row) for row in Erasure.objects.filter(mark__in=marks).order_by("-asked_at"))


def looks(*, wanted: Looked) -> tuple[LookView, ...]:
    """Newest first."""
    rows = Look.objects.order_by("-last_at")
    if wanted.actor:
        rows = rows.filter(actor_name__icontains=wanted.actor)
    if wanted.email or wanted.subjects is not None:
        rows = rows.filter(_about(wanted))
    if wanted.since is not None:
        rows = rows.filter(day__gte=wanted.since)
    if wanted.until is not None:
        rows = rows.filter(day__lte=wanted.until)
    if wanted.after is not None:
        rows = rows.filter(last_at__lt=wanted.after)
    return tuple(_look(row) for row in rows[: wanted.limit])


def looks_at(*, person: Person, limit: int = 1_000) -> tuple[LookView, ...]:
    """Every look at this person that is still kept, newest first."""
    subjects = [*person.return_ids, *person.known.order_ids, *person.known.customer_ids]
    return looks(wanted=Looked(email=person.email, subjects=subjects, limit=limit))


def last_night() -> Night | None:
    row = RetentionRun.objects.order_by("-started_at").first()
    return Night(row.started_at, row.finished_at, row.removed) if row is not None else None


def _about(wanted: Looked) -> Q:
    asked = Q(subject_id__in=list(wanted.subjects or ()))
    if wanted.email:
        asked |= Q(person__in=forgetting.marks_of(kind="mail", value=identity.normal_email(written=wanted.email)))
    return asked


def _erasure(row: Erasure) -> ErasureView:
    return ErasureView(
        id=row.id,
        check=row.mark[:12],
        why=Why(row.why),
        standing=Standing(row.status),
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        done_at=row.done_at,
        done=row.done,
        kept=row.kept,
        law=erasure.books(country=shop_settings.of_shop(tenancy.current()).country),
    )


def _look(row: Look) -> LookView:
    return LookView(
        row.id,
        row.day,
        What(row.what),
        row.actor_kind,
        row.actor_name,
        row.subject_id,
        row.first_at,
        row.last_at,
        row.times,
    )
