"""The page on top of an archive: what is in it, for the person to read. One file, no script, prints well."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from volte.kit import time
from volte.privacy.people import Person
from volte.privacy.rules.keeping import Kind
from volte.returns.views import ReturnView
from volte.runtime import clock, formats, texts
from volte.runtime.shop_settings import ShopSettings

_ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates" / "privacy")])


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    value: str


def page(
    *,
    person: Person,
    orders: Sequence[dict[str, Any]],
    returns: Sequence[ReturnView],
    settings: ShopSettings,
    language: str,
) -> str:
    """HTML in the person's language, or the shop's where we have no texts in theirs."""

    def say(name: str, **params: Any) -> str:
        return texts.say(f"privacy-summary-{name}", language, **params)

    known = person.known
    who = [
        _Row(say("email"), person.email),
        _Row(say("names"), " · ".join(known.names)),
        _Row(say("shop-ids"), " · ".join(known.external_ids)),
        _Row(say("country"), known.country),
    ]
    context = {
        "language": language,
        "title": say("title", shop=settings.brand.name),
        "made": say("made", at=clock.now()),
        "who": [row for row in who if row.value],
        "heads": {name: say(f"head-{name}") for name in ("who", "orders", "returns", "kept", "files")},
        "orders": [_order(order, settings, language) for order in orders],
        "returns": [_return(view, settings, language) for view in returns],
        "kept": [_kept(kind, settings, language) for kind in Kind],
        "files": say("files"),
        "none": say("none"),
        "rights": say("rights", contact=settings.brand.support_email or settings.brand.name),
    }
    return str(_template().render(Context(context)))


@lru_cache
def _template() -> Any:
    return _ENGINE.get_template("summary.html")


def _order(order: dict[str, Any], settings: ShopSettings, language: str) -> dict[str, Any]:
    placed = datetime.fromisoformat(order["placed_at"])
    address = order["shipping_address"] or {}
    where = [address.get(name, "") for name in ("name", "line1", "line2", "postcode", "city", "country", "phone")]
    return {
        "title": texts.say("privacy-summary-order", language, number=order["number"], day=_day(placed, settings)),
        "lines": [f"{line['quantity']} × {line['title'] or line['sku'] or line['id']}" for line in order["lines"]],
        "address": ", ".join(part for part in where if part),
    }


def _return(view: ReturnView, settings: ShopSettings, language: str) -> dict[str, Any]:
    day = _day(view.requested_at, settings)
    return {
        "title": texts.say("privacy-summary-return", language, number=view.number, day=day),
        "lines": [f"{item.quantity} × {item.title}" for item in view.items],
        "said": [item.comment for item in view.items if item.comment],
        "value": formats.money(view.value, language),
    }


def _kept(kind: Kind, settings: ShopSettings, language: str) -> _Row:
    days = getattr(settings.retention, kind.value)
    return _Row(texts.say(f"privacy-kind-{kind}", language), texts.say("privacy-days", language, days=days))


def _day(at: datetime, settings: ShopSettings) -> Any:
    return time.local_date(at, settings.timezone)
