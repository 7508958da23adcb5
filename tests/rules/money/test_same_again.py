"""Replacements, repairs, exchanges, refunds and reduced prices in any order: never more than was paid goes back, and
what the same article is worth does not change."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_exchange_chain import ORDERS, RATES, Purchase, still_there, units_of
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules import exchange, reductions, taxes
from volte.money.rules.basis import Instead, OrderBasis, SoldLine
from volte.money.rules.standing import Earlier, OrderMoney, payments_of
from volte.money.rules.wish import RefundWish, UnitsBack

ACT = st.tuples(
    st.sampled_from(["same", "same", "swap", "refund"]),
    st.integers(0, 9),
    st.integers(1, 3),
    st.integers(0, 15_000),
    st.none() | st.sampled_from(RATES),
    st.booleans(),
)


def same_again(bought: Purchase, name: str, positions: tuple[int, ...]) -> None:
    """As `money.promise_in_kind` has it."""
    now = bought.now()
    line = now.paid.line(id=name)
    plan = exchange.in_kind(plan=now.plan(wish=RefundWish(units=(units_of(name, positions),))))
    given_before = now.before.reductions(name)
    worth = [reductions.left(line=line, reduced=given_before, position=one) for one in positions]
    assert sum(part.gross for part in worth) == plan.total().amount
    assert taxes.summed(worth) == plan.parts()
    bought.earlier.append(Earlier(plan.units, 0, None if now.frozen else bought.order.basis))
    listed = line.list_price.amount
    instead = tuple(
        Instead(*line.bought(position=one), part, listed) for one, part in zip(positions, worth, strict=True)
    )
    basis = bought.order.basis
    new = SoldLine(f"x{len(bought.earlier)}", len(instead), listed, instead=instead)
    bought.order = replace(bought.order, basis=replace(basis, lines=(*basis.lines, new)))


@given(basis=ORDERS, acts=st.lists(ACT, max_size=10))
def test_never_more_goes_back_than_was_paid(
    basis: OrderBasis, acts: list[tuple[str, int, int, int, taxes.Rates | None, bool]]
) -> None:
    bought = Purchase(OrderMoney(UUID(int=1), basis))
    (payment,) = payments_of(order=bought.order)
    first = bought.now().paid
    for act, which, count, price, rates, kept in acts:
        open_lines = still_there(bought)
        if not open_lines:
            break
        name = sorted(open_lines)[which % len(open_lines)]
        units = open_lines[name][:count]
        match act:
            case "same":
                same_again(bought, name, units)
            case "swap":
                bought.swap(name, units, price, rates, kept)
            case _:
                plan = bought.now().plan(wish=RefundWish(units=(units_of(name, units, outbound=True),)))
                bought.give_back(plan, plan.total())
        assert bought.back <= payment.captured.amount + bought.paid
        assert payments_of(order=bought.order) == (payment,), "nor does it change what the order cost"
    for name, units in still_there(bought).items():
        plan = bought.now().plan(wish=RefundWish(units=(units_of(name, units, outbound=True),)))
        bought.give_back(plan, plan.total())
    never_owed = first.shipping.gross.amount - first.outbound.gross.amount
    assert bought.back == payment.captured.amount + bought.paid - never_owed, "and in the end all that is owed"


def test_what_was_given_back_of_its_price_is_not_in_the_new_one() -> None:
    vat = (Rate.parse("20 %"),)
    bought = Purchase(OrderMoney(UUID(int=1), OrderBasis("EUR", (SoldLine("l1", 1, 4999, taxes=vat),))))
    bought.earlier.append(Earlier({}, 0, bought.order.basis, {"l1": {1: (1000,)}}))
    same_again(bought, "l1", (1,))
    new = bought.now().paid.line(id="x2")
    assert (new.paid.gross, new.paid.tax) == (Money(3999, "EUR"), Money(833 - 167, "EUR"))
    asked = RefundWish(units=(UnitsBack("x2", "x2", "x2", (1,), 1),))
    assert bought.now().plan(wish=asked).total() == Money(3999, "EUR")


def test_a_worked_chain_is_as_documented() -> None:
    rate = (Rate.parse("20 %"),)
    bought = Purchase(OrderMoney(UUID(int=1), OrderBasis("EUR", (SoldLine("l1", 1, 4999, discount=500, taxes=rate),))))
    name = "l1"
    for row in tables.rows("exchanges.md", first_column="done"):
        before = (bought.paid, bought.back)
        match row["done"]:
            case "exchanged":
                bought.swap(name, (1,), int(row["wanted"]), None, kept=True)
            case "sent back":
                plan = bought.now().plan(wish=RefundWish(units=(units_of(name, (1,)),)))
                bought.give_back(plan, plan.total())
            case _:
                same_again(bought, name, (1,))
        found = [bought.paid - before[0], bought.back - before[1]]
        left = [0, 0]
        if row["done"] != "sent back":
            name = f"x{len(bought.earlier)}"
            unit = bought.now().paid.line(id=name).units(positions=[1])
            left = [unit.gross.amount, unit.tax.amount]
        assert found + left == [int(row[each]) for each in ("pays", "gets back", "worth now", "tax in it")], row
