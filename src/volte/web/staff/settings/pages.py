"""What the settings pages have in common: who may change, the frame around them, saving with a sentence."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from volte.kit.errors import Refused
from volte.runtime import shop_settings, shops, texts
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import ShopSettings
from volte.web.shared import here

SECTIONS = (
    ("brand", "brush"),
    ("entity", "info"),
    ("reasons", "question"),
    ("locations", "pin"),
    ("packing", "box"),
    ("exchanges", "swap"),
    ("parcels", "truck"),
    ("bench", "scan"),
    ("money", "card"),
    ("costs", "chart"),
    ("deadlines", "calendar"),
    ("members", "people"),
    ("keys", "key"),
    ("webhooks", "out"),
)


def show(request: here.StaffRequest, template: str, *, part: str, status: int = 200, **context: Any) -> HttpResponse:
    """A settings page in its frame. `may_write` says whether the buttons are there at all."""
    frame = {
        "section": "settings",
        "part": part,
        "sections": SECTIONS,
        "may_write": Permission.SETTINGS_WRITE in request.actor.permissions,
    }
    return render(request, f"staff/settings/{template}.html", {**frame, **context}, status=status)


def current(request: here.StaffRequest) -> ShopSettings:
    """As they stand now, not as they stood when the request came in."""
    return shop_settings.of_shop(request.actor.shop_id)


def save(request: here.StaffRequest, **changes: Any) -> None:
    """Replace these settings; what was saved is said on the next page."""
    shops.change_settings(by=request.actor, changes=changes)
    say(request, "staff-settings-saved")


def words(text_id: str, **params: Any) -> str:
    return texts.say(text_id, get_language() or "en", **params)


def sentence(refused: Refused) -> str:
    return texts.refusal(refused, get_language() or "en")


def say(request: HttpRequest, text_id: str, **params: Any) -> None:
    messages.success(request, words(text_id, **params))
