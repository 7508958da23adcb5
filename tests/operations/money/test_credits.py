"""A store credit's life: base and bonus apart in row and books, called off, stopped, opened; and one from before."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.operations.money.conftest import back, eur, subject, wish
from tests.operations.money.test_promise import all_is_well
from volte.kit import time
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money import lasting, verify
from volte.money import operations as money
from volte.money.models import Credit, CreditStep, Entry, Posting
from volte.money.queries import CreditView
from volte.money.rules.credit import Terms
from volte.money.rules.purse import State
from volte.money.rules.standing import OrderMoney
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent


@pytest.fixture
def credit(owner: Actor, order: OrderMoney) -> CreditView:
    """A shirt of 25.00 and its way out kept as credit, with a tenth on top: 52.45 owed, 5.25 given."""
    made = money.promise_credit(
        by=owner, order=order, wish=wish(back("S", 1, 2)), subject=subject(), key="c1",
        bonuses={"itm": Rate.parse("10 %")}, terms=Terms(clock.now() + timedelta(days=10)),
    )  # fmt: skip
    return made.credits[0]


def _accounts(kind: str) -> dict[str, int]:
    entry = Entry.objects.filter(kind=kind).latest("id")
    return dict(Posting.objects.filter(entry=entry).values_list("account", "amount"))


def test_base_first_out_and_in_on_accounts_of_their_own(owner: Actor, credit: CreditView) -> None:
    assert (credit.base_left, credit.bonus_left) == (eur(5245), eur(525))
    spent = money.spend_credit(by=owner, code=credit.code, amount=eur(5345), key="k1")
    assert (spent.base_left, spent.bonus_left) == (eur(0), eur(425))
    with tenancy.entered(owner.shop_id):
        assert _accounts("credit_issued") == {
            "refunds_payable": 5245, "credit_bonus": 525, "credit_liability": -5245, "credit_bonus_liability": -525,
        }  # fmt: skip
        assert _accounts("credit_spent") == {
            "credit_liability": 5245, "credit_bonus_liability": 100, "credit_redeemed": -5345,
        }  # fmt: skip
        told = OutboxEvent.objects.get(kind="credit.spent").data
    assert (told["amount"], told["bonus"], told["balance"]) == (5345, 100, 425)
    assert all_is_well(owner)


def test_a_payment_called_off_is_back_whole_and_once(owner: Actor, credit: CreditView) -> None:
    money.spend_credit(by=owner, code=credit.code, amount=eur(5345), key="k1")
    for _ in range(2):
        left = money.unspend_credit(by=owner, code=credit.code, key="k1")
        assert (left.base_left, left.bonus_left) == (eur(5245), eur(525))
    # A checkout that asks again must not believe it was paid.
    with pytest.raises(Conflict, match="credit_key_reused"):
        money.spend_credit(by=owner, code=credit.code, amount=eur(5345), key="k1")
    with pytest.raises(NotFound, match="credit_spending_unknown"):
        money.unspend_credit(by=owner, code=credit.code, key="k2")
    assert all_is_well(owner)


def test_a_key_names_one_payment(owner: Actor, credit: CreditView) -> None:
    other = money.issue_credit(by=owner, amount=eur(700), subject=subject())
    money.spend_credit(by=owner, code=credit.code, amount=eur(100), key="k1")
    for code, amount in ((credit.code, eur(101)), (other.code, eur(100))):
        with pytest.raises(Conflict, match="credit_key_reused"):
            money.spend_credit(by=owner, code=code, amount=amount, key="k1")
    with pytest.raises(NotFound, match="credit_spending_unknown"):
        money.unspend_credit(by=owner, code=other.code, key="k1")
    with pytest.raises(Invalid, match="credit_currency"):
        money.spend_credit(by=owner, code=credit.code, amount=Money(100, "USD"), key="k2")


def test_stopped_it_is_worth_nothing_and_its_time_stands_still(owner: Actor, credit: CreditView) -> None:
    with pytest.raises(Invalid, match="credit_why_missing"):
        money.block_credit(by=owner, credit_id=credit.id, why=" ")
    stopped = money.block_credit(by=owner, credit_id=credit.id, why="The mail was forwarded to strangers")
    assert (stopped.state, stopped.usable, stopped.balance) == (State.BLOCKED, eur(0), credit.balance)
    with pytest.raises(Conflict, match="credit_blocked"):
        money.spend_credit(by=owner, code=credit.code, amount=eur(1), key="k1")
    with pytest.raises(Conflict, match="credit_blocked"):
        money.block_credit(by=owner, credit_id=credit.id, why="again")
    assert credit.expires_at is not None
    with clock.at(clock.now() + timedelta(days=30)):
        opened = money.unblock_credit(by=owner, credit_id=credit.id)
        assert opened.state is State.ACTIVE and opened.expires_at is not None
        assert timedelta(days=30) <= opened.expires_at - credit.expires_at < timedelta(days=30, minutes=1)
        with pytest.raises(Conflict, match="credit_not_blocked"):
            money.unblock_credit(by=owner, credit_id=credit.id)
    with tenancy.entered(owner.shop_id):
        steps = list(CreditStep.objects.order_by("id").values_list("kind", "why", "actor_name"))
    assert steps == [("blocked", "The mail was forwarded to strangers", owner.name), ("unblocked", "", owner.name)]


def test_one_from_before_the_two_were_kept_apart_counts_as_owed(owner: Actor, credit: CreditView) -> None:
    """As 0.1.0 wrote it: one account, one amount."""
    with tenancy.entered(owner.shop_id):
        entry = Entry.objects.get(kind="credit_issued")
        _as_owner(
            f"UPDATE volte_money_credit SET bonus_left = NULL WHERE id = '{credit.id}'",
            f"UPDATE volte_money_creditmovement SET bonus = 0 WHERE credit_id = '{credit.id}'",
            f"DELETE FROM volte_money_posting WHERE entry_id = '{entry.id}' AND account = 'credit_bonus_liability'",
            f"UPDATE volte_money_posting SET amount = -5770 WHERE entry_id = '{entry.id}' AND amount = -5245",
        )
    spent = money.spend_credit(by=owner, code=credit.code, amount=eur(5600), key="k1")
    assert (spent.base_left, spent.bonus_left) == (eur(170), eur(0))
    money.unspend_credit(by=owner, code=credit.code, key="k1")
    assert all_is_well(owner)


def _as_owner(*statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE; SET LOCAL session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin; SET LOCAL ROLE volte_app")


@pytest.mark.parametrize(
    "change",
    [
        {"bonus_left": 526},
        {"bonus_left": -1},
        {"balance": 5771},
        {"balance": 5770, "bonus_left": 524},
        {"bonus_lapsed": 1},
        {"base_lapsed": 1},
    ],
)
def test_the_database_keeps_both_within_their_bounds(owner: Actor, credit: CreditView, change: dict[str, int]) -> None:
    with tenancy.entered(owner.shop_id), pytest.raises(IntegrityError), transaction.atomic():
        Credit.objects.filter(id=credit.id).update(**change)


def test_a_gift_turned_into_money_is_found(owner: Actor, credit: CreditView) -> None:
    """The sum is right and the split is not: the row, the movements and the books each know it."""
    money.spend_credit(by=owner, code=credit.code, amount=eur(100), key="k1")
    with tenancy.entered(owner.shop_id):
        Credit.objects.filter(id=credit.id).update(bonus_left=500)
        found = {one.what: one for one in verify.ledger().discrepancies}
        assert set(found) == {"credit_balance", "credit_books", "credit_liability", "credit_bonus_liability"}
        transaction.set_rollback(True)
    assert all_is_well(owner)


@pytest.mark.parametrize(("country", "months"), [("FR", 24), ("", 24), ("US", None), ("CA", None)])
def test_terms_are_the_shops_unless_the_law_lasts_longer(owner: Actor, country: str, months: int | None) -> None:
    with tenancy.entered(owner.shop_id):
        found = lasting.terms(shop_id=owner.shop_id, country=country)
    day = time.add_months(time.local_date(clock.now(), "Europe/Paris"), 24)
    ends = time.end_of(day, "Europe/Paris")
    assert found == (Terms(ends, None) if months else Terms(None, ends))


def test_what_nobody_knows_is_refused(owner: Actor) -> None:
    for call in (money.block_credit, money.unblock_credit):
        with pytest.raises(NotFound, match="credit_unknown"):
            call(by=owner, credit_id=uuid4(), why="x")


def test_what_ends_is_told_of_and_then_written_off_once(owner: Actor, order: OrderMoney) -> None:
    now = clock.now()
    terms = Terms(now + timedelta(days=90), now + timedelta(days=40))
    made = money.promise_credit(
        by=owner, order=order, wish=wish(back("S", 1, 2)), subject=subject(), key="c1",
        bonuses={"itm": Rate.parse("10 %")}, terms=terms,
    )  # fmt: skip
    (credit,) = made.credits
    seen = [_after(owner, now + timedelta(days=day)) for day in (1, 11, 11, 39, 40, 40, 61, 90, 91)]
    assert seen == [
        [],
        [("credit.lapsing", 525, 525)],
        [],
        [],
        [("credit.lapsed", 525, 525)],
        [],
        [("credit.lapsing", 5245, 0)],
        [("credit.lapsed", 5245, 0)],
        [],
    ]
    with tenancy.entered(owner.shop_id):
        assert _accounts("credit_lapsed") == {"credit_liability": 5245, "credit_lapsed": -5245}
    with clock.at(now + timedelta(days=91)):
        with pytest.raises(Conflict, match="credit_expired"):
            money.spend_credit(by=owner, code=credit.code, amount=eur(1), key="k1")
        assert all_is_well(owner)


def test_nothing_ends_while_nobody_can_spend_it(owner: Actor, credit: CreditView) -> None:
    money.block_credit(by=owner, credit_id=credit.id, why="asked to")
    assert _after(owner, clock.now() + timedelta(days=20)) == []


def _after(by: Actor, moment: datetime) -> list[tuple[str, int, int]]:
    """What the sweep of that moment announces."""
    with tenancy.entered(by.shop_id):
        before = set(OutboxEvent.objects.values_list("id", flat=True))
    with clock.at(moment):
        money.sweep_credits(by=by)
    with tenancy.entered(by.shop_id):
        rows = OutboxEvent.objects.exclude(id__in=before).order_by("id")
        return [(row.kind, row.data["amount"], row.data["bonus"]) for row in rows]
