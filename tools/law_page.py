"""docs/reference/law.md, written from the law's own data. `python -m tools.law_page` writes it anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale

from volte.law.rules import interest, provisions
from volte.law.rules.provisions import Jurisdiction, Provision
from volte.law.rules.words import Confidence

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "law.md"
HEAD = """# Law

Which law Volte knows, article by article. This page is written from the data (`src/volte/law/data/`, one file a
jurisdiction; `python -m tools.law_page`); `make check` fails when it is old. It is no legal advice.

*Verified* means that somebody read the article's text; **unverified** that it is known and still to be compared with
it; every answer that rests on it says so. What a jurisdiction leaves out is its parent's. The law of the day on which
the contract was concluded holds. How days are counted: [counting days](../algorithms/counting-days.md); what lateness
costs: [late refunds](../algorithms/late-refunds.md). To add a country: [CONTRIBUTING](../../CONTRIBUTING.md).

Some provisions ask for what no shop system sends. It is said as a tag; left out, the answer stays open, and says what
is missing. A term agreed for used goods is the exception: who relies on it shows it.

| asked by | said as |
|---|---|
| small professionals | the customer's tags `employees:4` and `main-activity:no` (bought outside it) or `:yes` |
| used months by agreement | the line's tag `guarantee-months:12`; never below what the law allows to agree |
| refund if major | the reason of the return (*Settings, Reasons*): always a major fault, never, or it depends |
| indexed | nothing: customer and agent are told of the duty, the sum is theirs to reckon |
"""


def main() -> None:
    PAGE.write_text(written(), encoding="utf-8")


def faults() -> list[str]:
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != written():
        return ["docs/reference/law.md is old: python -m tools.law_page"]
    return []


def written() -> str:
    every = provisions.jurisdictions()
    order = sorted(every, key=lambda code: (code != provisions.UNION, code))
    return HEAD + "\n" + "\n".join(line for code in order for line in _part(every[code])).rstrip() + "\n"


def _part(one: Jurisdiction) -> Iterator[str]:
    yield f"## {_name(one.code)} ({one.code})"
    yield ""
    if one.parent:
        yield f"Parent: {_name(one.parent)}."
        yield ""
    yield "| topic | what it says | since | where | |"
    yield "|---|---|---|---|---|"
    for each in one.provisions:
        yield _row(each)
    if one.function:
        label = f"“{one.function.label}”, “{one.function.confirm}”"
        where = one.function.citation or "the language's own words"
        mark = _mark(one.function.confidence)
        yield f"| withdrawal function | {label} | {one.function.valid_from} | {where} | {mark} |"
    yield ""
    rates = interest.terms(one.code)
    if rates:
        yield "Legal interest a year, owed to people who do not act for business (`src/volte/law/data/interest/`):"
        yield ""
        yield "| since | until | rate | where | |"
        yield "|---|---|---|---|---|"
        for rate in rates:
            mark = _mark(rate.confidence)
            yield f"| {rate.since} | {rate.until} | {rate.rate.written()} | {rate.citation} | {mark} |"
        yield ""
    if one.exceptions is not None:
        said = "; ".join(
            f"{each.letter}: {' + '.join(sorted(each.traits)) or 'any goods'} ({each.when})" for each in one.exceptions
        )
        yield f"Exceptions to the right to withdraw: {said}."
        yield ""


def _row(one: Provision) -> str:
    until = f" until {one.valid_until}" if one.valid_until else ""
    where = f"{one.citation.title}, {one.citation.article}"
    value = ", ".join(f"{name} {_said(value)}" for name, value in one.value.items()) or "as its parent"
    return f"| {one.topic.replace('_', ' ')} | {value} | {one.valid_from}{until} | {where} | {_mark(one.confidence)} |"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " · ".join(_said(each) for each in value) or "none"
    if isinstance(value, dict):
        return " ".join(f"{name} {_said(each)}" for name, each in value.items())
    return str(value)


def _mark(confidence: Confidence) -> str:
    return "**unverified**" if confidence is Confidence.UNVERIFIED else "verified"


def _name(code: str) -> str:
    if code == provisions.UNION:
        return "European Union"
    country, _, region = code.partition("-")
    name = str(Locale("en").territories[country])
    return f"{name}, {region}" if region else name


if __name__ == "__main__":
    main()
