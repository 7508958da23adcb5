"""The frame around the pages of the policy, and which of them somebody may open."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from volte.runtime import texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here

_READ, _WRITE = Permission.POLICY_READ, Permission.POLICY_WRITE
# Part, its page, and who may open it.
PARTS = (
    ("published", "staff_policy", _READ),
    ("form", "staff_policy_form", _WRITE),
    ("draft", "staff_policy_draft", _WRITE),
    ("try", "staff_policy_try", _WRITE),
    ("backtest", "staff_policy_backtest", _WRITE),
    ("publication", "staff_policy_publication", _WRITE),
)
may_read = access.staff_required(_READ, _WRITE)
may_write = access.staff_required(_WRITE)


def show(request: here.StaffRequest, template: str, *, part: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the desk in its frame."""
    held = request.actor.permissions
    sections = [(name, page) for name, page, needed in PARTS if needed in held or _WRITE in held]
    frame = {"section": "policy", "part": part, "sections": sections, "may_write": _WRITE in held}
    return render(request, f"staff/policy/{template}.html", {**frame, **context}, status=status)


def say(request: here.StaffRequest, text_id: str, **params: Any) -> None:
    """A sentence on the next page."""
    messages.success(request, texts.say(text_id, request.language, **params))
