"""What happens on which day? From a tale and the moment of asking to the steps of its story."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from volte.kit.words import Method
from volte.project.demo import products, shop
from volte.project.demo.stories import opinions
from volte.project.demo.stories.story import Act, Ending, Item, Step, Story, Who
from volte.project.demo.stories.tales import Tale

# The shop looks at dear pieces itself (see `content/policy.toml`), once the days of the law are over: fourteen, and up
# to three more where the last one falls on a holiday.
_PRECIOUS = 15000
_LAW_DAYS = 18
# Hours of the day, UTC, at which the carrier and the shop work; shoppers and the calendar never sleep.
_OPENS, _CLOSES = 6, 16
_A_FEW_MINUTES = timedelta(minutes=4)
# Days: the carrier reports every depot only since lately.
_SCANNED_CLOSELY = 45
_LABEL_DAYS: int = shop.settings()["label_days"]
_ANY_HOUR = frozenset({Who.SHOPPER, Who.CALENDAR})
_OUR_FAULT = frozenset({"not-as-described", "damaged", "defective", "wrong-item", "missing-part", "arrived-late"})


class Diary:
    """Steps in the order they happen; every wait is drawn from the same chance, so it is the same every time."""

    def __init__(self, *, start: datetime, now: datetime, chance: Random) -> None:
        self._at = start
        self._now = now
        self._chance = chance
        self.steps: list[Step] = []

    def add(self, act: Act, who: Who, *, hours: tuple[int, int] = (0, 0), **what: Any) -> None:
        """`act` after a wait of between these hours, and of a few minutes at least; never later than now."""
        wait = timedelta(minutes=self._chance.randint(hours[0] * 60, hours[1] * 60))
        later = self._at + (max(wait, _A_FEW_MINUTES) if self.steps else wait)
        self._at = min(later if who in _ANY_HOUR else _by_day(later), self._now)
        self.steps.append(Step(act, self._at, who, **what))

    def let_pass(self, *, days: int, hour: int) -> None:
        """So many days later, at that hour."""
        self._at = (self._at + timedelta(days=days)).replace(hour=hour)


def story(*, key: str, tale: Tale, order: Mapping[str, Any], now: datetime, chance: Random) -> Story:
    """The tale as it happened to this order, whose first lines are the ones that come back."""
    method = Method.STORE if tale.method is Method.STORE else tale.method
    items = tuple(_item(tale, line, order) for line in range(len(tale.bought)))
    diary = Diary(start=asked_at(tale=tale, now=now, chance=chance), now=now, chance=chance)
    _ENDINGS[tale.ending](diary, tale, items)
    steps = tuple(diary.steps)
    if tale.ending is Ending.SETTLED:
        steps += opinions.answered(key=key, tale=tale, looked_at=steps[-1].at, now=now)
    return Story(
        key=key,
        ending=tale.ending,
        order=order["id"],
        language=tale.language,
        method=method,
        store=products.STORE if method is Method.STORE else "",
        items=items,
        steps=steps,
    )


def asked_at(*, tale: Tale, now: datetime, chance: Random) -> datetime:
    """Between breakfast and late evening of the day it was asked; a little while ago when that is today."""
    if not tale.asked:
        return now - timedelta(minutes=chance.randint(40, 110))
    day = (now - timedelta(days=tale.asked)).replace(hour=7, minute=0)
    return min(day + timedelta(minutes=chance.randint(0, 13 * 60)), now - timedelta(hours=tale.asked * 20))


def _by_day(moment: datetime) -> datetime:
    """The same moment, or early next morning when nobody works."""
    if moment.hour < _OPENS:
        return moment.replace(hour=_OPENS)
    return moment if moment.hour < _CLOSES else moment.replace(hour=_OPENS) + timedelta(days=1)


def _item(tale: Tale, place: int, order: Mapping[str, Any]) -> Item:
    line = order["lines"][place]
    return Item(
        line=line["id"],
        sku=line["sku"],
        quantity=line["quantity"],
        reason=tale.reason,
        comment=tale.comment if place == 0 else "",
        condition=tale.condition,
        resolution=tale.wants,
        exchange_sku=tale.to,
        photos=tale.photos,
    )


def _asks(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    diary.add(Act.REQUEST, Who.SHOPPER)
    prices = (products.by_sku()[item.sku][1].price for item in items)
    if max(prices) > _PRECIOUS and tale.held > _LAW_DAYS and tale.reason not in _OUR_FAULT:
        diary.add(Act.APPROVE, Who.AGENT, hours=(1, 9))


def _waits(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    diary.add(Act.REQUEST, Who.SHOPPER)


def _travels(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _asks(diary, tale, items)
    if tale.method is not Method.STORE:
        diary.add(Act.DROPPED_OFF, Who.CARRIER, hours=(10, 30))
        if tale.asked < _SCANNED_CLOSELY:
            diary.add(Act.IN_TRANSIT, Who.CARRIER, hours=(8, 20))


def _reaches(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _travels(diary, tale, items)
    if tale.method is not Method.STORE:
        diary.add(Act.DELIVERED, Who.CARRIER, hours=(20, 44))


def _arrives(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _reaches(diary, tale, items)
    place = products.STORE if tale.method is Method.STORE else products.WAREHOUSE
    diary.add(Act.ARRIVE, Who.PICKER, hours=(2, 20), units=_all(items), location=place)


def _looked_at(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _arrives(diary, tale, items)
    found = {"findings": tale.findings, "grade": tale.grade}
    diary.add(Act.INSPECT, Who.PICKER, hours=(1, 7), units=_all(items), words=tale.note, **found)


def _refused(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    diary.add(Act.REQUEST, Who.SHOPPER)
    diary.add(Act.REFUSE, Who.AGENT, hours=(2, 26), words=tale.why)


def _refused_after_look(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _looked_at(diary, tale, items)
    diary.add(Act.REFUSE, Who.AGENT, hours=(1, 6), words=tale.why)


def _cancelled(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _asks(diary, tale, items)
    diary.add(Act.CANCEL, Who.SHOPPER, hours=(2, 60))


def _expired(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _asks(diary, tale, items)
    diary.let_pass(days=_LABEL_DAYS + 1, hour=2)
    diary.add(Act.EXPIRE, Who.CALENDAR)


def _lost(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    _travels(diary, tale, items)
    diary.add(Act.ASK, Who.SHOPPER, hours=(24 * 8, 24 * 9), words=tale.message)
    diary.add(Act.ANSWER, Who.AGENT, hours=(1, 6), words=tale.reply)
    diary.add(Act.LOST, Who.CARRIER, hours=(24 * 4, 24 * 5))


def _partial(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    """All but the last item are in the box, and of a line of several one only."""
    _reaches(diary, tale, items)
    units = tuple((item.line, 1) for item in items[:-1])
    diary.add(Act.ARRIVE, Who.PICKER, hours=(2, 12), units=units, location=products.WAREHOUSE)


def _blind(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    diary.add(Act.ARRIVE, Who.PICKER, words=tale.note, location=products.WAREHOUSE)


def _goodwill(diary: Diary, tale: Tale, items: tuple[Item, ...]) -> None:
    diary.add(Act.REQUEST, Who.SHOPPER)
    diary.add(Act.GOODWILL, Who.AGENT, hours=(2, 20), words=tale.why, amount=tale.gives)
    diary.add(Act.ANSWER, Who.AGENT, words=tale.reply)
    diary.add(Act.CANCEL, Who.AGENT)


def _all(items: tuple[Item, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((item.line, item.quantity) for item in items)


_ENDINGS: Mapping[Ending, Callable[[Diary, Tale, tuple[Item, ...]], None]] = {
    Ending.REVIEW: _waits,
    Ending.EVIDENCE: _waits,
    Ending.LABEL: _asks,
    Ending.TRAVELLING: _travels,
    Ending.DELIVERED: _reaches,
    Ending.ARRIVED: _arrives,
    Ending.INSPECTED: _looked_at,
    Ending.SETTLED: _looked_at,
    Ending.REFUSED: _refused,
    Ending.REFUSED_AFTER_LOOK: _refused_after_look,
    Ending.CANCELLED: _cancelled,
    Ending.EXPIRED: _expired,
    Ending.LOST: _lost,
    Ending.PARTIAL: _partial,
    Ending.BLIND: _blind,
    Ending.WRONG_ITEM: _looked_at,
    Ending.GOODWILL: _goodwill,
    Ending.REFUND_FAILED: _looked_at,
}
