"""The frame around the pages of finance."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from volte.runtime.permissions import Permission
from volte.web.shared import here

# Part and its page: whoever may read money may open all of them.
PARTS = (
    ("finance", "staff_finance"),
    ("books", "staff_finance_books"),
    ("differences", "staff_differences"),
    ("notes", "staff_credit_notes"),
    ("credits", "staff_credits"),
)


# For those who pay: accounts of customers are behind it.
TRANSFERS = ("transfers", "staff_transfers")


def show(request: here.StaffRequest, template: str, *, part: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page in its frame."""
    pays = Permission.MONEY_BOOKS in request.actor.permissions
    frame = {"section": "finance", "part": part, "sections": (*PARTS, TRANSFERS) if pays else PARTS}
    return render(request, f"staff/finance/{template}.html", {**frame, **context}, status=status)
