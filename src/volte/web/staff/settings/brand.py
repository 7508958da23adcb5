"""The shop's name, colour and logo."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from volte.kit.errors import Refused
from volte.runtime import files, shops, tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import accent, access, here
from volte.web.staff.settings import logos, pages
from volte.web.staff.settings.forms import BrandForm


@access.staff_required(Permission.SETTINGS_READ)
def overview(request: here.StaffRequest) -> HttpResponse:
    return redirect("staff_settings_brand")


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def brand(request: here.StaffRequest) -> HttpResponse:
    present = pages.current(request).brand
    form = BrandForm.of(present)
    if request.method == "POST":
        form = BrandForm(request.POST, request.FILES)
        if form.is_valid() and _save(request, form):
            return redirect("staff_settings_brand")
    colour = accent.parse(str(form["accent"].value())) or present.accent
    return pages.show(
        request,
        "brand",
        part="brand",
        status=422 if form.errors else 200,
        form=form,
        present=present,
        preview=_preview(colour),
    )


@access.staff_required(Permission.SETTINGS_READ)
def preview(request: here.StaffRequest) -> HttpResponse:
    """How a colour would look, before it is saved."""
    colour = accent.parse(request.GET.get("accent", "")) or pages.current(request).brand.accent
    return render(request, "staff/settings/brand_preview.html", {"preview": _preview(colour)})


def _save(request: here.StaffRequest, form: BrandForm) -> bool:
    """False when the logo was refused; the form then says why."""
    given = form.cleaned_data
    changes = {name: given[name] for name in ("name", "accent", "support_email", "website")}
    try:
        with tenancy.entered(request.actor.shop_id):
            logo = pages.current(request).brand.logo
            if given["logo"]:
                cleaned = logos.checked(given["logo"].read(logos.MOST_BYTES + 1))
                logo = files.keep(cleaned.content, media_type=cleaned.media_type).digest
            elif given["without_logo"]:
                logo = None
            shops.change_settings(by=request.actor, changes={"brand": {**changes, "logo": logo}})
    except Refused as refused:
        if not refused.code.startswith("logo_"):
            raise
        form.add_error("logo", pages.sentence(refused))
        return False
    pages.say(request, "staff-settings-saved")
    return True


def _preview(colour: str) -> dict[str, object]:
    made = accent.palette(colour)
    sheets = [
        {"on": "light", "paper": accent.PAPER_LIGHT, "shade": made.light},
        {"on": "dark", "paper": accent.PAPER_DARK, "shade": made.dark},
    ]
    for sheet in sheets:
        shade = made.light if sheet["on"] == "light" else made.dark
        sheet["contrast"] = round(accent.contrast(shade.fill, shade.on_fill), 1)
        sheet["changed"] = shade.fill != colour
    return {"colour": colour, "sheets": sheets}
