"""A draft held against returns that really were: by the facts a decision kept, or by what the order tells."""

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner

from tests.operations.insights.test_facts import ask
from volte.cli.policy import policy as command
from volte.insights.backtest import history
from volte.policy.rules import starter
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

STARTER = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))


def test_a_draft_against_what_really_came_back(owner: Actor, order: UUID, tmp_path: Path) -> None:
    ask(owner, order)
    draft, file = tmp_path / "draft.toml", tmp_path / "changes.csv"
    draft.write_text(STARTER.replace('bonus = "10 %"', 'bonus = "5 %"').replace('fee = "0 %"', 'fee = "5 %"'))
    done = CliRunner().invoke(command, ["backtest", str(draft), "--csv", str(file), "--json"])
    told = json.loads(done.output)
    assert done.exit_code == 1, "the fee is below the law, and a real customer met it"
    assert (told["items"], told["ok"], told["asked_of_law"]) == (1, False, 1)
    assert [(one["field"], one["rule"], one["items"]) for one in told["breaches"]] == [("restocking_fee", "", 1)]
    assert told["current"]["refund"] == told["draft"]["refund"] > 0, "the law takes the fee away again"
    assert [one["how"] for one in told["worse"]] == ["bonus"]
    (line,) = csv.DictReader(file.read_text("utf-8").splitlines())
    assert (line["verdict_now"], line["verdict_then"], line["worse"]) == ("accepted", "accepted", "bonus")


def test_against_a_file_and_said_for_people(owner: Actor, order: UUID, tmp_path: Path) -> None:
    ask(owner, order)
    same = tmp_path / "same.toml"
    same.write_text(STARTER)
    done = CliRunner().invoke(command, ["backtest", str(same), "--against", str(same)])
    assert done.exit_code == 0, done.output
    assert "1 returned items" in done.output and "Treated worse: 0 items" in done.output
    assert "What this cannot know" in done.output
    assert CliRunner().invoke(command, ["backtest", str(same), "--against", "nothing.toml"]).exit_code == 2


def test_only_what_was_asked_for_in_a_time(owner: Actor, order: UUID, tmp_path: Path) -> None:
    ask(owner, order)
    now = clock.now()
    with tenancy.entered(owner.shop_id):
        before, after = history.Period(until=now - timedelta(days=1)), history.Period(since=now - timedelta(days=1))
        assert (history.count(before), history.count(after), history.count()) == (0, 1, 1)
        assert [len(list(history.asked(period))) for period in (before, after)] == [0, 1]
        assert history.sold(young_since=now, period=history.Period(since=now)).lines == 0
    file = tmp_path / "same.toml"
    file.write_text(STARTER)
    done = CliRunner().invoke(command, ["backtest", str(file), "--until", "2001-01-01", "--json"])
    assert json.loads(done.output)["items"] == 0


def test_what_was_decided_keeps_its_facts_and_the_rest_is_told_by_the_order(
    owner: Actor, order: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(owner, order)
    with tenancy.entered(owner.shop_id):
        (kept,) = history.asked()
        # As if it had come in from before Volte: nobody decided here.
        monkeypatch.setattr(history, "_ITEMS", history._ITEMS.replace("SELECT d.facts", "SELECT NULL::jsonb"))
        (told,) = history.asked()
        assert history.sold(young_since=clock.now()).never_asked == history.sold(young_since=clock.now()).lines - 1
    assert kept is not None and told is not None
    assert told.facts == replace(kept.facts, customer=replace(kept.facts.customer, orders=None, return_rate=None))
