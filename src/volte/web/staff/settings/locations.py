"""The shop's places: where parcels go, and where returns are taken over the counter."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from volte.kit.errors import NotFound
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Location
from volte.web.shared import access, here
from volte.web.staff.settings import handles, pages
from volte.web.staff.settings.forms import LocationForm, PackingForm, spread


@access.staff_required(Permission.SETTINGS_READ)
def listing(request: here.StaffRequest) -> HttpResponse:
    settings = pages.current(request)
    receiving = settings.receiving_location()
    return pages.show(request, "locations", part="locations", places=settings.locations, receiving=receiving)


@access.staff_required(Permission.SETTINGS_WRITE)
def new(request: here.StaffRequest) -> HttpResponse:
    initial = {"country": request.shop.settings.country}
    form = LocationForm(request.POST or None, languages=request.shop.languages, initial=initial)
    if request.method == "POST" and form.is_valid():
        places = pages.current(request).locations
        handle = handles.fresh(form.cleaned_data["name"], taken={place.handle for place in places})
        _save(request, (*places, _read(form, handle=handle)))
        return redirect("staff_settings_locations")
    return _edit_page(request, form, place=None)


@access.staff_required(Permission.SETTINGS_WRITE)
def edit(request: here.StaffRequest, *, handle: str) -> HttpResponse:
    place = pages.current(request).location(handle)
    if place is None:
        raise NotFound("location_not_listed")
    form = LocationForm.of(place, languages=request.shop.languages)
    if request.method == "POST":
        form = LocationForm(request.POST, languages=request.shop.languages)
        if form.is_valid():
            changed = _read(form, handle=handle)
            places = pages.current(request).locations
            _save(request, tuple(changed if other.handle == handle else other for other in places))
            return redirect("staff_settings_locations")
    return _edit_page(request, form, place=place)


@require_POST
@access.staff_required(Permission.SETTINGS_WRITE)
def priority(request: here.StaffRequest, *, handle: str) -> HttpResponse:
    """Make a place the first of the list: parcels go to the first warehouse."""
    places = pages.current(request).locations
    chosen = [place for place in places if place.handle == handle]
    if not chosen:
        raise NotFound("location_not_listed")
    _save(request, (*chosen, *(place for place in places if place.handle != handle)))
    return redirect("staff_settings_locations")


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def packing(request: here.StaffRequest) -> HttpResponse:
    """How to pack, per language; shown with the label and in the mail that carries it."""
    form = PackingForm(
        request.POST or None,
        languages=request.shop.languages,
        initial=spread("packing", pages.current(request).packing),
    )
    if request.method == "POST" and form.is_valid():
        pages.save(request, packing=form.words("packing"))
        return redirect("staff_settings_packing")
    return pages.show(request, "packing", part="packing", status=422 if form.errors else 200, form=form)


def _edit_page(request: here.StaffRequest, form: LocationForm, *, place: Location | None) -> HttpResponse:
    kinds = [(kind, pages.words(f"staff-location-{kind}")) for kind in ("warehouse", "store")]
    status = 422 if form.errors else 200
    return pages.show(request, "location", part="locations", status=status, form=form, place=place, kinds=kinds)


def _read(form: LocationForm, *, handle: str) -> Location:
    given = {name: form.cleaned_data[name] for name in ("name", "kind", "line1", "postcode", "city")}
    return Location(handle=handle, country=form.cleaned_data["country"].upper(), hours=form.words("hours"), **given)


def _save(request: here.StaffRequest, places: tuple[Location, ...]) -> None:
    pages.save(request, locations=[place.model_dump(mode="json") for place in places])
