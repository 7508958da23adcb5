"""The articles of a gift as a form asks about them: which, how many, why."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from volte.kit.errors import Conflict, Refused
from volte.kit.text import Message, message
from volte.kit.words import Resolution
from volte.returns import gifts
from volte.returns.considering import LineOutlook
from volte.returns.gifts import GiftView
from volte.returns.rules.request import LONGEST_COMMENT, WantedItem
from volte.web.portal import lines as cards
from volte.web.portal.draft import SEALS
from volte.web.portal.guest import GuestRequest

Fault = tuple[str, Message | Refused]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form for one article."""

    chosen: bool
    quantity: int
    reason: str
    seal: str
    comment: str

    @property
    def seal_whole(self) -> bool:
        return self.seal == "whole"

    @property
    def seal_broken(self) -> bool:
        return self.seal == "broken"


@dataclass(frozen=True, slots=True)
class Row:
    """An article of the gift. `most` is how many can still come back; where none can, `sentence` says why."""

    line: str
    ref: str
    title: str
    detail: str
    picture: str
    most: int
    open: bool
    sentence: Message
    hint: Message | None
    reasons: Sequence[tuple[str, str]]
    seal: bool
    typed: Typed

    @property
    def closed(self) -> bool:
        return not self.open

    def wanted(self) -> WantedItem:
        known = {handle for handle, _ in self.reasons}
        return WantedItem(
            line=self.line,
            quantity=self.typed.quantity,
            reason=self.typed.reason if self.typed.reason in known else "",
            comment=self.typed.comment,
            condition=SEALS.get(self.typed.seal, ""),
            resolution=Resolution.CREDIT,
        )


def rows(request: GuestRequest, gift: GiftView, outlooks: Sequence[LineOutlook]) -> list[Row]:
    return [_row(request, gift, each, alone=len(outlooks) == 1) for each in outlooks]


def _row(request: GuestRequest, gift: GiftView, each: LineOutlook, *, alone: bool) -> Row:
    ref, most = each.line.line_id.hex, gifts.left(gift=gift, line=each.line)
    card = next(iter(cards.cards([each], {})), None)
    may = card is not None and card.selectable and most > 0
    offered = cards.reasons(each, request.shop.settings, request.language, chosen="")
    return Row(
        line=each.line.id,
        ref=ref,
        title=cards.title_of(each.line),
        detail=cards.detail_of(each.line),
        picture=cards.picture(each.line.image_url),
        most=most,
        open=may,
        sentence=card.sentence if card is not None and most > 0 else message("portal-gift-gone"),
        hint=card.hint if card is not None and may else None,
        reasons=[(one.handle, one.name) for one in offered],
        seal=may and cards.seal_matters(each.outlook.changed_mind),
        # One article is what they came for.
        typed=_typed(request.POST, ref) if request.method == "POST" else Typed(alone and may, 1, "", "", ""),
    )


def _typed(form: QueryDict, ref: str) -> Typed:
    written, seal = form.get(f"quantity-{ref}", "1").strip(), form.get(f"seal-{ref}", "")
    return Typed(
        chosen=ref in form.getlist("line"),
        quantity=int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else 0,
        reason=form.get(f"reason-{ref}", "")[:60],
        seal=seal if seal in SEALS else "",
        comment=form.get(f"comment-{ref}", "").strip(),
    )


def wrong(found: Sequence[Row]) -> list[Fault]:
    """What is missing or cannot be, by the id of its field."""
    chosen = [(at, row) for at, row in enumerate(found) if row.typed.chosen]
    if not chosen:
        return [("lines", message("portal-gift-choose"))]
    faults: list[Fault] = []
    for at, row in chosen:
        if not row.open:
            faults.append(("lines", Conflict("gift_units_gone", title=row.title, left=row.most)))
        elif not 1 <= row.typed.quantity <= row.most:
            faults.append((f"quantity-{at}", message("portal-order-count-wrong", item=row.title, most=row.most)))
        if row.seal and not row.typed.seal:
            faults.append((f"seal-{at}", message("portal-why-seal-needed", item=row.title)))
        if len(row.typed.comment) > LONGEST_COMMENT:
            length = len(row.typed.comment)
            faults.append((f"comment-{at}", message("portal-comment-too-long", length=length, most=LONGEST_COMMENT)))
    return faults
