"""Why things come back, in the shop's own words and order."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from volte.kit.errors import NotFound
from volte.kit.words import Fault
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Reason
from volte.web.shared import access, here
from volte.web.staff.settings import handles, pages
from volte.web.staff.settings.forms import MAJOR, ReasonForm


@access.staff_required(Permission.SETTINGS_READ)
def listing(request: here.StaffRequest) -> HttpResponse:
    reasons = pages.current(request).reasons
    used = [reason for reason in reasons if not reason.retired]
    retired = [reason for reason in reasons if reason.retired]
    return pages.show(request, "reasons", part="reasons", used=used, retired=retired)


@access.staff_required(Permission.SETTINGS_WRITE)
def new(request: here.StaffRequest) -> HttpResponse:
    form = ReasonForm(request.POST or None, languages=request.shop.languages)
    if request.method == "POST" and form.is_valid():
        reasons = pages.current(request).reasons
        handle = handles.fresh(next(iter(form.words("name").values())), taken={reason.handle for reason in reasons})
        _save(request, (*reasons, _read(form, handle=handle, retired=False)))
        return redirect("staff_settings_reasons")
    return _edit_page(request, form, reason=None)


@access.staff_required(Permission.SETTINGS_WRITE)
def edit(request: here.StaffRequest, *, handle: str) -> HttpResponse:
    reason = _found(request, handle)
    form = ReasonForm.of(reason, languages=request.shop.languages)
    if request.method == "POST":
        form = ReasonForm(request.POST, languages=request.shop.languages)
        if form.is_valid():
            _replace(request, _read(form, handle=handle, retired=reason.retired))
            return redirect("staff_settings_reasons")
    return _edit_page(request, form, reason=reason)


@require_POST
@access.staff_required(Permission.SETTINGS_WRITE)
def retirement(request: here.StaffRequest, *, handle: str) -> HttpResponse:
    """Shoppers no longer see it; returns that named it keep it. Sent again, it comes back."""
    reason = _found(request, handle)
    _replace(request, reason.model_copy(update={"retired": not reason.retired}))
    return redirect("staff_settings_reasons")


@require_POST
@access.staff_required(Permission.SETTINGS_WRITE)
def place(request: here.StaffRequest, *, handle: str) -> HttpResponse:
    """One place up: what shoppers choose most stands first."""
    reasons = list(pages.current(request).reasons)
    at = next((position for position, reason in enumerate(reasons) if reason.handle == handle), None)
    if at is None:
        raise NotFound("reason_not_listed")
    above = next((position for position in range(at - 1, -1, -1) if not reasons[position].retired), at)
    reasons[at], reasons[above] = reasons[above], reasons[at]
    _save(request, tuple(reasons))
    return redirect("staff_settings_reasons")


def _edit_page(request: here.StaffRequest, form: ReasonForm, *, reason: Reason | None) -> HttpResponse:
    faults = [(fault.value, pages.words(f"staff-fault-{fault.value}")) for fault in Fault]
    grave = [(value, pages.words(f"staff-reasons-major-{value or 'unsaid'}")) for value in MAJOR]
    status = 422 if form.errors else 200
    context = {"form": form, "reason": reason, "faults": faults, "grave": grave}
    return pages.show(request, "reason", part="reasons", status=status, **context)


def _found(request: here.StaffRequest, handle: str) -> Reason:
    reason = pages.current(request).reason(handle)
    if reason is None:
        raise NotFound("reason_not_listed")
    return reason


def _read(form: ReasonForm, *, handle: str, retired: bool) -> Reason:
    fault = Fault(form.cleaned_data["fault"])
    names, categories = form.words("name"), form.category_list()
    major = MAJOR[form.cleaned_data["major"]]
    return Reason(handle=handle, names=names, fault=fault, major=major, categories=categories, retired=retired)


def _replace(request: here.StaffRequest, changed: Reason) -> None:
    reasons = pages.current(request).reasons
    _save(request, tuple(changed if reason.handle == changed.handle else reason for reason in reasons))


def _save(request: here.StaffRequest, reasons: tuple[Reason, ...]) -> None:
    pages.save(request, reasons=[reason.model_dump(mode="json") for reason in reasons])
