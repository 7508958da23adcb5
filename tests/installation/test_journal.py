"""The log helps whoever runs Volte, and tells nobody's name, address, key or password, however loud it is."""

import json
import logging
import sys
from typing import Any

import httpx
import pytest
from tools.stack import Stack

from tests.live import at_rest, recent_order
from volte.runtime import journal

PERSON = {"email": "zephyrine.quillfeather@example.org", "name": "Zephyrine Quillfeather", "id": "cust-quill"}
ADDRESS = {"line1": "99 Sycamore Crescent", "postcode": "87654", "city": "Wetherby", "country": "FR"}
COMMENT = "The sleeves scratch my elbows terribly"


def lines(stack: Stack, name: str) -> list[dict[str, Any]]:
    written = (stack.home / "log" / f"{name}.log").read_text()
    found = []
    for line in written.splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            # Granian's own lines about its start and end.
            continue
    return found


@pytest.mark.serial
def test_a_journey_at_the_loudest_leaves_no_trace_of_a_person(stack: Stack) -> None:
    order = recent_order("quill-1", customer=PERSON | {"kind": "consumer", "tags": []}, shipping_address=ADDRESS)
    with stack.api as api:
        api.put("/orders/quill-1", json=order).raise_for_status()
        wish = {"order": "quill-1", "items": [{"line": "l1", "comment": COMMENT}], "method": "drop_off"}
        view = api.post("/returns", json=wish, headers={"X-Request-ID": "walk-through-1"}).json()
        api.get(f"/orders?email={PERSON['email']}")
        api.get(f"/returns/{view['id']}/label.pdf")
        box = api.post("/arrivals", json={"code": view["number"]}).json()
        api.post(f"/units/{box['units'][0]['id']}/inspection", json={}).raise_for_status()
        api.put("/orders/quill-2", content=json.dumps({"customer": PERSON}))
    with httpx.Client(base_url=stack.url, follow_redirects=True) as shopper:
        page = shopper.get("/")
        token = page.text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        form = {"csrfmiddlewaretoken": token, "number": "quill-1", "email": PERSON["email"], "proof": PERSON["email"]}
        shopper.post("/", data=form)
        shopper.get(f"/?email={PERSON['email']}&token=very-secret-token-in-a-query")
        shopper.get("/r/a-signed-link-nobody-should-read-4711-4711/")
        login = shopper.get("/staff/login/")
        token = login.text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        who = {"csrfmiddlewaretoken": token, "login": "odile@example.com", "password": stack.shop["password"]}
        shopper.post("/staff/login/", data=who)
    assert at_rest(stack), "the worker has written what it writes"
    everything = "".join((stack.home / "log" / f"{part}.log").read_text() for part in ("web", "worker"))
    secrets = [*PERSON.values(), "Quillfeather", "Sycamore", "Wetherby", "scratch my elbows", "odile@"]
    secrets += [stack.shop["key"], stack.shop["password"], "very-secret-token", "a-signed-link", "whsec_stack"]
    assert [secret for secret in secrets if secret in everything] == []
    told = [line for line in lines(stack, "web") if line.get("request") == "walk-through-1"]
    answered = next(line for line in told if line["logger"] == "volte.request")
    assert answered["route"] == "/api/v1/returns" and answered["status"] == 201 and answered["actor"] == "key"
    assert any(line["logger"] == "volte.job" and line["job"] for line in lines(stack, "worker"))


def record(message: str, error: BaseException | None = None, **extra: Any) -> logging.LogRecord:
    try:
        if error is not None:
            raise error
        info = None
    except BaseException:
        info = sys.exc_info()
    made = logging.LogRecord("volte.test", logging.ERROR, __file__, 1, message, (), info)
    vars(made).update(extra)
    return made


@pytest.mark.parametrize("form", [journal.JsonLines, journal.Lines])
def test_an_error_keeps_its_place_and_loses_its_words(form: type[logging.Formatter]) -> None:
    words = (
        'duplicate key\nDETAIL:  Key (email)=(zoe@example.com) already exists.\nFailing row contains (Zoé, "12 rue")'
    )
    with journal.noted(request="abc"):
        line = form().format(record("failed for zoe@example.com", ValueError(words), kind="return.approved"))
    assert "ValueError: duplicate key" in line and "test_journal.py" in line and "abc" in line
    assert "return.approved" in line
    assert "zoe@" not in line and "Zoé" not in line


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("GET /orders?email=zoe&x=1 done", "GET /orders… done"),
        ("key vlt_Ab3dEf9hIjKlMnOp refused", "key … refused"),
        ("postgresql://volte:pass@db/volte", "postgresql:…db/volte"),
        ("Authorization: Bearer abc.def", "Authorization: …"),
        ("link eyJhbGciOiJIUzI1NiJ9abc123DEF456 opened", "link … opened"),
        ("return 01920000-0000-7000-8000-000000000001 waits", "return 01920000-0000-7000-8000-000000000001 waits"),
        ("returns.operations.settling.settle_due", "returns.operations.settling.settle_due"),
    ],
)
def test_what_is_scrubbed_and_what_is_not(written: str, kept: str) -> None:
    assert journal.scrubbed(written) == kept
