"""Everything one page tells of a case, asked once and in the shop's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import LineView, OrderView
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.logistics import queries as logistics
from volte.logistics.queries import ParcelView
from volte.messages import queries as messages
from volte.messages.queries import MailLine
from volte.messages.rules.thread import Entry
from volte.money import queries as money
from volte.money.notes import queries as notes
from volte.money.notes.queries import NoteView
from volte.money.queries import CreditView, PromiseView, RefundView
from volte.policy.rules.facts import ReturnRate
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import considering, desk, feedback, gifts, queries
from volte.returns.desk import Stake
from volte.returns.feedback import FeedbackView
from volte.returns.gifts import GiftView
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView, SettlementView, StepView
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import InspectionView, UnitView
from volte.web.shared import here
from volte.withdrawals import queries as withdrawals
from volte.withdrawals.queries import WithdrawalView

EARLIER = 20
_GIVEN_UP = (Status.REFUSED, Status.CANCELLED, Status.EXPIRED)


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer's other returns, newest first, and how much of what they buy comes back."""

    others: tuple[ReturnView, ...]
    rate: ReturnRate | None

    @property
    def refused(self) -> int:
        return sum(1 for other in self.others if other.status in _GIVEN_UP)


@dataclass(frozen=True, slots=True)
class Case:
    """One return and all that belongs to it."""

    view: ReturnView
    order: OrderView | None
    goods: tuple[LineView, ...]
    stake: Stake
    settlements: tuple[SettlementView, ...]
    promises: tuple[PromiseView, ...]
    notes: tuple[NoteView, ...]
    steps: tuple[StepView, ...]
    thread: tuple[Entry, ...]
    mails: tuple[MailLine, ...]
    feedback: FeedbackView | None
    parcels: tuple[ParcelView, ...]
    units: tuple[UnitView, ...]
    looks: Mapping[UUID, Sequence[InspectionView]]
    customer: Customer
    withdrawals: tuple[WithdrawalView, ...]
    gift: GiftView | None
    at: datetime

    @property
    def refunds(self) -> tuple[RefundView, ...]:
        return tuple(refund for promise in self.promises for refund in promise.refunds)

    @property
    def credits(self) -> tuple[CreditView, ...]:
        return tuple(credit for promise in self.promises for credit in promise.credits)


def found(number: str, *, by: Actor, part: bool = False) -> ReturnView:
    """The return with this number, in the entered shop, and a note that it was looked at; refuses `return_unknown`.
    `part` is for what stands on the page of a case."""
    view = queries.by_number(number=ids.tidy_number(number))
    if view is None:
        raise NotFound("return_unknown")
    looking.note(by=by, what=What.CASE, subject_id=view.id, part=part)
    return view


def of_request(request: here.StaffRequest, number: str) -> Case:
    """All of the case an act is about, in the shop of who asks; refuses `return_unknown`."""
    with tenancy.entered(request.shop.id):
        return case(number, by=request.actor)


def case(number: str, *, by: Actor) -> Case:
    """All of one case; refuses `return_unknown`."""
    view, now = found(number, by=by), clock.now()
    if view.gift_id is not None and view.order_id is not None:
        # Who bought it stands on the page too, as another person.
        looking.note(by=by, what=What.ORDER, subject_id=view.order_id)
    # A past return may fit no purchase.
    order = catalogue.order(order_id=view.order_id) if view.order_id else None
    settlements = tuple(queries.settlements(return_id=view.id))
    units = tuple(warehouse.units_of_subjects(subject_ids=[view.id]).get(view.id, ()))
    return Case(
        view=view,
        order=order,
        goods=bundles.goods(lines=order.lines) if order else (),
        stake=desk.stake(view=view, order=order, settlements=settlements) if order else desk.no_stake(view=view),
        settlements=settlements,
        promises=money.promises(subject_id=view.id),
        notes=notes.of_subject(subject_id=view.id) if settlements else (),
        steps=tuple(queries.timeline(return_id=view.id)),
        thread=tuple(messages.thread(subject_id=view.id)),
        mails=tuple(messages.mails_of(subject_id=view.id)),
        feedback=feedback.of_return(return_id=view.id) if view.settled_at is not None else None,
        parcels=tuple(logistics.of_subject(subject_id=view.id)),
        units=units,
        looks=warehouse.histories(unit_ids=[unit.id for unit in units if unit.grade]) if units else {},
        customer=_customer(view, order, now),
        withdrawals=tuple(withdrawals.of_return(return_id=view.id)) if view.withdrawn_at else (),
        gift=gifts.of_return(gift_id=view.gift_id) if view.gift_id else None,
        at=now,
    )


def _customer(view: ReturnView, order: OrderView | None, now: datetime) -> Customer:
    if view.customer_id is None:
        return Customer((), None)
    others = queries.of_customer(customer_id=view.customer_id, limit=EARLIER + 1)
    rate = considering.return_rate(order, now) if order else None
    return Customer(tuple(other for other in others if other.id != view.id)[:EARLIER], rate)
