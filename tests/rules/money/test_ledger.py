"""docs/algorithms/ledger.md: the chart of accounts, and the worked history."""

import re
from collections.abc import Iterable

from tests.rules.money import tables
from tests.rules.money.test_refund import eur
from volte.kit.text import message
from volte.money.rules import posting
from volte.money.rules.document import lines_read
from volte.money.rules.ledger import Account, Entry, What
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.tenders import Route


def test_every_kind_of_entry_and_every_account_is_explained() -> None:
    rows = tables.rows("ledger.md", first_column="entry")
    assert {row["entry"] for row in rows} == {what.value for what in What}
    named = {
        name
        for row in rows
        for side in ("debit", "credit")
        for name in re.findall(r"(\w+_\w+|tax|goodwill)", row[side])
    }
    assert {account.value for account in Account} <= named


def test_the_worked_history() -> None:
    rows = tables.rows("ledger.md", first_column="step")
    card, by_bank = (posting.paid_out(amount=eur(4500), route=route) for route in (Route.GATEWAY, Route.BANK_TRANSFER))
    assert card is not None
    assert by_bank is not None
    made = [_promised(), card, card.reversed(), by_bank]
    assert [_row(entry, list(rows[0])[1:]) for entry in made] == [list(row.values()) for row in rows]


def _promised() -> Entry:
    reason = message("money-line-items", title="Dress", count=1)
    line = {
        "kind": LineKind.ITEMS.value,
        "amount": 4500,
        "tax": 750,
        "currency": "EUR",
        "reference": "itm",
        "line": "l1",
    }
    line |= {"positions": [1], "reason": {"code": reason.code, "params": dict(reason.params)}}
    entry = posting.promised(plan=RefundPlan("EUR", lines_read(written=[line]), {}))
    assert entry is not None
    return entry


def _row(entry: Entry, accounts: Iterable[str]) -> list[str]:
    sums = {each.account.value: each.amount.amount for each in entry.postings}
    return [entry.kind, *(str(sums.get(account, 0)) for account in accounts)]
