"""A history of orders and returns: taken in once, safe to repeat and to cut off, and life goes on behind it."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from tests.conftest import open_shop
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import key, react, see
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as sold
from volte.catalogue.models import ImportRun, Order
from volte.catalogue.rules.order import LineView
from volte.cli import importing
from volte.kit import ids
from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.kit.words import Disposition, Method
from volte.money import queries as money
from volte.returns import operations, queries
from volte.returns.models import Return
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Status
from volte.returns.rules.request import Wanted, WantedItem
from volte.risk.models import CustomerReturnCount
from volte.runtime import shop_settings, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent, Shop

HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
ROWS = (
    "1,A1,RED MUG,6,2011-06-01 09:00,2.50,7,United Kingdom",
    "1,POST,POSTAGE,1,2011-06-01 09:00,4.00,7,United Kingdom",
    "2,A1,RED MUG,2,2011-06-02 09:00,2.50,7,United Kingdom",
    "2,A2,TRAY,1,2011-06-02 09:00,9.95,7,United Kingdom",
    "C3,A1,RED MUG,-3,2011-06-10 10:00,2.50,7,United Kingdom",
    "C3,A2,TRAY,-1,2011-06-10 10:00,9.00,7,United Kingdom",
    "C3,B9,NEVER BOUGHT,-2,2011-06-10 10:00,1.00,7,United Kingdom",
    "C3,M,Manual,-1,2011-06-10 10:00,5.00,7,United Kingdom",
    "C4,A1,RED MUG,-1,2011-06-11 10:00,2.50,,United Kingdom",
)


def _file(folder: Path, *rows: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return path


def _run(path: Path, *words: str) -> Result:
    told = [str(path), "--format", "online-retail", "--shop", "maison", "--json", *words]
    result = CliRunner().invoke(importing.import_command, told)
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def _counts(result: Result) -> dict[str, Any]:
    counts = json.loads(result.stdout.strip().splitlines()[-1])
    counts.pop("rows_per_second")
    return {name: count for name, count in counts.items() if count}


def _line(shop_id: UUID, order: str, line: str) -> LineView:
    with tenancy.entered(shop_id):
        found = sold.order_by_external(external_id=order).line(id=line)
    assert found is not None
    return found


def test_orders_and_returns_come_in_once(shop: UUID, tmp_path: Path) -> None:
    path = _file(tmp_path, *ROWS)
    report = tmp_path / "report.csv"
    counts = _counts(_run(path, "--report", str(report)))
    assert counts == {
        "orders": 2,
        "lines": 3,
        "returns": 4,
        "units_matched": 4,
        "units_unmatched": 3,
        "units_service": 1,
        "unmatched": {"never_bought": 2, "customer_unknown": 1},
    }
    again = _counts(_run(path))
    assert again == {name: count for name, count in counts.items() if name not in ("orders", "returns")}
    assert [row.split(",")[:6] for row in report.read_text().splitlines()[1:]] == [
        ["8", "C3-3", "7", "B9", "2", "never_bought"],
        ["10", "C4", "", "A1", "1", "customer_unknown"],
    ]
    assert _line(shop, "1", "1").units_left == 3 and _line(shop, "2", "2").units_left == 0
    with tenancy.entered(shop):
        by_number = {view.number: view for view in queries.page(limit=10)}
        known = sold.customers(external_ids=["7"])["7"]
        assert OutboxEvent.objects.filter(kind="returns.taken_in").count() == 1
        assert sum(CustomerReturnCount.objects.values_list("returned", flat=True)) == 4
    assert {number: (view.order_number, view.customer_id, view.value) for number, view in by_number.items()} == {
        "C3": ("1", known, Money(750, "GBP")),
        "C3-2": ("2", known, Money(900, "GBP")),
        "C3-3": ("", known, Money(200, "GBP")),
        "C4": ("", None, Money(250, "GBP")),
    }
    # Lists stand newest first by id: what came in late has its place in the past.
    assert by_number["C3"].id < by_number["C4"].id < ids.new_id_at(datetime(2011, 6, 12, tzinfo=UTC))
    assert all(view.status is Status.SETTLED for view in by_number.values())
    assert by_number["C4"].next_acts == () and by_number["C4"].order_id is None


def test_a_return_without_an_order_can_be_looked_at_and_nothing_more(shop: UUID, owner: Actor, tmp_path: Path) -> None:
    _run(_file(tmp_path, *ROWS))
    with tenancy.entered(shop):
        view = queries.by_number(number="C4")
        assert view is not None
        (step,) = queries.timeline(return_id=view.id)
        (made,) = queries.settlements(return_id=view.id)
    assert "the customer is not named" in texts.say(f"step_{step.what}", "en", who="", **step.detail)
    assert texts.say(made.lines[0][2], "en") == "1 × RED MUG, given back before Volte"
    with pytest.raises(Conflict, match="return_without_order"):
        operations.goodwill(by=owner, return_id=view.id, amount=Money(100, "GBP"), reason="sorry")


def test_what_is_left_of_an_old_order_goes_the_whole_way(
    shop: UUID, owner: Actor, order: UUID, gateway: FakeGateway, tmp_path: Path
) -> None:
    """Late, so a person says yes; received, graded and refunded; never above what was left."""
    _run(_file(tmp_path, *ROWS))
    with tenancy.entered(shop):
        old = sold.order_by_external(external_id="1")
    four = Wanted(items=(WantedItem(line="1", quantity=4),), method=Method.MAIL, language="en")
    with pytest.raises(Conflict, match="units_not_left"):
        operations.request(by=owner, order_id=old.order_id, wanted=four)
    three = Wanted(items=(WantedItem(line="1", quantity=3),), method=Method.MAIL, language="en")
    return_id = operations.request(by=owner, order_id=old.order_id, wanted=three)
    if see(owner, return_id).status is not Status.APPROVED:
        operations.approve(by=owner, return_id=return_id)
    view = see(owner, return_id)
    box = operations.receive(
        by=owner, code=view.parcel_code or view.number, location=None, units=(CountedUnits(line="1", quantity=3),)
    )
    for unit in box.arrival.units:
        looked = operations.inspect(by=key(owner), unit_id=unit.id, findings=())
        assert looked.disposition is Disposition.RESTOCK
    react()
    with tenancy.entered(shop):
        refunds = money.refunds(subject_id=return_id)
    assert see(owner, return_id).status is Status.SETTLED
    # Three mugs; whether the way out is owed too is for the policy to say.
    assert [refund.amount for refund in refunds] == [see(owner, return_id).value]
    assert 750 <= refunds[0].amount.amount <= 1150


def test_units_returned_another_way_meanwhile_stay_where_they_are(shop: UUID, owner: Actor, tmp_path: Path) -> None:
    """The table grew by a credit for units a new return has taken."""
    _run(_file(tmp_path, *ROWS[:4]))
    catalogue.claim_units(by=owner, claims=[(_line(shop, "1", "1").line_id, 5)])
    counts = _counts(_run(_file(tmp_path, *ROWS, name="later.csv")))
    assert counts["unmatched"]["taken_meanwhile"] == 3 and counts["units_matched"] == 1
    assert counts["units_matched"] + counts["units_unmatched"] == 7
    with tenancy.entered(shop):
        assert Return.objects.get(number="C3").order_id is None


def test_a_shop_opened_for_the_table_counts_in_its_currency(shop: UUID, tmp_path: Path) -> None:
    told = [str(_file(tmp_path, *ROWS)), "--format", "online-retail", "--shop", "gifts"]
    assert CliRunner().invoke(importing.import_command, told).exit_code == 0
    opened = shop_settings.of_shop(Shop.objects.get(handle="gifts").id)
    assert (opened.country, opened.currency, opened.timezone) == ("GB", "GBP", "Europe/London")


def test_a_bad_line_is_said_and_stops_nobody(shop: UUID, tmp_path: Path) -> None:
    result = _run(_file(tmp_path, *ROWS, "5,A1,RED MUG,many,2011-06-01 09:00,2.50,7,United Kingdom"))
    assert _counts(result)["refused"] == 1 and _counts(result)["orders"] == 2
    told = " ".join(result.stderr.split())
    assert "Quantity" in told and "is not a whole number of units" in told


def test_of_many_bad_lines_the_first_are_said_and_the_others_counted(shop: UUID, tmp_path: Path) -> None:
    bad = [f"5{number},A1,RED MUG,many,2011-06-01 09:00,2.50,7,United Kingdom" for number in range(23)]
    result = _run(_file(tmp_path, *ROWS, *bad))
    assert _counts(result)["refused"] == 23
    assert "… and 3 more." in result.stderr


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_killed_with_9_it_goes_on_where_it_was(tmp_path: Path) -> None:
    shop_id = open_shop("maison")
    sales = [f"{number},A1,MUG,2,2011-06-01 09:00,2.50,{number % 50},United Kingdom" for number in range(1_500)]
    backs = [f"C{number},A1,MUG,-1,2011-07-01 09:00,2.50,{number % 50},United Kingdom" for number in range(600)]
    path = _file(tmp_path, *sales, *backs)
    process = _import_in_a_process(path)
    _wait_for_a_batch(shop_id, process)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait(timeout=30) == -signal.SIGKILL
    with tenancy.entered(shop_id):
        assert 0 < ImportRun.objects.get().line_done < 2_100
    counts = _counts(_run(path))
    assert counts == {"orders": 1_500, "lines": 1_500, "returns": 600, "units_matched": 600}
    with tenancy.entered(shop_id):
        assert (Order.objects.count(), Return.objects.count()) == (1_500, 600)


_PROCESS = """
import sys, django
django.setup()
from volte.cli import history, importing
history.BATCH_LINES = history.BATCH_RETURNS = 20
importing.import_command()
"""


def _import_in_a_process(path: Path) -> subprocess.Popen[bytes]:
    name = connection.settings_dict["NAME"]
    head, _, tail = os.environ["DATABASE_URL"].partition("?")
    url = f"{head.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
    words = [sys.executable, "-c", _PROCESS, str(path), "--shop", "maison", "--format", "online-retail"]
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "volte.project.settings"}
    return subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for_a_batch(shop_id: UUID, process: subprocess.Popen[bytes]) -> None:
    """Until the other process has committed something, which it has not finished."""
    for _ in range(1_200):
        with tenancy.entered(shop_id):
            if Order.objects.exists():
                return
        assert process.poll() is None, "the import ended before anything was seen"
        time.sleep(0.02)
    raise AssertionError("nothing came in")
