"""Deadlines by API: of one return, and of all of them, page by page."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from urllib.parse import quote
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.api.conftest import Caller
from tests.api.test_returns import WISH
from volte.api.rest import deadlines
from volte.returns import owing
from volte.returns.rules.clocks.words import OWED
from volte.runtime import clock, people
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)


@pytest.fixture
def three(api: Caller, order: UUID) -> list[dict[str, Any]]:
    """Asked for one after another and sent back at once: each has a refund to come."""
    made = []
    for place in range(3):
        number = f"70{place}"
        assert api.put(f"/orders/{number}", cast.order(number)).status < 300
        told = api.post("/returns", {**WISH, "order": number}).json
        at = (NOW - timedelta(minutes=3 - place)).isoformat()
        assert api.post(f"/returns/{told['id']}/scans", {"kind": "dropped_off", "at": at}).status < 300
        made.append(told)
    return made


def listed(api: Caller, asked: str = "") -> list[dict[str, Any]]:
    answer = api.get(f"/deadlines{asked}")
    assert answer.status == 200, answer.raw
    found: list[dict[str, Any]] = answer.json["data"]
    return found


def test_of_a_return_every_deadline_stands(api: Caller, three: list[dict[str, Any]]) -> None:
    answer = api.get(f"/returns/{three[0]['id']}/deadlines").json
    assert answer["next"] is None
    by_code = {each["deadline"]: each for each in answer["data"]}
    law = by_code["refund_law"]
    assert (law["who"], law["origin"], law["state"]) == ("shop", "law", "running")
    assert (law["due_at"], law["last_day"]) == ("2026-11-24T23:00:00Z", "2026-11-24")
    assert any("L221-24" in article for article in law["articles"])
    assert by_code["guarantee"]["who"] == "customer"
    assert (by_code["send_back"]["state"], by_code["send_back"]["done_at"] is not None) == ("met", True)
    assert by_code["refund_promised"]["awaits"] and by_code["refund_promised"]["due_at"] is None
    assert law["what"] == "Refund, by law at the latest"
    french = api.get(f"/returns/{three[0]['id']}/deadlines", accept_language="fr").json["data"]
    assert "Rembourser, au plus tard selon la loi" in {each["what"] for each in french}


def test_what_being_late_costs_is_told_in_money(api: Caller, three: list[dict[str, Any]]) -> None:
    def law() -> dict[str, Any]:
        found: list[dict[str, Any]] = api.get(f"/returns/{three[0]['id']}/deadlines").json["data"]
        lateness: dict[str, Any] = next(each for each in found if each["deadline"] == "refund_law")["lateness"]
        return lateness

    early = law()
    assert (early["days"], early["so_far"]["amount"]["amount"], early["next_on"]) == (0, 0, "2026-11-25")
    assert (early["then"]["amount"], early["then"]["interest"]["rate"]) == (None, "6.67 %")
    with clock.at(NOW + timedelta(days=19)):
        interest = law()["so_far"]["interest"]
    assert (interest["amount"]["amount"] > 0, interest["missing_from"]) == (True, "2026-11-25")
    with clock.at(NOW + timedelta(days=26)):
        late = law()
    value = api.get(f"/returns/{three[0]['id']}").json["value"]["amount"]
    assert (late["so_far"]["amount"]["amount"], late["so_far"]["percent"]) == (-(-value * 5 // 100), 5)
    assert (late["then"]["amount"]["amount"], late["next_on"]) == (-(-value * 10 // 100), "2026-12-15")


def test_all_that_is_owed_the_most_pressing_return_first(api: Caller, three: list[dict[str, Any]]) -> None:
    found = listed(api)
    assert {(each["return"], each["number"]) for each in found} == {(one["id"], one["number"]) for one in three}
    assert {each["deadline"] for each in found} == {"refund_law"}
    dues = [each["due_at"] for each in found]
    assert dues == sorted(dues)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("?deadline=refund_law", 3),
        ("?deadline=answer", 0),
        ("?who=shop", 3),
        ("?who=customer", 0),
        ("?origin=promise", 0),
        ("?state=missed", 0),
        ("?state=running", 3),
        ("?due_before=2026-11-24T23:00:00Z", 0),
        ("?due_before=2026-11-24T23:00:01Z", 3),
    ],
)
def test_filters(api: Caller, three: list[dict[str, Any]], asked: str, count: int) -> None:
    assert len(listed(api, asked)) == count


def test_what_was_missed_is_found_as_missed(api: Caller, three: list[dict[str, Any]]) -> None:
    with clock.at(NOW + timedelta(days=26)):
        assert len(listed(api, "?state=missed&deadline=refund_law")) == 3
        assert listed(api, "?state=running&deadline=refund_law") == []


@pytest.mark.parametrize(("batch", "most"), [(2, 2), (2, 1000), (200, 1000)])
def test_pages_hold_every_deadline_once(
    api: Caller, three: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, batch: int, most: int
) -> None:
    monkeypatch.setattr(owing, "BATCH", batch)
    monkeypatch.setattr(owing, "MOST_RETURNS", most)
    found, after = [], ""
    for _ in range(20):
        answer = api.get(f"/deadlines?limit=1{after}").json
        assert len(answer["data"]) <= 1
        found += [each["return"] for each in answer["data"]]
        if answer["next"] is None:
            break
        after = f"&after={quote(answer['next'])}"
    else:
        pytest.fail("the pages never end")
    assert sorted(found) == sorted(one["id"] for one in three)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("?limit=0", "limit_invalid"),
        ("?after=rubbish", "after_invalid"),
        ("?after=MjAyNi0xMS0xMCB4IHk", "after_invalid"),
        ("?deadline=guarantee", "request_invalid"),
        ("?state=met", "request_invalid"),
        ("?due_before=soon", "request_invalid"),
    ],
)
def test_what_is_no_question_is_refused(api: Caller, order: UUID, asked: str, code: str) -> None:
    answer = api.get(f"/deadlines{asked}")
    assert (answer.status, answer.json["code"]) == (422, code)


def test_another_shop_and_a_key_without_the_permission_learn_nothing(
    api: Caller, other_api: Caller, owner: Actor, three: list[dict[str, Any]]
) -> None:
    assert listed(other_api) == []
    assert other_api.get(f"/returns/{three[0]['id']}/deadlines").json["code"] == "return_unknown"
    key = people.make_key(by=owner, name="Orders", permissions={Permission.ORDERS_READ}).secret
    for path in ("/deadlines", f"/returns/{three[0]['id']}/deadlines"):
        assert Caller(key).get(path).json["code"] == "permission_missing"


def test_a_page_costs_the_same_however_long_it_is(api: Caller, three: list[dict[str, Any]]) -> None:
    def statements(asked: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert listed(api, asked)
        return sum(each["sql"].lstrip().upper().startswith(("SELECT", "WITH")) for each in seen.captured_queries)

    statements("")
    assert statements("?limit=1") == statements("?limit=3") <= 8


def test_the_document_of_the_api_names_what_lists_sort_by() -> None:
    assert get_args(deadlines.Owed) == OWED
