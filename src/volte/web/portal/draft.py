"""What a guest chose so far. Kept on our side between the steps: going back loses nothing, even without script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any, cast
from uuid import UUID

from django.core import signing
from django.http import HttpRequest

from volte.kit import ids
from volte.kit.errors import Conflict
from volte.kit.words import Method, Resolution
from volte.returns.rules.request import Wanted, WantedItem
from volte.web.portal.guest import GuestRequest

# How the request's `condition` says that a seal is intact or broken.
SEALS = {"whole": "unworn", "broken": "opened"}
SLOT = "volte_draft_"
_SALT = "volte.portal.seen"
_SEEN_LASTS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen line. Empty strings: not said, or not yet. `seal` is "", "whole" or "broken".

    `ref` names the line in forms: a shop's own word for a line may hold anything.
    """

    line: str
    ref: str
    quantity: int
    reason: str = ""
    seal: str = ""
    comment: str = ""
    photos: tuple[str, ...] = ()
    resolution: str = ""
    exchange_sku: str = ""

    def wanted(self) -> WantedItem:
        resolution = Resolution(self.resolution) if self.resolution else Resolution.REFUND
        return WantedItem(
            line=self.line,
            quantity=self.quantity,
            reason=self.reason,
            comment=self.comment,
            condition=SEALS.get(self.seal, ""),
            resolution=resolution,
            exchange_sku=self.exchange_sku if resolution is Resolution.EXCHANGE else "",
            photos=self.photos,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """`key` names the request that will come of it: confirming twice opens one return."""

    key: str
    choices: tuple[Choice, ...] = ()
    method: str = ""
    store: str = ""

    def choice(self, line: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.line == line), None)

    def choose(self, chosen: Iterable[Choice]) -> Draft:
        """These lines and quantities; what was said about a line before stays said."""
        kept = []
        for choice in chosen:
            before = self.choice(choice.line)
            kept.append(replace(before, quantity=choice.quantity) if before else choice)
        return replace(self, choices=tuple(kept))

    def items(self) -> tuple[WantedItem, ...]:
        return tuple(choice.wanted() for choice in self.choices)

    def wanted(self, *, language: str) -> Wanted:
        """The whole request. An unchosen method is any: what is not offered is refused later, by name."""
        method = Method(self.method) if self.method else Method.DROP_OFF
        store = self.store if method is Method.STORE else ""
        return Wanted(items=self.items(), method=method, language=language, store=store)

    def undecided(self) -> frozenset[str]:
        """Lines that do not say yet what they want instead."""
        return frozenset(choice.line for choice in self.choices if not choice.resolution)


def load(request: GuestRequest) -> Draft:
    """The draft of this guest; a fresh one when there is none."""
    return _read(request.session.get(_slot(request.order_id))) or Draft(key=ids.new_id().hex)


def keep(request: GuestRequest, draft: Draft) -> None:
    request.session[_slot(request.order_id)] = asdict(draft)


def forget(request: GuestRequest) -> None:
    request.session.pop(_slot(request.order_id), None)


def forget_all(request: HttpRequest) -> None:
    for name in list(request.session.keys()):
        if name.startswith(SLOT):
            del request.session[name]


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood on the page that was confirmed: the draft, and what it said would come back, in minor units."""

    draft: Draft
    value: int


def sealed(seen: Seen, *, order_id: UUID) -> str:
    """Carried by the form of the last page: what is confirmed is what was shown, whatever other windows did."""
    return signing.dumps([order_id.hex, asdict(seen.draft), seen.value], salt=_SALT, compress=True)


def unsealed(written: str, *, order_id: UUID) -> Seen:
    """What `sealed` wrote for this order; refuses `portal_page_stale`."""
    try:
        order, draft, value = signing.loads(written, salt=_SALT, max_age=_SEEN_LASTS)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Conflict("portal_page_stale") from error
    found = _read(draft)
    if order != order_id.hex or found is None:
        raise Conflict("portal_page_stale")
    return Seen(found, int(value))


def _slot(order_id: UUID) -> str:
    return f"{SLOT}{order_id.hex}"


def _read(kept: Any) -> Draft | None:
    """A draft of an earlier version of this program may not fit any more: then there is none."""
    if not isinstance(kept, dict):
        return None
    try:
        choices = tuple(Choice(**{**each, "photos": tuple(each["photos"])}) for each in kept["choices"])
        return Draft(**{**cast(dict[str, Any], kept), "choices": choices})
    except (TypeError, KeyError):
        return None
