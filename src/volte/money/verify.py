"""Do the rows and the books tell the same story? Everything is added up again from the smallest rows.

Asked inside an entered shop. An empty list means all is well.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection

from volte.kit.money import Money
from volte.money import derived
from volte.money.models import Credit, Entry, Refund
from volte.money.notes import checking
from volte.runtime import sql, tenancy

# How many ask at once where nothing else is to be done: a small server has two cores.
HANDS = 2


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two sums that should be equal and are not; or a thing that does not hold together, with both the same. `what` is
    a stable word, `where` says which thing: for an entry its id, kind, what caused it and the account."""

    what: str
    where: str
    books: Money
    rows: Money


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what did not add up."""

    entries: int
    refunds: int
    credits: int
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check found: the first discrepancies, and how many there are."""

    count: int
    first: tuple[Discrepancy, ...]


# Each check yields (where, currency, books, rows) for what differs. %(shop)s is the entered shop.
_ENTRIES = """
SELECT entry_id::text, currency, sum(amount), 0 FROM volte_money_posting WHERE shop_id = %(shop)s
 GROUP BY entry_id, currency HAVING sum(amount) <> 0
"""
_COMMITTED = """
SELECT coalesce(b.order_id, d.order_id)::text || ' ' || coalesce(b.payment, d.payment),
       coalesce(b.currency, d.currency), coalesce(b.committed, 0), coalesce(d.drawn, 0)
  FROM (SELECT * FROM volte_money_paymentbalance WHERE shop_id = %(shop)s) AS b
  FULL JOIN (SELECT p.order_id, p.currency, draw.key AS payment, sum(draw.value::bigint) AS drawn
               FROM volte_money_promise p, jsonb_each_text(p.draws) AS draw
              WHERE p.shop_id = %(shop)s GROUP BY p.order_id, p.currency, draw.key) AS d
    ON d.order_id = b.order_id AND d.payment = b.payment
 WHERE coalesce(b.committed, 0) <> coalesce(d.drawn, 0) OR b.currency <> d.currency
"""
_ABOVE = """
SELECT order_id::text || ' ' || payment, currency, committed + outside, captured FROM volte_money_paymentbalance
 WHERE shop_id = %(shop)s AND committed + outside > captured AND committed > 0
"""
# A refund of a checkout gives back a difference paid twice: no promise ever planned it.
_PROMISES = """
SELECT p.id::text, p.currency, p.amount, coalesce(r.sent, 0) + coalesce(c.kept, 0)
  FROM volte_money_promise p
  LEFT JOIN (SELECT promise_id, sum(amount) AS sent FROM volte_money_refund
              WHERE shop_id = %(shop)s AND payment NOT LIKE 'checkout:%%' AND status <> 'replaced' GROUP BY 1) AS r
    ON r.promise_id = p.id
  LEFT JOIN (SELECT promise_id, sum(base) AS kept FROM volte_money_credit WHERE shop_id = %(shop)s GROUP BY 1) AS c
    ON c.promise_id = p.id AND p.resolution = 'credit'
 WHERE p.shop_id = %(shop)s AND p.amount <> coalesce(r.sent, 0) + coalesce(c.kept, 0)
"""


def _account(account: str, rows: str) -> str:
    """The balance of an account (as what we owe) against rows of (currency, amount)."""
    return f"""
    SELECT '{account}', coalesce(b.currency, r.currency), coalesce(b.amount, 0), coalesce(r.amount, 0)
      FROM (SELECT currency, -sum(amount) AS amount FROM volte_money_posting
             WHERE shop_id = %(shop)s AND account = '{account}' GROUP BY 1) AS b
      FULL JOIN ({rows}) AS r ON r.currency = b.currency
     WHERE coalesce(b.amount, 0) <> coalesce(r.amount, 0)
    """  # noqa: S608  # both parts are written in this file


