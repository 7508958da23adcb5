"""What people wrote beside an amount is erased. Amounts, dates and payments stay: books are kept as the law says."""

from collections.abc import Sequence
from uuid import UUID

from volte.money.models import BankAccount, Checkout, CreditStep, Hold, Refund, TransferBatch
from volte.money.rules.holding import ALIVE
from volte.money.rules.outcomes import Paying
from volte.money.rules.transfer import Batched
from volte.runtime import sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

_GONE = "…"
# The reason of a gesture is a person's own sentence; what kind of line it was and how much stays.
_BLANK = """
UPDATE volte_money_promise SET lines = (
    SELECT jsonb_agg(CASE WHEN line->'reason'->'params' ? 'why'
        THEN jsonb_set(line, '{reason,params,why}', '"…"') ELSE line END ORDER BY place)
    FROM jsonb_array_elements(lines) WITH ORDINALITY AS all_lines(line, place))
 WHERE shop_id = %s AND subject_id = ANY(%s) AND lines::text LIKE %s
"""
_UNDER_WAY = """
SELECT DISTINCT subject_id FROM volte_money_refund
 WHERE shop_id = %s AND subject_id = ANY(%s) AND status NOT IN ('succeeded', 'replaced')
 UNION SELECT subject_id FROM volte_money_hold
 WHERE shop_id = %s AND subject_id = ANY(%s) AND status IN ('asked', 'held', 'releasing', 'taking')
"""
_KEPT = """
SELECT (SELECT count(*) FROM volte_money_refund WHERE shop_id = %s AND order_id = ANY(%s)),
       (SELECT count(*) FROM volte_money_credit WHERE shop_id = %s AND subject_id = ANY(%s)),
       (SELECT count(*) FROM volte_money_credit WHERE shop_id = %s AND subject_id = ANY(%s) AND balance > 0),
       (SELECT count(*) FROM volte_money_entry e JOIN volte_money_promise p ON p.id = e.promise_id
         WHERE e.shop_id = %s AND p.subject_id = ANY(%s))
"""


@operation(Permission.PRIVACY_ERASE)
def forget_words(*, by: Actor, subject_ids: Sequence[UUID]) -> int:
    """Sentences of people in promises, bank accounts, and the addresses of payment pages that are over; in how many
    promises."""
    wanted = list(subject_ids)
    files = TransferBatch.objects.filter(id__in=Refund.objects.filter(subject_id__in=wanted).values("batch_id"))
    # Held, so that a file that closes meanwhile is erased by whoever comes second.
    held = {row.id: row.status for row in files.select_for_update().order_by("id")}
    BankAccount.objects.filter(refund__subject_id__in=wanted).delete()
    CreditStep.objects.filter(credit__subject_id__in=wanted).exclude(why="").update(why=_GONE)
    # The bank has still to read an open one: it is erased when it closes (`transfers.making`).
    done = [id_ for id_, status in held.items() if status != Batched.MADE.value]
    TransferBatch.objects.filter(id__in=done).update(sealed="")
    over = Checkout.objects.filter(promise__subject_id__in=wanted).exclude(status=Paying.OPEN.value)
    over.update(url="", visit={})
    alive = [status.value for status in ALIVE]
    Hold.objects.filter(subject_id__in=wanted).exclude(status__in=alive).update(url="", visit={})
    return sql.run(_BLANK, [tenancy.current(), wanted, '%"why"%']).rowcount


def subjects_under_way(*, subject_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Of which of these a refund has not arrived yet, or a card holds money."""
    found = sql.run(_UNDER_WAY, [tenancy.current(), list(subject_ids)] * 2).fetchall()
    return frozenset(row[0] for row in found)


def books_of(*, order_ids: Sequence[UUID], subject_ids: Sequence[UUID]) -> dict[str, int]:
    """What the books hold about these: refunds, store credits, those with a balance, entries of the ledger."""
    shop, orders, subjects = tenancy.current(), list(order_ids), list(subject_ids)
    given = [shop, orders, shop, subjects, shop, subjects, shop, subjects]
    refunds, credits, credits_open, entries = sql.run(_KEPT, given).fetchone()
    return {"refunds": refunds, "credits": credits, "credits_open": credits_open, "entries": entries}
