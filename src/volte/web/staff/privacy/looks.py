"""Who looked at whose data, on which day."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse

from volte.privacy import people, queries
from volte.privacy.queries import Looked, LookView
from volte.returns import holdings
from volte.runtime import tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.privacy import frame


@access.staff_required(Permission.AUDIT_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """Newest first; about a person by any number of theirs (an e-mail address is sent by POST, and kept nowhere)."""
    given = request.POST if request.method == "POST" else request.GET
    about, who = given.get("about", "").strip()[:254], given.get("who", "").strip()[:120]
    since, until, after = _day(given.get("since", "")), _day(given.get("until", "")), _moment(given.get("after", ""))
    with tenancy.entered(request.shop.id):
        email, subjects = _meant(about)
        wanted = Looked(who, email, subjects, since, until, after, limit=queries.PAGE + 1)
        found = queries.looks(wanted=wanted)
        shown = found[: queries.PAGE]
        numbers = holdings.numbers_by_id(return_ids=[look.about for look in shown if look.about is not None])
    rows = [(look, _number(look, numbers)) for look in shown]
    older = shown[-1].last_at.isoformat() if len(found) > queries.PAGE and not about else ""
    typed = {"about": about, "who": who, "since": given.get("since", ""), "until": given.get("until", "")}
    return frame.show(request, "audit", part="audit", rows=rows, typed=typed, older=older)


def _meant(about: str) -> tuple[str, list[UUID] | None]:
    """The address and the things this is about; nothing at all where nobody is found."""
    if not about:
        return "", None
    person = people.found(words=about)
    if person is None:
        return (about, []) if "@" in about else ("", [])
    return person.email, [*person.return_ids, *person.known.order_ids, *person.known.customer_ids]


def _number(look: LookView, numbers: dict[UUID, str]) -> str:
    return numbers.get(look.about, "") if look.about is not None else ""


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _moment(written: str) -> datetime | None:
    """As our own link writes it, with its zone."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
