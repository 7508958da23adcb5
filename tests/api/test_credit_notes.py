"""Credit notes by API: from a settled return to its number, its paper and its file."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner

from tests import cast
from tests.api.conftest import Caller
from tests.api.test_returns import WISH
from tests.operations.money.test_notes import BUSINESS, company
from tests.operations.returns.test_journey import react
from volte.cli import ledger
from volte.privacy.models import Look
from volte.privacy.rules.looks import What
from volte.runtime import tenancy
from volte.runtime.actor import Actor


@pytest.fixture
def settled(api: Caller, owner: Actor, order: UUID) -> dict[str, Any]:
    """A return of a business, looked at and paid back."""
    company(owner, notes_from="2020-01-01")
    billed = {"customer": BUSINESS, "invoice": {"number": "F-2026-17", "issued_on": "2026-11-02"}}
    assert api.put("/orders/1001", cast.order(**billed)).status < 300
    return back(api, WISH)


def back(api: Caller, wish: dict[str, Any]) -> dict[str, Any]:
    view: dict[str, Any] = api.post("/returns", wish).json
    if view["status"] == "requested":
        assert api.post(f"/returns/{view['id']}/approval", {}).status < 300
    box = api.post("/arrivals", {"code": view["number"], "units": [{"line": "l1", "quantity": 1}]}).json
    assert api.post(f"/units/{box['units'][0]['id']}/inspection", {"findings": []}).status < 300
    react()
    return view


def test_a_settled_return_has_its_note(api: Caller, owner: Actor, settled: dict[str, Any]) -> None:
    (note,) = api.get("/credit-notes").json["data"]
    assert (note["number"], note["paper"], note["invoice"]) == ("AV-2026-000001", "credit_note", "F-2026-17")
    assert (note["return"], note["order_number"], note["buyer"]) == (settled["id"], "#1001", "Optique du Lac")
    assert note["gross"] == note["net"] + note["tax"] == sum(one["net"] + one["tax"] for one in note["taxes"])
    (refund,) = api.get(f"/refunds?return={settled['id']}").json["data"]
    assert note["gross"] == refund["amount"]["amount"]
    assert [line["title"] for line in note["lines"] if line["kind"] == "items"] == ["Robe Inès"]
    assert api.get(f"/credit-notes/{note['id']}").json == note
    paper = api.get(note["pdf_url"].removeprefix("/api/v1"))
    assert paper.raw.startswith(b"%PDF") and paper.headers["Content-Type"] == "application/pdf"
    assert api.get(note["pdf_url"].removeprefix("/api/v1")).raw == paper.raw
    with tenancy.entered(owner.shop_id):
        Look.objects.all().delete()
    file = api.get(note["xml_url"].removeprefix("/api/v1"))
    with tenancy.entered(owner.shop_id):
        assert Look.objects.get().what == What.ORDER.value
    assert b"<ram:TypeCode>381</ram:TypeCode>" in file.raw and b"F-2026-17" in file.raw
    kinds = [one["type"] for one in api.get("/events").json["data"]]
    assert "credit_note.issued" in kinds


def test_a_consumers_receipt_has_a_paper_and_no_file(api: Caller, owner: Actor, order: UUID) -> None:
    company(owner, notes_from="2020-01-01")
    back(api, WISH)
    (note,) = api.get("/credit-notes").json["data"]
    assert (note["paper"], note["buyer"], note["xml_url"]) == ("receipt", None, None)
    refused = api.get(f"/credit-notes/{note['id']}.xml", accept_language="en")
    assert refused.status == 404 and "only those of businesses" in refused.json["detail"]
    assert api.get(f"/credit-notes/{note['id']}.pdf").raw.startswith(b"%PDF")


def test_what_is_reported_of_a_day(api: Caller, owner: Actor, order: UUID, tmp_path: Path) -> None:
    company(owner, notes_from="2020-01-01")
    back(api, WISH)
    (note,) = api.get("/credit-notes").json["data"]
    report = api.get("/credit-notes/e-reporting?since=2026-11-01&until=2026-12-01").json
    assert report["official"] is False
    assert [(one["rate"], one["net"], one["tax"], one["notes"]) for one in report["data"]] == [
        (one["rate"], -one["net"], -one["tax"], 1) for one in note["taxes"]
    ]
    for asked in ("since=2026-11-02&until=2026-11-01", "since=2020-01-01&until=2026-01-01"):
        assert api.get(f"/credit-notes/e-reporting?{asked}").json["code"] == "credit_notes_period"
    days = ["e-reporting", "--since", "2026-11-01", "--until", "2026-11-30"]
    assert json.loads(CliRunner().invoke(ledger.ledger, [*days, "--json"]).output)["data"] == report["data"]
    folder = tmp_path / "for the accountant"
    written = CliRunner().invoke(ledger.ledger, [*days, "--out", str(folder)])
    assert written.output.strip() == str(folder / "e-reporting-2026-11-01-2026-11-30.csv")
    heads, *lines = (folder / "e-reporting-2026-11-01-2026-11-30.csv").read_text("utf-8").splitlines()
    assert heads == "day,currency,category,rate,net,tax,notes" and len(lines) == len(report["data"])
    wrong = CliRunner().invoke(ledger.ledger, [*days[:2], "2026-12-01", *days[3:]])
    assert wrong.exit_code == 1 and "at most" in wrong.output


def test_strangers_find_nothing(api: Caller, other_api: Caller, settled: dict[str, Any]) -> None:
    (note,) = api.get("/credit-notes").json["data"]
    assert other_api.get("/credit-notes").json["data"] == []
    for path in (note["id"], f"{note['id']}.pdf", f"{note['id']}.xml", "cno_nonsense", "nonsense.pdf"):
        assert other_api.get(f"/credit-notes/{path}").status == 404


def test_pages_go_on_where_they_stopped(api: Caller, settled: dict[str, Any]) -> None:
    first = api.get("/credit-notes?limit=1").json
    assert len(first["data"]) == 1
    assert api.get(f"/credit-notes?limit=1&after={first['next']}").json["data"] == []
    assert api.get("/credit-notes?since=2999-01-01").json["data"] == []
    assert api.get("/credit-notes?after=xx").status == 422
