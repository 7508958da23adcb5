"""The row of each payment that all promises of an order line up behind."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.money.models import PaymentBalance
from volte.money.rules import standing, tenders
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Payment, PaymentLeft, Share
from volte.runtime import hot, sql, tenancy

# A presumed payment is what the order cost when something was first promised: a cheaper later copy does not lower it.
# Sorted, so that two promises of one order wait for each other and never in a circle.
_LOCK = """
INSERT INTO volte_money_paymentbalance (id, shop_id, order_id, payment, currency, captured, outside, committed)
SELECT given.id, %s, %s, given.payment, %s, given.captured, 0, 0
  FROM unnest(%s::uuid[], %s::text[], %s::bigint[]) AS given (id, payment, captured)
 ORDER BY given.payment
ON CONFLICT (shop_id, order_id, payment) DO UPDATE SET captured =
 CASE WHEN EXCLUDED.payment = %s THEN greatest(volte_money_paymentbalance.captured, EXCLUDED.captured)
      ELSE EXCLUDED.captured END
"""


def lock(*, order: OrderMoney) -> dict[str, Money]:
    """Hold the order's payments until this transaction ends; what we committed of each so far."""
    payments = standing.payments_of(order=order)
    given = (
        [ids.new_id() for _ in payments],
        [payment.id for payment in payments],
        [payment.captured.amount for payment in payments],
    )
    sql.run(_LOCK, [tenancy.current(), order.id, order.basis.currency, *given, tenders.PRESUMED])
    return committed(order=order)


def open_payment(*, order_id: UUID, payment: Payment) -> None:
    """A payment of the order that the shop's copy of it does not name: it can give back from now on."""
    given = [[ids.new_id()], [payment.id], [payment.captured.amount]]
    sql.run(_LOCK, [tenancy.current(), order_id, payment.captured.currency, *given, tenders.PRESUMED])


def committed(*, order: OrderMoney) -> dict[str, Money]:
    """What we committed of each payment, those included that the shop named once and names no longer."""
    rows = hot.rows(PaymentBalance, order_id=order.id)
    return {row.payment: Money(row.committed, order.basis.currency) for row in rows}


def draw(*, order: OrderMoney, left: Sequence[PaymentLeft], shares: Sequence[Share]) -> dict[str, int]:
    """Commit each share to its payment; refuses `payment_exhausted` rather than go above what was captured."""
    outside = {each.payment.id: each.outside.amount for each in left}
    draws = {share.payment.id: share.amount.amount for share in shares}
    for payment, amount in draws.items():
        _draw(order, payment, amount, outside)
    return draws


def _draw(order: OrderMoney, payment: str, amount: int, outside: Mapping[str, int]) -> None:
    statement = """
    UPDATE volte_money_paymentbalance SET committed = committed + %s, outside = %s
     WHERE shop_id = %s AND order_id = %s AND payment = %s AND committed + %s + %s <= captured
    """
    elsewhere = outside[payment]
    given = [amount, elsewhere, tenancy.current(), order.id, payment, amount, elsewhere]
    if sql.run(statement, given).rowcount != 1:
        raise Conflict("payment_exhausted", payment=payment)
