"""A backtest for people, for machines, and as a file."""

from pathlib import Path
from typing import Any

import click

from volte.insights.backtest import runs
from volte.insights.backtest.outcome import Backtest, Changed
from volte.kit.money import Money
from volte.runtime import formats, texts

_GROUPS_SHOWN = 8
_STARTS = {"carrier_scan": "at the first scan", "receipt": "on arrival", "inspection": "after inspection"}
_HOW = {
    "refused": "refused",
    "harder": "asked for proof, or to wait for a person",
    "shorter": "less time to ask",
    "hurried": "less time to send it back",
    "lost": "without a remedy they had",
    "fee": "a higher fee",
    "way": "a dearer way back",
    "outbound": "the first delivery no longer refunded",
    "bonus": "less on top of a credit",
    "later": "their money later",
}


def show(found: Backtest, language: str) -> None:
    """The figures, those of today first, and what they cannot know."""
    click.echo(
        f"{found.items:,} returned items, decided by both policies (the law was asked {found.asked_of_law:,} times)"
    )
    click.echo(f"\n{'':<42}{'now':>16}{'then':>16}")
    for name, now, then in _figures(found, language):
        click.echo(f"{name:<42}{now:>16}{then:>16}")
    _show_changed("Treated worse", found.worse_items, found.worse)
    _show_changed("Treated better", found.better_items, found.better)
    _show_groups(found)
    _show_leaving(found, language)
    if found.breaches:
        click.echo("\nBelow the law in real cases (the law was applied all the same)")
        for one in found.breaches:
            where = f"rule {one.rule}" if one.rule else "terms"
            click.echo(f"  {where}, {one.field.value}: {one.items:,} items, for instance {', '.join(one.examples)}")
    click.echo("\nWhat this cannot know")
    for line in found.unknown:
        click.echo(f"  {texts.say(line, language)}")


def as_json(found: Backtest, language: str) -> dict[str, Any]:
    """Everything but the single lines, which are for the file."""
    told = {name: value for name, value in runs.kept(found).items() if name not in ("lines", "unknown")}
    return {"ok": not found.breaches, **told, "unknown": [texts.say(line, language) for line in found.unknown]}


def write(content: str, file: Path) -> None:
    """Its lines end as CSV wants them."""
    file.write_text(content, encoding="utf-8", newline="")


def _figures(found: Backtest, language: str) -> list[tuple[str, str, str]]:
    def both(name: str, of: Any) -> tuple[str, str, str]:
        return name, of(found.current), of(found.draft)

    def money(amount: int) -> str:
        return formats.money(Money(amount, found.currency), language)

    def days(mean: float | None) -> str:
        return "not known" if mean is None else f"{mean:.1f}"

    return [
        *(
            both(f"items {verdict.value.replace('_', ' ')}", lambda one, verdict=verdict: f"{one.verdicts[verdict]:,}")
            for verdict in found.current.verdicts
        ),
        both("  of these by law, against the shop's terms", lambda one: f"{one.lifted:,}"),
        both("refunds", lambda one: money(one.refund)),
        both("restocking fees kept", lambda one: money(one.fees)),
        both("paid by customers for the way back", lambda one: money(one.ways)),
        both("added to store credit", lambda one: money(one.bonuses)),
        ("days from request to refund, on average", days(found.leaving.days_now), days(found.leaving.days_then)),
        both("  of these promised once it starts", lambda one: f"{one.refund_days:.1f}"),
        *(
            both(f"  it starts {_STARTS[trigger]}", lambda one, trigger=trigger: f"{one.refund_at.get(trigger, 0):,}")
            for trigger in _STARTS
            if trigger in found.current.refund_at or trigger in found.draft.refund_at
        ),
    ]


def _show_changed(title: str, items: int, changed: tuple[Changed, ...]) -> None:
    click.echo(f"\n{title}: {items:,} items")
    for one in changed:
        better = title.endswith("better")
        how = f"no longer: {_HOW[one.how]}" if better else _HOW[one.how]
        click.echo(f"  {one.items:>9,}  {how:<44} {', '.join(one.examples)}")


def _show_leaving(found: Backtest, language: str) -> None:
    """By when the money has to be out."""
    if not found.leaving.periods:
        return

    def money(amount: int) -> str:
        return formats.money(Money(amount, found.currency), language)

    click.echo(f"\n{'refunds that have to be out, by ' + found.leaving.step:<42}{'now':>16}{'then':>16}")
    for one in found.leaving.periods:
        starts = one.starts.strftime("%Y-%m-%d" if found.leaving.step == "week" else "%Y-%m")
        click.echo(f"{starts:<42}{money(one.now.amount):>16}{money(one.then.amount):>16}")
    now, then = found.leaving.undated_now, found.leaving.undated_then
    if now.items or then.items:
        click.echo(f"{'no day known':<42}{money(now.amount):>16}{money(then.amount):>16}")


def _show_groups(found: Backtest) -> None:
    click.echo(f"\n{'by group':<42}{'items':>9}{'refused now':>13}{'then':>9}{'worse':>9}{'better':>9}")
    for by in dict.fromkeys(one.by for one in found.groups):
        for one in [each for each in found.groups if each.by == by][:_GROUPS_SHOWN]:
            name = f"{by.replace('_', ' ')}: {one.name or 'not known'}"[:41]
            counts = f"{one.items:>9,}{one.refused_now:>13,}{one.refused_then:>9,}{one.worse:>9,}{one.better:>9,}"
            click.echo(f"{name:<42}{counts}")
