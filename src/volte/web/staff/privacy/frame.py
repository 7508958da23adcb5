"""The frame around the pages on personal data, and which of them somebody may open."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from volte.runtime.permissions import Permission
from volte.web.shared import here

# Part, its page, and who may open it.
PARTS = (
    ("privacy", "staff_privacy", Permission.PRIVACY_READ),
    ("retention", "staff_retention", Permission.SETTINGS_READ),
    ("audit", "staff_audit", Permission.AUDIT_READ),
    ("opinions", "staff_opinions", Permission.RETURNS_READ),
)


def show(request: here.StaffRequest, template: str, *, part: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page in its frame."""
    sections = [(name, page) for name, page, needed in PARTS if needed in request.actor.permissions]
    frame = {"section": "privacy", "part": part, "sections": sections}
    return render(request, f"staff/privacy/{template}.html", {**frame, **context}, status=status)
