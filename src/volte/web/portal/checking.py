"""Check: line by line what comes back and when, fees with their reason, the law's line, and one button."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render

from volte.kit.errors import Conflict, Refused
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Method, Resolution
from volte.law.rules.provisions import Citation
from volte.law.rules.words import Standing
from volte.policy.rules.words import Basis, Verdict
from volte.returns import offers as returns_offers
from volte.returns import operations, queries
from volte.returns.considering import Considered, ConsideredItem
from volte.runtime import idempotency, tenancy
from volte.runtime.idempotency import Answer
from volte.web.portal import accounts, instead, lines, ways
from volte.web.portal import draft as drafts
from volte.web.portal.accounts import Account
from volte.web.portal.draft import Draft, Seen
from volte.web.portal.guest import GuestRequest, guest_required
from volte.web.portal.steps import overtaken

# Which step answers for what cannot be done any more.
_INSTEAD_GONE = (
    "exchange_out_of_stock",
    "exchange_sku_unknown",
    "exchange_other_article",
    "exchange_currency",
    "resolution_not_offered",
    "exchange_needs_sku",
)
_WAY_GONE = ("method_not_offered", "store_unknown")
_OVERTAKEN = ("units_not_left", "idempotency_key_reused")
_SHOWN_ARTICLES = 3


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line as it is about to be asked for."""

    title: str
    detail: str
    picture: str
    quantity: int
    verdict: Verdict
    sentence: Message
    hint: Message | None
    photos: Sequence[str]

    @property
    def refused(self) -> bool:
        return self.verdict is Verdict.REFUSED


@guest_required
def check(request: GuestRequest) -> HttpResponse:
    """The last page: GET shows, POST does what it showed."""
    return _confirmed(request) if request.method == "POST" else _shown(request)


def _shown(request: GuestRequest, *, moved: bool = False) -> HttpResponse:
    """`moved`: what was on the page is no longer true, so here is what is."""
    draft = drafts.load(request)
    if not draft.choices:
        return redirect("portal_order")
    wanted = draft.wanted(language=request.language)
    try:
        with tenancy.entered(request.shop.id):
            considered = operations.decide(by=request.guest, order_id=request.order_id, wanted=wanted)
            offered = None
            if Resolution.EXCHANGE in considered.plans:
                offered = returns_offers.offers(order_id=request.order_id, items=draft.items())
            zone = request.shop.settings.timezone
            reckoned = accounts.accounts(considered, offered, zone=zone)
    except Refused as error:
        return _elsewhere(request, draft, error)
    open_lines = {item.line.id for item in considered.items if item.decision.verdict is not Verdict.REFUSED}
    if open_lines & draft.undecided():
        return redirect("portal_instead")
    if open_lines and not draft.method:
        return redirect("portal_way")
    context = {
        "title": message("portal-check-title" if open_lines else "portal-check-title-refused"),
        "items": [_row(item) for item in considered.items],
        "accounts": reckoned,
        "laws": _laws(considered.items),
        "method": _method(request, draft),
        "button": _button(considered, reckoned),
        "refused": not open_lines,
        "waits": [item for item in considered.items if item.decision.verdict is Verdict.NEEDS_EVIDENCE],
        "reviewed": any(item.decision.verdict is Verdict.NEEDS_REVIEW for item in considered.items),
        "seen": drafts.sealed(Seen(draft, considered.value.amount), order_id=request.order_id),
        "moved": moved,
    }
    return render(request, "portal/check.html", context, status=409 if moved else 200)


def _confirmed(request: GuestRequest) -> HttpResponse:
    """Ask for exactly what was seen; asking twice is asking once."""
    try:
        seen = drafts.unsealed(request.POST.get("seen", ""), order_id=request.order_id)
        number = _requested(request, seen)
    except Refused as error:
        if error.code in ("portal_page_stale", "portal_value_moved"):
            return _shown(request, moved=True)
        return _elsewhere(request, drafts.load(request), error)
    drafts.forget(request)
    return redirect("portal_return", number=number)


