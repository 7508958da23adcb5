"""What came out of a trial on the past, in sentences first, then as charts and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from volte.insights.answers import Drawing
from volte.insights.backtest.leaving import Period
from volte.insights.backtest.outcome import GROUPS, Backtest, Breach, Changed
from volte.kit.money import Money
from volte.kit.words import RefundTrigger
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
        "ways": [("worse", _ways(say, "how", found.worse)), ("better", _ways(say, "better", found.better))],
        "leaving": _leaving(request, say, found),
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
    later = _later(found)
    if later:
        yield say("later" if later > 0 else "sooner", days=say.days(abs(later)))
    if found.breaches:
        yield say("breached", items=sum(one.items for one in found.breaches))


def _later(found: Backtest) -> float:
    """How many days later refunds have to be out, on average; 0 where nobody knows."""
    now, then = found.leaving.days_now, found.leaving.days_then
    return 0.0 if now is None or then is None else round(then - now, 1)


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
    for name, days in (
        ("all-days", (found.leaving.days_now, found.leaving.days_then)),
        ("days", (now.refund_days, then.refund_days)),
    ):
        if days[0] is not None and days[1] is not None:
            yield Row(say(f"figure-{name}"), say.days(days[0]), say.days(days[1]), round(days[0] - days[1], 1) != 0)
    for trigger in RefundTrigger:
        one, other = now.refund_at.get(trigger, 0), then.refund_at.get(trigger, 0)
        if one or other:
            yield Row(say(f"figure-at-{trigger}"), say.count(one), say.count(other), one != other)


def _ways(say: _Say, said: str, changed: tuple[Changed, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(say(f"{said}-{one.how}"), say.count(one.items), one.examples) for one in changed]


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
        yield _bars(request, say, title, labels, tuple(one.items for one in found.worse))
    hit = [one for one in found.groups if one.by == "category" and one.worse][:_SHOWN]
    if len(hit) > 1:
        hit = sorted(hit, key=lambda one: -one.worse)
        labels = tuple(_group(say, "category", one.name) for one in hit)
        title = say("chart-category", name=labels[0], items=hit[0].worse, of=hit[0].items)
        yield _bars(request, say, title, labels, tuple(one.worse for one in hit))


def _bars(request: here.StaffRequest, say: _Say, title: str, labels: tuple[str, ...], values: tuple[int, ...]) -> Chart:
    told = tuple(say.count(value) for value in values)
    drawing = Drawing("bars", labels=labels, values=tuple(map(float, values)), across=say("axis-items"), told=told)
    return _chart(request, title, drawing)


def _leaving(request: here.StaffRequest, say: _Say, found: Backtest) -> dict[str, Any] | None:
    """By when the money has to be out: a chart where there are several weeks or months, and the table under it."""
    leaving = found.leaving
    if not leaving.periods:
        return None
    later = _later(found)
    title = say(
        "chart-leaving-" + ("later" if later > 0 else "sooner" if later else "alike"), days=say.days(abs(later))
    )
    rows: list[tuple[str, ...]] = [
        (_period(say, leaving.step, one), say.money(one.now.amount), say.money(one.then.amount))
        for one in leaving.periods
    ]
    undated = (leaving.undated_now, leaving.undated_then)
    if any(one.items for one in undated):
        rows.append((say("undated"), *(say.money(one.amount) for one in undated)))
    chart = _chart(request, title, _lines(say, found)) if len(leaving.periods) > 1 else None
    return {"title": title, "chart": chart, "step": say(f"step-{leaving.step}"), "rows": rows}


def _lines(say: _Say, found: Backtest) -> Drawing:
    leaving, labels, values, series = found.leaving, [], [], []
    for name, side in ((say("side-now"), "now"), (say("side-then"), "then")):
        for one in leaving.periods:
            labels.append(_period(say, leaving.step, one))
            values.append(float(formats.in_units(Money(getattr(one, side).amount, found.currency))))
            series.append(name)
    return Drawing(
        "lines",
        labels=tuple(labels),
        values=tuple(values),
        series=tuple(series),
        across=say(f"axis-{leaving.step}"),
        up=say("axis-money", currency=found.currency),
    )


def _period(say: _Say, step: str, one: Period) -> str:
    return formats.month(one.starts, say.language) if step == "month" else formats.week(one.starts, say.language)


def _chart(request: here.StaffRequest, title: str, drawing: Drawing) -> Chart:
    return Chart(title, drawings.at_each_width(request, drawing, title=title, wide=_WIDE))


def _address(one: Breach) -> str:
    """Where the term stands in the text of the draft."""
    return f"rule.{one.rule}.then.{one.field}" if one.rule else f"terms.{one.field}"
