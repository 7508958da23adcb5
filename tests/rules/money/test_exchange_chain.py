"""However often units are exchanged: in the end goes back what was taken, less what was kept, tax by rate too."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.money import tables
from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.words import PaymentKind
from volte.money.rules import document, exchange, posting, taxes
from volte.money.rules.basis import Instead, OrderBasis, SoldLine, SoldShipping, free_positions
from volte.money.rules.exchange import Discount, Swap
from volte.money.rules.ledger import Account
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.standing import Earlier, OrderMoney, Standing, payments_of, standing
from volte.money.rules.tenders import Payment
from volte.money.rules.wish import RefundWish, UnitsBack

RATES = ((), (Rate.parse("20 %"),), (Rate.parse("5.5 %"),), (Rate.parse("5 %"), Rate.parse("9.975 %")))
EUR = "EUR"


@dataclass
class Purchase:
    """An order and what became of it, as promises would have it."""

    order: OrderMoney
    earlier: list[Earlier] = field(default_factory=list)
    committed: dict[str, Money] = field(default_factory=dict)
    back: int = 0
    paid: int = 0
    tax: Counter[Rate] = field(default_factory=Counter)

    def now(self) -> Standing:
        return standing(order=self.order, earlier=self.earlier, committed=self.committed)

    def give_back(self, plan: RefundPlan, amount: Money, difference: Payment | None = None) -> None:
        now = self.now()
        for share in now.split(amount=amount).shares:
            before = self.committed.get(share.payment.id, Money(0, EUR))
            self.committed[share.payment.id] = before + share.amount
        basis = None if now.frozen else document.basis_read(written=document.basis_written(basis=self.order.basis))
        self.earlier.append(Earlier(plan.units, plan.outbound().amount, basis, {}, difference))
        self.back += amount.amount
        self.tax.update(taxes.by_rate(plan.parts()))

    def swap(self, name: str, positions: tuple[int, ...], price: int, rates: taxes.Rates | None, kept: bool) -> None:
        now = self.now()
        line = now.paid.line(id=name)
        plan = now.plan(wish=RefundWish(units=(units_of(name, positions),)))
        assert not any(one.kind is LineKind.CEILING for one in plan.lines), "all of it was paid"
        swaps = [Swap(line.units(positions=[one]), line.list_price, Money(price, EUR), rates) for one in positions]
        rule = Discount.KEPT if kept else Discount.ENDS
        parts = exchange.sold_each(swaps=swaps, discount=rule)
        sale = exchange.sale_of(swaps=swaps, discount=rule)
        assert sum(part.gross for part in parts) == sale.gross.amount
        rise = sale.gross - plan.total()
        payment = Payment(f"d{len(self.earlier)}", PaymentKind.CARD, rise) if rise.amount > 0 else None
        self.give_back(plan, (-rise).at_least_zero(), payment)
        self.paid += max(rise.amount, 0)
        self.tax.subtract(taxes.by_rate(sale.parts))
        instead = tuple(
            Instead(*line.bought(position=one), part, price) for one, part in zip(positions, parts, strict=True)
        )
        written = document.instead_read(written=document.instead_written(units=instead))
        new = SoldLine(f"x{len(self.earlier)}", len(written), price, instead=written)
        basis = self.order.basis
        self.order = replace(self.order, basis=replace(basis, lines=(*basis.lines, new)))


def units_of(name: str, positions: tuple[int, ...], *, outbound: bool = False) -> UnitsBack:
    return UnitsBack(name, name, name, positions, len(positions), outbound, NOTHING)


LINES = st.builds(
    SoldLine,
    id=st.sampled_from("abc"),
    quantity=st.integers(1, 3),
    unit_price=st.integers(0, 9_999),
    discount=st.integers(0, 3_000),
    taxes=st.sampled_from(RATES),
    tax_included=st.booleans(),
)
ORDERS = st.builds(
    OrderBasis,
    currency=st.just(EUR),
    lines=st.lists(LINES, min_size=1, max_size=3, unique_by=lambda line: line.id).map(tuple),
    discounts=st.lists(st.integers(0, 2_000), max_size=2).map(tuple),
    shipping=st.builds(
        SoldShipping, st.integers(0, 900), st.none() | st.integers(0, 900), st.just(RATES[1]), st.booleans()
    ),
)
ACTS = st.tuples(
    st.integers(0, 9), st.integers(1, 2), st.integers(0, 15_000), st.none() | st.sampled_from(RATES), st.booleans()
)


@given(basis=ORDERS, acts=st.lists(ACTS, max_size=8), at_once=st.booleans(), named=st.booleans())
def test_a_chain_gives_back_what_was_taken_less_what_was_kept(
    basis: OrderBasis, acts: list[tuple[int, int, int, taxes.Rates | None, bool]], at_once: bool, named: bool
) -> None:
    bought = Purchase(OrderMoney(UUID(int=1), basis))
    (payment,) = payments_of(order=bought.order)
    if named:
        bought.order = replace(bought.order, payments=(payment,))
    first, doubts = bought.now().paid, bought.now().flags
    for which, count, price, rates, kept in acts:
        open_lines = still_there(bought)
        name = sorted(open_lines)[which % len(open_lines)]
        bought.swap(name, open_lines[name][:count], price, rates, kept)
        assert bought.now().flags == doubts, "an exchange makes no doubt about what was paid"
        assert payments_of(order=bought.order) == (payment,), "nor does it change what the order cost"
    left = still_there(bought)
    for group in [left] if at_once else [{name: units} for name, units in left.items()]:
        wish = RefundWish(units=tuple(units_of(name, units, outbound=True) for name, units in group.items()))
        plan = bought.now().plan(wish=wish)
        assert not any(one.kind is LineKind.CEILING for one in plan.lines)
        bought.give_back(plan, plan.total())
    kept_amount = first.shipping.gross.amount - first.outbound.gross.amount
    assert bought.back == payment.captured.amount + bought.paid - kept_amount
    assert bought.now().ceiling().amount == kept_amount
    sold = taxes.by_rate([*(part for line in first.lines for part in line.paid.parts), *first.outbound.parts])
    assert +bought.tax == +Counter(sold), "rate by rate, the tax of all sales came back, and of each once"


def still_there(bought: Purchase) -> dict[str, tuple[int, ...]]:
    now = bought.now()
    found = {
        line.id: free_positions(line=line, taken=now.before.of(line.id), quantity=line.kept) for line in now.paid.lines
    }
    return {name: units for name, units in found.items() if units}


def test_a_worked_chain_is_as_documented() -> None:
    """The table of docs/algorithms/exchanges.md: each step on the unit the step before sent."""
    table = tables.rows("exchanges.md", first_column="step")
    rate = Rate.parse("20 %")
    basis = OrderBasis(EUR, (SoldLine("l1", 1, 4999, discount=500, taxes=(rate,)),))
    bought = Purchase(OrderMoney(UUID(int=1), basis))
    name, taken = "l1", bought.now().paid.total().amount
    for row in table[1:-1]:
        before = (bought.back, bought.paid)
        bought.swap(name, (1,), int(row["wanted"]), None, kept=True)
        name = f"x{len(bought.earlier)}"
        unit = bought.now().paid.line(id=name).units(positions=[1])
        found = (bought.paid - before[1], bought.back - before[0], unit.gross.amount, unit.tax.amount)
        assert found == tuple(int(row[column]) for column in ("pays", "gets back", "worth now", "tax in it")), row
        taken += found[0]
    last = bought.now().plan(wish=RefundWish(units=(units_of(name, (1,)),)))
    told = table[-1]
    assert (last.total().amount, int(told["worth now"])) == (int(told["gets back"]), 0)
    assert bought.back + last.total().amount == taken == 4499 + bought.paid


def test_lines_of_before_read_as_they_were() -> None:
    written: Mapping[str, object] = document.basis_written(basis=OrderBasis(EUR, (SoldLine("a", 1, 100),)))
    assert "instead" not in str(written)
    assert document.basis_read(written=written).lines[0].instead == ()


def test_the_books_of_an_exchange_are_as_documented() -> None:
    rate = Rate.parse("20 %")
    bought = Purchase(OrderMoney(UUID(int=1), OrderBasis(EUR, (SoldLine("l1", 1, 4999, discount=500, taxes=(rate,)),))))
    line, plan = bought.now().paid.lines[0], plan_of(bought, "l1")
    sale = exchange.sale_of(swaps=[Swap(line.paid, line.list_price, Money(5499, EUR))], discount=Discount.KEPT)
    owed = exchange.difference(value=plan.total(), price=sale.gross)
    bought.swap("l1", (1,), 5499, None, kept=True)
    entries = (
        posting.exchanged(plan=plan, difference=owed, sale=sale),
        posting.difference_paid(amount=owed.amount),
        posting.promised(plan=plan_of(bought, "x1")),
    )
    books: Counter[Account] = Counter()
    for entry, row in zip(
        entries, tables.rows("exchange-difference.md", first_column="step", folder="explanation"), strict=True
    ):
        assert entry is not None
        for each in entry.postings:
            books[each.account] += each.amount.amount
        assert [books[account] for account in COLUMNS] == [int(value) for name, value in row.items() if name != "step"]


COLUMNS = (
    Account.REFUNDS_PAYABLE,
    Account.CUSTOMER_RECEIVABLE,
    Account.EXCHANGE_SALES,
    Account.SALES_RETURNS,
    Account.TAX,
    Account.DIFFERENCES_PAID,
)


def plan_of(bought: Purchase, name: str) -> RefundPlan:
    return bought.now().plan(wish=RefundWish(units=(units_of(name, (1,)),)))


def test_gift_wrap_goes_back_with_what_was_received_instead_of_what_it_wrapped() -> None:
    basis = OrderBasis(EUR, (SoldLine("l1", 1, 4999), SoldLine("wrap", 1, 400, follows=("l1",))))
    bought = Purchase(OrderMoney(UUID(int=1), basis))
    bought.swap("l1", (1,), 4999, None, kept=True)
    plan = bought.now().plan(wish=RefundWish(units=(units_of("x1", (1,), outbound=True),)))
    assert (plan.total().amount, bought.back) == (5399, 0)
