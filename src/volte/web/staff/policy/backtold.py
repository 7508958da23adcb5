"""What came out of a trial on the past, in sentences first, then as charts and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from volte.insights.answers import Drawing
from volte.insights.backtest.outcome import GROUPS, Backtest, Breach, Changed
from volte.kit.money import Money
from volte.policy.rules.words import Verdict
from volte.runtime import formats, texts
from volte.web.shared import drawings, here

# Beside the steps of a draft there is less room than on a page of its own.
_WIDE = 620
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its answer as title, at each width."""

    title: str
    drawn: drawings.Drawn


@dataclass(frozen=True, slots=True)
class Row:
    """A figure under both policies, as it is written."""

    name: str
    now: str
    then: str
    other: bool


def told(request: here.StaffRequest, found: Backtest) -> dict[str, Any]:
    """Everything the page shows."""
    say = _Say(request.language, found)
    return {
        "sentences": list(_sentences(say, found)),
        "figures": list(_figures(say, found)),
        "charts": [chart for chart in _charts(request, say, found) if chart.drawn],
        "ways": [(name, _ways(say, changed)) for name, changed in (("worse", found.worse), ("better", found.better))],
        "groups": list(_groups(say, found)),
        "breaches": [(one, _address(one)) for one in found.breaches],
        "unknown": [texts.say(line, request.language) for line in found.unknown],
        "most": 20_000,
    }


class _Say:
    """Words and figures in the reader's language."""

    def __init__(self, language: str, found: Backtest) -> None:
        self.language, self.currency = language, found.currency

    def __call__(self, name: str, /, **params: Any) -> str:
        return texts.say(f"staff-policy-backtest-{name}".replace("_", "-"), self.language, **params)

    def count(self, number: int) -> str:
        return formats.number(number, self.language)

    def money(self, amount: int) -> str:
        return formats.money(Money(amount, self.currency), self.language)

    def days(self, days: float) -> str:
        return formats.number(round(days, 1), self.language)


def _sentences(say: _Say, found: Backtest) -> Iterator[str]:
    if not found.items:
        yield say("nothing-there")
        return
    now, then = found.current, found.draft
    taken = found.items - now.verdicts[Verdict.REFUSED]
    refused, opened = _count(found.worse, "refused"), _count(found.better, "refused")
    yield say("refused", count=refused, of=taken)
    if opened:
        yield say("opened", count=opened, of=now.verdicts[Verdict.REFUSED])
    if not (found.worse_items or found.better_items):
        yield say("alike", items=found.items)
    else:
        yield say("treated", worse=found.worse_items, better=found.better_items, items=found.items)
    for name, one, other in (
        ("refund", now.refund, then.refund),
        ("fees", now.fees, then.fees),
        ("ways", now.ways, then.ways),
        ("bonuses", now.bonuses, then.bonuses),
    ):
        if one != other:
            more = "more" if other > one else "less"
            amounts = {"amount": say.money(abs(other - one)), "now": say.money(one), "then": say.money(other)}
            yield say(f"{name}-{more}", **amounts)
    later = round(then.refund_days - now.refund_days, 1)
    if later and now.refund and then.refund:
        yield say("later" if later > 0 else "sooner", days=say.days(abs(later)))
    if found.breaches:
        yield say("breached", items=sum(one.items for one in found.breaches))


def _count(changed: tuple[Changed, ...], how: str) -> int:
    return next((one.items for one in changed if one.how == how), 0)


def _figures(say: _Say, found: Backtest) -> Iterator[Row]:
    now, then = found.current, found.draft
    counts = [(f"verdict-{each}", now.verdicts[each], then.verdicts[each]) for each in Verdict]
    for name, one, other in (*counts, ("lifted", now.lifted, then.lifted)):
        if one or other:
            yield Row(say(f"figure-{name}"), say.count(one), say.count(other), one != other)
    for name in ("refund", "fees", "ways", "bonuses"):
        one, other = getattr(now, name), getattr(then, name)
        yield Row(say(f"figure-{name}"), say.money(one), say.money(other), one != other)
    days = (now.refund_days, then.refund_days)
    yield Row(say("figure-days"), say.days(days[0]), say.days(days[1]), round(days[0], 1) != round(days[1], 1))


def _ways(say: _Say, changed: tuple[Changed, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(say(f"how-{one.how}"), say.count(one.items), one.examples) for one in changed]


def _groups(say: _Say, found: Backtest) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """For each way of grouping, its largest groups, where at least one item comes out otherwise."""
    for by in GROUPS:
        rows = [one for one in found.groups if one.by == by]
        if len(rows) > 1 and any(one.worse or one.better for one in rows):
            yield say(f"by-{by}"), [(_group(say, by, one.name), one) for one in rows[:_SHOWN]]


def _group(say: _Say, by: str, name: str) -> str:
    if not name:
        return say("unknown-group")
    return texts.say(f"policy-word-customer-{name}".replace("_", "-"), say.language) if by == "customer_kind" else name


def _charts(request: here.StaffRequest, say: _Say, found: Backtest) -> Iterator[Chart]:
    if found.worse:
        title = say("chart-worse", how=say(f"how-{found.worse[0].how}"), items=found.worse[0].items)
        labels = tuple(say(f"how-{one.how}") for one in found.worse)
        yield _chart(request, title, labels, tuple(float(one.items) for one in found.worse))
    hit = [one for one in found.groups if one.by == "category" and one.worse][:_SHOWN]
    if len(hit) > 1:
        hit = sorted(hit, key=lambda one: -one.worse)
        labels = tuple(_group(say, "category", one.name) for one in hit)
        title = say("chart-category", name=labels[0], items=hit[0].worse, of=hit[0].items)
        yield _chart(request, title, labels, tuple(float(one.worse) for one in hit))


def _chart(request: here.StaffRequest, title: str, labels: tuple[str, ...], values: tuple[float, ...]) -> Chart:
    drawing = Drawing("bars", labels=labels, values=values)
    return Chart(title, drawings.at_each_width(request, drawing, title=title, wide=_WIDE))


def _address(one: Breach) -> str:
    """Where the term stands in the text of the draft."""
    return f"rule.{one.rule}.then.{one.field}" if one.rule else f"terms.{one.field}"
