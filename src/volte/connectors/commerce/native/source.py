"""Lines of JSON become orders; a line that is none becomes a fault, and the next one is read."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from volte.catalogue.ports import Fault, Record
from volte.kit.text import message

# An order of 5,000 lines with everything told is about 3 MB.
MOST_BYTES = 8 * 1024 * 1024


class NativeSource:
    """An OrderSource for NDJSON."""

    def records(self, *, file: BinaryIO) -> Iterator[Record]:
        number = 0
        while line := file.readline(MOST_BYTES + 1):
            number += 1
            if len(line) > MOST_BYTES:
                _skip_rest(file, line)
                yield _faulty(number, "document_line_too_long")
            elif line.strip():
                yield parse(line=line, number=number)


def parse(*, line: bytes, number: int) -> Record:
    """One line of the file; `number` counts from 1."""
    try:
        document = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        return _faulty(number, "document_not_unicode")
    except (ValueError, RecursionError):
        # Not JSON at all, or a number of thousands of digits, or thousands of brackets.
        return _faulty(number, "document_not_json")
    if not isinstance(document, dict):
        return _faulty(number, "document_not_an_object")
    return Record(number, number, document=document)


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


def _skip_rest(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(MOST_BYTES)


def _faulty(number: int, code: str) -> Record:
    return Record(number, number, fault=Fault(number, "", message(code)))
