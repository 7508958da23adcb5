"""What holds, what held before, and what is different between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import zip_longest
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from volte.kit.errors import NotFound
from volte.policy import operations, queries, rechecking
from volte.policy.queries import PublishedPolicy
from volte.policy.rules import comparing
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Field
from volte.runtime import clock, tenancy
from volte.web.shared import here
from volte.web.staff.policy import frame, telling


@dataclass(frozen=True, slots=True)
class Line:
    """One version in the list. `state` is `holds`, `past`, `planned` or `withdrawn`; `before` is the number of the
    version to compare it with, if any."""

    version: PublishedPolicy
    state: str
    before: int | None


@require_safe
@frame.may_read
def overview(request: here.StaffRequest) -> HttpResponse:
    """The version in force, what it says, and all versions."""
    now = clock.now()
    with tenancy.entered(request.shop.id):
        found = queries.versions()
        current = queries.version_in_force(at=now) if found else None
        draft = queries.draft() if found else None
        coming, gone = queries.coming(at=now), queries.withdrawn()
        fallen = rechecking.fallen() if found else ()
    numbers = [version.number for version in found]
    lines = [
        Line(version, _state(version, current, coming, gone), before)
        for version, before in zip_longest(found, numbers[1:])
    ]
    terms = terms_of(current.policy) if current else []
    told = telling.told(request, current.policy if current else None)
    context: dict[str, Any] = {"current": current, "lines": lines, "terms": terms, "draft": draft, "told": told}
    context["coming"], context["fallen"] = coming, fallen
    return frame.show(request, "overview", part="published", **context)


@require_safe
@frame.may_read
def version(request: here.StaffRequest, *, number: int) -> HttpResponse:
    """One version as it was written, for ever."""
    now = clock.now()
    with tenancy.entered(request.shop.id):
        found = queries.version(number=number)
        current, draft = queries.version_in_force(at=now), queries.draft()
        state = _state(found, current, queries.coming(at=now), queries.withdrawn())
        fallen = tuple(one for one in rechecking.fallen() if one.version.id == found.id)
    context: dict[str, Any] = {"version": found, "current": current, "draft": draft, "terms": terms_of(found.policy)}
    context["state"], context["fallen"] = state, fallen
    return frame.show(request, "version", part="published", told=telling.told(request, found.policy), **context)


@require_safe
@frame.may_read
def comparison(request: here.StaffRequest) -> HttpResponse:
    """`?from=3&to=4`: two versions, field by field and rule by rule."""
    with tenancy.entered(request.shop.id):
        numbers = [found.number for found in queries.versions()]
        chosen = [_number(request.GET.get(name, ""), numbers) for name in ("from", "to")]
        if len(numbers) < 2:
            return HttpResponseRedirect(reverse("staff_policy"))
        before, after = queries.version(number=chosen[0]), queries.version(number=chosen[1])
    context: dict[str, Any] = {
        "before": before,
        "after": after,
        "numbers": [(str(number), str(number)) for number in numbers],
    }
    found = comparing.compare(before.policy, after.policy, telling.names(request))
    return frame.show(request, "comparison", part="published", found=found, **context)


@require_POST
@frame.may_write
def withdrawal(request: here.StaffRequest, *, number: int) -> HttpResponse:
    """A planned version is taken back."""
    operations.take_back(by=request.actor, number=number)
    frame.say(request, "staff-policy-taken-back", number=number)
    return HttpResponseRedirect(reverse("staff_policy"), status=HTTPStatus.SEE_OTHER)


def _state(
    version: PublishedPolicy,
    current: PublishedPolicy | None,
    coming: Sequence[PublishedPolicy],
    gone: frozenset[UUID],
) -> str:
    if version.id in gone:
        return "withdrawn"
    if any(version.id == other.id for other in coming):
        return "planned"
    return "holds" if current is not None and version.id == current.id else "past"


def _number(written: str, known: list[int]) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0
    if number not in known:
        raise NotFound("policy_unknown")
    return number


def terms_of(policy: Policy) -> list[tuple[str, Any]]:
    """Every term with its value, in words."""
    return [(f"policy-field-{field}", comparing.term(policy.terms, field)) for field in Field]
