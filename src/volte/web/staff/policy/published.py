"""What holds, what held before, and what is different between two of them."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from volte.kit.errors import NotFound
from volte.policy import queries
from volte.policy.queries import PublishedPolicy
from volte.policy.rules import comparing
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Field
from volte.runtime import clock, tenancy
from volte.web.shared import here
from volte.web.staff.policy import frame, telling


@dataclass(frozen=True, slots=True)
class Line:
    """One version in the list. `before` is the number of the version to compare it with, if any."""

    version: PublishedPolicy
    holds: bool
    before: int | None


@require_safe
@frame.may_read
def overview(request: here.StaffRequest) -> HttpResponse:
    """The version in force, what it says, and all versions."""
    with tenancy.entered(request.shop.id):
        found = queries.versions()
        current = queries.version_in_force(at=clock.now()) if found else None
        draft = queries.draft() if found else None
    numbers = [version.number for version in found]
    lines = [
        Line(version, current is not None and version.id == current.id, before)
        for version, before in zip_longest(found, numbers[1:])
    ]
    terms = terms_of(current.policy) if current else []
    told = telling.told(request, current.policy if current else None)
    context: dict[str, Any] = {"current": current, "lines": lines, "terms": terms, "draft": draft, "told": told}
    return frame.show(request, "overview", part="published", **context)


@require_safe
@frame.may_read
def version(request: here.StaffRequest, *, number: int) -> HttpResponse:
    """One version as it was written, for ever."""
    with tenancy.entered(request.shop.id):
        found = queries.version(number=number)
        current, draft = queries.version_in_force(at=clock.now()), queries.draft()
    context: dict[str, Any] = {"version": found, "current": current, "draft": draft, "terms": terms_of(found.policy)}
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


def _number(written: str, known: list[int]) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0
    if number not in known:
        raise NotFound("policy_unknown")
    return number


def terms_of(policy: Policy) -> list[tuple[str, Any]]:
    """Every term with its value, in words."""
    return [(f"policy-field-{field}", comparing.said(getattr(policy.terms, field))) for field in Field]
