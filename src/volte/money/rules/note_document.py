"""How is a credit note kept, so that ten years later it reads as it was issued?

As JSON values: amounts in minor units, rates as written, days as ISO 8601.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from volte.kit.rates import Rate
from volte.money.rules.credit_note import Bought, Draft, Party, Row


def written(*, draft: Draft) -> dict[str, Any]:
    return {
        "currency": draft.currency,
        "seller": asdict(draft.seller),
        "buyer": asdict(draft.buyer) if draft.buyer else None,
        "bought": {name: _day(value) for name, value in asdict(draft.bought).items()},
        "rows": [
            {
                "kind": row.kind,
                "rates": [rate.written() for rate in row.rates],
                "net": row.net,
                "tax": row.tax,
                "quantity": row.quantity,
                "title": row.title,
                "sku": row.sku,
            }
            for row in draft.rows
        ],
        "means": draft.means,
        "language": draft.language,
        "exemption": draft.exemption,
    }


def read(*, written: Mapping[str, Any]) -> Draft:
    bought = written["bought"]
    return Draft(
        currency=written["currency"],
        seller=Party(**written["seller"]),
        buyer=Party(**written["buyer"]) if written["buyer"] else None,
        bought=Bought(
            order_number=bought["order_number"],
            placed_on=date.fromisoformat(bought["placed_on"]),
            supplied_on=date.fromisoformat(bought["supplied_on"]),
            delivered_to=bought["delivered_to"],
            invoice_number=bought["invoice_number"],
            invoice_on=date.fromisoformat(bought["invoice_on"]) if bought["invoice_on"] else None,
        ),
        rows=tuple(
            Row(**{**row, "rates": tuple(Rate.parse(rate) for rate in row["rates"])}) for row in written["rows"]
        ),
        means=written["means"],
        language=written["language"],
        exemption=written["exemption"],
    )


def _day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
