"""What of the policy can Google Merchant carry? The `onlineReturnPolicies` of its Merchant API v1, ready to be sent."""

from collections.abc import Iterable
from typing import Any

from volte.kit import currencies
from volte.kit.money import Money
from volte.kit.words import Method, Resolution
from volte.policy.rules.model import Policy
from volte.policy.rules.publishing import offered
from volte.policy.rules.publishing.offered import Length, Offer, Season

_LONGEST_LABEL = 50
_METHODS = {Method.DROP_OFF: "AT_A_KIOSK", Method.STORE: "IN_STORE", Method.MAIL: "BY_MAIL"}


def policies(policy: Policy, offers: Iterable[Offer], *, page: str) -> list[dict[str, Any]]:
    """One policy for each set of countries that are told the same; those whose time Google cannot say are left out."""
    return [_policy(policy, offer, page) for offer in offers if sayable(offer)]


def sayable(offer: Offer) -> bool:
    """Google knows days after delivery and no returns at all, not a fixed last day."""
    return not offer.permitted or offer.length.days is not None


def _policy(policy: Policy, offer: Offer, page: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "label": f"returns-{'-'.join(offer.countries).lower()}"[:_LONGEST_LABEL],
        "countries": list(offer.countries),
        **({"returnPolicyUri": page} if page else {}),
    }
    if not offer.permitted:
        return {**told, "policy": {"type": "NO_RETURNS"}}
    told["policy"] = {"type": "NUMBER_OF_DAYS_AFTER_DELIVERY", "days": offer.length.days}
    told["itemConditions"] = ["NEW"]
    told["returnMethods"] = [_METHODS[term.method] for term in offered.named(offer.methods) if term.method in _METHODS]
    told["returnShippingFee"] = _shipping(offer.price)
    told["returnLabelSource"] = "CUSTOMER_RESPONSIBILITY" if offer.price is None else "DOWNLOAD_AND_PRINT"
    told["acceptDefectiveOnly"] = False
    # It knows no exchange of a season's own: said where it holds in every season.
    told["acceptExchange"] = Resolution.EXCHANGE in offer.always
    if offer.restocking_fee.share:
        told["restockingFee"] = {"microPercent": int(offer.restocking_fee.share * 100_000_000)}
    if not policy.terms.refund_within.months:
        told["processRefundDays"] = policy.terms.refund_within.days
    overrides = [_season(season) for season in offer.seasons if season_sayable(season)]
    if overrides:
        told["seasonalOverrides"] = overrides
    return told


def season_sayable(season: Season) -> bool:
    return season.first is not None and season.last is not None and season.length.known


def _shipping(price: Money | None) -> dict[str, Any]:
    if price is None:
        return {"type": "CUSTOMER_PAYING_ACTUAL_FEE"}
    micros = price.amount * 10 ** (6 - currencies.digits(price.currency))
    return {"type": "FIXED", "fixedFee": {"amountMicros": str(micros), "currencyCode": price.currency}}


def _season(season: Season) -> dict[str, Any]:
    label = f"{season.rule}"[:_LONGEST_LABEL]
    told: dict[str, Any] = {"label": label, "startDate": _day(season.first), "endDate": _day(season.last)}
    return {**told, **_returns(season.length)}


def _returns(length: Length) -> dict[str, Any]:
    if length.until is not None:
        return {"returnUntilDate": _day(length.until)}
    return {"returnDays": length.days}


def _day(day: Any) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
