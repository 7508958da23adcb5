"""The Online Retail table: each oddity of it becomes something, and every unit given back is accounted for."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.cli import history
from volte.connectors.commerce.online_retail import matching
from volte.connectors.commerce.online_retail.matching import Credit, Purchase
from volte.connectors.commerce.online_retail.source import OnlineRetail
from volte.kit.errors import Invalid
from volte.returns.ports import History

REAL = Path(__file__).parents[4] / "shared" / "data" / "online_retail.parquet"
HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
DAY = datetime(2011, 6, 1, 9, 0)


def _history(folder: Path, *rows: str, encoding: str = "utf-8") -> History:
    path = folder / "table.csv"
    path.write_bytes("\n".join([HEADER, *rows]).encode(encoding))
    return OnlineRetail().history(path=path)


def _row(
    invoice: str, code: str, quantity: object, day: int = 1, price: object = "2.50", customer: str = "17850.0"
) -> str:
    return f"{invoice},{code},MUG,{quantity},2011-06-{day:02} 09:00:00,{price},{customer},United Kingdom"


def test_invoices_become_orders_and_nothing_is_invented(tmp_path: Path) -> None:
    past = _history(
        tmp_path,
        _row("1", "85123A", 6),
        _row("1", "85123A", 6),
        _row("1", "POST", 2, price="18.00"),
        _row("2", "22138", 1, customer=""),
    )
    first, second = (each.order for each in past.orders)
    assert [(line.id, line.sku, line.quantity, line.unit_price) for line in first.lines] == [
        ("1", "85123A", 6, 250),
        ("2", "85123A", 6, 250),
    ]
    assert first.shipping is not None and first.shipping.price == 3600
    assert (first.customer and first.customer.id, first.currency, first.country) == ("17850", "GBP", "GB")
    # 9 o'clock of a London summer.
    assert first.placed_at.isoformat() == "2011-06-01T08:00:00+00:00"
    assert (first.channel, first.payments, first.shipments, first.lines[0].taxes) == ("", (), (), ())
    assert second.customer is None and past.lines == 3


def test_a_credit_takes_from_the_latest_earlier_purchase_with_enough_left(tmp_path: Path) -> None:
    past = _history(
        tmp_path,
        _row("1", "A1", 10, day=1),
        _row("2", "A1", 3, day=5),
        _row("3", "A1", 10, day=20),
        _row("C1", "A1", -3, day=6),
        _row("C2", "A1", -4, day=7),
        _row("C3", "A1", -9, day=30),
        _row("C4", "A1", -7, day=30),
    )
    taken = {each.number: (each.order, [(item.line, item.quantity) for item in each.items]) for each in past.returns}
    assert taken == {
        "C1": ("2", [("1", 3)]),
        "C2": ("1", [("1", 4)]),
        "C3": ("3", [("1", 9)]),
        "C4": ("3", [("1", 1)]),
        "C4-2": ("1", [("1", 6)]),
    }
    refunds = {
        each.order.id: [(one.amount, one.lines[0].quantity) for one in each.order.refunds] for each in past.orders
    }
    assert refunds == {"1": [(1000, 4), (1500, 6)], "2": [(750, 3)], "3": [(2250, 9), (250, 1)]}


@pytest.mark.parametrize(
    ("credit", "why"),
    [
        (_row("C1", "A1", -1, day=9, customer=""), "customer_unknown"),
        (_row("C1", "B1", -1, day=9), "never_bought"),
        (_row("C1", "a1", -1, day=9), "never_bought"),
        (_row("C1", "A1", -1, day=1), "bought_later"),
        (_row("C1", "A1", -5, day=9), "all_returned"),
    ],
)
def test_what_fits_no_purchase_says_why(tmp_path: Path, credit: str, why: str) -> None:
    past = _history(tmp_path, _row("1", "A1", 2, day=2), credit)
    (last,) = [each for each in past.returns if not each.order]
    assert [(item.why, item.line) for item in last.items] == [(why, "")]


def test_lines_that_are_neither_sale_nor_return_are_counted(tmp_path: Path) -> None:
    past = _history(
        tmp_path,
        _row("1", "M", 1),
        _row("2", "gift_0001_20", 1),
        _row("3", "DOT", 1),
        _row("4", "22138", -40, customer="", price="0"),
        _row("A5", "B", 1, price="-11062.06", customer=""),
        _row("C6", "D", -1),
        _row("C6", "BANK CHARGES", -2),
        _row("7", "22138", 1, price="0"),
    )
    assert {name: count for name, count in past.left_out.items() if count} == {
        "service": 3,
        "write_off": 1,
        "bad_debt": 1,
    }
    assert (past.units_service, past.lines, past.returns, past.refused) == (3, 1, [], 0)


def test_a_bad_cell_costs_its_line_and_says_where(tmp_path: Path) -> None:
    past = _history(
        tmp_path,
        _row("1", "A1", 2),
        _row("1", "A2", "two"),
        _row("1", "A3", "1.5"),
        _row("1", "A4", 1, price="cheap"),
        _row("1", "", 1),
        _row("1", "A5", 1, price="0.001"),
        _row("1", "A6", 1, price="-1"),
        _row("C1", "A7", 3),
        _row("1" * 17, "A8", 1),
        _row("1", "A9", 1).replace("2011-06-01", "yesterday"),
    )
    assert [(fault.line, fault.field, fault.reason.code) for fault in past.faults] == [
        (3, "Quantity", "history_quantity_unreadable"),
        (4, "Quantity", "history_quantity_unreadable"),
        (5, "UnitPrice", "history_price_unreadable"),
        (6, "StockCode", "history_code_unreadable"),
        (11, "InvoiceDate", "history_at_unreadable"),
        (7, "price", "history_price_too_fine"),
        (8, "price", "history_price_negative"),
        (9, "quantity", "history_credit_not_negative"),
        (10, "invoice", "history_not_a_name"),
    ]
    assert (past.refused, past.lines) == (9, 1)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (_row("C/../../../x", "A1", 1), "InvoiceNo"),
        (_row("..", "A1", 1), "InvoiceNo"),
        (_row("1\0", "A1", 1), "InvoiceNo"),
        (_row("1", "A1", 1, price="99999999999999.99"), "UnitPrice"),
        (_row("1", "A1", 1, price="1e300"), "UnitPrice"),
        (_row("1", "A1", "1e300"), "Quantity"),
        (_row("1", "A1", "2000000000"), "Quantity"),
        (_row("1", "A1", 1).replace("2011-06-01", "290000-01-01"), "InvoiceDate"),
        (_row("1", "A1", 1).replace("2011-06-01", "0044-03-15"), "InvoiceDate"),
        (_row("1", "A1", 1).replace("2011-06-01 09:00:00", "infinity"), "InvoiceDate"),
        (_row("1", "A1\0", 1), "code"),
    ],
)
def test_a_cell_nobody_expected_costs_its_line_only(tmp_path: Path, row: str, field: str) -> None:
    past = _history(tmp_path, _row("1", "A1", 2), row)
    assert ([(fault.line, fault.field) for fault in past.faults], past.lines) == ([(3, field)], 1)


def test_a_strange_customer_or_title_is_kept_as_far_as_it_can_be(tmp_path: Path) -> None:
    odd = _row("1", "A1", 2, customer="1e300").replace("MUG", "MU\0G").replace("United", "\0United")
    (order,) = (each.order for each in _history(tmp_path, odd).orders)
    assert (order.customer and order.customer.id, order.lines[0].title, order.country) == ("1e300", "MUG", "")


def test_no_two_returns_bear_one_number(tmp_path: Path) -> None:
    past = _history(
        tmp_path,
        _row("1", "A1", 2, day=1),
        _row("2", "A1", 2, day=2),
        _row("C1", "A1", -3, day=3),
        _row("C1-2", "A1", -1, day=4),
    )
    assert sorted(each.number for each in past.returns) == ["C1", "C1-2", "C1-3"]


def test_the_report_of_what_fits_nothing_runs_no_formula(tmp_path: Path) -> None:
    past = _history(tmp_path, _row("1", "A1", 2), _row("C1", "=cmd()", -1, day=2, customer="@SUM(1)"))
    history._write(tmp_path / "report.csv", past)
    assert (tmp_path / "report.csv").read_text().splitlines()[1].startswith("3,C1,'@SUM(1),'=cmd(),1,never_bought,")


def test_wrong_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    def refused(name: str, sql: str = "", content: bytes = b"") -> Invalid:
        path = tmp_path / name
        if sql:
            duckdb.sql(f"COPY ({sql}) TO '{path}'")
        else:
            path.write_bytes(content)
        with pytest.raises(Invalid) as caught:
            OnlineRetail().history(path=path)
        return caught.value

    good = "SELECT '1' InvoiceNo, 'A' StockCode, '' Description, 1 Quantity, now() InvoiceDate, 1.0 UnitPrice, "
    missing = refused("a.parquet", sql="SELECT '1' InvoiceNo, 'A' StockCode")
    assert missing.code == "import_header" and "Quantity" in str(missing.params["missing"])
    assert refused("b.parquet", sql=good + "'' CustomerID, '' Country LIMIT 0").code == "import_no_rows"
    assert refused("c.parquet", content=b"PAR1 but no more").code == "import_not_readable"
    assert refused("d.csv", content=HEADER.encode()).code == "import_no_rows"
    assert refused("e.csv", content=b"").code in ("import_header", "import_not_readable")
    wrong = refused("f.parquet", sql=good.replace("1 Quantity", "[1] Quantity") + "'' CustomerID, '' Country")
    assert (wrong.code, wrong.params["column"]) == ("import_column", "Quantity")


def test_a_csv_of_an_old_spreadsheet_is_read_too(tmp_path: Path) -> None:
    rows = (
        "536365,22138,Café £20 mug,1,12/1/2010 8:26,2.55,17850,EIRE",
        "536366,POST,POSTAGE,1,12/1/2010 8:28,18,17850,EIRE",
    )
    (order,) = (each.order for each in _history(tmp_path, *rows, encoding="latin-1").orders)
    assert (order.lines[0].title, order.country) == ("Café £20 mug", "IE")
    assert order.placed_at.isoformat() == "2010-12-01T08:26:00+00:00"


def test_the_same_rows_give_the_same_mark_wherever_they_stand(tmp_path: Path) -> None:
    def marks(*rows: str) -> dict[str, str]:
        return {each.order.id: each.mark for each in _history(tmp_path, *rows).orders}

    one, two, back = _row("1", "A1", 2, day=2), _row("2", "A1", 2, day=3), _row("C1", "A1", -1, day=4)
    assert marks(one, two) == marks(two, one)
    assert marks(one, two)["1"] != marks(_row("1", "A1", 3, day=2), two)["1"]
    assert marks(one, two, back)["2"] != marks(one, two)["2"]


@given(
    bought=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=8),
    back=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 12)), max_size=8),
)
def test_every_unit_is_accounted_for_and_no_purchase_overdrawn(
    bought: list[tuple[int, int]], back: list[tuple[int, int]]
) -> None:
    purchases = [
        Purchase(DAY + timedelta(days=day), row, str(row), "1", units) for row, (day, units) in enumerate(bought)
    ]
    credits = [Credit(100 + row, DAY + timedelta(days=day), "c", "A", units) for row, (day, units) in enumerate(back)]
    pieces = matching.matched(purchases={("c", "A"): purchases}, credits=credits)
    units = Counter[int]()
    taken = Counter[str]()
    for piece in pieces:
        units[piece.credit.row] += piece.units
        if piece.purchase is not None:
            assert piece.purchase.at <= piece.credit.at
            taken[piece.purchase.invoice] += piece.units
    assert units == {credit.row: credit.units for credit in credits}
    for purchase, (_, had) in zip(purchases, bought, strict=True):
        assert purchase.left == had - taken[purchase.invoice] >= 0


@pytest.mark.skipif(not REAL.exists(), reason="THE UCI TABLE IS NOT HERE: its counts are not checked")
def test_the_whole_table_agrees_with_sql_on_it() -> None:
    past = OnlineRetail().history(path=REAL)
    database = duckdb.connect()
    goods = """
        SELECT InvoiceNo, StockCode, Quantity, CustomerID, UnitPrice FROM read_parquet($file)
         WHERE StockCode NOT IN ('POST', 'DOT', 'M', 'm', 'D', 'S', 'BANK CHARGES', 'C2', 'CRUK',
                                'AMAZONFEE', 'PADS', 'B')
           AND StockCode NOT LIKE 'gift\\_%' ESCAPE '\\'"""

    def one(query: str) -> tuple[int, ...]:
        found = database.execute(query.replace("GOODS", f"({goods})"), {"file": str(REAL)}).fetchone()
        assert found is not None
        return tuple(int(each or 0) for each in found)

    assert one(
        "SELECT count(DISTINCT InvoiceNo), count(*) FROM GOODS WHERE Quantity > 0 AND InvoiceNo NOT LIKE 'C%'"
    ) == (
        len(list(past.orders)),
        past.lines,
    )
    items = [item for each in past.returns for item in each.items]
    given_back = "FROM GOODS WHERE InvoiceNo LIKE 'C%'"
    assert one(
        f"SELECT -sum(Quantity), count(DISTINCT InvoiceNo), -round(sum(Quantity * UnitPrice) * 100) {given_back}"
    ) == (
        sum(item.quantity for item in items),
        len({each.number.partition("-")[0] for each in past.returns}),
        sum(item.amount for item in items),
    )
    (all_units,) = one("SELECT -sum(Quantity) FROM read_parquet($file) WHERE InvoiceNo LIKE 'C%'")
    assert all_units == 277_574 == sum(item.quantity for item in items) + past.units_service
    (write_offs,) = one("SELECT count(*) FROM read_parquet($file) WHERE Quantity < 0 AND InvoiceNo NOT LIKE 'C%'")
    assert write_offs == past.left_out["write_off"] == 1_336
    why = Counter[str]()
    for item in items:
        why[item.why] += item.quantity
    assert one(f"SELECT -sum(Quantity) {given_back} AND CustomerID IS NULL") == (why["customer_unknown"],)
    (never,) = one(f"""WITH back AS (SELECT * {given_back} AND CustomerID IS NOT NULL)
        SELECT -sum(back.Quantity) FROM back ANTI JOIN (SELECT * FROM GOODS WHERE Quantity > 0) bought
            ON bought.CustomerID = back.CustomerID AND bought.StockCode = back.StockCode""")
    assert never == why["never_bought"]
    assert past.refused == 0
