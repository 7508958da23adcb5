"""Pages that refuse, for the tests: an address conf of its own over the real one."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from volte.kit import errors
from volte.web.shared import access, here


def refuse(request: HttpRequest, *, kind: str) -> HttpResponse:
    raised: dict[str, errors.Refused] = {
        "notfound": errors.NotFound("shop_unknown"),
        "notallowed": errors.NotAllowed("permission_missing", permission="x:y"),
        "conflict": errors.Conflict("shop_exists", handle="x"),
        "invalid": errors.Invalid("settings_invalid", field="a", why="b"),
        "toomany": errors.TooMany("too_many_tries", retry_after=42),
        "toolarge": errors.TooLarge("body_too_large", megabytes=32),
    }
    raise raised[kind]


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault in the program")


def where(request: here.PageRequest) -> HttpResponse:
    from django.urls import reverse

    return HttpResponse(f"{request.shop.handle} {request.language} {reverse('where')}")


@access.staff_required()
def who(request: here.StaffRequest) -> HttpResponse:
    return HttpResponse(f"{request.actor.name} {request.shop.handle}")


urlpatterns = [
    path("refuse/<slug:kind>/", refuse),
    path("api/refuse/<slug:kind>/", refuse),
    path("fail/", fail),
    path("where/", where, name="where"),
    path("who/", who),
    path("", include("volte.web.urls")),
]
