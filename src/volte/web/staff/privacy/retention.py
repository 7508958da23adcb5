"""How long what is kept: days per kind, why not shorter or longer, and what last night removed."""

from django.http import HttpResponse
from django.shortcuts import redirect

from volte.privacy import queries
from volte.privacy.rules.keeping import TERMS, Kind
from volte.runtime import shop_settings, shops, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.privacy import frame
from volte.web.staff.settings import pages


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def page(request: here.StaffRequest) -> HttpResponse:
    """The terms; a POST changes them."""
    with tenancy.entered(request.shop.id):
        kept = shop_settings.of_shop(request.shop.id).retention.model_dump()
        night = queries.last_night()
    typed = {kind: request.POST.get(kind.value, str(kept[kind.value])) for kind in Kind}
    errors = {kind: _fault(kind, written, request.language) for kind, written in typed.items()}
    if request.method == "POST" and not any(errors.values()):
        days = {kind.value: int(written) for kind, written in typed.items()}
        shops.change_settings(by=request.actor, changes={"retention": days})
        pages.say(request, "staff-settings-saved")
        return redirect("staff_retention")
    rows = [(kind, TERMS[kind], typed[kind], errors[kind]) for kind in Kind]
    summary = [{"id": f"days-{kind}", "text": words} for kind, words in errors.items() if words]
    removed = [(kind, night.removed.get(kind.value, 0)) for kind in Kind] if night is not None else []
    return frame.show(
        request,
        "retention",
        part="retention",
        status=422 if summary else 200,
        rows=rows,
        summary=summary,
        night=night,
        removed=[(kind, count) for kind, count in removed if count],
        may_write=Permission.SETTINGS_WRITE in request.actor.permissions,
    )


def _fault(kind: Kind, written: str, language: str) -> str:
    term = TERMS[kind]
    if written.isdecimal() and len(written) < 6 and term.least <= int(written) <= term.most:
        return ""
    return texts.say("staff-retention-days-wrong", language, least=term.least, most=term.most)
