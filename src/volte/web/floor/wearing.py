"""Used more than trying needs: what was found on a unit, what that takes off, and photos of it. One page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from volte.kit.errors import Invalid, Refused
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.returns import operations, queries, worn
from volte.returns.operations.wearing import most_for_use
from volte.returns.rules.wear import MOST_PHOTOS, Obstacle, Wear
from volte.returns.views import ItemView, ReturnView
from volte.runtime import tenancy, texts
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.receiving import Match
from volte.web.floor import acts, numbers, pages
from volte.web.floor.acts import Done
from volte.web.floor.shift import FloorRequest
from volte.web.shared import uploads
from volte.web.staff.cases import amounts

# What is found most, each with the key that presses it.
FOUND = (("worn", "a"), ("stain", "b"), ("smell", "c"), ("damaged", "d"), ("incomplete", "e"), ("cleaning", "f"))
_SHARES = ((10, "1"), (25, "2"), (50, "3"), (75, "4"))
_SALT = "volte.floor.wear"
# Somebody at a bench sends photos all day long.
_OFTEN = 600


@dataclass(frozen=True, slots=True)
class Told:
    """What a page of the unit says of its use: what was proposed, or what stands in the way of it."""

    now: Wear | None
    amount: Money | None
    obstacle: Message | None

    @property
    def may(self) -> bool:
        return self.obstacle is None

    @property
    def may_go_back(self) -> bool:
        return self.now is not None and self.now.is_open and not self.now.seen


@dataclass(frozen=True, slots=True)
class Share:
    """A part of what was paid, as a button."""

    value: str
    words: Message
    key: str
    chosen: bool


def told(seen: UnitView, of: ReturnView | None, item: ItemView | None) -> Told | None:
    """None where the question does not arise: nobody knows what it is, or it is not what was awaited."""
    if of is None or item is None or seen.match is not Match.EXPECTED:
        return None
    now = worn.of_unit(item=item, unit_id=seen.id)
    stands = worn.obstacle(item=item, unit_id=seen.id)
    amount = Money(now.amount, of.value.currency) if now is not None else None
    return Told(now, amount, _why_not(stands) if stands else None)


@require_safe
@pages.in_shift
def page(request: FloorRequest, unit: str) -> HttpResponse:
    """What was found, what it takes off, photos."""
    return _page(request, unit)


@require_POST
@pages.in_shift
def opening(request: FloorRequest, unit: str) -> HttpResponse:
    """From the checklist, with what was answered there: it is still so when the person comes back."""
    return HttpResponseRedirect(_with_answers(reverse("floor_wear", args=[unit]), request.POST), status=303)


@require_POST
@pages.in_shift
def proposal(request: FloorRequest, unit: str) -> HttpResponse:
    """Propose it. What was photographed is kept whatever else is wrong."""
    unit_id = numbers.unit_id(unit)
    with tenancy.entered(request.shop.id):
        of, item = _of(unit_id)
    most = most_for_use(by=request.actor, unit_id=unit_id)
    before = _before(request, unit)
    with tenancy.entered(request.shop.id):
        kept = uploads.keep_photos(
            request.FILES.getlist("photos"), room=MOST_PHOTOS - len(before), who=str(request.actor.id), often=_OFTEN
        )
    photos = tuple(dict.fromkeys((*before, *kept.digests)))
    if kept.refused is not None:
        return _page(request, unit, photos=photos, error=kept.refused)
    amount, reason = _amount(request, most), _reason(request, of.language)

    def work() -> Done:
        operations.propose_deduction(by=request.actor, unit_id=unit_id, amount=amount, reason=reason, photos=photos)
        to = _with_answers(reverse("floor_unit", args=[unit]), request.POST)
        return Done(
            to, "good", message("floor-said-wear", amount=amount), message("floor-said-wear-then", title=item.title)
        )

    try:
        return acts.once(request, "floor.wear", work)
    except Invalid as refused:
        return _page(request, unit, photos=photos, error=refused)


@require_POST
@pages.in_shift
def taking_back(request: FloorRequest, unit: str) -> HttpResponse:
    """Nothing is to be taken off after all."""

    def work() -> Done:
        operations.take_back_proposal(by=request.actor, unit_id=numbers.unit_id(unit))
        return Done(reverse("floor_unit", args=[unit]), "look", message("floor-said-wear-back"))

    return acts.once(request, "floor.wear-back", work)


def _page(
    request: FloorRequest,
    unit: str,
    *,
    photos: tuple[str, ...] = (),
    error: Refused | Message | None = None,
) -> HttpResponse:
    unit_id = numbers.unit_id(unit)
    with tenancy.entered(request.shop.id):
        of, item = _of(unit_id)
        seen = warehouse.unit(unit_id=unit_id)
    now = told(seen, of, item)
    if now is None or now.obstacle is not None:
        raise Invalid("wear_not_here", why=now.obstacle if now and now.obstacle else _why_not(Obstacle.STRAY))
    most = most_for_use(by=request.actor, unit_id=unit_id)
    typed = request.POST
    alone = Money(request.shop.settings.bench.alone, most.currency)
    context = {
        "unit": seen,
        "public": unit,
        "of": of,
        "item": item,
        "most": most,
        "alone": alone if alone else None,
        "found": [(name, letter, typed.get("found") == name) for name, letter in FOUND],
        "shares": _shares(most, typed.get("share", "")),
        "typed": typed,
        "photos": len(photos),
        "room": MOST_PHOTOS - len(photos),
        "kept": signing.dumps([unit, *photos], salt=_SALT),
        "answers": [(name, value) for name, value in _answers(request)],
        "back": _with_answers(reverse("floor_unit", args=[unit]), dict(_answers(request))),
        "megabytes": uploads.MEGABYTES,
        "error": _said(error, request.language) if error else "",
    }
    return pages.show(request, "floor/wear.html", context, sound="stop" if error else "", status=422 if error else 200)


def _said(error: Refused | Message, language: str) -> str:
    return texts.say(error, language) if isinstance(error, Message) else texts.refusal(error, language)


def _of(unit_id: UUID) -> tuple[ReturnView, ItemView]:
    """Refuses `wear_not_here` where nobody knows which article it is."""
    seen = warehouse.unit(unit_id=unit_id)
    of = queries.by_id(return_id=seen.subject_id) if seen.subject_id is not None else None
    item = next((item for item in of.items if item.id == seen.line_id), None) if of is not None else None
    if of is None or item is None:
        raise Invalid("wear_not_here", why=_why_not(Obstacle.STRAY))
    return of, item


def _why_not(stands: Obstacle) -> Message:
    return message(f"floor-wear-not-{stands.value.replace('_', '-')}")


def _shares(most: Money, chosen: str) -> list[Share]:
    return [
        Share(
            str(percent),
            message("floor-wear-share", percent=percent, amount=_share(most, percent)),
            key,
            chosen == str(percent),
        )
        for percent, key in _SHARES
    ]


def _share(most: Money, percent: int) -> Money:
    return Rate.parse(f"{percent} %").of(most)


def _amount(request: FloorRequest, most: Money) -> Money:
    """What was typed, else the share that was pressed; nothing where there is neither."""
    written, share = request.POST.get("amount", "").strip(), request.POST.get("share", "")
    if written:
        return amounts.parse(written=written, currency=most.currency) or Money(0, most.currency)
    known = {str(percent) for percent, _ in _SHARES}
    return _share(most, int(share)) if share in known else Money(0, most.currency)


def _reason(request: FloorRequest, language: str) -> str:
    """In the customer's language, for they will read it."""
    chosen = request.POST.get("found", "")
    said = texts.say(f"floor-wear-found-{chosen}", language) if chosen in dict(FOUND) else ""
    own = " ".join(request.POST.get("words", "").split())[:300]
    return ". ".join(part for part in (said, own) if part)


def _before(request: FloorRequest, unit: str) -> tuple[str, ...]:
    """The photos that were kept when something else was wrong; only what we gave ourselves counts."""
    try:
        about, *photos = signing.loads(request.POST.get("kept", ""), salt=_SALT, max_age=3600)
    except (signing.BadSignature, ValueError):
        return ()
    return tuple(photos) if about == unit else ()


def _answers(request: FloorRequest) -> list[tuple[str, str]]:
    """What was answered on the checklist before."""
    given = request.POST if request.method == "POST" else request.GET
    return [(name, str(value)) for name, value in given.items() if name.startswith("see-") and value]


def _with_answers(path: str, given: Mapping[str, Any]) -> str:
    answers = {name: str(value) for name, value in given.items() if name.startswith("see-") and value}
    return f"{path}?{urlencode(answers)}" if answers else path
