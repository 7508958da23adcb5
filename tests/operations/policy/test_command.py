"""`volte policy`: exits 0 only if all is well, and says what is not."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from tests.rules.policy.test_checking import policy as written
from tests.rules.policy.test_checking import rule
from volte.cli.policy import policy
from volte.kit.errors import Invalid
from volte.policy import keeping, operations, queries
from volte.policy.rules import checking
from volte.policy.rules.facts import Facts, Item, Order, Request
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


def run(tmp_path: Path, document: str, *words: str) -> Result:
    file = tmp_path / "policy.toml"
    file.write_text(document, encoding="utf-8")
    return CliRunner().invoke(policy, [words[0], str(file), *words[1:]])


def told(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.output.splitlines()[-1])
    return found


def test_a_policy_below_the_law_says_which_field_and_which_article(tmp_path: Path) -> None:
    result = run(tmp_path, written(window="{ days = 10 }"), "check", "--json", "--language", "fr")
    assert result.exit_code == 1
    (one,) = told(result)["findings"]
    assert (one["level"], one["path"], one["country"]) == ("blocks", "terms.window", "FR")
    assert "Code de la consommation, L221-18" in one["citations"] and "14" in one["said"]


def test_a_good_policy_passes_with_its_notes(tmp_path: Path) -> None:
    result = run(tmp_path, written(rules=rule('{ tags = ["sale"] }', "{ accept = false }")), "check")
    assert result.exit_code == 0
    assert "It can be published." in result.output and "rule.one.then.accept" in result.output


def test_the_law_of_today_is_that_of_the_day_where_it_sells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = []
    findings = checking.findings
    monkeypatch.setattr(checking, "findings", lambda **given: days.append(given["today"]) or findings(**given))
    with clock.at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)):
        run(tmp_path, written(), "check")
        run(tmp_path, written(), "check", "--on", "2026-06-01")
    assert days == [date(2027, 1, 1), date(2026, 6, 1)]


def test_a_document_nobody_can_read_names_every_problem(tmp_path: Path) -> None:
    result = run(tmp_path, written(window="{ dayz = 3 }", resolutions='["money"]'), "check", "--json")
    assert result.exit_code == 1
    assert {one["path"] for one in told(result)["problems"]} >= {"terms.window.dayz", "terms.resolutions[0]"}
    assert run(tmp_path, "this is no policy", "check").exit_code == 1


def test_explain_says_what_each_rule_did(tmp_path: Path) -> None:
    today = clock.now().date()
    facts = Facts(Item("Robe", tags=frozenset({"sale"})), Order(today, country="FR"), Request(today))
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(keeping.facts_kept(replace(facts, withdrawal_right=True))))
    strict = written(rules=rule("{ withdrawal_right = false }", "{ accept = false }"))
    result = run(tmp_path, strict, "explain", str(file), "--json")
    assert result.exit_code == 0
    assert told(result)["verdict"] == "accepted"
    assert any("right to withdraw" in line for line in told(result)["trace"])


@pytest.mark.django_db
def test_nobody_publishes_less_than_the_law(owner: Actor, shop: UUID) -> None:
    with tenancy.entered(shop):
        before = len(queries.versions())
    with pytest.raises(Invalid, match="policy_below_law") as refused:
        operations.publish(by=owner, document_text=written(resolutions='["credit"]'))
    assert refused.value.params["path"] == "terms.resolutions"
    assert [one.country for one in refused.value.params["findings"]] == ["FR"]
    with tenancy.entered(shop):
        assert len(queries.versions()) == before


@pytest.mark.django_db
def test_a_version_is_published_for_a_day_and_taken_back(owner: Actor, shop: UUID, tmp_path: Path) -> None:
    operations.publish(by=owner, document_text=written())
    day = (clock.now() + timedelta(days=30)).date().isoformat()
    later = written(window="{ days = 60 }")
    assert run(tmp_path, later, "check", "--on", day).exit_code == 0
    made = run(tmp_path, later, "publish", "--on", day)
    assert made.exit_code == 0 and f"Version 2 holds for orders from {day} on" in made.output
    assert "Version 2 is planned for" in run(tmp_path, later, "publish", "--on", day).output
    back = CliRunner().invoke(policy, ["take-back", "2"])
    assert back.exit_code == 0 and "Version 2 is taken back" in back.output
    assert CliRunner().invoke(policy, ["take-back", "2"]).exit_code == 1
    assert CliRunner().invoke(policy, ["take-back", "1"]).exit_code == 1
