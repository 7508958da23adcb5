"""The half of `bench.settlement` that settles, in a process of its own; its last line of output is the figures."""

import json
import time
from typing import Any
from uuid import uuid4

import psutil
from tools.stack import cpu_of_tree

from volte.kit.money import Money
from volte.kit.words import PaymentKind
from volte.money import operations as money
from volte.money import sending
from volte.money.ports import RefundGateway
from volte.money.rules.basis import OrderBasis, SoldLine, SoldShipping
from volte.money.rules.standing import OrderMoney, Subject
from volte.money.rules.tenders import Payment
from volte.money.rules.wish import RefundWish, UnitsBack
from volte.project import wiring as project
from volte.runtime import wiring
from volte.runtime.actor import Actor
from volte.runtime.models import Shop


def settle(count: int, postgres: int) -> None:
    """`count` orders paid by card, a third of each given back."""
    project.connect()
    by, server = Actor.system(Shop.objects.get().id), psutil.Process(postgres)
    talk = _timed(wiring.adapter(RefundGateway, "simulator"))
    basis = OrderBasis("EUR", (SoldLine("S", 2, 2500), SoldLine("L", 1, 5000)), shipping=SoldShipping(690, 490))
    wish = RefundWish(units=(UnitsBack("itm", "S", "Shirt", (1,), 1),))

    def one(number: int) -> None:
        card = Payment("p1", PaymentKind.CARD, Money(10690, "EUR"), "simulator", f"ch_{uuid4().hex}")
        order = OrderMoney(uuid4(), basis, (card,))
        made = money.promise(by=by, order=order, wish=wish, subject=Subject("return", uuid4()), key=f"{order.id}")
        for refund in made.refunds:
            sending.attempt(by=by, refund_id=refund.id)

    for number in range(10):  # what is prepared once for a connection is no part of a refund
        one(number)
    talk["cpu"] = 0.0
    began, mine, theirs = time.perf_counter(), time.process_time(), cpu_of_tree(server)
    for number in range(count):
        one(number)
    used = time.process_time() - mine + cpu_of_tree(server) - theirs
    print(json.dumps({"seconds": time.perf_counter() - began, "cpu": used, "talk": talk["cpu"]}))


def _timed(gateway: Any) -> dict[str, float]:
    """CPU seconds spent in the gateway's `refund`, ours only."""
    spent, refund = {"cpu": 0.0}, gateway.refund

    def timed(**words: Any) -> Any:
        began = time.process_time()
        try:
            return refund(**words)
        finally:
            spent["cpu"] += time.process_time() - began

    gateway.refund = timed
    return spent
