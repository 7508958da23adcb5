"""API keys: made with the permissions they need, shown once, taken back at any time."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from volte.kit import ids
from volte.kit.errors import Invalid, NotFound
from volte.runtime import people, tenancy
from volte.runtime.permissions import EVERYTHING, Permission
from volte.web.shared import access, here
from volte.web.staff.settings import pages
from volte.web.staff.settings.forms import KeyForm

PREFIX = "key"


@never_cache
@access.staff_required(Permission.KEYS_WRITE)
def keys(request: here.StaffRequest) -> HttpResponse:
    """The keys; a POST makes another one and shows it, this once."""
    form = KeyForm(request.POST or None)
    secret = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            secret = people.make_key(by=request.actor, name=given["name"], permissions=given["permissions"]).secret
            form = KeyForm()
        except Invalid as refused:
            form.add_error("permissions", pages.sentence(refused))
    with tenancy.entered(request.actor.shop_id):
        present = people.keys()
    mine = request.actor.permissions & EVERYTHING
    return pages.show(
        request,
        "keys",
        part="keys",
        status=422 if form.errors else 200,
        form=form,
        secret=secret,
        keys=[(ids.public(PREFIX, view.id), view) for view in present],
        choices=[(item.value, _words(item)) for item in Permission if item in mine],
        chosen=form["permissions"].value() or [],
    )


@require_POST
@access.staff_required(Permission.KEYS_WRITE)
def revocation(request: here.StaffRequest, *, key: str) -> HttpResponse:
    found = ids.parse(PREFIX, key)
    if found is None:
        raise NotFound("key_unknown")
    people.revoke_key(by=request.actor, key_id=found)
    pages.say(request, "staff-keys-revoked")
    return redirect("staff_settings_keys")


def _words(permission: Permission) -> str:
    return pages.words("staff-permission-" + permission.value.replace(":", "-"))
