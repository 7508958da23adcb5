"""A list of mails beside the one that was chosen; its HTML stands in a frame that may do nothing."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin

from volte.kit.errors import NotFound, Refused
from volte.messages import operations, queries
from volte.messages.queries import MailPage, MailView, Status
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import queries as returns
from volte.runtime import files, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here, refusals

# The page frames one address of ours, nothing else.
_WITH_FRAME = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# A mail brings its own styles and may show pictures of ours; no script, no form, no origin.
_LETTER = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox"


@access.staff_required(Permission.RETURNS_MESSAGE)
def page(request: here.StaffRequest) -> HttpResponse:
    """All mails, newest first."""
    with tenancy.entered(request.shop.id):
        found = _mails(request)
    return render(request, "staff/outbox/list_page.html", _list(request, found))


@access.staff_required(Permission.RETURNS_MESSAGE)
def mail(request: here.StaffRequest, mail_id: UUID) -> HttpResponse:
    """One mail as it was written."""
    return _told(request, mail_id)


@xframe_options_sameorigin
@access.staff_required(Permission.RETURNS_MESSAGE)
def letter(request: here.StaffRequest, mail_id: UUID) -> HttpResponse:
    """The HTML part alone, for the frame."""
    with tenancy.entered(request.shop.id):
        found = _seen(request, mail_id, part=True)
    response = HttpResponse(found.html)
    response["Content-Security-Policy"] = _LETTER
    return response


@access.staff_required(Permission.RETURNS_MESSAGE)
def attachment(request: here.StaffRequest, mail_id: UUID, digest: str) -> HttpResponse:
    """A file that went along with a mail, to be kept or read."""
    with tenancy.entered(request.shop.id):
        found = _seen(request, mail_id, part=True)
        attached = next((one for one in found.attachments if one.digest == digest), None)
        if attached is None:
            raise NotFound("file_unknown")
        content, about = files.read(digest), files.about(digest)
    response = HttpResponse(content, content_type=about.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=attached.name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


@access.staff_required(Permission.RETURNS_MESSAGE)
def dispatch(request: here.StaffRequest, mail_id: UUID) -> HttpResponse:
    """Send a failed mail again, to the same address or a corrected one."""
    if request.method != "POST":
        return _told(request, mail_id)
    address = request.POST.get("to", "").strip()
    try:
        operations.send_again(by=request.actor, mail_id=mail_id, to=address)
    except NotFound:
        raise
    except Refused as refused:
        return _told(request, mail_id, to=address, fault=refused, status=refusals.status_of(refused))
    toasts.success(request, texts.say("staff-outbox-done", request.language, to=address))
    return HttpResponseRedirect(reverse("staff_mail", args=[mail_id]), status=HTTPStatus.SEE_OTHER)


def _told(
    request: here.StaffRequest,
    mail_id: UUID,
    *,
    to: str | None = None,
    fault: Refused | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        found = _seen(request, mail_id)
        listed = _mails(request)
        number = _number(found.line.subject_id) if found.line.subject_kind == operations.RETURN else ""
    context = _list(request, listed) | {
        "mail": found,
        "number": number,
        "to": found.line.to_address if to is None else to,
        "fault": texts.refusal(fault, request.language) if fault else "",
    }
    response = render(request, "staff/outbox/mail.html", context, status=status)
    response["Content-Security-Policy"] = _WITH_FRAME
    return response


def _seen(request: here.StaffRequest, mail_id: UUID, *, part: bool = False) -> MailView:
    """The mail, and a note that the case it is about was looked at: whoever reads a mail reads the case."""
    found = queries.mail(mail_id=mail_id)
    if found.line.subject_kind == operations.RETURN:
        looking.note(by=request.actor, what=What.CASE, subject_id=found.line.subject_id, part=part)
    return found


def _mails(request: HttpRequest) -> MailPage:
    return queries.outbox(status=_status(request), after=_after(request))


def _list(request: here.StaffRequest, found: MailPage) -> dict[str, object]:
    chosen = _status(request)
    statuses = [(status.value, texts.say(f"mail-status-{status}", request.language)) for status in Status]
    return {
        "section": "outbox",
        "found": found,
        "status": chosen.value if chosen else "",
        "statuses": [("", texts.say("staff-outbox-any", request.language)), *statuses],
    }


def _number(return_id: UUID) -> str:
    try:
        return returns.by_id(return_id=return_id).number
    except NotFound:
        return ""


def _status(request: HttpRequest) -> Status | None:
    given = request.GET.get("status", "")
    return Status(given) if given in set(Status) else None


def _after(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("after", ""))
    except ValueError:
        return None
