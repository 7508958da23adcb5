"""The file becomes rows: every cell of the type we need, or a fault that names line, column and what was found.

DuckDB reads Parquet and CSV alike; a cell that cannot be read costs its row, a column that is missing or never
readable refuses the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from volte.catalogue.ports import Fault
from volte.kit.errors import Invalid
from volte.kit.text import message

if TYPE_CHECKING:
    import duckdb

# Ours -> the names the table goes by; "Online Retail II" of the same authors calls three of them otherwise.
COLUMNS = {
    "invoice": ("InvoiceNo", "Invoice"),
    "code": ("StockCode",),
    "title": ("Description",),
    "quantity": ("Quantity",),
    "at": ("InvoiceDate",),
    "price": ("UnitPrice", "Price"),
    "customer": ("CustomerID", "Customer ID"),
    "country": ("Country",),
}
_MAY_BE_EMPTY = {"title", "customer", "country"}
_DATES = ("%m/%d/%Y %H:%M", "%m/%d/%y %H:%M", "%d/%m/%Y %H:%M", "%d.%m.%Y %H:%M")
_AT = "COALESCE(TRY_CAST({0} AS TIMESTAMP), TRY_STRPTIME(CAST({0} AS VARCHAR), {dates}))"
_WHOLE = "TRY_CAST(TRY_CAST({0} AS DOUBLE) AS INTEGER)"
# Nothing here may fail for a cell nobody expected: what cannot be read is NULL. The limits are far above any sale, and
# low enough that no amount made of them overflows.
_READ = {
    # It becomes the number of an order and of returns, which stand in addresses and names of files.
    "invoice": "CASE WHEN regexp_full_match(trim(CAST({0} AS VARCHAR)), '[A-Za-z0-9][A-Za-z0-9._-]*') "
    "THEN trim(CAST({0} AS VARCHAR)) END",
    "code": "NULLIF(trim(CAST({0} AS VARCHAR)), '')",
    # PostgreSQL keeps no text with a NUL in it.
    "title": "COALESCE(trim(replace(CAST({0} AS VARCHAR), chr(0), '')), '')",
    "quantity": f"CASE WHEN TRY_CAST({{0}} AS DOUBLE) = {_WHOLE} AND abs({_WHOLE}) <= 10000000 THEN {_WHOLE} END",
    "at": f"CASE WHEN {_AT} BETWEEN TIMESTAMP '1970-01-02' AND TIMESTAMP '2200-01-01' THEN {_AT} END",
    # Ten-thousandths: a price is exact, and one finer than a penny can be told.
    "price": "CAST(TRY_CAST({0} AS DECIMAL(10, 4)) * 10000 AS BIGINT)",
    "customer": "COALESCE(CAST(TRY_CAST(TRY_CAST({0} AS DOUBLE) AS BIGINT) AS VARCHAR), "
    "NULLIF(trim(CAST({0} AS VARCHAR)), 'nan'), '')",
    "country": "COALESCE(trim(CAST({0} AS VARCHAR)), '')",
}
_MOST_FAULTS = 1_000


class Row(NamedTuple):
    """A line of the table. `row` is the line of the file, `price` ten-thousandths of a pound, `at` London's clock."""

    row: int
    invoice: str
    code: str
    title: str
    quantity: int
    at: datetime
    price: int
    customer: str
    country: str


@dataclass(frozen=True, slots=True)
class Table:
    """What could be read, in the order of the file; `faults` of the rest (the first thousand), `refused` how many."""

    rows: list[Row]
    faults: tuple[Fault, ...]
    refused: int


def read(*, path: Path) -> Table:
    """The rows of a Parquet or CSV file. Refuses `import_not_readable`, `import_header`, `import_no_rows`,
    `import_column`."""
    # A tenth of a second which only this import shall pay.
    import duckdb  # noqa: PLC0415

    with duckdb.connect(config={"threads": 2}) as database:
        try:
            names = _open(database, path)
            _typed(database, names)
        except duckdb.Error as error:
            raise Invalid("import_not_readable", file=path.name, reason=str(error).splitlines()[0][:200]) from error
        total, good = _counts(database)
        if not total:
            raise Invalid("import_no_rows", file=path.name)
        _all_readable(database, names, good)
        broken = " OR ".join(f"{_quoted(name)} IS NULL" for name in _needed())
        rows = database.execute(f"SELECT * FROM typed WHERE NOT ({broken}) ORDER BY row").fetchall()  # noqa: S608  # our own names
        return Table([Row._make(row) for row in rows], _faults(database, names, broken), total - len(rows))


