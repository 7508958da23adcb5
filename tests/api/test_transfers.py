"""Files of bank transfers over HTTP, on the page of finance and by command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from tests.api.conftest import Caller
from tests.conftest import shop_today
from tests.operations.money.test_transfers import named, waits
from tests.web.staff_settings.conftest import browser_of, person
from volte.cli import transfers as commands
from volte.kit import ids
from volte.money import queries as refunds
from volte.money.queries import RefundView
from volte.money.rules.outcomes import RefundStatus
from volte.money.transfers import queries
from volte.privacy.models import Look
from volte.runtime import people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING, Permission, Role

__all__ = ["browser_of", "person"]
PAGE = "/staff/finance/transfers/"


@pytest.fixture
def refund(owner: Actor) -> RefundView:
    """A refund that waits for a transfer, in a shop whose own account is known."""
    named(owner)
    return waits(owner)


def status(owner: Actor, refund: RefundView) -> RefundStatus:
    with tenancy.entered(owner.shop_id):
        return refunds.refund(refund_id=refund.id).status


def looks() -> int:
    with tenancy.everywhere():
        return Look.objects.count()


def today() -> str:
    return shop_today().isoformat()


def test_made_fetched_executed_and_one_sent_back(api: Caller, owner: Actor, refund: RefundView) -> None:
    (waiting,) = api.get("/transfers").json["data"]
    assert (waiting["account"], waiting["obstacle"]) == ("DE •••• 3000", None)
    made = api.post("/transfer-batches", {})
    assert (made.status, made.json["count"], made.json["amount"]["amount"]) == (201, 1, 4900)
    own = made.json["id"]
    before = looks()
    file = api.get(f"/transfer-batches/{own}.xml")
    assert file.headers["Content-Type"] == "application/xml"
    assert file.raw == api.get(f"/transfer-batches/{own}.xml").raw
    assert looks() > before
    assert api.get(f"/transfer-batches/{own}").json["transfers"][0]["id"] == ids.public("rfd", refund.id)
    assert api.post(f"/transfer-batches/{own}/execution", {"on": today()}).json["status"] == "executed"
    assert status(owner, refund) is RefundStatus.SUCCEEDED
    back = api.post(f"/refunds/{ids.public('rfd', refund.id)}/rejection", {"reason": "AC04"})
    assert (back.status, back.json["status"], back.json["failure"]) == (200, "failed", "AC04")
    assert api.post(f"/transfer-batches/{own}/cancellation", {}).status == 409
    assert api.get("/transfer-batches").json["data"][0]["number"] == 1


def test_an_agents_key_reads_no_accounts(owner: Actor, refund: RefundView) -> None:
    rights = EVERYTHING - {Permission.MONEY_BOOKS}
    weak = Caller(people.make_key(by=owner, name="Desk", permissions=rights).secret)
    for path in ("/transfers", "/transfer-batches", f"/transfer-batches/{ids.public('trb', refund.id)}.xml"):
        assert weak.get(path).status == 403
    assert weak.post("/transfer-batches", {}).status == 403


def test_on_the_page(browser_of: Callable[[Role], Client], owner: Actor, refund: RefundView) -> None:
    finance = browser_of(Role.FINANCE)
    other = waits(owner, account=None)
    page = finance.get(PAGE).content.decode()
    assert "Make the file: one transfer" in page
    assert "No account named yet" in page
    assert "DE •••• 3000" in page
    answer = finance.post(f"{PAGE}batches", {"on": today()}, follow=True)
    batch = answer.redirect_chain[-1][0]
    shown = answer.content.decode()
    assert "File 1 is made" in shown
    assert "370400440532" not in shown
    before = looks()
    file = finance.get(f"{batch}file.xml")
    assert b"DE89370400440532013000" in file.content
    assert looks() > before
    finance.post(f"{PAGE}by-hand/{other.id}", {"reference": "VIR 7"})
    assert status(owner, other) is RefundStatus.SUCCEEDED
    assert "Write a day" in finance.post(f"{batch}execution", {"on": "soon"}, follow=True).content.decode()
    assert "its refunds are paid" in finance.post(f"{batch}execution", {"on": today()}, follow=True).content.decode()
    sent_back = finance.post(f"{batch}rejections/{refund.id}", {"reason": "AC01"}, follow=True).content.decode()
    assert "the money is owed again" in sent_back
    refused = finance.post(f"{batch}cancellation", follow=True).content.decode()
    assert "executed or cancelled already" in refused
    assert browser_of(Role.AGENT).get(PAGE).status_code == 403


def test_by_command(owner: Actor, refund: RefundView, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def run(*given: str) -> str:
        told = CliRunner().invoke(commands.transfers, [*given, "--shop", "maison"])
        assert told.exit_code == 0, told.output
        return told.output

    assert "DE •••• 3000" in run("list")
    first, again = tmp_path / "a.xml", tmp_path / "b.xml"
    assert "1 transfers" in run("batch", str(first))
    run("file", "1", str(again))
    assert first.read_bytes() == again.read_bytes()
    assert first.stat().st_mode & 0o077 == 0
    run("cancel", "1")
    run("batch", str(again))
    run("executed", "2", "--on", today())
    assert "file 2: executed" in run("list")
    assert status(owner, refund) is RefundStatus.SUCCEEDED
    missing = CliRunner().invoke(commands.transfers, ["file", "9", str(again), "--shop", "maison"])
    assert missing.exit_code == 1
    with tenancy.entered(owner.shop_id):
        assert len(queries.batches()) == 2
    assert "DE89" not in caplog.text
