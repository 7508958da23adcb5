"""Tables: rows become orders, a bad row refuses its order and no other."""

import io

import pytest

from volte.catalogue.documents import orders as documents
from volte.catalogue.ports import Record
from volte.connectors.commerce.csv.columns import COLUMNS
from volte.connectors.commerce.csv.source import CsvSource
from volte.kit.errors import Invalid

HEADER = "order,placed_at,currency,line,quantity,unit_price"


def _read(*lines: str | bytes) -> list[Record]:
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(CsvSource().records(file=io.BytesIO(content)))


def _faults(records: list[Record]) -> list[tuple[int, str, str]]:
    return [(each.fault.line, each.fault.field, each.fault.reason.code) for each in records if each.fault]


def test_rows_of_one_order_become_one_document() -> None:
    records = _read(
        "\ufeffOrder;Number;placed_at;currency;email;line;title;quantity;unit_price;tax_rates;category;options;"
        "payment_kind;payment_amount;delivered_at;shipping_price;ship_postcode;unknown",
        '7;#7;2026-11-02;EUR;a@example.com;l1;"Robe; ""Inès""";2;49,99;20 %;Femme > Robes;size=M;'
        "card;114,98;2026-11-05;;75011;x",
        "7;;2026-11-02;EUR;;l2;Tasse;1;15;5,5 %;;;;;2026-11-06T10:00:00Z;;;",
        "8;;2026-11-02T08:00:00+01:00;JPY;;l1;;1;500;;;;;;;;;",
    )
    first, second = (documents.order(document=record.document or {}) for record in records)
    assert [(line.id, line.quantity, line.unit_price) for line in first.lines] == [("l1", 2, 4999), ("l2", 1, 1500)]
    assert first.lines[0].title == 'Robe; "Inès"' and first.lines[0].category == ("Femme", "Robes")
    assert first.lines[0].options == {"size": "M"} and first.lines[1].taxes[0].written() == "5.5 %"
    assert (first.captured, first.number, first.customer and first.customer.email) == (11498, "#7", "a@example.com")
    assert [(sent.id, [part.line for part in sent.lines]) for sent in first.shipments] == [("1", ["l1"]), ("2", ["l2"])]
    assert second.lines[0].unit_price == 500 and second.placed_at.hour == 7
    assert records[0].where(path="lines.1.quantity") == (3, "quantity")
    assert records[0].where(path="payments.0.kind") == (2, "payment_kind")


def test_bad_rows_are_faults_and_the_next_order_is_read() -> None:
    records = _read(
        HEADER,
        "1,2026-11-02,EUR,l1,1,10.00",
        "2,2026-11-02,EUR,l1,many,10.00",
        "2,2026-11-02,EUR,l2,1,10.00",
        b"3,2026-11-02,EUR,l\xe9,1,10.00",
        "4,2026-11-02,EUR,l1,1,10.005",
        "5,2026-11-02,EUR,l1,1,10.00,and,more",
        "6,2026-11-02,EUR,l1," + "9" * 30 + ",10.00",
        '7,2026-11-02,EUR,"never closed,1,10.00',
        "1,2026-11-02,EUR,l2,1,10.00",
        "8,2026-11-02,EUR,l1,1,10.00",
    )
    assert sorted(_faults(records)) == [
        (3, "quantity", "document_not_whole"),
        (5, "", "document_not_unicode"),
        (6, "unit_price", "document_not_money"),
        (7, "", "document_too_many_cells"),
        (8, "quantity", "document_not_whole"),
        (9, "", "document_not_a_row"),
        (10, "order", "document_rows_apart"),
    ]
    assert [record.document["id"] for record in records if record.document] == ["1", "8"]


def test_a_cell_in_quotes_may_run_over_lines() -> None:
    records = _read(HEADER + ",title", '1,2026-11-02,EUR,l1,1,10,"a', 'b"', "2,2026-11-02,EUR,l1,1,10,c")
    assert [record.document["lines"][0]["title"] for record in records if record.document] == ["a\nb", "c"]
    assert [(record.first_line, record.last_line) for record in records] == [(2, 2), (4, 4)]


def test_a_table_without_needed_columns_is_refused_by_name() -> None:
    with pytest.raises(Invalid) as refused:
        _read("order,currency,line,quantity", "1,EUR,l1,1")
    assert refused.value.params == {"missing": "placed_at, unit_price"}
    with pytest.raises(Invalid):
        _read("")


def test_the_how_to_names_every_column() -> None:
    from pathlib import Path

    page = Path("docs/how-to/import-orders.md").read_text(encoding="utf-8")
    assert [column.name for column in COLUMNS if f"`{column.name}`" not in page] == []
