"""What paying back costs: the plan of fifty lines, and a refund promised, sent and booked.

The provider answers at once. CPU is that of the process that settles and of PostgreSQL; the floor writes the same rows
by hand, in as many transactions, without triggers and foreign keys. The provider is not counted, our half of the talk
with it is.
"""

import json
import statistics
import time
from uuid import uuid4

from tools.stack import Stack

from bench import floor
from bench.report import Figure, keep
from volte.kit.rates import Rate
from volte.money.rules.basis import OrderBasis, SoldLine, SoldShipping
from volte.money.rules.standing import OrderMoney, Standing, standing
from volte.money.rules.wish import RefundWish, UnitsBack

LINES, WARM, TIMES, COUNT = 50, 30, 200, 400


def run() -> None:
    _plan()
    with Stack(web=False, worker=False) as stack:
        _child(stack, WARM)
        before = floor.rows(stack)
        told = _child(stack, COUNT)
        by_hand = floor.measure(stack, before, floor.rows(stack), COUNT, transactions=3, bare=True)
    cpu = told["cpu"] / COUNT * 1000
    keep(Figure("refunds settled, one hand", COUNT / told["seconds"], "refunds/s"))
    keep(Figure("CPU a refund: Python + PostgreSQL", cpu, "ms", "the same rows by hand", by_hand))
    keep(Figure("  of it the talk with the provider", told["talk"] / COUNT * 1000, "ms"))


def _plan() -> None:
    """Basis and plan of fifty lines of three units, two tax rates and a discount, two units of each back."""
    rates = (Rate.parse("20 %"), Rate.parse("5.5 %"))
    basis = OrderBasis(
        "EUR",
        tuple(SoldLine(f"l{number}", 3, 1999 + number, taxes=(rates[number % 2],)) for number in range(LINES)),
        discounts=(1517,),
        shipping=SoldShipping(690, 0),
    )
    wish = RefundWish(units=tuple(UnitsBack(f"i{n}", f"l{n}", "Shirt", (1, 2), 2) for n in range(LINES)))
    order = OrderMoney(uuid4(), basis)
    took = []
    for _ in range(WARM + TIMES):
        began = time.perf_counter()
        now: Standing = standing(order=order, earlier=(), committed={})
        now.plan(wish=wish)
        took.append((time.perf_counter() - began) * 1000)
    keep(Figure(f"refund plan of {LINES} lines, p50", statistics.median(took[WARM:]), "ms", "allowed", 2.0))


def _child(stack: Stack, count: int) -> dict[str, float]:
    """Settle in a process of its own, as Volte's worker does; seconds of it, and of PostgreSQL meanwhile."""
    code = f"import django; django.setup(); from bench import settling; settling.settle({count}, {stack.server.pid})"
    found: dict[str, float] = json.loads(stack.python(code).splitlines()[-1])
    return found
