"""docs/algorithms/disposition.md is what the code proposes, line by line."""

import itertools

import pytest

from tests.rules.warehouse.tables import listed, table
from volte.kit.words import Disposition, Fault
from volte.warehouse.rules import disposition
from volte.warehouse.rules.disposition import Circumstances
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Finding, Group

EXAMPLES = table("disposition.md", under="Worked examples")


def case(row: dict[str, str]) -> Circumstances:
    return Circumstances(
        grade=Grade(row["grade"]),
        findings=frozenset(map(Finding, listed(row["findings"]))),
        group=Group(row["group"]),
        country=row["country"],
        fault=Fault(row["fault"]) if row["fault"] else None,
        supplier_takes_back=row["supplier"] == "yes",
        known="no SKU" not in row["thing"],
        expected="unannounced" not in row["thing"],
    )


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: " ".join(row.values()))
def test_worked_examples(row: dict[str, str]) -> None:
    proposal = disposition.propose(case(row))
    assert (proposal.disposition or "a person decides", proposal.line) == (row["proposed"], row["line"])
    assert proposal.reasons[0].code == f"warehouse-reason-{row['line']}"


def test_the_examples_show_every_line_and_every_disposition() -> None:
    lines = [line.name for line in disposition._TABLE]
    assert [row["line"] for row in table("disposition.md", under="The table")] == lines
    assert {row["line"] for row in EXAMPLES} == set(lines)
    assert {row["proposed"] for row in EXAMPLES} - {"a person decides"} == set(Disposition)


def every_case(country: str) -> list[Circumstances]:
    return [
        Circumstances(grade, frozenset(pair), group, country, fault, takes_back)
        for grade, group, fault, takes_back in itertools.product(Grade, Group, [*Fault, None], [True, False])
        for pair in itertools.combinations_with_replacement(Finding, 2)
    ]


def test_where_the_law_spares_goods_only_dangerous_ones_are_destroyed() -> None:
    for country in ("FR", "DE"):
        for possible in every_case(country):
            if disposition.propose(possible).disposition in (Disposition.DESTROY, Disposition.LIQUIDATE):
                assert Finding.UNSAFE in possible.findings, possible


def test_the_source_is_named() -> None:
    spared = Circumstances(Grade.D, frozenset({Finding.DAMAGED}), Group.FASHION, "FR")
    assert disposition.propose(spared).reasons[1].params == {"source": "C. env. L541-15-8"}


def test_who_destroys_must_say_why() -> None:
    def asked(chosen: Disposition, country: str, *findings: Finding) -> bool:
        return disposition.reason_asked(chosen=chosen, findings=findings, country=country)

    assert asked(Disposition.DESTROY, "FR", Finding.DAMAGED)
    assert not asked(Disposition.DESTROY, "FR", Finding.UNSAFE)
    assert not asked(Disposition.DESTROY, "US", Finding.DAMAGED)
    assert not asked(Disposition.RECYCLE, "FR", Finding.DAMAGED)
