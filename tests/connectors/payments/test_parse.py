"""Recorded payloads say what we think they say; everything else is unreadable, never half read."""

import json
from typing import Any
from uuid import UUID

import pytest

from tests.connectors.payments import recorded
from volte.connectors.payments.stripe import parse
from volte.kit.money import Money


@pytest.mark.parametrize(
    ("name", "status", "money", "why"),
    [
        ("refund_succeeded", "succeeded", Money(4999, "EUR"), ""),
        ("refund_pending", "pending", Money(100, "EUR"), ""),
        ("refund_failed", "failed", Money(200, "EUR"), "expired_or_canceled_card"),
    ],
)
def test_a_refund(name: str, status: str, money: Money, why: str) -> None:
    refund = parse.refund(recorded.payload(name))
    assert (refund.status, refund.money, refund.failure_reason or "", refund.charge) == (status, money, why, "ch_1001")
    assert refund.ours is not None
    assert (refund.ours.key, refund.ours.shop_id) == ("rfd-1", UUID("0199aa00-0000-7000-8000-000000000001"))


def test_a_refund_somebody_else_made_is_not_ours() -> None:
    other = {**json.loads(recorded.payload("refund_succeeded")), "metadata": {"volte_key": "k", "volte_shop": "x"}}
    assert parse.refund(json.dumps(other).encode()).ours is None


def test_a_page_of_refunds() -> None:
    page = parse.refunds(recorded.payload("refunds_of_charge"))
    assert page.has_more
    assert [one.amount for one in page.data] == [200, 100]


@pytest.mark.parametrize(
    ("name", "kind", "code", "param"),
    [
        ("refused_above_charge", "invalid_request_error", "", "amount"),
        ("refused_already_refunded", "invalid_request_error", "charge_already_refunded", ""),
        ("refused_charge_unknown", "invalid_request_error", "resource_missing", "charge"),
        ("refused_disputed", "invalid_request_error", "charge_disputed", ""),
        ("refused_key_reused", "idempotency_error", "", ""),
        ("broken", "api_error", "", ""),
    ],
)
def test_a_refusal(name: str, kind: str, code: str, param: str) -> None:
    refusal = parse.refusal(recorded.payload(name))
    assert (refusal.type, refusal.code, refusal.param) == (kind, code, param)


def test_news() -> None:
    event = parse.event(recorded.payload("event_refund_failed"))
    assert event is not None
    assert (event.type, event.refund.status) == ("refund.failed", "failed")
    assert parse.event(recorded.payload("event_charge_succeeded")) is None


@pytest.mark.parametrize(
    "change",
    [{"amount": -1}, {"amount": "much"}, {"currency": "EUR"}, {"status": 7}, {"object": "charge"}, {"id": None}],
)
def test_what_is_not_the_providers_language_is_unreadable(change: dict[str, Any]) -> None:
    odd = {**json.loads(recorded.payload("refund_succeeded")), **change}
    with pytest.raises(parse.Unreadable):
        parse.refund(json.dumps(odd).encode())


@pytest.mark.parametrize("body", [b"", b"<html>Bad gateway</html>", b"null", b"\xff", b"{}"])
def test_what_a_proxy_says_is_unreadable(body: bytes) -> None:
    for read in (parse.refund, parse.refunds, parse.refusal, parse.event):
        with pytest.raises(parse.Unreadable):
            read(body)