# The longest first: nobody waits for it at the end.
_CHECKS: dict[str, str] = {
    "entry_postings": derived.POSTINGS,
    "entry_unbalanced": _ENTRIES,
    "entry_about": derived.ABOUT,
    "entry_reversal": derived.REVERSALS,
    "credit_movement": derived.MOVEMENTS,
    "entry_number": derived.NUMBERS,
    "promise_outbound": derived.OUTBOUND,
    "refund_order": derived.ORDERS,
    "refund_payment": derived.DRAWN,
    "refund_carried": derived.CARRIED,
    "refund_on_credit": derived.ON_CREDIT,
    "page_paid": derived.PAGES,
    "exchange_sold": derived.SOLD,
    "difference_paid": derived.DIFFERENCES,
    "hold_taken": derived.HOLDS,
    "transfers_batched": derived.BATCHES,
    "payment_committed": _COMMITTED,
    "payment_above_captured": _ABOVE,
    "promise_without_means": _PROMISES,
    "credit_balance": derived.CREDITS_MOVED,
    "credit_books": derived.CREDITS_BOOKED,
    "refunds_payable": _account(
        "refunds_payable",
        "SELECT currency, sum(amount) AS amount FROM volte_money_refund"
        " WHERE shop_id = %(shop)s AND status NOT IN ('succeeded', 'replaced') GROUP BY 1",
    ),
    "gateway_paid": _account(
        "gateway_clearing",
        "SELECT currency, sum(amount) AS amount FROM volte_money_refund"
        " WHERE shop_id = %(shop)s AND status = 'succeeded' AND route = 'gateway' GROUP BY 1",
    ),
    "bank_paid": _account(
        "bank_clearing",
        "SELECT currency, sum(amount) AS amount FROM volte_money_refund"
        " WHERE shop_id = %(shop)s AND status = 'succeeded' AND route IN ('bank_transfer', 'by_hand') GROUP BY 1",
    ),
    "credit_liability": _account(
        "credit_liability",
        "SELECT currency, sum(balance - coalesce(bonus_left, 0)) AS amount FROM volte_money_credit"
        " WHERE shop_id = %(shop)s GROUP BY 1",
    ),
    "credit_bonus_liability": _account(
        "credit_bonus_liability",
        "SELECT currency, sum(bonus_left) AS amount FROM volte_money_credit"
        " WHERE shop_id = %(shop)s AND bonus_left IS NOT NULL GROUP BY 1",
    ),
    "customer_receivable": _account(
        "customer_receivable",
        "SELECT currency, -sum(due) AS amount FROM volte_money_promise"
        " WHERE shop_id = %(shop)s AND due_paid_at IS NULL AND due_given_at IS NULL"
        " AND given_up_at IS NULL GROUP BY 1",
    ),
}


_NOTES = "credit_notes"
CHECKS = (*_CHECKS, _NOTES)
"""The names of all checks, in the order in which they are made one by one."""


def check(what: str, *, most: int, memory: str) -> Checked:
    """One check alone, for whoever has all night: the first `most` of what it finds, and no more `memory` for a sum
    than given."""
    if what == _NOTES:
        found = [Discrepancy(*one) for one in checking.faults(told=lambda _: None)]
        return Checked(len(found), tuple(found[:most]))
    counted = f"SELECT *, count(*) OVER () FROM ({_CHECKS[what]}) AS found LIMIT {most:d}"  # noqa: S608  # our words
    rows = _rows(counted, memory=memory)
    return Checked(rows[0][-1] if rows else 0, tuple(_discrepancy(what, row) for row in rows))


def ledger(*, told: Callable[[str], None] = lambda check: None, hands: int = 1) -> Verified:
    """Add everything up again; `told` hears the name of each check as it starts.

    Each check is one statement and sees one moment of its own, so that several can be asked at once: `hands` above one
    are as many connections, which see what is committed.
    """
    if hands == 1:
        found = [one for what in _CHECKS for one in _differing(what, told)]
    else:
        with ThreadPoolExecutor(hands) as pool:
            asked = pool.map(partial(_elsewhere, tenancy.current(), told), _CHECKS)
            found = [one for each in asked for one in each]
    found += [Discrepancy(*one) for one in checking.faults(told=told)]
    return Verified(
        entries=Entry.objects.count(),
        refunds=Refund.objects.count(),
        credits=Credit.objects.count(),
        discrepancies=tuple(found),
    )


def _elsewhere(shop_id: UUID, told: Callable[[str], None], what: str) -> list[Discrepancy]:
    """The same in a thread of its own, on a connection it gives back."""
    try:
        with tenancy.entered(shop_id):
            return _differing(what, told)
    finally:
        connection.close()


def _differing(what: str, told: Callable[[str], None]) -> list[Discrepancy]:
    told(what)
    return [_discrepancy(what, row) for row in _rows(_CHECKS[what], memory="256MB")]


def _rows(statement: str, *, memory: str) -> list[tuple[Any, ...]]:
    # Sums over all postings of a shop: on disk they take twice as long, and nothing is found one by one.
    sql.run("SELECT set_config('work_mem', %s, true), set_config('random_page_cost', '4', true)", [memory])
    with connection.cursor() as cursor:
        cursor.execute(statement, {"shop": tenancy.current()})
        return list(cursor.fetchall())


def _discrepancy(what: str, row: tuple[Any, ...]) -> Discrepancy:
    where, currency, books, rows = row[:4]
    return Discrepancy(what, where, Money(int(books), currency), Money(int(rows), currency))
