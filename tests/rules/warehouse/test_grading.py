"""docs/algorithms/grading.md is what the code does, cell by cell."""

import pytest

from tests.rules.warehouse.tables import listed, table
from volte.kit.errors import Invalid
from volte.warehouse.rules import grading, inspection
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Contradiction, Finding, Group, Question

PAGE = "grading.md"


def test_every_finding_has_its_written_grade_in_every_group() -> None:
    rows = {Finding(row["finding"]): row for row in table(PAGE, under="The grade of each finding")}
    assert set(rows) == set(Finding)
    written = {(finding, group): Grade(rows[finding][group.value]) for finding in Finding for group in Group}
    assert written == {
        (finding, group): grading.of_finding(finding=finding, group=group) for finding in Finding for group in Group
    }


def test_every_group_is_asked_what_is_written() -> None:
    rows = table(PAGE, under="The checklist")
    for group in Group:
        asked = [Question(row["question"]) for row in rows if row[group.value] == "yes"]
        assert [question for question, _ in inspection.checklist(group)] == asked


@pytest.mark.parametrize(
    "row", table(PAGE, under="Worked examples"), ids=lambda row: f"{row['group']} {row['findings']}"
)
def test_worked_examples(row: dict[str, str]) -> None:
    findings = frozenset(map(Finding, listed(row["findings"])))
    made = grading.grade(findings=findings, group=Group(row["group"]))
    assert made.grade == row["grade"]
    told = {f"warehouse-finding-{word.replace('_', '-')}" for word in listed(row["because of"])}
    assert {reason.code for reason in made.reasons} == told


def test_every_finding_answers_exactly_one_question() -> None:
    answers = [finding for found in inspection.ANSWERS.values() for finding in found]
    assert sorted(answers) == sorted(Finding)


@pytest.mark.parametrize(
    ("findings", "pair"),
    [
        ([Finding.UNWORN, Finding.TAGS_REMOVED], None),
        ([], None),
        ([Finding.WORN, Finding.UNWORN], (Finding.UNWORN, Finding.WORN)),
        ([Finding.NOT_RETURNED, Finding.PACKAGING_OPENED], (Finding.NOT_RETURNED, Finding.PACKAGING_OPENED)),
        ([Finding.WRONG_ITEM], None),
        ([Finding.WRONG_ITEM, Finding.NOT_RETURNED], (Finding.WRONG_ITEM, Finding.NOT_RETURNED)),
    ],
)
def test_contradictions(findings: list[Finding], pair: tuple[Finding, Finding] | None) -> None:
    assert inspection.contradiction(findings) == (Contradiction(*pair) if pair else None)


@pytest.mark.parametrize(
    ("category", "traits", "group"),
    [
        (["Femme", "Robes"], [], Group.FASHION),
        (["Women", "Dresses"], [], Group.FASHION),
        (["Femme", "Chaussures"], [], Group.FOOTWEAR),
        (["Femme", "Maillots de bain"], [], Group.HYGIENE),
        (["Femme", "Robes"], ["sealed"], Group.HYGIENE),
        (["Maison", "Luminaires"], [], Group.HOME),
        (["Électronique"], [], Group.ELECTRONICS),
        (["Livres"], [], Group.GENERAL),
        ([], [], Group.GENERAL),
    ],
)
def test_groups(category: list[str], traits: list[str], group: Group) -> None:
    assert inspection.group_of(category=category, traits=traits) is group


def test_a_finding_nobody_knows() -> None:
    assert inspection.findings_of(["worn", "worn"]) == {Finding.WORN}
    with pytest.raises(Invalid, match="finding_unknown"):
        inspection.findings_of(["worn", "smelly"])
