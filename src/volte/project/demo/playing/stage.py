"""What does each step of a story do? One operation of the product, by the person who would do it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never
from uuid import UUID
from zlib import crc32

from volte.catalogue import operations as catalogue
from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.logistics.rules.tracking import ScanKind
from volte.project.demo import products
from volte.project.demo.documents import Document
from volte.project.demo.playing import snapshots
from volte.project.demo.playing.cast import Cast
from volte.project.demo.playing.snapshots import Flaw
from volte.project.demo.stories.story import Act, Item, Step, Story, Who
from volte.returns import operations as returns
from volte.returns import photos, queries
from volte.returns.operations import CountedUnits
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.rules import inspection

_FLAWS = {"damaged": Flaw.CRACK, "not-as-described": Flaw.SHADE, "defective": Flaw.SEAM}


class Misplayed(RuntimeError):
    """The shop did not let a story happen as it is told: a fault of ours, not of whoever runs the demo."""


@dataclass(slots=True)
class _Order:
    id: UUID
    name: str


@dataclass(slots=True)
class Case:
    """What became of a story so far: its return, and the units that came."""

    return_id: UUID | None = None
    arrivals: list[UUID] = field(default_factory=list)
    units: list[UUID] = field(default_factory=list)


class Stage:
    """Plays happenings one after another; `cases` by the key of their story."""

    def __init__(self, *, cast: Cast) -> None:
        self._cast = cast
        self._orders: dict[str, _Order] = {}
        self.cases: dict[str, Case] = {}

    def take_in(self, *, orders: Sequence[Document], at: datetime) -> None:
        with clock.at(at):
            results = catalogue.take_in_batch(by=self._cast.system, documents=orders)
        for document, result in zip(orders, results, strict=True):
            if isinstance(result, Refused):
                raise Misplayed(f"order {document['id']}: {result.code} {result.params}")
            self._orders[document["id"]] = _Order(result.order_id, document["customer"]["name"])

    def play(self, *, story: Story, step: Step, at: datetime) -> None:
        """Let one step happen."""
        case = self.cases.setdefault(story.key, Case())
        try:
            with clock.at(at):
                self._play(story, step, case)
        except Refused as refused:
            told = f"{story.key} ({story.ending.value}, order {story.order})"
            raise Misplayed(f"{told}, {step.act.value}: {refused.code} {dict(refused.params)}") from refused

    def _play(self, story: Story, step: Step, case: Case) -> None:
        match step.act:
            case Act.REQUEST:
                self._request(story, case)
            case Act.ARRIVE:
                self._arrive(story, step, case)
            case Act.INSPECT:
                self._inspect(step, case)
            case Act.DROPPED_OFF | Act.IN_TRANSIT | Act.DELIVERED | Act.LOST:
                kind = ScanKind(step.act.value)
                returns.record_scan(by=self._cast.system, return_id=_asked(case), kind=kind, at=clock.now())
            case Act.APPROVE | Act.REFUSE | Act.CANCEL | Act.EXPIRE | Act.GOODWILL | Act.ASK | Act.ANSWER:
                self._decide(step, self._actor(story, step), _asked(case))
            case Act.FEEDBACK | Act.SEE_TO:
                self._conclude(step, self._actor(story, step), _asked(case))
            case _:
                assert_never(step.act)

    def _decide(self, step: Step, by: Actor, return_id: UUID) -> None:
        match step.act:
            case Act.APPROVE:
                returns.approve(by=by, return_id=return_id, reason=step.words)
            case Act.REFUSE:
                returns.refuse(by=by, return_id=return_id, reason=step.words)
            case Act.CANCEL:
                returns.cancel(by=by, return_id=return_id)
            case Act.EXPIRE:
                returns.expire(by=by, return_id=return_id)
            case Act.GOODWILL:
                gesture = Money(step.amount, "EUR")
                returns.goodwill(by=by, return_id=return_id, amount=gesture, reason=step.words)
            case Act.ASK:
                returns.ask(by=by, return_id=return_id, text=step.words)
            case Act.ANSWER:
                returns.answer(by=by, return_id=return_id, text=step.words)

    def _conclude(self, step: Step, by: Actor, return_id: UUID) -> None:
        if step.act is Act.FEEDBACK:
            returns.give_feedback(by=by, return_id=return_id, score=step.score, comment=step.words)
        else:
            returns.see_to_feedback(by=by, return_id=return_id)

    def _actor(self, story: Story, step: Step) -> Actor:
        if step.who is not Who.SHOPPER:
            return self._cast.member(step.who)
        order = self._orders[story.order]
        return self._cast.shopper(order_id=order.id, language=story.language, name=order.name)

    def _request(self, story: Story, case: Case) -> None:
        order = self._orders[story.order]
        shopper = self._cast.shopper(order_id=order.id, language=story.language, name=order.name)
        items = tuple(self._wanted(story, item) for item in story.items)
        wanted = Wanted(items=items, method=story.method, language=story.language, store=story.store)
        case.return_id = returns.request(by=shopper, order_id=order.id, wanted=wanted)

    def _wanted(self, story: Story, item: Item) -> WantedItem:
        return WantedItem(
            line=item.line,
            quantity=item.quantity,
            reason=item.reason,
            comment=item.comment,
            condition=item.condition,
            resolution=item.resolution,
            exchange_sku=item.exchange_sku,
            photos=tuple(self._photo(story, item, number) for number in range(item.photos)),
        )

    def _photo(self, story: Story, item: Item, number: int) -> str:
        product, variant = products.by_sku()[item.sku]
        lamp = product.category[-1] == "Luminaires"
        flaw = Flaw.UNLIT if lamp else _FLAWS.get(item.reason, Flaw.STAIN)
        seed = crc32(f"{story.key} {item.line} {number}".encode())
        content = snapshots.picture(flaw=flaw, tone=variant.colour.paint.base, seed=seed)
        with tenancy.entered(self._cast.shop_id):
            return photos.keep(content).digest

    def _arrive(self, story: Story, step: Step, case: Case) -> None:
        if case.return_id is None:
            code = f"8R{crc32(story.key.encode()):011}FR"
            units = [CountedUnits(sku=item.sku, quantity=item.quantity) for item in story.items]
        else:
            with tenancy.entered(self._cast.shop_id):
                code = queries.by_id(return_id=case.return_id).parcel_code
            units = [CountedUnits(line=line, quantity=quantity) for line, quantity in step.units]
        received = returns.receive(by=self._cast.picker, code=code, location=step.location, units=units)
        case.arrivals.append(received.arrival.id)
        case.units += [unit.id for unit in received.arrival.units]

    def _inspect(self, step: Step, case: Case) -> None:
        found = inspection.findings_of(step.findings)
        for unit_id in case.units:
            returns.inspect(by=self._cast.picker, unit_id=unit_id, findings=found, reason=step.words or None)


def _asked(case: Case) -> UUID:
    if case.return_id is None:
        raise Misplayed("a step of a return before anybody asked for one")
    return case.return_id
