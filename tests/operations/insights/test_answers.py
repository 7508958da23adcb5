"""Each answer's figures, held against SQL written by hand on the same files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

# ruff: noqa: E501  # statements read better in long lines
import duckdb
import pytest

from tests.operations.insights import history
from volte.insights import queries
from volte.insights.answers import Answer
from volte.insights.asked import Question, View
from volte.insights.queries import Standing
from volte.insights.questions import costs
from volte.kit.text import message

FILTERS: list[dict[str, Any]] = [
    {},
    {"country": "DE"},
    {"product": "p3"},
    {"channel": "store", "since": date(2026, 3, 1)},
    {"since": date(2026, 2, 1), "until": date(2026, 6, 30)},
    {"product": "nothing-like-it"},
]
RIPE = "(delivered_at <= TIMESTAMP '2026-10-11 09:00' OR delivered_at IS NULL AND placed_at <= TIMESTAMP '2026-09-26 09:00')"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("history")
    history.write(made, lines=12_000)
    return made


@pytest.fixture(scope="module")
def sql(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as database:
        for table in ("sold", "returned", "looked_at"):
            database.execute(f"CREATE VIEW {table} AS SELECT * FROM '{folder / table}.parquet'")
        yield database


def ask(folder: Path, question: Question, view: View) -> Answer:
    return queries.answer(question, of=Standing((folder, None)), view=view)


def where(view: View, moment: str) -> str:
    """The filters as somebody would type them. Days are Paris days: in winter an hour before UTC, in summer two."""
    asked, tests = view.filters, ["true"]
    if asked.since:
        tests.append(f"{moment} >= timezone('UTC', timezone('Europe/Paris', TIMESTAMP '{asked.since}'))")
    if asked.until:
        tests.append(
            f"{moment} < timezone('UTC', timezone('Europe/Paris', TIMESTAMP '{asked.until}' + INTERVAL 1 DAY))"
        )
    for column, value in (("country", asked.country), ("product", asked.product), ("channel", asked.channel)):
        if value:
            tests.append(f"{column} = '{value}'")
    return " AND ".join(tests)


def rates(sql: duckdb.DuckDBPyConnection, by: str, view: View) -> dict[Any, tuple[int, int]]:
    wanted = where(view, "placed_at")
    found = sql.execute(f"""
        WITH s AS (SELECT {by} AS k, sum(quantity) AS n, sum(quantity) ** 2 / sum(quantity ** 2) AS w FROM sold WHERE {RIPE} AND {wanted} GROUP BY 1),
             b AS (SELECT {by} AS k, sum(units) AS n FROM returned
                    WHERE counts AND order_id IS NOT NULL AND {RIPE} AND {wanted} GROUP BY 1)
        SELECT s.k, s.n, COALESCE(b.n, 0) FROM s LEFT JOIN b ON s.k = b.k WHERE s.w >= 10""").fetchall()
    return {key: (int(sold), int(back)) for key, sold, back in found}


@pytest.fixture(params=range(len(FILTERS)))
def view(request: pytest.FixtureRequest) -> View:
    return history.view(**FILTERS[request.param])


def shown(answer: Answer) -> list[tuple[int, int]]:
    return sorted((row[1], row[2]) for row in answer.rows)


def test_products(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer = ask(folder, Question.PRODUCTS, view)
    expected = rates(sql, "title", view)
    assert {row[0]: (row[1], row[2]) for row in answer.rows}.items() <= expected.items()
    assert len(answer.rows) == min(15, len(expected))
    for row in answer.rows[:3]:
        reason = sql.execute(
            f"SELECT reason, sum(units) AS n, sum(sum(units)) OVER () FROM returned WHERE counts AND reason <> '' AND {RIPE} "
            f"AND title = ? AND {where(view, 'placed_at')} GROUP BY 1 ORDER BY n DESC, reason DESC LIMIT 1", [row[0]]
        ).fetchone()  # fmt: skip
        assert (row[-2], row[-1]) == ((view.reason(reason[0]), reason[1] / reason[2]) if reason else (None, None))


def test_products_that_stand_out_are_those_made_to(folder: Path) -> None:
    answer = ask(folder, Question.PRODUCTS, history.view())
    assert answer.finding.code == "insights_products_found_why"
    made_so = {f"Produit {number}" for number in range(60) if str(number).endswith("3")}
    assert {row[0] for row in answer.rows[: len(made_so)]} == made_so


def test_channels(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer = ask(folder, Question.CHANNELS, view)
    assert shown(answer) == sorted(rates(sql, "channel", view).values())
    young = sql.execute(f"SELECT sum(quantity) FROM sold WHERE NOT {RIPE} AND {where(view, 'placed_at')}").fetchone()
    lost = sql.execute(
        f"SELECT sum(units) FROM returned WHERE counts AND order_id IS NULL AND {where(view, 'requested_at')}"
    ).fetchone()
    told = {note.code: note.params["units"] for note in answer.notes if "units" in note.params}
    assert told.get("insights_note_unripe") == (young and young[0])
    assert told.get("insights_note_orphans") == (lost and lost[0])


def test_customers(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    group = (
        "CASE WHEN customer_rank IS NULL THEN 0 WHEN customer_rank = 1 THEN 1 WHEN customer_rank < 5 THEN 2 ELSE 3 END"
    )
    assert shown(ask(folder, Question.CUSTOMERS, view)) == sorted(rates(sql, group, view).values())


def test_places(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer, countries = ask(folder, Question.PLACES, view), rates(sql, "country", view)
    expected = countries if len(countries) > 1 else rates(sql, "country || ':' || region", view)
    assert set(shown(answer)) <= set(expected.values())
    assert len(answer.rows) == min(15, len(expected))


def test_timing(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer = ask(folder, Question.TIMING, view)
    expected = sql.execute(
        "SELECT greatest(0, floor(date_diff('second', delivered_at, requested_at) / 86400))::INT AS d, sum(units)::INT "
        f"FROM returned WHERE counts AND delivered_at <= TIMESTAMP '2026-10-11 09:00' AND {where(view, 'requested_at')} "
        "GROUP BY 1 ORDER BY 1"
    ).fetchall()
    assert [row[:2] for row in answer.rows] == expected


def test_half_and_nine_in_ten(folder: Path, sql: duckdb.DuckDBPyConnection) -> None:
    found = sql.execute(
        "SELECT quantile_disc(d, [0.5, 0.9]) FROM (SELECT greatest(0, floor(date_diff('second', delivered_at, requested_at)"
        " / 86400))::INT AS d, unnest(range(units)) FROM returned WHERE counts AND delivered_at <= TIMESTAMP '2026-10-11 09:00')"
    ).fetchone()
    told = ask(folder, Question.TIMING, history.view()).finding.params
    assert found is not None
    assert [told["half"], told["most"]] == found[0]


def test_costs(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer = ask(folder, Question.COSTS, view)
    mine = f"SELECT * FROM returned WHERE counts AND currency = 'EUR' AND {where(view, 'requested_at')}"
    known = sql.execute(
        f"SELECT sum(labels), sum(outbound), sum(goodwill), sum(bonus), sum(fees), sum(units) FROM ({mine})"
    )
    labels, outbound, goodwill, bonus, fees, units = known.fetchone() or ()
    seen = sql.execute(
        f"""SELECT count(*), sum(round(v * share)), sum((share IS NULL OR unpriced)::INT) FROM (
              SELECT CASE disposition WHEN 'restock' THEN 0 WHEN 'outlet' THEN 0.45 WHEN 'donate' THEN 1 END AS share,
                     value AS v, value IS NULL AS unpriced FROM looked_at WHERE item_id IN (SELECT item_id FROM ({mine})))"""
    ).fetchone()
    if not units:
        assert answer.rows == ()
        return
    amounts = [row[1] for row in answer.rows]
    assert seen is not None
    assert amounts[:2] == [450 * labels, 250 * seen[0]]
    # By hand each unit is rounded, by us each way once.
    assert amounts[2] == pytest.approx(seen[1] or 0, abs=seen[0])
    assert amounts[3:7] == [outbound, goodwill, bonus, -fees]
    assert amounts[7] == sum(amounts[:7])
    assert answer.rows[7][2] == round(amounts[7] / units)
    assert f"; unknown for {seen[2]}" in answer.rows[2][3]


@pytest.mark.parametrize(("currency", "drawn"), [("EUR", 12.34), ("JPY", 1234), ("KWD", 1.234)])
def test_the_chart_of_costs_counts_in_whole_units_of_the_currency(currency: str, drawn: float) -> None:
    asked = history.view()
    abroad = View(asked.now, "en", asked.settings.model_copy(update={"currency": currency}))
    drawing = costs._drawing([costs.Part("label", 1234, 1, message("insights_source_promises"))], abroad)
    assert (drawing.values, drawing.unit) == ((drawn,), currency)


def test_what_nobody_named_is_unknown_not_nothing(folder: Path) -> None:
    asked = history.view()
    unset = View(asked.now, "en", asked.settings.model_copy(update={"costs": type(asked.costs)()}), asked.window)
    answer = ask(folder, Question.COSTS, unset)
    assert [row[1] is None for row in answer.rows] == [True, True, True, False, False, False, False, False]
    assert answer.finding.code == "insights_costs_at_least"
    assert answer.finding.params["unknown"] == "labels, handling, value lost"


def test_reasons(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer = ask(folder, Question.REASONS, view)
    found = sql.execute(
        f"SELECT reason, sum(units), sum(units) FILTER (month(timezone('Europe/Paris', timezone('UTC', requested_at))) IN (12, 1, 2)) "
        f"FROM returned WHERE counts AND reason <> '' AND {where(view, 'requested_at')} GROUP BY 1"
    ).fetchall()
    assert {row[0]: row[1] for row in answer.rows} == {view.reason(reason): units for reason, units, _ in found}
    winter = sum(units or 0 for _, _, units in found)
    in_winter = {view.reason(reason): (units or 0) / winter if winter else None for reason, _, units in found}
    assert {row[0]: row[3] for row in answer.rows} == pytest.approx(in_winter)


def test_comments(folder: Path, sql: duckdb.DuckDBPyConnection, view: View) -> None:
    answer = ask(folder, Question.COMMENTS, view)
    mine = f"FROM returned WHERE counts AND language IN ('fr', 'en') AND {where(view, 'requested_at')}"
    by_hand = {
        "serr": "serr(e|ée)",
        "sleeve": "sleeves?",
        "épaule": "épaules",
        "coutu": "couture",
        "dommage": "dommage",
    }
    handles = {view.reason(handle): handle for handle in ("too-small", "changed-mind", "damaged")}
    held = 0
    for reason, term, comments, whole, _ in answer.rows:
        handle = handles.get(reason, "")
        (all_of_it,) = sql.execute(f"SELECT count(*) {mine} AND comment <> '' AND reason = ?", [handle]).fetchone() or (
            0,
        )
        assert whole == all_of_it
        for start, pattern in by_hand.items():
            if term.startswith(start):
                test = f"regexp_matches(lower(comment), '{pattern}')"
                found = sql.execute(f"SELECT count(*) {mine} AND {test} AND reason = ?", [handle]).fetchone()
                assert found == (comments,), (reason, term)
                held += 1
    assert held or not answer.rows


def test_a_shop_without_reasons_comments_or_deliveries_says_so(tmp_path: Path) -> None:
    """Such as history that came in from elsewhere."""
    history.write(tmp_path, lines=3_000)
    with duckdb.connect(":memory:") as database:
        for table in ("sold", "returned"):
            bare = "delivered_at" if table == "sold" else "reason, comment, delivered_at"
            database.execute(f"CREATE TABLE t AS SELECT * FROM '{tmp_path / table}.parquet'")
            for column in bare.split(", "):
                database.execute(f"UPDATE t SET {column} = {'NULL' if column == 'delivered_at' else repr('')}")
            database.execute(f"COPY t TO '{tmp_path / table}.parquet' (FORMAT parquet)")
            database.execute("DROP TABLE t")
    codes = {question: ask(tmp_path, question, history.view()).finding.code for question in Question}
    assert codes[Question.REASONS] == "insights_reasons_unknown"
    assert codes[Question.COMMENTS] == "insights_comments_none"
    assert codes[Question.TIMING] == "insights_timing_unknown"
    assert codes[Question.PRODUCTS] == "insights_products_found"


@pytest.mark.parametrize("question", Question)
def test_no_facts_at_all_is_said_in_both_languages(question: Question, tmp_path: Path) -> None:
    from volte.runtime import texts

    history.write(tmp_path, lines=0)
    for language in ("fr", "en"):
        answer = ask(tmp_path, question, history.view(language))
        assert not answer.found
        assert texts.say(answer.finding, language)


@pytest.mark.parametrize("question", Question)
def test_every_finding_and_note_has_its_sentence(question: Question, folder: Path) -> None:
    """In French; the tests above ask in English."""
    from volte.runtime import texts

    for language, filters in [("en", FILTERS[0]), ("fr", FILTERS[0]), ("fr", FILTERS[3])]:
        answer = ask(folder, question, history.view(language, **filters))
        for told in (answer.finding, *answer.notes):
            assert texts.say(told, language)
