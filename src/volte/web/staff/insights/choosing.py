"""The filters of an insights page: read from its address, written back into its links."""

from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from volte.insights.asked import Filters

_LONGEST = 255


def read(given: QueryDict) -> Filters:
    """What is not a day or far too long is as if it had not been asked."""
    return Filters(
        since=_day(given.get("since", "")),
        until=_day(given.get("until", "")),
        product=given.get("product", "")[:_LONGEST],
        country=given.get("country", "")[:2].upper(),
        channel=given.get("channel", "")[:40],
    )


def written(filters: Filters) -> str:
    """As the end of an address: "?since=2026-01-01", or "" for none."""
    asked = {
        "since": filters.since.isoformat() if filters.since else "",
        "until": filters.until.isoformat() if filters.until else "",
        "product": filters.product,
        "country": filters.country,
        "channel": filters.channel,
    }
    kept = {name: value for name, value in asked.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    # The edge of the calendar has no day before or after it, and nothing was sold then.
    return day if 1970 <= day.year <= 2200 else None
