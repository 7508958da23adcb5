"""The store credits of a shop for people who look after its money: a list, and what happened to one. Codes stay
masked: whoever holds one may spend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money import queries
from volte.money.models import Credit, CreditMovement, CreditStep, Posting
from volte.money.queries import CreditView
from volte.money.rules.ledger import Account

ENDING = 4


@dataclass(frozen=True, slots=True)
class Booked:
    """One posting of a movement; debits positive."""

    account: Account
    amount: Money

    @property
    def words(self) -> str:
        return f"money-account-{self.account.value.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened: value moved (`kind` as its entry, with what is left after it), or a person stopped or
    opened the credit, and why. `key` is the checkout's name of a payment."""

    kind: str
    at: datetime
    base: Money | None = None
    bonus: Money | None = None
    left: Money | None = None
    key: str = ""
    postings: tuple[Booked, ...] = ()
    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    view: CreditView
    told: tuple[Told, ...]


_KINDS = {"issue": "issued", "spend": "spent", "unspend": "unspent", "refill": "refilled", "lapse": "lapsed"}


def ending(view: CreditView) -> str:
    """The last characters of the code: enough to find it by."""
    return view.code[-ENDING:]


def credits(*, limit: int, before: UUID | None = None, code_ends: str = "") -> tuple[CreditView, ...]:
    """Newest first, from behind `before`; with `code_ends` those whose code ends so."""
    rows = Credit.objects.order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    if code_ends:
        rows = rows.filter(code__endswith=code_ends)
    return tuple(queries.credit_view(row=row) for row in rows[:limit])


def story(*, credit_id: UUID) -> Story:
    """One credit from its issue on; refuses `credit_unknown`."""
    row = Credit.objects.filter(id=credit_id).first()
    if row is None:
        raise NotFound("credit_unknown")
    told = [*_moves(row), *_steps(row)]
    return Story(queries.credit_view(row=row), tuple(sorted(told, key=lambda one: one.at)))


def _moves(row: Credit) -> Iterator[Told]:
    movements = list(CreditMovement.objects.filter(credit=row).order_by("id"))
    postings: dict[UUID, list[Booked]] = {}
    for one in Posting.objects.filter(entry_id__in=[each.entry_id for each in movements]).order_by("id"):
        booked = Booked(Account(one.account), Money(one.amount, one.currency))
        postings.setdefault(one.entry_id, []).append(booked)
    left = 0
    for each in movements:
        left += each.amount
        word, _, rest = each.key.partition(":")
        yield Told(
            kind="given" if word == "issue" and row.promise_id is None else _KINDS[word],
            at=each.at,
            base=Money(each.amount - each.bonus, row.currency),
            bonus=Money(each.bonus, row.currency),
            left=Money(left, row.currency),
            key=rest if word in ("spend", "unspend") else "",
            postings=tuple(postings.get(each.entry_id, ())),
        )


def _steps(row: Credit) -> Iterator[Told]:
    for one in CreditStep.objects.filter(credit=row).order_by("id"):
        yield Told(kind=one.kind, at=one.at, who=one.actor_name, why=one.why)
