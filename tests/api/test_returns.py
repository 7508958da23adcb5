"""The API as a program meets it: the whole way, and every way to be wrong."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner

from tests import cast
from tests.api.conftest import Caller
from tests.operations.returns.test_history import HEADER, ROWS
from tests.operations.returns.test_journey import react
from volte.cli import importing
from volte.runtime import people
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission

WISH: dict[str, Any] = {"order": "1001", "items": [{"line": "l1", "quantity": 1, "reason": "too-small"}]}


def test_the_whole_way(api: Caller, order: UUID) -> None:
    decided = api.post("/decisions", WISH)
    assert decided.status == 200
    assert decided.json["items"][0]["decision"]["verdict"] == "accepted"
    assert decided.json["plans"][0]["lines"][0]["why"]

    made = api.post("/returns", WISH, accept_language="fr")
    assert made.status == 201, made.raw
    view = made.json
    assert view["status"] == "approved"
    assert view["promise"]["amount"] == decided.json["value"]
    assert api.get(view["label_url"].removeprefix("/api/v1")).raw.startswith(b"%PDF")

    assert api.post(f"/returns/{view['id']}/scans", {"kind": "dropped_off"}).json["status"] == "in_transit"
    box = api.post("/arrivals", {"code": view["number"], "units": [{"line": "l1", "quantity": 1}]})
    assert box.status == 201
    unit = box.json["units"][0]["id"]
    graded = api.post(f"/units/{unit}/inspection", {"findings": []})
    assert (graded.status, graded.json["grade"]) == (201, "A")
    react()
    assert api.get(f"/returns/{view['id']}").json["status"] == "settled"
    refunds = api.get(f"/refunds?return={view['id']}").json["data"]
    assert sum(refund["amount"]["amount"] for refund in refunds) == view["promise"]["amount"]["amount"]
    steps = [step["what"] for step in api.get(f"/returns/{view['id']}/timeline").json["data"]]
    assert steps == ["requested", "approved", "scan_dropped_off", "arrived", "inspected", "settled_refund", "settled"]
    kinds = [event["type"] for event in api.get("/events").json["data"]]
    assert kinds.index("return.requested") < kinds.index("return.approved") < kinds.index("return.settled")


def test_what_was_before_volte_is_read_as_everything_else(api: Caller, tmp_path: Path) -> None:
    """Returns of a history were decided by nobody we know of."""
    table = tmp_path / "table.csv"
    table.write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")
    given = [str(table), "--format", "online-retail", "--shop", "maison"]
    assert CliRunner().invoke(importing.import_command, given).exit_code == 0
    listed = api.get("/returns")
    assert listed.status == 200, listed.raw
    assert {one["number"] for one in listed.json["data"]} == {"C3", "C3-2", "C3-3", "C4"}
    for one in listed.json["data"]:
        alone = api.get(f"/returns/{one['id']}")
        assert (alone.status, alone.json) == (200, {**one, "feedback": None})
        assert alone.json["items"][0]["decision"]["reasons"] == []
        (step,) = api.get(f"/returns/{one['id']}/timeline").json["data"]
        assert step["what"]
        assert api.get(f"/refunds?return={one['id']}").json["data"] == []
        assert api.get(f"/returns/{one['id']}/label.pdf").json["code"] == "label_not_needed"
    assert api.get("/orders/1").status == api.get("/orders?number=2").status == 200


def test_an_order_goes_in_and_comes_out(api: Caller, order: UUID) -> None:
    first = api.put("/orders/2002", cast.order("2002"))
    assert first.status == 201, first.raw
    assert api.put("/orders/2002", cast.order("2002")).status == 200
    out = api.get("/orders/2002").json
    assert out["volte_id"].startswith("ord_")
    assert [line["units_left"] for line in out["lines"]] == [2, 1]
    found = api.get("/orders?number=%232002").json
    assert [one["id"] for one in found["data"]] == ["2002"]


def test_another_shop_learns_nothing(api: Caller, other_api: Caller, order: UUID) -> None:
    made = api.post("/returns", WISH).json
    assert other_api.get("/orders/1001").status == 404
    assert other_api.post("/returns", WISH).json["code"] == "order_unknown"
    for answer in (other_api.get(f"/returns/{made['id']}"), other_api.post(f"/returns/{made['id']}/approval", {})):
        assert (answer.status, answer.json["code"]) == (404, "return_unknown")
    assert other_api.get("/returns").json == {"data": [], "next": None}
    assert other_api.get("/events").json["data"] == []


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"order": "nope", "items": [{"line": "l1"}]}, 404, "order_unknown"),
        ({"order": "1001", "items": [{"line": "l1", "quantity": 3}]}, 409, "units_not_left"),
        ({"order": "1001", "items": [{"line": "l1", "reason": "because"}]}, 422, "reason_unknown"),
        ({"order": "1001", "items": [{"line": "zz"}]}, 422, "line_unknown"),
        ({"order": "1001", "items": []}, 422, "request_invalid"),
        ({"order": "1001"}, 422, "request_invalid"),
        ({"order": 5, "items": "x"}, 422, "request_invalid"),
        ({**WISH, "surprise": 1}, 422, "request_invalid"),
        (b"", 422, "request_invalid"),
        (b"  ", 422, "body_empty"),
        (b"{", 422, "body_not_json"),
        (b'{"order": "\xff"}', 422, "body_not_utf8"),
        (b'{"order": "a\\u0000"}', 422, "nul_byte"),
        (b'{"order": "1001", "items": [{"line": "l1", "quantity": 99999999999999999999999}]}', 422, "number_too_large"),
        (b"[" * 100_000, 422, "body_too_deep"),
        (b"null", 422, "request_invalid"),
    ],
)
def test_bad_input_is_named(api: Caller, order: UUID, body: Any, status: int, code: str) -> None:
    answer = api.post("/returns", body)
    assert (answer.status, answer.json["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json["detail"]


def test_a_refusal_speaks_the_callers_language(api: Caller, order: UUID) -> None:
    french = api.post("/returns", {"order": "nope", "items": [{"line": "l1"}]}, accept_language="fr-FR,fr;q=0.9")
    english = api.post("/returns", {"order": "nope", "items": [{"line": "l1"}]})
    assert french.json["detail"] != english.json["detail"]


def test_the_same_key_gives_the_same_answer(api: Caller, order: UUID) -> None:
    first = api.post("/returns", WISH, idempotency_key="k1")
    again = api.post("/returns", WISH, idempotency_key="k1")
    assert first.status == again.status == 201
    assert first.json == again.json
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    other = api.post("/returns", {**WISH, "language": "en"}, idempotency_key="k1")
    assert (other.status, other.json["code"]) == (422, "idempotency_key_reused")


def test_an_answer_is_told_again_to_whoever_got_it_and_to_nobody_else(api: Caller, owner: Actor, order: UUID) -> None:
    assert api.post("/returns", WISH, idempotency_key="k1").status == 201
    lesser = Caller(people.make_key(by=owner, name="Scanner", permissions=[Permission.PARCELS_SCAN]).secret)
    answer = lesser.post("/returns", WISH, idempotency_key="k1")
    assert (answer.status, answer.json["code"]) == (422, "idempotency_key_reused")


def test_a_refused_request_may_be_corrected_under_its_key(api: Caller, order: UUID) -> None:
    wrong = {"order": "1001", "items": [{"line": "zz"}]}
    assert api.post("/returns", wrong, idempotency_key="k2").status == 422
    assert api.post("/returns", WISH, idempotency_key="k2").status == 201


@pytest.mark.parametrize("header", ["", "Bearer nope", "Basic abc", "Bearer"])
def test_without_a_key_nothing_opens(order: UUID, header: str) -> None:
    caller = Caller("x")
    answer = caller.get("/returns", authorization=header)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_pages_go_on_where_they_stopped(api: Caller, order: UUID) -> None:
    made = [api.post("/returns", WISH).json["id"] for _ in range(2)]
    first = api.get("/returns?limit=1").json
    second = api.get(f"/returns?limit=1&after={first['next']}").json
    assert [first["data"][0]["id"], second["data"][0]["id"]] == made
    assert api.get("/returns?limit=0").json["code"] == "limit_invalid"
    assert api.get("/returns?after=%00").status == 422
    assert api.get("/returns?after=rubbish").json["code"] == "after_invalid"


def test_a_staff_verb_on_an_id_that_is_none(api: Caller, order: UUID) -> None:
    for path in ("/returns/ret_x/approval", "/returns/ord_01/approval", "/returns/%F0%9F%8D%8B/approval"):
        assert api.post(path, {}).status == 404


def test_what_is_taken_off_for_use_and_what_is_given_to_keep_it(api: Caller, order: UUID) -> None:
    both = {"order": "1001", "items": [*WISH["items"], {"line": "l2", "quantity": 1, "reason": "changed-mind"}]}
    made = api.post("/returns", both).json
    dress, mug = (item["id"] for item in made["items"])
    agreed = {"item": mug, "share": "50 %", "reason": "Rayure"}
    kept = api.post(f"/returns/{made['id']}/reduction", agreed)
    assert (kept.status, kept.json["items"][1]["outcome"]) == (200, "reduced"), kept.raw
    assert api.post(f"/returns/{made['id']}/reduction", agreed).json["code"] == "reduction_too_late"
    assert api.post(f"/returns/{made['id']}/reduction", agreed | {"share": "half"}).status == 422

    box = api.post("/arrivals", {"code": made["number"], "units": [{"line": "l1", "quantity": 1}]}).json
    use = {"item": dress, "amount": {"amount": 1000, "currency": "EUR"}, "reason": "Porté"}
    assert api.post(f"/returns/{made['id']}/deduction", use | {"item": "itm_x"}).json["code"] == "item_unknown"
    taken = api.post(f"/returns/{made['id']}/deduction", use)
    assert taken.json["items"][0]["deduction"] == {"amount": 1000, "currency": "EUR"}, taken.raw
    assert api.post(f"/returns/{made['id']}/deduction", use).status == 200, "said again, it replaces"
    api.post(f"/units/{box['units'][0]['id']}/inspection", {"findings": ["worn"]})
    react()
    assert api.get(f"/returns/{made['id']}").json["status"] == "settled"
    steps = [step["what"] for step in api.get(f"/returns/{made['id']}/timeline").json["data"]]
    assert steps.count("deducted") == 2 and steps.count("price_reduced") == 1


def test_the_openapi_document_is_3_1_and_names_every_call(api: Caller) -> None:
    document = json.loads(api.get("/openapi.json").raw)
    assert document["openapi"].startswith("3.1")
    assert "/api/v1/returns/{return_id}/goodwill" in document["paths"]


def test_the_page_for_people_names_every_call(api: Caller) -> None:
    document = json.loads(api.get("/openapi.json").raw)
    page = api.get("/docs")
    assert page.status == 200
    for path in document["paths"]:
        assert path.removeprefix("/api/v1") in page.raw.decode()


def test_a_shop_may_ask_by_itself(api: Caller, order: UUID) -> None:
    made = api.post("/returns", WISH).json
    early = api.post(f"/returns/{made['id']}/feedback", {"score": 5})
    assert (early.status, early.json["code"]) == (409, "feedback_too_early")
    box = api.post("/arrivals", {"code": made["number"]}).json
    api.post(f"/units/{box['units'][0]['id']}/inspection", {"findings": []})
    react()
    assert api.get(f"/returns/{made['id']}").json["feedback"] is None
    told = api.post(f"/returns/{made['id']}/feedback", {"score": 2, "comment": "Slow"}, idempotency_key="f1")
    assert (told.status, told.json["feedback"]["score"], told.json["waits_for"]) == (200, 2, "shop")
    again = api.post(f"/returns/{made['id']}/feedback", {"score": 2, "comment": "Slow"}, idempotency_key="f1")
    assert again.headers["Idempotency-Replayed"] == "true"
    react()
    event = api.get("/events").json["data"][-1]
    assert event["type"] == "return.feedback_given"
    assert "Slow" not in json.dumps(event), "what people write stays where it can be erased"
    assert api.post(f"/returns/{made['id']}/feedback", {"score": 6}).status == 422
