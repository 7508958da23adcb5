"""The list in the middle: one queue, searched and filtered, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from volte.kit.money import Money
from volte.kit.words import Method
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import queues
from volte.returns.queues import Queue
from volte.returns.rules.lifecycle import Status
from volte.returns.views import QueueRow
from volte.runtime import clock, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import shown, tabs
from volte.web.staff.cases.tabs import Tabs

QUEUES = ("review", "evidence", "money", "deadlines", "arrivals", "travelling", "open", "all")
PAGE = 40
DUE = {"late": timedelta(0), "soon": timedelta(days=2)}
"""What is overdue, and what is or will be within two days."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the list somebody wants to see: all of it stands in the address."""

    queue: str = "review"
    search: str = ""
    status: Status | None = None
    method: Method | None = None
    due: str = ""
    after: UUID | None = None

    @property
    def query(self) -> str:
        """The same as a query string, "" for the front page."""
        said = {
            "queue": "" if self.queue == "review" else self.queue,
            "q": self.search,
            "status": self.status or "",
            "method": self.method or "",
            "due": self.due,
            "after": self.after or "",
        }
        kept = {name: str(value) for name, value in said.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def first(self) -> str:
        """The query string of the list's first page."""
        return replace(self, after=None).query


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: who, what, value, why here, time."""

    number: str
    customer: str
    what: str
    picture: str
    value: Money
    status: Status
    meaning: shown.Meaning
    why: str
    waits_since: datetime | None
    deadline_at: datetime | None
    requested_at: datetime
    choosable: bool
    """Whether it may be answered together with others: it waits for a yes or a no to the request itself."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list. `older` is the query string of the next page, "" at the end."""

    asked: Asked
    rows: tuple[Row, ...]
    older: str
    tabs: Tabs

    @property
    def choosable(self) -> bool:
        return any(row.choosable for row in self.rows)


@access.staff_required(Permission.RETURNS_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """The desk without a case, or (for the script that refreshes it) the list alone."""
    with tenancy.entered(request.shop.id):
        listed = of_request(request)
    context = {"section": "queue", "listed": listed, "filters": filters(listed.asked, request.language)}
    template = "staff/cases/list.html" if _only_the_list(request) else "staff/cases/queue.html"
    return render(request, template, context)


def of_request(request: here.StaffRequest) -> Listed:
    """The list the address asks for."""
    wanted = asked(request)
    filtered = bool(wanted.search or wanted.status or wanted.method or wanted.due)
    if "@" in wanted.search:
        looking.note(by=request.actor, what=What.SEARCH, email=wanted.search)
    saved = tabs.of_person(member_id=request.actor.id, query=wanted.first, filtered=filtered)
    return listed(wanted, saved, by=request.actor, language=request.language)


def asked(request: HttpRequest) -> Asked:
    """What the address says; words it cannot mean are left out rather than refused."""
    given = request.GET
    queue, search = given.get("queue", ""), given.get("q", "").strip()[:120]
    return Asked(
        queue=queue if queue in QUEUES else "review",
        search=search,
        status=Status(given["status"]) if given.get("status") in set(Status) else None,
        method=Method(given["method"]) if given.get("method") in set(Method) else None,
        due=given["due"] if given.get("due") in DUE else "",
        after=_uuid(given.get("after", "")),
    )


def listed(wanted: Asked, saved: Tabs, *, by: Actor, language: str) -> Listed:
    """A search looks through all returns: whoever types a number wants that one, whatever queue is open. Whoever it
    finds was looked for."""
    name = "all" if wanted.search else wanted.queue
    due_before = clock.now() + DUE[wanted.due] if wanted.due else None
    found = queues.listed(
        wanted=Queue(name, wanted.search, wanted.status, wanted.method, due_before, wanted.after, limit=PAGE + 1)
    )
    if wanted.search:
        looking.note_each(by=by, what=What.SEARCH, subject_ids=[row.id for row in found[:PAGE]])
    rows = tuple(_row(row, language) for row in found[:PAGE])
    older = replace(wanted, after=found[PAGE - 1].id).query if len(found) > PAGE else ""
    return Listed(wanted, rows, older, saved)


def filters(wanted: Asked, language: str) -> dict[str, Sequence[tuple[str, str]]]:
    """The choices of the selects, first the one that leaves everything in."""
    say = texts.say
    statuses = [(status.value, say(f"staff-status-{status}", language)) for status in Status]
    methods = [(method.value, say(f"logistics-method-{method}", language)) for method in Method]
    due = [(name, say(f"staff-queue-due-{name}", language)) for name in DUE]
    return {
        "due": [("", say("staff-queue-any-due", language)), *due],
        "statuses": [("", say("staff-queue-any-status", language)), *statuses],
        "methods": [("", say("staff-queue-any-method", language)), *methods],
    }


def _row(row: QueueRow, language: str) -> Row:
    return Row(
        number=row.number,
        customer=row.customer_name or row.email or row.order_number,
        what=", ".join(row.titles) + (f" · {row.units}" if row.units > len(row.titles) else ""),
        picture=row.first_image,
        value=row.value,
        status=row.status,
        meaning=shown.STATUS[row.status],
        why=shown.why(row, language),
        waits_since=row.waits_since,
        deadline_at=row.deadline_at,
        requested_at=row.requested_at,
        choosable=row.status is Status.REQUESTED and row.waits_for == "shop" and row.why is not None,
    )


def _only_the_list(request: HttpRequest) -> bool:
    return request.headers.get("HX-Target") == "cases"


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written) if written else None
    except ValueError:
        return None
