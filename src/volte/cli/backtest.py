"""A backtest for people, for machines, and as a file."""

import csv
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from volte.insights.backtest.outcome import LINES, Backtest, Changed, Outcome
from volte.kit.money import Money
from volte.runtime import formats, texts

_GROUPS_SHOWN = 8
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
    told = {name: value for name, value in asdict(found).items() if name not in ("lines", "unknown")}
    return {"ok": not found.breaches, **told, "unknown": [texts.say(line, language) for line in found.unknown]}


def write(found: Backtest, file: Path) -> None:
    """Each item that is decided otherwise, as CSV."""
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(LINES)
        rows.writerows([_cell(value) for value in line] for line in found.lines)


def _cell(value: Any) -> Any:
    """No spreadsheet may take a title for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _figures(found: Backtest, language: str) -> list[tuple[str, str, str]]:
    def both(name: str, of: Any) -> tuple[str, str, str]:
        return name, of(found.current), of(found.draft)

    def money(amount: int) -> str:
        return formats.money(Money(amount, found.currency), language)

    def at(outcome: Outcome) -> str:
        return ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in outcome.refund_at.items())

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
        both("days to the refund, on average", lambda one: f"{one.refund_days:.1f}"),
        *([] if found.current.refund_at.keys() == found.draft.refund_at.keys() else [both("refund starts at", at)]),
    ]


def _show_changed(title: str, items: int, changed: tuple[Changed, ...]) -> None:
    click.echo(f"\n{title}: {items:,} items")
    for one in changed:
        better = title.endswith("better")
        how = f"no longer: {_HOW[one.how]}" if better else _HOW[one.how]
        click.echo(f"  {one.items:>9,}  {how:<44} {', '.join(one.examples)}")


def _show_groups(found: Backtest) -> None:
    click.echo(f"\n{'by group':<42}{'items':>9}{'refused now':>13}{'then':>9}{'worse':>9}{'better':>9}")
    for by in dict.fromkeys(one.by for one in found.groups):
        for one in [each for each in found.groups if each.by == by][:_GROUPS_SHOWN]:
            name = f"{by.replace('_', ' ')}: {one.name or 'not known'}"[:41]
            counts = f"{one.items:>9,}{one.refused_now:>13,}{one.refused_then:>9,}{one.worse:>9,}{one.better:>9,}"
            click.echo(f"{name:<42}{counts}")
