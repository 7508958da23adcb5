"""What of the policy can schema.org carry? One `MerchantReturnPolicy` for each set of countries that are told the same.

https://schema.org/MerchantReturnPolicy. A search engine reads it in the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from volte.kit import currencies
from volte.kit.words import Method, Resolution
from volte.policy.rules.publishing import offered
from volte.policy.rules.publishing.offered import Length, Offer, Season
from volte.policy.rules.telling.rights import Place

CONTEXT = "https://schema.org"
METHODS = {
    Method.DROP_OFF: "ReturnAtKiosk",
    Method.STORE: "ReturnInStore",
    Method.MAIL: "ReturnByMail",
    Method.KEEP: "KeepProduct",
}
REFUNDS = {
    Resolution.REFUND: "FullRefund",
    Resolution.EXCHANGE: "ExchangeRefund",
    Resolution.CREDIT: "StoreCreditRefund",
}


@dataclass(frozen=True, slots=True)
class Shop:
    """Where goods go back to, and where the whole policy is read."""

    country: str
    page: str


def policies(offers: Iterable[Offer], places: tuple[Place, ...], *, shop: Shop) -> list[dict[str, Any]]:
    """The objects for the page, each whole by itself."""
    return [_policy(offer, places, shop) for offer in offers]


def _policy(offer: Offer, places: tuple[Place, ...], shop: Shop) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "MerchantReturnPolicy",
        "applicableCountry": list(offer.countries),
        "returnPolicyCountry": shop.country,
        **({"merchantReturnLink": shop.page} if shop.page else {}),
        **_length(offer.length, permitted=offer.permitted),
    }
    if offer.permitted:
        told |= _ways(offer) | _fees(offer)
        told["refundType"] = _refunds(offer.resolutions)
    if offer.defects_free:
        told["itemDefectReturnFees"] = _term("FreeReturn")
    if offer.seasons:
        told["returnPolicySeasonalOverride"] = [_season(season, offer) for season in offer.seasons]
    floor = [value for place in places if place.country in offer.countries for value in statutory_floor(place)]
    if floor:
        told["additionalProperty"] = [
            {"@type": "PropertyValue", "propertyID": "statutoryFloor", "value": value} for value in floor
        ]
    return told


def _length(length: Length, *, permitted: bool) -> dict[str, Any]:
    if not permitted:
        return {"returnPolicyCategory": _term("MerchantReturnNotPermitted")}
    if not length.known:
        return {"returnPolicyCategory": _term("MerchantReturnUnspecified")}
    days = length.until.isoformat() if length.until is not None else length.days
    return {"returnPolicyCategory": _term("MerchantReturnFiniteReturnWindow"), "merchantReturnDays": days}


def _ways(offer: Offer) -> dict[str, Any]:
    methods = [_term(METHODS[term.method]) for term in offered.named(offer.methods)]
    told: dict[str, Any] = {"returnMethod": methods} if methods else {}
    sent = [term for term in offered.named(offer.methods) if term.method in (Method.DROP_OFF, Method.MAIL)]
    if sent:
        ours = any(term.price is not None for term in sent)
        told["returnLabelSource"] = _term(
            "ReturnLabelDownloadAndPrint" if ours else "ReturnLabelCustomerResponsibility"
        )
    return told


def _fees(offer: Offer) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if offer.price is None:
        told["customerRemorseReturnFees"] = _term("ReturnFeesCustomerResponsibility")
    elif not offer.price:
        told["customerRemorseReturnFees"] = _term("FreeReturn")
    else:
        value = float(Decimal(offer.price.amount).scaleb(-currencies.digits(offer.price.currency)))
        told["customerRemorseReturnFees"] = _term("ReturnShippingFees")
        told["customerRemorseReturnShippingFeesAmount"] = {
            "@type": "MonetaryAmount",
            "value": value,
            "currency": offer.price.currency,
        }
    if offer.restocking_fee.share:
        # A plain number is a percentage of the price.
        told["restockingFee"] = float(offer.restocking_fee.share * 100)
    return told


def _refunds(resolutions: Iterable[Resolution]) -> list[str]:
    return [_term(REFUNDS[one]) for one in resolutions if one in REFUNDS]


def _season(season: Season, offer: Offer) -> dict[str, Any]:
    days = {"startDate": season.first, "endDate": season.last}
    return {
        "@type": "MerchantReturnPolicySeasonalOverride",
        **{name: day.isoformat() for name, day in days.items() if day is not None},
        **_length(season.length, permitted=True),
        **({} if season.resolutions == offer.resolutions else {"refundType": _refunds(season.resolutions)}),
    }


def statutory_floor(place: Place) -> list[str]:
    """The article of the right to change one's mind: "FR:L221-18"; who has not compared its text says so."""
    if place.window is None:
        return []
    cited = place.withdrawal.citations[:1]
    return [
        f"{place.code}:{each.article}{' (unverified)' if each in place.withdrawal.doubtful else ''}" for each in cited
    ]


def _term(name: str) -> str:
    return f"{CONTEXT}/{name}"
