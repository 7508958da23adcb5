"""A reader of what we publish, as somebody else would write one: from our JSON and schema.org's, not from our code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from volte.policy.rules.facts import Facts

Json = dict[str, Any]


@dataclass(frozen=True)
class Promise:
    """What a document promises for one item. `last_day` is None while it is not known."""

    terms: Json
    last_day: date | None
    fired: tuple[str, ...]

    def open_on(self, day: date) -> bool:
        return bool(self.terms["accept"]) and (self.last_day is None or day <= self.last_day)


def promise(document: Json, facts: Facts) -> Promise:
    """Our own JSON, read for these facts."""
    terms, fired = dict(document["terms"]), []
    for rule in document["rules"]:
        if not all(_holds(one, facts) for one in rule["when"]):
            continue
        fired.append(rule["id"])
        for name, value in rule["then"].items():
            terms[name] = {**(terms[name] or {}), **value} if name == "methods" else value
        if rule["stop"]:
            break
    return Promise(terms, _last_day(terms["window"], facts), tuple(fired))


def _last_day(window: Json, facts: Facts) -> date | None:
    until = None if window["until"] is None else date.fromisoformat(window["until"])
    if window["days"] is None:
        return until
    arrived = None if facts.delivery.complete is False else max(facts.delivery.delivered_on, default=None)
    start = {"order": facts.order.placed_on, "shipment": facts.delivery.shipped_on, "delivery": arrived}[window["from"]]
    if start is not None:
        end = start + timedelta(days=window["days"])
    elif window["or_days_after_order"] is None or facts.delivery.complete is False:
        return None
    else:
        end = facts.order.placed_on + timedelta(days=window["or_days_after_order"])
    return end if until is None else max(end, until)


def _value(fact: str, facts: Facts) -> Any:
    item, order, customer, request, delivery = facts.item, facts.order, facts.customer, facts.request, facts.delivery
    return {
        "category": item.category,
        "tags": item.tags,
        "sku": item.sku,
        "gtin": item.gtin,
        "lot": item.lot,
        "options": item.options,
        "traits": item.traits,
        "price_paid": item.price_paid,
        "discount": None if item.discount is None else item.discount.share * 100,
        "weight": item.weight_g,
        "size": item.longest_mm,
        "seller": item.seller,
        "ordered": order.placed_on,
        "channel": order.channel,
        "country": order.country,
        "order_total": order.total,
        "payment": order.payments,
        "promotion": order.promotions,
        "customer_kind": customer.kind,
        "customer_tier": customer.tier,
        "customer_tags": customer.tags,
        "customer_orders": customer.orders,
        "customer_return_rate": customer.return_rate,
        "requested": request.asked_on,
        "reason": request.reason,
        "fault": request.fault,
        "condition": request.condition,
        "seal_broken": request.seal_broken,
        "quantity": request.quantity,
        "answers": request.answers,
        "delivered": max(delivery.delivered_on, default=None),
        "partial": None if delivery.complete is None else not delivery.complete and bool(delivery.delivered_on),
        "withdrawal_right": facts.withdrawal_right,
    }[fact]


def _holds(one: Json, facts: Facts) -> bool:
    value = _value(one["fact"], facts)
    if value is None:
        return False
    return bool(_KINDS[one["is"]](one, value))


def _within(one: Json, value: Any) -> bool:
    if hasattr(value, "currency"):
        if value.currency != one["unit"]:
            return False
        value = value.amount
    compared = {
        "over": lambda bound: value > bound,
        "at_least": lambda bound: value >= bound,
        "under": lambda bound: value < bound,
        "at_most": lambda bound: value <= bound,
    }
    return all(compared[name](Fraction(one[name])) for name in compared if name in one)


_KINDS: dict[str, Callable[[Json, Any], Any]] = {
    "one_of": lambda one, value: value in one["values"],
    "any_of": lambda one, value: any(word in value for word in one["values"]),
    "matching": lambda one, value: value in one["exact"] or any(value.startswith(part) for part in one["beginnings"]),
    "in_category": lambda one, value: any(
        list(value[place : place + len(path)]) == path for path in one["paths"] for place in range(9)
    ),
    "option": lambda one, value: value.get(one["name"]) in one["values"],
    "range": lambda one, value: _within(one, value),
    "between": lambda one, value: one.get("from", "") <= value.isoformat() <= one.get("until", "9999"),
    "is": lambda one, value: value == one["value"],
    "returns_often": lambda one, value: (
        value.months == one["months"]
        and value.orders >= one["at_least_orders"]
        and value.rate.share * 100 > Fraction(one["over"])
    ),
}


def offered_in(country: str, objects: list[Json]) -> Json:
    """schema.org's object for a country."""
    (found,) = [one for one in objects if country in one["applicableCountry"]]
    return found


def season(offer: Json, ordered: date) -> Json:
    """The part that holds for an order of that day."""
    for one in offer.get("returnPolicySeasonalOverride", ()):
        if one.get("startDate", "") <= ordered.isoformat() <= one.get("endDate", "9999"):
            return {**offer, **one}
    return offer


def days_or_day(offer: Json, delivered: date) -> date | None:
    """The last day it names; None where it names none."""
    found = offer.get("merchantReturnDays")
    if found is None:
        return None
    return date.fromisoformat(found) if isinstance(found, str) else delivered + timedelta(days=found)


def unsaid_rules(document: Json, target: str) -> set[str]:
    return {one["rule"] for one in document["not_expressed"][target] if one["rule"] and "then" not in one["path"]}


def names(terms: list[str]) -> Iterator[str]:
    return (term.rsplit("/", 1)[1] for term in terms)
