"""The policies of docs/examples, written at the desk for four shops. Each can be published, is told in both languages,
and comes back from the form as it went in."""

from datetime import date
from pathlib import Path

import pytest

from volte.policy import publishing
from volte.policy.rules import checking, parse, writing
from volte.policy.rules.checking.finding import Level
from volte.web.staff.policy import conditions, fields

EXAMPLES = sorted((Path(__file__).parents[3] / "docs" / "examples" / "policies").glob("*.toml"))
TODAY = date(2026, 11, 22)
NAMES = {"not-adapted": {"fr": "Je ne m’y habitue pas", "en": "I cannot get used to them"}}


def test_all_four_are_there() -> None:
    assert [file.stem for file in EXAMPLES] == ["electronics", "fashion", "marketplace", "optician"]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_it_can_be_published_and_is_told_in_both_languages(file: Path) -> None:
    policy = parse.policy(file.read_text("utf-8"))
    assert not [one for one in checking.findings(policy=policy, today=TODAY) if one.level is Level.BLOCKS]
    made = publishing.draft(policy, page="", country="FR", today=TODAY, names=NAMES)
    for language, opening in (("fr", "Si "), ("en", "If ")):
        said = [publishing.sentence(one.sentence, language) for one in made.told.statements]
        assert all(one.startswith(opening) and one.endswith(".") for one in said)
        assert not [one for one in said if "{" in one or "policy-" in one]
    assert made.json()["rules"] and made.json_ld()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_form_says_all_of_it(file: Path) -> None:
    """What the fields show, written down again, is the very text."""
    document = file.read_text("utf-8")
    said = writing.plain(document)
    written = writing.with_table(document, "terms", fields.written(fields.shown(said["terms"])))
    for place, rule in enumerate(said["rule"]):
        changed = {
            "then": fields.written(fields.shown(rule["then"])),
            "when": conditions.written(conditions.shown(rule["when"])),
        }
        written = writing.with_rule(written, place, {**rule, **changed})
    assert written == document
