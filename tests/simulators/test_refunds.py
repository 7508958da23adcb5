"""A refund is made once and never above its charge, whoever asks how often."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.simulators.provider import Provider


def test_a_refund_is_told_as_stripe_tells_it(psp: Provider) -> None:
    psp.seed(("ch_told", 5000))
    made = psp.refund(
        "ch_told", 1999, key="told", **{"metadata[order]": "1001", "reason": "requested_by_customer"}
    ).json()
    assert made["id"].startswith("re_")
    assert (made["object"], made["status"], made["amount"], made["currency"]) == ("refund", "succeeded", 1999, "eur")
    assert (made["metadata"], made["reason"]) == ({"order": "1001"}, "requested_by_customer")
    assert psp.http.get(f"/v1/refunds/{made['id']}").json() == made
    assert psp.charge("ch_told")["amount_refunded"] == 1999
    newest = psp.http.get("/v1/events", params={"limit": 1}).json()["data"][0]
    assert (newest["type"], newest["data"]["object"]) == ("refund.created", made)


def test_without_an_amount_all_that_is_left_is_refunded(psp: Provider) -> None:
    psp.seed(("ch_rest", 5000))
    psp.refund("ch_rest", 1999)
    rest = psp.http.post("/v1/refunds", data={"charge": "ch_rest"}).json()
    assert rest["amount"] == 3001
    assert psp.charge("ch_rest")["refunded"] is True


def test_the_same_key_and_wish_get_the_same_answer(psp: Provider) -> None:
    psp.seed(("ch_replay", 5000))
    first = psp.refund("ch_replay", 1000, key="replay")
    as_json = {"amount": 1000, "charge": "ch_replay"}
    again = psp.http.post("/v1/refunds", json=as_json, headers={"Idempotency-Key": "replay"})
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert again.content == first.content
    assert psp.charge("ch_replay")["amount_refunded"] == 1000


def test_a_refusal_is_replayed_too(psp: Provider) -> None:
    psp.seed(("ch_no", 100))
    first = psp.refund("ch_no", 200, key="no")
    again = psp.refund("ch_no", 200, key="no")
    assert first.status_code == again.status_code == 400
    assert again.headers["idempotent-replayed"] == "true"
    assert again.json() == first.json()


def test_the_same_key_with_another_wish_is_refused(psp: Provider) -> None:
    psp.seed(("ch_altered", 5000))
    psp.refund("ch_altered", 1000, key="altered")
    other = psp.refund("ch_altered", 1001, key="altered")
    assert (other.status_code, other.json()["error"]["type"]) == (400, "idempotency_error")
    assert psp.charge("ch_altered")["amount_refunded"] == 1000


def test_a_key_in_flight_is_refused_and_free_afterwards(psp: Provider) -> None:
    psp.seed(("ch_flying", 5000))
    psp.command("latency", seconds=0.6, count=1)
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(psp.refund, "ch_flying", 700, key="flying") for _ in range(8)]
        answers = [one.result() for one in asked]
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
    assert {a.json()["error"]["code"] for a in answers if a.status_code == 409} == {"idempotency_key_in_use"}
    assert psp.refund("ch_flying", 700, key="flying").headers["idempotent-replayed"] == "true"
    assert psp.charge("ch_flying")["amount_refunded"] == 700


@pytest.mark.parametrize("number", range(5))
def test_twenty_at_once_never_refund_more_than_was_paid(psp: Provider, number: int) -> None:
    charge = f"ch_twenty_{number}"
    psp.seed((charge, 1000))
    with ThreadPoolExecutor(20) as threads:
        asked = [threads.submit(psp.refund, charge, 300, key=f"{charge}-{place}") for place in range(20)]
        answers = [one.result() for one in asked]
    assert sorted(answer.status_code for answer in answers) == [200] * 3 + [400] * 17
    refused = next(answer.json()["error"] for answer in answers if answer.status_code == 400)
    assert refused["message"] == "Refund amount (3.00 EUR) is greater than unrefunded amount on charge (1.00 EUR)"
    assert sum(one["amount"] for one in psp.refunds(charge)) == psp.charge(charge)["amount_refunded"] == 900


def test_what_is_refunded_whole_is_refused_with_its_code(psp: Provider) -> None:
    psp.seed(("ch_whole", 1000))
    psp.refund("ch_whole", 1000)
    assert psp.refund("ch_whole", 1).json()["error"]["code"] == "charge_already_refunded"


@pytest.mark.parametrize(
    ("sent", "status", "code", "param"),
    [
        ({"amount": "1"}, 400, "parameter_missing", "charge"),
        ({"charge": "ch_nobody", "amount": "1"}, 404, "resource_missing", "charge"),
        ({"charge": "ch_bad", "amount": "1.5"}, 400, "parameter_invalid_integer", "amount"),
        ({"charge": "ch_bad", "amount": "0"}, 400, "parameter_invalid_integer", "amount"),
        ({"charge": "ch_bad", "amount": "-5"}, 400, "parameter_invalid_integer", "amount"),
        ({"charge": "ch_bad", "amount": "9" * 30}, 400, "parameter_invalid_integer", "amount"),
        ({"charge": "ch_bad", "amount": "1", "currency": "usd"}, 400, None, "currency"),
        ({"charge": "ch_bad", "amount": "1", "colour": "red"}, 400, "parameter_unknown", "colour"),
        ({"charge": "ch_bad\x00", "amount": "1"}, 400, None, "charge"),
        ({"charge": "ch_bad", "amount": "1", "reason": "why not"}, 400, None, "reason"),
    ],
)
def test_nonsense_is_refused(psp: Provider, sent: dict[str, str], status: int, code: str | None, param: str) -> None:
    psp.seed(("ch_bad", 1000))
    answer = psp.http.post("/v1/refunds", data=sent)
    error = answer.json()["error"]
    assert (answer.status_code, error.get("code"), error["param"]) == (status, code, param)
    assert psp.charge("ch_bad")["amount_refunded"] == 0


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"{", "application/json"), (b"[]", "application/json"), (b"\xff\xfe", "application/json"), (b"a[" * 9, "")],
)
def test_a_broken_body_is_refused(psp: Provider, body: bytes, kind: str) -> None:
    answer = psp.http.post("/v1/refunds", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "invalid_request_error"


def test_only_test_keys_are_let_in(psp: Provider) -> None:
    assert httpx.get(f"{psp.url}/v1/charges").status_code == 401
    assert httpx.get(f"{psp.url}/v1/charges", auth=("sk_live_x", "")).status_code == 401
    assert httpx.get(f"{psp.url}/v1/charges", headers={"Authorization": "Bearer sk_test_x"}).status_code == 200


def test_lists_are_paged_newest_first(psp: Provider) -> None:
    psp.seed(("ch_paged", 1000))
    made = [psp.refund("ch_paged", 1).json()["id"] for _ in range(5)]
    seen: list[str] = []
    query = {"charge": "ch_paged", "limit": "2"}
    while True:
        page = psp.http.get("/v1/refunds", params=query).json()
        seen += [one["id"] for one in page["data"]]
        if not page["has_more"]:
            break
        query["starting_after"] = seen[-1]
    assert seen == made[::-1]


def test_a_charge_is_made_as_stripe_makes_it(psp: Provider) -> None:
    made = psp.http.post("/v1/charges", data={"amount": 4200, "currency": "EUR", "source": "tok_visa"}).json()
    assert made["id"].startswith("ch_")
    assert (made["amount"], made["currency"], made["refunded"], made["paid"]) == (4200, "eur", False, True)


def test_the_page_shows_what_was_sent_and_runs_nothing_of_it(psp: Provider) -> None:
    psp.seed(("ch_page", 1999))
    psp.refund("ch_page", 100, **{"metadata[note]": "<script>alert(1)</script>"})
    page = httpx.get(psp.url)
    assert "ch_page" in page.text
    assert "19.99 EUR" in page.text
    assert "&lt;script&gt;" in page.text
    assert "<script" not in page.text
    assert "http" not in page.text.replace(psp.url, "")
