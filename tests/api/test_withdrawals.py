"""Withdrawals by API: what came by letter, mail or telephone is written down, carried out, listed and shown."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.api.conftest import Caller
from tests.operations.withdrawals.conftest import react
from volte.messages.models import Mail
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission

LETTER: dict[str, Any] = {
    "name": "Camille Martin",
    "order": "#1001",
    "email": "camille@example.com",
    "through": "letter",
    "declared_at": "2026-11-08T10:00:00Z",
}


def recorded(api: Caller, **changes: Any) -> dict[str, Any]:
    answer = api.post("/withdrawals", {**LETTER, **changes})
    assert answer.status == 201, answer.raw
    react()
    told: dict[str, Any] = api.get(f"/withdrawals/{answer.json['id']}").json
    return told


def test_a_letter_counts_from_the_day_it_was_sent_and_is_carried_out(api: Caller, owner: Actor, order: UUID) -> None:
    told = recorded(api)
    assert (told["standing"], told["attention"], told["through"]) == ("accepted", None, "letter")
    assert (told["declared_at"], told["recorded_at"]) == ("2026-11-08T10:00:00Z", "2026-11-10T09:00:00Z")
    assert [one["what"] for one in told["outcome"]] == ["accepted", "accepted"]
    opened = api.get(f"/returns/{told['returns'][0]}").json
    assert opened["requested_at"] == "2026-11-08T10:00:00Z"
    paper = api.get(f"/withdrawals/{told['id']}/receipt.pdf")
    assert paper.raw.startswith(b"%PDF") and told["number"] in paper.headers["Content-Disposition"]
    with tenancy.entered(owner.shop_id):
        receipt = Mail.objects.get(occasion="withdrawal_receipt")
    assert receipt.to_address == "camille@example.com"
    assert "8 novembre 2026 à 11:00:00" in receipt.text


def test_a_letter_found_after_the_last_day_is_judged_by_when_it_was_sent(api: Caller, order: UUID) -> None:
    """Delivered on 5 November: the last day is the 19th."""

    def found_later(sent: str) -> str:
        with clock.at(clock.now().replace(day=30)):
            return str(recorded(api, declared_at=sent, words="", articles=[{"line": "l2"}])["standing"])

    assert found_later("2026-11-19T22:59:59Z") == "accepted"


def test_one_sent_too_late_is_what_the_shop_offers(api: Caller, order: UUID) -> None:
    with clock.at(clock.now().replace(day=30)):
        assert recorded(api, declared_at="2026-11-19T23:00:00Z")["standing"] == "commercial"


def test_an_unknown_order_and_a_call_without_an_address_are_kept_and_wait_for_a_person(
    api: Caller, owner: Actor, order: UUID
) -> None:
    unknown = recorded(api, order="9999")
    assert (unknown["standing"], unknown["attention"]) == ("to_look_at", "unknown_order")
    call = recorded(api, email="", through="phone")
    assert (call["standing"], call["attention"], call["email"]) == ("to_look_at", "other_person", "")
    with tenancy.entered(owner.shop_id):
        assert set(Mail.objects.values_list("to_address", flat=True)) == {"camille@example.com"}
        assert not Mail.objects.filter(status="failed").exists()
    waiting = api.get("/withdrawals?waiting=true").json
    assert {one["id"] for one in waiting["data"]} == {unknown["id"], call["id"]}


def test_the_same_key_is_one_withdrawal_and_the_same_words_are_its_repetition(api: Caller, order: UUID) -> None:
    first = api.post("/withdrawals", LETTER, Idempotency_Key="letter-1")
    again = api.post("/withdrawals", LETTER, Idempotency_Key="letter-1")
    assert (first.status, again.status, again.json) == (201, 201, first.json)
    assert again.headers["Idempotency-Replayed"] == "true"
    other = api.post("/withdrawals", {**LETTER, "name": "C. Martin"}, Idempotency_Key="letter-1")
    assert (other.status, other.json["code"]) == (422, "idempotency_key_reused")
    repeated = api.post("/withdrawals", {**LETTER, "through": "mail"})
    assert (repeated.status, repeated.json["id"]) == (200, first.json["id"])
    listed = api.get("/withdrawals?limit=1").json
    older = api.get(f"/withdrawals?limit=1&after={listed['next']}").json
    both = {one["id"]: one["repeats"] for page in (listed, older) for one in page["data"]}
    assert len(both) == 2 and set(both.values()) == {None, first.json["id"]}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"declared_at": "2026-11-10T09:06:00Z"}, "withdrawal_moment_invalid"),
        ({"declared_at": "2025-10-20T09:00:00Z"}, "withdrawal_moment_invalid"),
        ({"name": "  "}, "withdrawal_incomplete"),
        ({"email": "camille"}, "withdrawal_email_invalid"),
        ({"articles": [{"line": "l9"}]}, "withdrawal_article_unknown"),
        ({"articles": [{"line": "l1", "quantity": 3}]}, "withdrawal_article_unknown"),
        ({"through": "pigeon"}, "request_invalid"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    api: Caller, order: UUID, changes: dict[str, Any], code: str
) -> None:
    answer = api.post("/withdrawals", {**LETTER, **changes})
    assert (answer.status, answer.json["code"]) == (422, code)
    assert api.get("/withdrawals").json["data"] == []


def test_the_29th_of_february_is_a_day_like_others(api: Caller, order: UUID) -> None:
    with clock.at(clock.now().replace(year=2028, month=3, day=1)):
        told = recorded(api, declared_at="2028-02-29T23:30:00Z", order="none")
    assert told["declared_at"] == "2028-02-29T23:30:00Z"
    assert date.fromisoformat(told["declared_at"][:10]) == date(2028, 2, 29)


def test_reading_and_writing_need_their_permission(api: Caller, owner: Actor, order: UUID) -> None:
    told = recorded(api)
    reads = Caller(people.make_key(by=owner, name="reads", permissions=[Permission.RETURNS_READ]).secret)
    writes = Caller(people.make_key(by=owner, name="writes", permissions=[Permission.RETURNS_REQUEST]).secret)
    assert reads.get("/withdrawals").status == 200
    assert reads.post("/withdrawals", LETTER).status == 403
    for path in ("", f"/{told['id']}", f"/{told['id']}/receipt.pdf"):
        assert writes.get(f"/withdrawals{path}").status == 403
    assert api.get("/withdrawals/wdr_nonsense").status == 404
