"""Who may open this page? Staff only, with at least one of the named permissions."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from volte.insights import queries as insights
from volte.kit.errors import NotAllowed
from volte.runtime import people
from volte.runtime.permissions import Permission
from volte.web.shared import here, languages

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
SHOP_IN_SESSION = "volte_shop"


def staff_required(
    *permissions: Permission,
) -> Callable[
    [Callable[Concatenate[here.StaffRequest, P], R]], Callable[Concatenate[HttpRequest, P], R | HttpResponse]
]:
    """Pages of the staff: `request.actor` is who asks, `request.shop` their shop.

    Strangers go to the log-in and come back. With `permissions`, one of them is needed to see the page at all (reading
    has no operation that would check); what the page changes is checked again by the operation.
    """

    def wrap(
        view: Callable[Concatenate[here.StaffRequest, P], R],
    ) -> Callable[Concatenate[HttpRequest, P], R | HttpResponse]:
        @wraps(view)
        def run(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            staff = cast(here.StaffRequest, request)
            identify(staff)
            if permissions and not staff.actor.permissions.intersection(permissions):
                raise NotAllowed("permission_missing", permission=" / ".join(sorted(permissions)))
            if Permission.INSIGHTS_READ in staff.actor.permissions:
                insights.load()
            return view(staff, *args, **kwargs)

        return run

    return wrap


def identify(request: here.StaffRequest) -> None:
    """Say who asks, for which shop, in whose language; refuses `not_a_member`."""
    assert request.user.is_authenticated
    request.actor = people.actor_of_person(request.user.pk, shop_handle=request.session.get(SHOP_IN_SESSION))
    request.shop = here.shop_of(request.actor.shop_id)
    offered = request.shop.languages
    request.language = languages.chosen(request, offered) or (
        request.actor.language if request.actor.language in offered else offered[0]
    )
    translation.activate(request.language)
    timezone.activate(request.shop.settings.timezone)