def _open(database: "duckdb.DuckDBPyConnection", path: Path) -> dict[str, str]:
    """Make the view `raw`, its rows numbered as lines of the file; our names of columns -> the file's own."""
    if path.suffix.lower() == ".parquet":
        source, first_line = f"read_parquet({_written(path)})", 1
    else:
        encoding = "utf-8" if _is_unicode(path) else "latin-1"
        source, first_line = (
            f"read_csv({_written(path)}, all_varchar = true, header = true, encoding = '{encoding}')",
            2,
        )
    numbered = f"SELECT row_number() OVER () + {first_line - 1} AS volte_row, * FROM {source}"  # noqa: S608
    database.execute(f"CREATE VIEW raw AS {numbered}")
    found = [row[0] for row in database.execute("DESCRIBE raw").fetchall()]
    plain = {_plain(name): name for name in found}
    names = {
        ours: next((plain[_plain(each)] for each in theirs if _plain(each) in plain), "")
        for ours, theirs in COLUMNS.items()
    }
    missing = [theirs[0] for ours, theirs in COLUMNS.items() if not names[ours]]
    if missing:
        raise Invalid("import_header", missing=", ".join(missing))
    return names


def _written(path: Path) -> str:
    """A path as SQL: views take no parameters."""
    return "'" + str(path).replace("'", "''") + "'"


def _plain(name: str) -> str:
    return name.replace(" ", "").replace("_", "").casefold()


def _is_unicode(path: Path) -> bool:
    """Spreadsheets still write CSV in the code page of 1990; the table has pound signs and accents."""
    with path.open("rb") as file:
        try:
            for line in file:
                line.decode("utf-8")
        except UnicodeDecodeError:
            return False
    return True


def _typed(database: "duckdb.DuckDBPyConnection", names: dict[str, str]) -> None:
    dates = "[" + ", ".join(f"'{written}'" for written in _DATES) + "]"
    columns = ", ".join(
        f"{_READ[ours].format(_quoted(theirs), dates=dates)} AS {_quoted(ours)}" for ours, theirs in names.items()
    )
    database.execute(f"CREATE TABLE typed AS SELECT volte_row AS row, {columns} FROM raw")  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _needed() -> list[str]:
    return [name for name in COLUMNS if name not in _MAY_BE_EMPTY]


def _counts(database: "duckdb.DuckDBPyConnection") -> tuple[int, dict[str, int]]:
    """Rows in all, and in how many of them each column we need can be read."""
    needed = _needed()
    each = ", ".join(f"count({_quoted(name)})" for name in needed)
    counted = database.execute(f"SELECT count(*), {each} FROM typed").fetchone()  # noqa: S608  # our own names
    assert counted is not None
    return counted[0], dict(zip(needed, counted[1:], strict=True))


def _all_readable(database: "duckdb.DuckDBPyConnection", names: dict[str, str], good: dict[str, int]) -> None:
    """A column of which nothing can be read is a wrong file, not a million wrong rows."""
    for name, count in good.items():
        if not count:
            example = database.execute(f"SELECT CAST({_quoted(names[name])} AS VARCHAR) FROM raw LIMIT 1").fetchone()  # noqa: S608
            raise Invalid("import_column", column=names[name], found=str(example[0] if example else "")[:60])


def _faults(database: "duckdb.DuckDBPyConnection", names: dict[str, str], broken: str) -> tuple[Fault, ...]:
    """The first column of each unreadable row that is to blame."""
    blame = " ".join(f"WHEN {_quoted(name)} IS NULL THEN '{name}'" for name in _needed())
    query = f"SELECT row, CASE {blame} END FROM typed WHERE {broken} ORDER BY row LIMIT {_MOST_FAULTS}"  # noqa: S608
    found: Sequence[tuple[int, str]] = database.execute(query).fetchall()
    return tuple(Fault(row, names[ours], message(f"history_{ours}_unreadable")) for row, ours in found)
