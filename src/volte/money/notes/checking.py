"""Do the credit notes tell the same story as the promises? Their part of `volte ledger verify`."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from volte.kit.money import Money
from volte.money.notes import queries
from volte.runtime import clock, sql, tenancy

# By then the reaction, and the hourly sweep behind it, had their chance.
_LATE = timedelta(hours=2)
_MOST = 1000
# XXX is no currency: these are numbers of notes.
_NUMBERS = "XXX"
_SERIES = """
SELECT s.prefix || '-' || s.year, s.last, count(n.id), coalesce(max(n.place), 0), coalesce(min(n.place), 1)
  FROM volte_money_creditnoteseries s LEFT JOIN volte_money_creditnote n ON n.series_id = s.id
 WHERE s.shop_id = %s GROUP BY s.id
HAVING s.last <> count(n.id) OR s.last <> coalesce(max(n.place), 0) OR coalesce(min(n.place), 1) <> 1
"""
_TOTALS = """
SELECT n.number, n.currency, n.net + n.tax, p.total, n.tax, p.tax FROM volte_money_creditnote n
  JOIN LATERAL (SELECT coalesce(sum((line->>'amount')::bigint), 0) AS total,
                       coalesce(sum((line->>'tax')::bigint), 0) AS tax
                  FROM volte_money_promise p, jsonb_array_elements(p.lines) line WHERE p.id = n.promise_id) p ON true
 WHERE n.shop_id = %s AND (n.net + n.tax <> p.total OR n.tax <> p.tax)
"""
_WRITTEN = """
SELECT n.number, n.currency, n.net + n.tax, r.total, n.tax, r.tax FROM volte_money_creditnote n
  JOIN LATERAL (SELECT coalesce(sum((line->>'net')::bigint + (line->>'tax')::bigint), 0) AS total,
                       coalesce(sum((line->>'tax')::bigint), 0) AS tax
                  FROM jsonb_array_elements(n.document->'rows') line) r ON true
 WHERE n.shop_id = %s AND (n.net + n.tax <> r.total OR n.tax <> r.tax)
"""
_DAYS = """
SELECT number FROM (SELECT number, issued_on, lag(issued_on) OVER (PARTITION BY series_id ORDER BY place) AS before
                      FROM volte_money_creditnote WHERE shop_id = %s) n WHERE n.issued_on < n.before
"""
Fault = tuple[str, str, Money, Money]
KINDS = ("credit_note_numbers", "credit_note_days", "credit_note_total", "credit_note_rows", "credit_note_missing")
"""What `faults` may find."""


def faults(*, told: Callable[[str], None]) -> Iterator[Fault]:
    """What, where, and two sums that should be equal: no gap in the numbers, notes equal to plans, none missing."""
    shop = [tenancy.current()]
    told("credit_note_numbers")
    for where, last, count, most, _ in sql.run(_SERIES, shop).fetchall():
        yield "credit_note_numbers", where, Money(last, _NUMBERS), Money(count if count != last else most, _NUMBERS)
    told("credit_note_days")
    for (number,) in sql.run(_DAYS, shop).fetchall():
        yield "credit_note_days", number, Money(1, _NUMBERS), Money(0, _NUMBERS)
    for what, asked in (("credit_note_total", _TOTALS), ("credit_note_rows", _WRITTEN)):
        told(what)
        for number, currency, gross, total, tax, planned in sql.run(asked, shop).fetchall():
            sums = (gross, total) if gross != total else (tax, planned)
            yield what, number, Money(sums[0], currency), Money(sums[1], currency)
    told("credit_note_missing")
    before = clock.now() - _LATE
    for one in queries.waiting(most=_MOST):
        if one.why is None and one.promised_at < before:
            yield "credit_note_missing", str(one.promise_id), Money(0, one.amount.currency), one.amount
