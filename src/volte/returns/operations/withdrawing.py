"""A withdrawal is carried out: what the law gives travels back at once, the rest is told with what the shop offers.

The statement and its moment belong to `withdrawals`; here it meets the order, the law of its country as it stood when
the statement was sent, and the returns there are already, so that each unit is claimed once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import LineView, OrderView
from volte.kit import ids
from volte.kit.words import Method
from volte.law.rules.words import Standing as Right
from volte.messages import operations as messages
from volte.messages.rules import facts, parts
from volte.policy.rules.decision import Decision
from volte.policy.rules.words import Basis
from volte.returns import chaining, considering, queries, rows, wire
from volte.returns.considering import LineOutlook
from volte.returns.models import Return
from volte.returns.operations import telling
from volte.returns.operations.request import request as open_return
from volte.returns.rules.lifecycle import OVER, Status
from volte.returns.rules.request import MOST_ITEMS, Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.withdrawals import operations as withdrawals
from volte.withdrawals import papers
from volte.withdrawals import queries as statements
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules.statement import Standing, Why

CHANNEL = "withdrawal"
WITHDRAWAL = "withdrawal"
_ENDED = (Status.REFUSED, Status.CANCELLED, Status.EXPIRED, Status.SETTLED, Status.CLOSED)
# Nobody was asked how they send it, so only ways that bind the customer to nothing; the cheapest, then in this order.
_WAYS = (Method.DROP_OFF, Method.MAIL, Method.KEEP)


@operation(Permission.RETURNS_APPROVE)
def take_up(*, by: Actor, withdrawal_id: UUID) -> None:
    """What follows from a statement: a return, what the shop offers instead, or a person who looks. Done once."""
    said = statements.by_id(withdrawal_id=withdrawal_id)
    if said.held or said.standing not in (Standing.RECEIVED, Standing.TO_LOOK_AT):
        return
    if not said.known:
        said = withdrawals.look_again(by=by, withdrawal_id=withdrawal_id)
    if said.order_id is None:
        withdrawals.ask_a_person(by=by, withdrawal_id=said.id, why=Why.UNKNOWN_ORDER.value)
    elif not said.known:
        withdrawals.ask_a_person(by=by, withdrawal_id=said.id, why=Why.OTHER_PERSON.value)
    elif not said.declared.whole and not said.declared.articles:
        withdrawals.ask_a_person(by=by, withdrawal_id=said.id, why=Why.IN_WORDS.value)
    else:
        chosen = {article.line: article.quantity for article in said.declared.articles}
        _carry_out(by, said, said.order_id, chosen)


@operation(Permission.RETURNS_APPROVE)
def recognise(*, by: Actor, withdrawal_id: UUID, order_id: UUID, lines: Mapping[str, int]) -> None:
    """A person says which order is meant, and which articles of it (none: all). It counts from when it was declared.

    Refuses `withdrawal_unknown`, `withdrawal_moved_on` and `order_unknown`.
    """
    withdrawals.recognise(by=by, withdrawal_id=withdrawal_id, order_id=order_id)
    _carry_out(by, statements.by_id(withdrawal_id=withdrawal_id), order_id, lines)


@operation(Permission.RETURNS_MESSAGE)
def answer(*, by: Actor, withdrawal_id: UUID, text: str) -> None:
    """A person has looked; with a text, they write it to whoever declared. Refuses as `withdrawals.see_to`."""
    withdrawals.see_to(by=by, withdrawal_id=withdrawal_id, answer=text)
    if not text.strip():
        return
    said = statements.by_id(withdrawal_id=withdrawal_id)
    told = facts.WithdrawalAnswer(**_about(by, said), author=by.name, text=text.strip())
    _send(by, said, told, step=str(ids.new_id()))


@operation(Permission.RETURNS_MESSAGE)
def acknowledge(*, by: Actor, withdrawal_id: UUID, again: UUID | None = None) -> None:
    """The receipt by mail, with the statement and its paper; `again` names the statement that repeats it."""
    said = statements.by_id(withdrawal_id=withdrawal_id)
    receipt = facts.WithdrawalReceipt(
        **_about(by, said),
        at=papers.declared_at(said),
        contract=said.declared.contract,
        email=said.declared.email,
        statement=papers.sentence(said.declared),
        part=papers.part(said.declared),
        digest=said.digest,
        file=f"{said.number}.json",
        again=again is not None,
    )
    files = {f"{said.number}.pdf": said.receipt, f"{said.number}.json": said.digest}
    _send(by, said, receipt, step=str(again or ""), attachments=files)


@operation(Permission.RETURNS_MESSAGE)
def tell_limits(*, by: Actor, withdrawal_id: UUID) -> None:
    """The articles the law gives no right to, why, and what the shop offers; nothing when there are none."""
    said = statements.by_id(withdrawal_id=withdrawal_id)
    without = [one for one in said.outcome if one["what"] == "commercial"]
    if not without or said.order_id is None:
        return
    about = {**_about(by, said), "link": telling.order_page(shop_id=by.shop_id, order_id=said.order_id)}
    told = facts.WithdrawalCommercial(
        **about,
        refusals=tuple(_refusal(one, one["why"]) for one in without),
        offers=tuple(_refusal(one, one["offer"]) for one in without if one["offer"]),
    )
    _send(by, said, told)


@operation(Permission.RETURNS_APPROVE)
def follow(*, by: Actor, return_id: UUID) -> None:
    """A return ended: withdrawals of which nothing travels any more are settled."""
    for said in statements.of_return(return_id=return_id):
        views = [queries.by_id(return_id=one) for one in said.return_ids]
        if all(view.status in _ENDED for view in views):
            withdrawals.settle(by=by, withdrawal_id=said.id)


@dataclass(slots=True)
class _Sorted:
    """The articles of a statement by what follows for them."""

    fresh: list[tuple[LineView, int, Decision]] = field(default_factory=list)
    joined: set[str] = field(default_factory=set)
    doubtful: bool = False
    outcome: list[dict[str, Any]] = field(default_factory=list)

    def note(self, line: LineView, quantity: int, what: str, **more: Any) -> None:
        self.outcome.append(
            {"line": line.id, "title": line.title or line.id, "quantity": quantity, "what": what, **more}
        )


def _carry_out(by: Actor, said: WithdrawalView, order_id: UUID, chosen: Mapping[str, int]) -> None:
    """`chosen` are lines and units; none means the whole order."""
    order, outlooks = considering.outlooks(order_id=order_id, asked_at=said.declared_at)
    running = [view for view in queries.of_order(order_id=order_id) if view.status not in _ENDED]
    found = _sorted(outlooks, bundles.opened(chosen=chosen, lines=order.lines), running)
    joined = _join(by, said, running, found.joined)
    opened = _open(by, said, order, found.fresh)
    because = _attention(order, found, [view for view in running if view.id in joined])
    returns = [*joined, *opened]
    if returns:
        withdrawals.accept(
            by=by,
            withdrawal_id=said.id,
            order_id=order_id,
            return_ids=returns,
            outcome=found.outcome,
            attention=because,
        )
    elif found.doubtful:
        withdrawals.ask_a_person(by=by, withdrawal_id=said.id, why=Why.IN_DOUBT.value, outcome=found.outcome)
    elif any(one["what"] == "commercial" for one in found.outcome):
        withdrawals.make_commercial(by=by, withdrawal_id=said.id, order_id=order_id, outcome=found.outcome)
    else:
        withdrawals.ask_a_person(by=by, withdrawal_id=said.id, why=Why.NOTHING_LEFT.value, outcome=found.outcome)


def _sorted(outlooks: Sequence[LineOutlook], chosen: Mapping[str, int], running: Sequence[ReturnView]) -> _Sorted:
    found = _Sorted()
    travelling = {item.line for view in running for item in view.items if item.verdict not in OVER}
    for one in outlooks:
        line, decision = one.line, one.outlook.changed_mind
        bought = line.quantity - line.cancelled_quantity - line.outside_quantity
        wanted = min(chosen.get(line.id, 0), bought) if chosen else bought
        if wanted <= 0:
            continue
        left = min(wanted, line.units_left)
        if left < wanted:
            on_its_way = line.id in travelling
            found.note(line, wanted - left, "joined" if on_its_way else "gone")
            found.joined |= {line.id} if on_its_way else set()
        if left > 0:
            _sort(found, line, left, decision)
    return found


def _sort(found: _Sorted, line: LineView, units: int, decision: Decision) -> None:
    right = decision.rights.withdrawal
    match right.standing:
        case Right.YES:
            found.fresh.append((line, units, decision))
            found.note(line, units, "accepted")
        case Right.UNKNOWN:
            found.doubtful = True
            found.note(line, units, "doubt", why=wire.message(right.why))
        case Right.NO:
            offer = wire.message(decision.how_long) if decision.basis is Basis.COMMERCIAL else None
            found.note(line, units, "commercial", why=wire.message(right.why), offer=offer)


def _join(by: Actor, said: WithdrawalView, running: Sequence[ReturnView], lines: set[str]) -> list[UUID]:
    """The returns that have these articles already now carry out the withdrawal, and expire no more."""
    joined = []
    for view in running:
        if not any(item.line in lines and item.verdict not in OVER for item in view.items):
            continue
        row, items = rows.locked(by=by, return_id=view.id)
        row.withdrawn_at = row.withdrawn_at or said.declared_at
        rows.restate(row, items, now=clock.now())
        _note(by, row, said)
        joined.append(view.id)
    return joined


def _open(
    by: Actor, said: WithdrawalView, order: OrderView, fresh: Sequence[tuple[LineView, int, Decision]]
) -> list[UUID]:
    """A return for what may travel together. It is asked for at the moment of the statement: the clocks run from it."""
    ways: dict[Method, list[WantedItem]] = {}
    for line, units, decision in fresh:
        ways.setdefault(_way(decision), []).append(WantedItem(line=line.id, quantity=units))
    opened = []
    for method, items in ways.items():
        for start in range(0, len(items), MOST_ITEMS):
            wanted = Wanted(tuple(items[start : start + MOST_ITEMS]), method, said.declared.language)
            made = open_return(
                by=Actor.system(by.shop_id),
                order_id=order.order_id,
                wanted=wanted,
                channel=CHANNEL,
                withdrawn_at=said.declared_at,
            )
            row, _ = rows.locked(by=by, return_id=made)
            _note(by, row, said)
            opened.append(made)
    return opened


def _note(by: Actor, row: Return, said: WithdrawalView) -> None:
    proof = chaining.declared(number=said.number, digest=said.digest)
    rows.step(row, "withdrawn", by=by, now=clock.now(), proof=proof, number=said.number)


def _way(decision: Decision) -> Method:
    offered = [offer for offer in decision.methods if offer.method in _WAYS] or list(decision.methods)
    order = {method: place for place, method in enumerate(_WAYS)}
    return min(offered, key=lambda one: (one.price.amount, order.get(one.method, len(order)))).method


def _attention(order: OrderView, found: _Sorted, joined: Sequence[ReturnView]) -> str:
    if found.doubtful:
        return Why.IN_DOUBT.value
    if not order.shipments or not all(shipment.delivered_at for shipment in order.shipments):
        return Why.NOT_DELIVERED.value
    return Why.JOINED.value if any(view.status is Status.REQUESTED for view in joined) else ""


def _refusal(one: Mapping[str, Any], why: Any) -> parts.Refusal:
    sentence = wire.message_back(why)
    assert sentence is not None
    return parts.Refusal(parts.Item(one["title"], one["quantity"]), sentence)


def _about(by: Actor, said: WithdrawalView) -> dict[str, Any]:
    link = telling.receipt_page(shop_id=by.shop_id, withdrawal_id=said.id)
    return {"number": said.number, "name": said.declared.name, "link": link}


def _send(
    by: Actor,
    said: WithdrawalView,
    told: facts.Facts,
    *,
    step: str = "",
    attachments: Mapping[str, str] = messages.NO_FILES,
) -> None:
    if not said.declared.email:
        return  # A letter or a call named no address: the shop answers the same way, with the receipt as a file.
    messages.queue(
        by=by,
        to=said.declared.email,
        language=said.declared.language,
        facts=told,
        subject_id=said.id,
        subject_kind=WITHDRAWAL,
        step=step,
        attachments=attachments,
    )
