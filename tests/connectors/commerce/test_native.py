"""NDJSON: each line is an order or a fault with its line number, and nothing stops the reading."""

import io
import json

from volte.catalogue.ports import Record
from volte.connectors.commerce.native import source


def _read(content: bytes) -> list[Record]:
    return list(source.NativeSource().records(file=io.BytesIO(content)))


def test_each_line_is_an_order() -> None:
    records = _read(b'\xef\xbb\xbf{"id": "1"}\n\n{"id": "2"}')
    assert [(record.first_line, record.document) for record in records] == [(1, {"id": "1"}), (3, {"id": "2"})]


def test_bad_lines_are_faults_and_the_next_is_read() -> None:
    bad = [
        (b"{", "document_not_json"),
        (b'{"id": NaN}', "document_not_json"),
        (b"[" * 100_000, "document_not_json"),
        (b'{"id": ' + b"9" * 5_000 + b"}", "document_not_json"),
        (b'{"id": "caf\xe9"}', "document_not_unicode"),
        (b"[1]", "document_not_an_object"),
        (b'{"id": "' + b"x" * source.MOST_BYTES + b'"}', "document_line_too_long"),
    ]
    records = _read(b"\n".join(line for line, _ in bad) + b'\n{"id": "last"}\n')
    assert [record.fault.reason.code for record in records if record.fault] == [code for _, code in bad]
    assert [record.fault.line for record in records if record.fault] == list(range(1, len(bad) + 1))
    assert records[-1].document == {"id": "last"} and records[-1].first_line == len(bad) + 1


def test_a_fault_of_the_document_is_named_as_the_document_does() -> None:
    record = _read(json.dumps({"id": "1"}).encode())[0]
    assert record.where(path="lines.0.quantity") == (1, "lines.0.quantity")