def _requested(request: GuestRequest, seen: Seen) -> str:
    wanted = seen.draft.wanted(language=request.language)

    def work() -> Answer:
        return_id = operations.request(by=request.guest, order_id=request.order_id, wanted=wanted)
        view = queries.by_id(return_id=return_id)
        if view.value.amount != seen.value:
            raise Conflict("portal_value_moved")
        return Answer(201, {"number": view.number})

    written = json.dumps([asdict(seen.draft), seen.value], sort_keys=True)
    answer = idempotency.once(
        shop_id=request.shop.id,
        key=f"portal {request.order_id.hex} {seen.draft.key}",
        call="portal return",
        digest=idempotency.digest_of(written.encode()),
        work=work,
    )
    return str(answer.body["number"])


def _elsewhere(request: GuestRequest, draft: Draft, error: Refused) -> HttpResponse:
    """The step that can put it right, saying what happened; what nobody foresaw goes its usual way."""
    if error.code in _OVERTAKEN:
        return overtaken(request, error)
    if draft.choices and error.code in _INSTEAD_GONE:
        return instead.page(request, draft, gone=True)
    if draft.choices and error.code in _WAY_GONE:
        return ways.page(request, draft, gone=True)
    raise error


def _row(item: ConsideredItem) -> ItemRow:
    return ItemRow(
        title=lines.title_of(item.line),
        detail=lines.detail_of(item.line),
        picture=lines.picture(item.line.image_url),
        quantity=item.wanted.quantity,
        verdict=item.decision.verdict,
        sentence=item.decision.sentence,
        hint=item.decision.hint,
        photos=item.wanted.photos,
    )


def _method(request: GuestRequest, draft: Draft) -> tuple[Message, str] | None:
    """The way back, and which shop."""
    if not draft.method:
        return None
    place = request.shop.settings.location(draft.store) if draft.store else None
    word = Method(draft.method).value.replace("_", "-")
    return message(f"logistics-method-{word}"), place.name if place else ""


def _button(considered: Considered, reckoned: Sequence[Account]) -> Message:
    """What pressing it will do."""
    verdicts = {item.decision.verdict for item in considered.items} - {Verdict.REFUSED}
    count = sum(item.wanted.quantity for item in considered.items if item.decision.verdict is not Verdict.REFUSED)
    if not verdicts:
        return message("portal-check-button-refused")
    if verdicts != {Verdict.ACCEPTED}:
        return message("portal-check-button-ask", count=count)
    amount = _one_amount(reckoned)
    if amount is not None and reckoned[0].kind is Resolution.REFUND:
        return message("portal-check-button-refund", count=count, amount=amount)
    if amount is not None and reckoned[0].kind is Resolution.CREDIT:
        return message("portal-check-button-credit", count=count, amount=amount)
    return message("portal-check-button", count=count)


def _one_amount(reckoned: Sequence[Account]) -> Money | None:
    return reckoned[0].amount if len(reckoned) == 1 else None


def _laws(items: Sequence[ConsideredItem]) -> list[Message]:
    """On which right of the law each acceptance also stands, said once."""
    said: dict[tuple[str, date | None], Message] = {}
    for item in items:
        withdrawal, conformity = item.decision.statutory
        right = conformity if item.decision.basis is Basis.CONFORMITY else withdrawal
        if right.standing is not Standing.YES:
            continue
        cited = _cited(right.citations[:_SHOWN_ARTICLES])
        code = f"portal-law-{right.name}" if right.last_day else f"portal-law-{right.name}-open"
        said[code, right.last_day] = message(code, day=right.last_day, citations=cited)
    return list(said.values())


def _cited(citations: Sequence[Citation]) -> str:
    """Each law once, with its articles."""
    articles: dict[str, list[str]] = {}
    for each in citations:
        articles.setdefault(each.title, []).append(each.article)
    return " · ".join(f"{title}, {', '.join(named)}" for title, named in articles.items())
