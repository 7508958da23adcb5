"""The eight pages: for those who may, in both languages, without script, and honest when there is nothing to show."""

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.operations.insights import history
from tests.operations.insights.conftest import follow
from volte.insights import charts, folders, projection, queries
from volte.insights.answers import SHOWN, Drawing
from volte.insights.asked import Question
from volte.insights.models import FactSet
from volte.kit import cells
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

BASE = "/staff/insights/"


@pytest.fixture
def told(owner: Actor, order: UUID) -> UUID:
    """A shop with a year of history in its facts."""
    follow(owner.shop_id)
    name = folders.write(owner.shop_id, lambda folder: history.write(folder, lines=4_000))
    with tenancy.entered(owner.shop_id):
        FactSet.objects.update(base=name)
    return owner.shop_id


def text(answer: Any) -> str:
    html = re.sub(r"<svg.*?</svg>", "", answer.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_strangers_and_those_without_the_permission_stay_outside(
    client: Client, browser_of: Callable[[Role], Client], told: UUID
) -> None:
    assert client.get(BASE)["Location"].startswith("/staff/login/")
    agent = browser_of(Role.AGENT)
    for page in (BASE, f"{BASE}products/", f"{BASE}products.csv"):
        assert agent.get(page).status_code == 403
    assert BASE not in agent.get("/staff/").content.decode()


def test_the_overview_tells_eight_findings(boss: Client, told: UUID) -> None:
    page = boss.get(BASE)
    assert page.status_code == 200
    assert page.content.decode().count('class="finding') >= 8
    assert "times as often as your average" in text(page)
    assert len(page.content) < 100_000


@pytest.mark.parametrize("question", Question)
def test_each_question_has_its_finding_chart_table_and_definition(boss: Client, told: UUID, question: Question) -> None:
    page = boss.get(f"{BASE}{question}/")
    html = page.content.decode()
    assert page.status_code == 200
    assert html.count('role="img"') == 2
    assert "<table" in html
    assert "How this is counted" in html
    for svg in re.findall(r"<svg[^>]*class=\"chart\".*?</svg>", html, flags=re.S):
        assert "<title>" in svg
        assert "<script" not in svg
        assert "style=" not in svg
        assert "#0a0" not in svg, "a stand-in for a colour was left"
    without = re.sub(r"<svg[^>]*class=\"chart\".*?</svg>", "", html, flags=re.S)
    assert len(without) < 100_000
    assert "style=" not in without


@pytest.mark.parametrize("question", Question)
def test_each_table_is_a_file(boss: Client, told: UUID, question: Question) -> None:
    answer = boss.get(f"{BASE}{question}.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


def test_the_file_holds_the_rows_a_page_has_no_room_for(boss: Client, told: UUID) -> None:
    answer = boss.get(f"{BASE}products.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    shown = re.findall(r"<tr>.*?</tr>", boss.get(f"{BASE}products/").content.decode(), flags=re.S)
    assert len(rows) > SHOWN >= len(shown) - 1
    assert len({row["Product"] for row in rows}) == len(rows)


def test_the_file_bears_the_day_it_is_in_the_shop(boss: Client, told: UUID) -> None:
    with clock.at(datetime(2026, 11, 10, 23, 30, tzinfo=UTC)):  # half past midnight in Paris
        answer = boss.get(f"{BASE}channels.csv")
    assert 'filename="volte-channels-2026-11-11.csv"' in answer["Content-Disposition"]


def test_a_title_that_looks_like_a_formula_is_none() -> None:
    assert cells.safe("=1+1") == "'=1+1"
    assert cells.safe("Robe Inès") == "Robe Inès"


def test_filters_are_kept_in_links_and_change_the_figures(boss: Client, told: UUID) -> None:
    everything = boss.get(f"{BASE}channels/")
    some = boss.get(f"{BASE}channels/?country=DE&since=2026-01-01&until=2026-06-30")
    assert text(everything) != text(some)
    html = some.content.decode()
    assert "channels.csv?since=2026-01-01&amp;until=2026-06-30&amp;country=DE" in html
    assert 'value="2026-01-01"' in html
    assert '<option value="DE" selected>' in html


@pytest.mark.parametrize(
    "typed",
    [
        *("since=yesterday", "country=Zzz", "product=" + "x" * 5000, "channel='; DROP TABLE sold"),
        *("since=0001-01-01", "until=9999-12-31", "since=9999-12-31&until=0001-01-01"),
    ],
)
def test_nonsense_in_the_address_is_no_error(boss: Client, told: UUID, typed: str) -> None:
    for page in ("", "products/", "timing/", "products.csv"):
        assert boss.get(f"{BASE}{page}?{typed}").status_code == 200, page


def test_a_question_nobody_asks_is_nowhere(boss: Client, told: UUID) -> None:
    assert boss.get(f"{BASE}everything/").status_code == 404


def test_before_there_are_facts_the_page_says_so(boss: Client, order: UUID) -> None:
    for page in (BASE, f"{BASE}costs/"):
        assert "Your figures are on their way." in text(boss.get(page))


def test_facts_this_machine_cannot_see_are_no_error(boss: Client, told: UUID) -> None:
    with tenancy.entered(told):
        FactSet.objects.update(base="0199ffff-0000-7000-8000-000000000000")
    for page in (BASE, f"{BASE}costs/"):
        found = boss.get(page)
        assert found.status_code == 200
        assert "Your figures cannot be seen from here" in text(found)
    assert boss.get(f"{BASE}costs.csv").status_code == 404


def test_while_the_library_is_loaded_the_page_asks_again(
    boss: Client, told: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "is_loaded", lambda: False)
    page = boss.get(f"{BASE}costs/?country=FR")
    assert '<meta http-equiv="refresh" content="2">' in page.content.decode()
    assert f'href="{BASE}costs/?country=FR"' in page.content.decode()
    assert "this page reloads by itself" in text(page)


def test_facts_that_could_not_be_written_are_told(boss: Client, told: UUID) -> None:
    with tenancy.entered(told):
        FactSet.objects.update(failure="OSError: [Errno 28] No space left on device")
    page = text(boss.get(BASE))
    assert "These figures are not up to date." in page
    assert "No space left on device" in page


def test_a_chart_is_drawn_once_and_a_full_disk_costs_only_time(
    told: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawing = Drawing("bars", labels=("A <b>", "B"), values=(1.0, 2.0))

    def asked() -> str:
        return charts.kept(told, drawing, title='One "two" <three>', language="en", width=340)

    def full(_: Path, __: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(charts, "_keep", full)
        first = asked()
    assert "&lt;three&gt;" in first
    assert "A &lt;b&gt;" in first
    assert asked() == first
    monkeypatch.setattr(charts, "_drawn", lambda *_: pytest.fail("drawn again"))
    assert asked() == first


def test_costs_are_named_in_the_settings(boss: Client, shop: UUID) -> None:
    from volte.runtime import shop_settings

    page = "/staff/settings/costs/"
    assert boss.get(page).status_code == 200
    assert boss.post(page, {"label": "4,90", "handling": "2.80", "lost_outlet": "45"}).status_code == 302
    costs = shop_settings.of_shop(shop).costs
    assert (costs.label, costs.handling, dict(costs.lost)) == (490, 280, {"outlet": 45})
    assert 'value="4.90"' in boss.get(page).content.decode()
    wrong = boss.post(page, {"label": "much", "lost_outlet": "120"})
    assert wrong.status_code == 422
    assert "Type an amount in EUR" in text(wrong)
    assert "from 0 to 100" in text(wrong)


def test_the_libraries_are_no_part_of_the_start() -> None:
    import subprocess
    import sys

    heavy = ("duckdb", "ibis", "altair", "vl_convert", "pyarrow")
    code = f"import sys, volte.project.wsgi; print([one for one in {heavy} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_rebuild_is_a_command(told: UUID) -> None:
    from click.testing import CliRunner

    from volte.cli.insights import insights

    done = CliRunner().invoke(insights, ["rebuild", "--shop", "maison"])
    assert done.exit_code == 0, done.output
    assert "maison: facts written anew" in done.output
    assert CliRunner().invoke(insights, ["rebuild", "--shop", "nobody"]).exit_code == 1
    assert projection.refresh(shop_id=told) is False
