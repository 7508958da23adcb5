"""An act of a person: done once however often Enter is pressed, said aloud, and undone within ten seconds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.utils.translation import get_language

from volte.kit import ids
from volte.kit.errors import Invalid
from volte.kit.text import Message
from volte.returns.operations.inspecting import UNDO_WITHIN
from volte.runtime import clock, idempotency, texts
from volte.runtime.idempotency import Answer
from volte.warehouse.queries import UnitView
from volte.web.floor.shift import FloorRequest

_SAID, _LAST = "floor_said", "floor_last"
_NOT_PART = frozenset({"csrfmiddlewaretoken"})


@dataclass(frozen=True, slots=True)
class Done:
    """What an act leads to: where to go, what to say there (`sound`: good | look | stop), what may be undone."""

    to: str
    sound: str = ""
    title: Message | None = None
    detail: Message | None = None
    unit: UnitView | None = None


def once(request: FloorRequest, call: str, work: Callable[[], Done]) -> HttpResponseRedirect:
    """Do `work` unless this very form did it before, then go where it leads. Refuses what `work` refuses."""
    key = request.POST.get("key", "")
    if not 8 <= len(key) <= 64:
        raise Invalid("request_malformed")
    fields = sorted((name, value) for name, values in request.POST.lists() if name not in _NOT_PART for value in values)
    answer = idempotency.once(
        shop_id=request.shop.id,
        key=f"floor:{key}",
        call=call,
        digest=idempotency.digest_of(urlencode(fields).encode()),
        work=lambda: Answer(303, _told(request, work())),
    )
    said, last = answer.body["said"], answer.body["last"]
    if said:
        request.session[_SAID] = said
    if last:
        request.session[_LAST] = last
    return HttpResponseRedirect(answer.body["to"], status=303)


def say(request: FloorRequest, *, sound: str, title: Message, detail: Message | None = None) -> None:
    """Say it on the next page."""
    request.session[_SAID] = _said(sound, title, detail)


def heard(request: FloorRequest) -> dict[str, str] | None:
    """What was to be said, once."""
    said: dict[str, str] | None = request.session.pop(_SAID, None)
    return said


def undoable(request: FloorRequest) -> dict[str, Any] | None:
    """The last act while it can still be taken back, with the whole `seconds` left."""
    last: dict[str, Any] | None = request.session.get(_LAST)
    if last is None or last["by"] != str(request.actor.id):
        return None
    left = (datetime.fromisoformat(last["at"]) + UNDO_WITHIN - clock.now()).total_seconds()
    return {**last, "seconds": int(left), "exactly": f"{left:.1f}"} if left > 0 else None


def forget(request: FloorRequest) -> None:
    request.session.pop(_LAST, None)


def _told(request: FloorRequest, done: Done) -> dict[str, Any]:
    last = None
    if done.unit is not None:
        last = {
            "unit": ids.public("unt", done.unit.id),
            "title": done.unit.title,
            "at": clock.now().isoformat(),
            "by": str(request.actor.id),
        }
    return {
        "to": done.to,
        "said": _said(done.sound, done.title, done.detail) if done.title else None,
        "last": last,
    }


def _said(sound: str, title: Message, detail: Message | None) -> dict[str, str]:
    language = get_language() or "en"
    return {
        "sound": sound,
        "title": texts.say(title, language),
        "detail": texts.say(detail, language) if detail else "",
    }
