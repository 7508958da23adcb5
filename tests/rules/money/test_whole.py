"""However an order comes back, unit by unit, refunded or exchanged: the books end where all at once would end them."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money.test_basis import orders
from tests.rules.money.test_refund import PLENTY, back
from volte.kit.money import Money, total
from volte.money.rules import exchange, posting, refund, standing
from volte.money.rules.basis import OrderBasis, Paid, PaidOrder, paid_per_unit
from volte.money.rules.exchange import Discount, Swap
from volte.money.rules.ledger import Account, Entry, Posting
from volte.money.rules.plan import RefundPlan
from volte.money.rules.refund import Before
from volte.money.rules.standing import Earlier
from volte.money.rules.wish import RefundWish

Sums = dict[tuple[Account, str], int]
OWED = (Account.REFUNDS_PAYABLE, Account.CUSTOMER_RECEIVABLE)


@given(orders(), st.data())
@settings(max_examples=60)
def test_units_refunded_or_exchanged_in_any_order_are_the_refund_of_all_less_what_was_sold_anew(
    order: OrderBasis, data: st.DataObject
) -> None:
    paid = paid_per_unit(order=order)
    units = [(line.id, position) for line in paid.lines for position in range(1, line.kept + 1)]
    if not units:
        return
    at_once = _plan(paid, units, [])
    plans: list[RefundPlan] = []
    sales: list[Paid] = []
    entries: list[Entry | None] = []
    for unit in data.draw(st.permutations(units)):
        plan = _plan(paid, [unit], plans)
        plans.append(plan)
        if data.draw(st.booleans()):
            sale = _sale(paid, unit, data)
            sales.append(sale)
            owed = exchange.difference(value=plan.total(), price=sale.gross)
            entries.append(posting.exchanged(plan=plan, difference=owed, sale=sale))
        else:
            entries.append(posting.promised(plan=plan))
    whole, sold = _sums([posting.promised(plan=at_once)]), _sold(sales)
    step_by_step = _sums(entries)
    assert _plus(_books(step_by_step), sold) == _books(whole)
    # The customer is out of pocket by what they keep: the price of the new articles, and not a cent besides.
    kept = total((sale.gross for sale in sales), currency=paid.currency)
    assert _owed(step_by_step) - _owed(whole) == kept.amount
    # Turned round, and round again, nothing is left and everything is back.
    turned = [entry.reversed() for entry in entries if entry is not None]
    assert _sums([*entries, *turned]) == {}
    assert [each.reversed().postings for each in turned] == [entry.postings for entry in entries if entry is not None]


def _plan(paid: PaidOrder, units: list[tuple[str, int]], plans: list[RefundPlan]) -> RefundPlan:
    """All of `units` back, after what `plans` gave already."""
    by_line: dict[str, list[int]] = {}
    for line, position in units:
        by_line.setdefault(line, []).append(position)
    wish = RefundWish(tuple(back(line, *positions) for line, positions in by_line.items()))
    earlier = [Earlier(plan.units, plan.outbound().amount) for plan in plans]
    known = standing.before(paid=paid, earlier=earlier, outside=[]) if plans else Before()
    return refund.plan_refund(paid=paid, wish=wish, before=known, ceiling=Money(PLENTY.amount, paid.currency))


def _sale(paid: PaidOrder, unit: tuple[str, int], data: st.DataObject) -> Paid:
    line = paid.line(id=unit[0])
    wanted = Money(data.draw(st.integers(0, 20_000)), paid.currency)
    swap = Swap(line.units(positions=[unit[1]]), line.list_price, wanted)
    return exchange.sale_of(swaps=[swap], discount=data.draw(st.sampled_from(Discount)))


def _sums(entries: Iterable[Entry | None]) -> Sums:
    return _added(each for entry in entries if entry is not None for each in entry.postings)


def _added(postings: Iterable[Posting]) -> Sums:
    found: Counter[tuple[Account, str]] = Counter()
    for each in postings:
        # By account, and taxes by their rate: on what a net amount was taxed does not matter here.
        found[each.account, each.rates if each.account is Account.TAX else ""] += each.amount.amount
    return {key: amount for key, amount in found.items() if amount}


def _sold(sales: Iterable[Paid]) -> Sums:
    """What the sales brought, as the books had them been sold apart: without the account of sales."""
    found: Counter[tuple[Account, str]] = Counter()
    for part in (part for sale in sales for part in sale.parts):
        rates = [rate.written() for rate in part.rates] or [""] * len(part.taxes)
        for rate, tax in zip(rates, part.taxes, strict=True):
            found[Account.TAX, rate] += tax
        found[Account.EXCHANGE_SALES, ""] += part.net()
    return dict(found)


def _plus(one: Sums, other: Sums) -> Sums:
    keys = {*one, *other}
    summed = {key: one.get(key, 0) + other.get(key, 0) for key in keys}
    return {key: amount for key, amount in summed.items() if amount}


def _books(sums: Sums) -> Sums:
    return {key: amount for key, amount in sums.items() if key[0] not in OWED}


def _owed(sums: Sums) -> int:
    return sum(amount for (account, _), amount in sums.items() if account in OWED)
