"""Whoever holds a store credit hears in time that it ends, whatever it was given for."""

from datetime import datetime, timedelta
from uuid import UUID

from volte.catalogue import people
from volte.kit import time
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.messages import operations as messages
from volte.messages.rules.facts import CreditEnding
from volte.money import queries as money
from volte.returns import queries
from volte.returns.operations import telling
from volte.runtime import shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.RETURNS_MESSAGE)
def tell_credit_ending(*, by: Actor, credit_id: UUID, amount: Money, bonus: Money, ends_at: datetime) -> None:
    """`amount` of the credit, `bonus` of it a gift, is worth nothing from `ends_at` on. Told once for each such moment;
    nobody's news where no address is known, and none when it was spent meanwhile."""
    view = money.credit_by_id(credit_id=credit_id)
    if not view.usable:
        return
    number, name, link, email, language = _holder(by, view.subject_kind, view.subject_id)
    zone = shop_settings.of_shop(by.shop_id).timezone
    last_day = time.local_date(ends_at - timedelta(seconds=1), zone)
    facts = CreditEnding(
        number=number,
        name=name,
        link=link,
        code=view.code,
        amount=amount,
        bonus=bonus if bonus else None,
        last_day=last_day,
        left_after=view.usable - amount if view.usable > amount else None,
    )
    if email:
        messages.queue(
            by=by,
            to=email,
            language=language,
            facts=facts,
            subject_id=view.subject_id,
            subject_kind=view.subject_kind,
            step=f"{credit_id} {last_day.isoformat()}",
        )


def _holder(by: Actor, kind: str, subject_id: UUID) -> tuple[str, str, str, str, str]:
    """What the mail is about, their name, a link of theirs, their address and language."""
    try:
        if kind == "return":
            view = queries.by_id(return_id=subject_id)
            link = telling.page_of(shop_id=by.shop_id, number=view.number)
            if view.order_id is not None:
                link = f"{telling.case_page(view, shop_id=by.shop_id)}?return={view.number}"
            return view.number, view.customer_name, link, view.email, view.language
        known = people.by_order(order_id=subject_id) if kind == "order" else people.by_customer(customer_id=subject_id)
    except NotFound:
        return "", "", "", "", ""
    order = subject_id if kind == "order" else next(iter(known.order_ids), None)
    link = telling.order_page(shop_id=by.shop_id, order_id=order) if order else telling.shop_page(shop_id=by.shop_id)
    return "", next(iter(known.names), ""), link, known.email, known.language
