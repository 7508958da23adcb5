"""Who works here, and as what."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.runtime import people, tenancy
from volte.runtime.models import Member, Person
from volte.runtime.permissions import Permission, Role
from volte.web.shared import access, here
from volte.web.staff import accounts
from volte.web.staff.settings import pages
from volte.web.staff.settings.forms import MemberForm, RoleForm

PREFIX = "mem"
_ON_THE_FLOOR = (Permission.WAREHOUSE_RECEIVE, Permission.WAREHOUSE_INSPECT)


@access.staff_required(Permission.SETTINGS_READ)
def members(request: here.StaffRequest) -> HttpResponse:
    """The members; a POST invites another one."""
    form = MemberForm(request.POST or None, initial={"role": Role.AGENT.value})
    link = ""
    if request.method == "POST" and form.is_valid():
        link = _invite(request, form)
        if not form.errors and not link:
            return redirect("staff_settings_members")
        if link:
            form = MemberForm(initial={"role": Role.AGENT.value})
    with tenancy.entered(request.actor.shop_id):
        everybody = people.members()
    return pages.show(
        request,
        "members",
        part="members",
        status=422 if form.errors else 200,
        form=form,
        link=link,
        members=[(ids.public(PREFIX, view.id), view) for view in everybody],
        roles=[(role.value, pages.words(f"staff-role-{role.value}")) for role in Role],
        may_invite=Permission.MEMBERS_WRITE in request.actor.permissions,
        may_print_badges=not request.actor.permissions.isdisjoint(_ON_THE_FLOOR),
    )


@require_POST
@access.staff_required(Permission.MEMBERS_WRITE)
def role(request: here.StaffRequest, *, member: str) -> HttpResponse:
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise Invalid("role_unknown")
    people.change_role(by=request.actor, member_id=_id(member), role=Role(form.cleaned_data["role"]))
    pages.say(request, "staff-settings-saved")
    return redirect("staff_settings_members")


@require_POST
@access.staff_required(Permission.MEMBERS_WRITE)
def departure(request: here.StaffRequest, *, member: str) -> HttpResponse:
    people.remove_member(by=request.actor, member_id=_id(member))
    pages.say(request, "staff-members-left")
    return redirect("staff_settings_members")


def _invite(request: here.StaffRequest, form: MemberForm) -> str:
    """The link with which a new person chooses a password; empty for somebody who has one, or when refused."""
    given = form.cleaned_data
    try:
        made = people.invite(by=request.actor, email=given["email"], name=given["name"], role=Role(given["role"]))
    except Conflict as refused:
        form.add_error("email", pages.sentence(refused))
        return ""
    with tenancy.entered(request.actor.shop_id):
        person: Person = Member.objects.select_related("person").get(id=made).person
    if person.has_usable_password():
        pages.say(request, "staff-members-joined", name=person.name)
        return ""
    return request.build_absolute_uri(accounts.first_password_path(person))


def _id(member: str) -> UUID:
    found = ids.parse(PREFIX, member)
    if found is None:
        raise NotFound("member_unknown")
    return found
