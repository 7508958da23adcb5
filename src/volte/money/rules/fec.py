"""How do French tax auditors want the books? As the "fichier des écritures comptables" (article A47 A-1 of the Livre
des procédures fiscales): 18 columns in this order, tabs between them, dates as YYYYMMDD, amounts with a decimal comma.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from volte.money.rules.ledger import Account

COLUMNS = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)
JOURNAL = ("RET", "Retours et remboursements")
# The books of a French company are kept in euros.
CURRENCY = "EUR"
# By the general chart of accounts (PCG); a shop sets its own.
NUMBERS: Mapping[Account, str] = {
    Account.SALES_RETURNS: "707000",
    Account.TAX: "445710",
    Account.SHIPPING_RETURNED: "708500",
    Account.GOODWILL: "709700",
    Account.FEES_INCOME: "708800",
    Account.REFUNDS_PAYABLE: "419800",
    Account.GATEWAY_CLEARING: "511500",
    Account.BANK_CLEARING: "512000",
    Account.CREDIT_LIABILITY: "419700",
    Account.CREDIT_BONUS_LIABILITY: "419710",
    Account.CREDIT_BONUS: "709710",
    Account.CREDIT_LAPSED: "758800",
    Account.CREDIT_REDEEMED: "467000",
    Account.CUSTOMER_RECEIVABLE: "411000",
    Account.DIFFERENCES_PAID: "511510",
    Account.EXCHANGE_SALES: "707100",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One posting of a closed day. `amount` in cents, debits positive; `piece` is what an auditor asks for."""

    number: int
    on: date
    closed_on: date
    account: Account
    account_name: str
    piece: str
    words: str
    amount: int


def file_name(*, siren: str, until: date) -> str:
    """The name the text asks for: the company's number, FEC, the last day."""
    return f"{siren}FEC{until:%Y%m%d}.txt"


def header() -> str:
    return "\t".join(COLUMNS)


def line(*, row: Row, numbers: Mapping[Account, str]) -> str:
    day = f"{row.on:%Y%m%d}"
    cells = [
        *JOURNAL,
        str(row.number),
        day,
        numbers[row.account],
        row.account_name,
        "",
        "",
        row.piece,
        day,
        row.words,
        euros(cents=max(row.amount, 0)),
        euros(cents=max(-row.amount, 0)),
        "",
        "",
        f"{row.closed_on:%Y%m%d}",
        "",
        "",
    ]
    return "\t".join(_plain(cell) for cell in cells)


def euros(*, cents: int) -> str:
    """12,05 for 1205: no thousands apart, always two decimals."""
    return f"{cents // 100},{cents % 100:02d}"


def _plain(cell: str) -> str:
    """A tab or a line end inside a cell would move every column behind it."""
    return " ".join(cell.split())
