"""The books as files: every posting as CSV, and the closed days as a French accountant reads them in. Asked inside an
entered shop. Never writes."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from volte.kit import ids, time
from volte.kit.errors import Conflict, Invalid
from volte.money.models import Closing
from volte.money.rules import fec
from volte.money.rules.ledger import TAKEN_BACK, Account
from volte.runtime import late, shop_settings, sql, tenancy, texts

# What an auditor may ask for, by what the entry is about: the number of a return, say. Ids without one stay away.
Pieces = Callable[[Sequence[UUID]], Mapping[UUID, str]]
_POSTINGS = """
SELECT n.number, e.id, e.at, e.kind, p.account, p.rates, p.amount, p.currency, e.reverses_id,
       coalesce(pr.subject_id, r.subject_id, c.subject_id), closing.closed_at
  FROM volte_money_entry e
  JOIN volte_money_posting p ON p.entry_id = e.id
  LEFT JOIN volte_money_entrynumber n ON n.entry_id = e.id
  LEFT JOIN volte_money_closing closing ON closing.id = n.closing_id
  LEFT JOIN volte_money_promise pr ON pr.id = e.promise_id
  LEFT JOIN volte_money_refund r ON r.id = e.refund_id
  LEFT JOIN volte_money_credit c ON c.id = e.credit_id
 WHERE e.shop_id = %s AND e.at >= %s AND e.at < %s
 ORDER BY n.number NULLS LAST, e.at, e.id, p.id
"""


def as_csv(*, since: date, until: date, pieces: Pieces) -> str:
    """Every posting of these days (both included), amounts in minor units, debits positive; `number` once closed."""
    rows = _rows(since, until)
    known = pieces([row[9] for row in rows if row[9]])
    out = io.StringIO()
    written = csv.writer(out)
    written.writerow(["number", "entry", "at", "kind", "account", "rates", "amount", "currency", "reverses", "about"])
    for number, entry, at, kind, account, rates, amount, currency, reverses, subject, _ in rows:
        taken = "" if reverses is None else ids.public("ent", reverses)
        about = known.get(subject, "")
        cells = [number or "", ids.public("ent", entry), at.isoformat(), kind, account, rates, amount, currency, taken]
        written.writerow([*cells, about])
    return out.getvalue()


def as_fec(*, since: date, until: date, pieces: Pieces) -> tuple[str, str]:
    """File name and content for closed days (both included), ordered by number.

    Refuses `fec_needs_company` without a number of the French register, `fec_day_open` where a day is not closed yet,
    and `fec_other_currency`: French books are kept in euros, and the rate of another currency is not ours to say.
    """
    settings = shop_settings.of_shop(tenancy.current())
    if settings.entity is None or not settings.entity.siren:
        raise Invalid("fec_needs_company")
    end = time.end_of(until, settings.timezone)
    if not Closing.objects.filter(until__gte=end).exists():
        raise Conflict("fec_day_open", day=until)
    rows = _rows(since, until)
    foreign = sorted({row[7] for row in rows} - {fec.CURRENCY})
    if foreign:
        raise Conflict("fec_other_currency", currency=", ".join(foreign))
    numbers = {**fec.NUMBERS, **{Account(name): number for name, number in settings.money.accounts.items()}}
    known = pieces([row[9] for row in rows if row[9]])
    lines = [fec.line(row=row, numbers=numbers) for row in _fec_rows(rows, known, settings.timezone)]
    name = fec.file_name(siren=settings.entity.siren, until=until)
    return name, "\r\n".join([fec.header(), *lines, ""])


def _fec_rows(rows: Iterable[tuple], pieces: Mapping[UUID, str], zone: str) -> Iterable[fec.Row]:  # type: ignore[type-arg]
    for number, entry, at, kind, account, rates, amount, _, _, subject, closed_at in rows:
        name = texts.say(f"money-account-{account.replace('_', '-')}", "fr")
        yield fec.Row(
            number=number,
            on=time.local_date(at, zone),
            closed_on=time.local_date(closed_at, zone),
            account=Account(account),
            account_name=f"{name} {rates}".strip(),
            piece=pieces.get(subject, ids.public("ent", entry)),
            words=_words(kind),
            amount=amount,
        )


def _words(kind: str) -> str:
    known = texts.say(f"money-entry-{kind.removesuffix(TAKEN_BACK).replace('_', '-')}", "fr")
    return texts.say("money-entry-taken-back", "fr", entry=known) if kind.endswith(TAKEN_BACK) else known


def _rows(since: date, until: date) -> list[tuple]:  # type: ignore[type-arg]
    if since > until:
        raise Invalid("days_out_of_order")
    late.write()
    zone = shop_settings.of_shop(tenancy.current()).timezone
    span = (time.start_of(since, zone), time.end_of(until, zone))
    return list(sql.run(_POSTINGS, [tenancy.current(), *span]).fetchall())
