"""How good is this unit still? Findings become a grade by a written table: docs/algorithms/grading.md.

A is as new, B as new but for packing or tags, C used or incomplete, D broken or not fit to be sold. The worst finding
decides; several small ones do not add up, so that two people who see the same write the same.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from volte.kit import text
from volte.kit.text import Message
from volte.warehouse.rules.inspection import Finding, Group


class Grade(StrEnum):
    """From as new to broken; the order of the alphabet is the order of worth."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


_GENERAL: Mapping[Finding, Grade] = {
    Finding.UNWORN: Grade.A,
    Finding.TAGS_REMOVED: Grade.B,
    Finding.PACKAGING_OPENED: Grade.B,
    Finding.PACKAGING_MISSING: Grade.B,
    Finding.SEAL_BROKEN: Grade.B,
    Finding.ACCESSORIES_MISSING: Grade.C,
    Finding.WORN: Grade.C,
    Finding.MARKED: Grade.C,
    Finding.DAMAGED: Grade.D,
    Finding.DEFECTIVE: Grade.D,
    Finding.UNSAFE: Grade.D,
    Finding.WRONG_ITEM: Grade.D,
    Finding.NOT_RETURNED: Grade.D,
}
_OTHERWISE: Mapping[tuple[Group, Finding], Grade] = {
    # A garment is sold without its bag; a worn garment next to the skin is not sold at all.
    (Group.FASHION, Finding.PACKAGING_OPENED): Grade.A,
    (Group.FASHION, Finding.PACKAGING_MISSING): Grade.A,
    (Group.HYGIENE, Finding.SEAL_BROKEN): Grade.D,
    (Group.HYGIENE, Finding.WORN): Grade.D,
    (Group.HYGIENE, Finding.MARKED): Grade.D,
    (Group.HYGIENE, Finding.PACKAGING_MISSING): Grade.C,
    # Shoes are sold in their box.
    (Group.FOOTWEAR, Finding.PACKAGING_OPENED): Grade.A,
    (Group.ELECTRONICS, Finding.PACKAGING_MISSING): Grade.C,
}


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade and why: one sentence for each finding that made it, none for an A without findings."""

    grade: Grade
    reasons: tuple[Message, ...]


def of_finding(*, finding: Finding, group: Group) -> Grade:
    """One cell of the table."""
    return _OTHERWISE.get((group, finding), _GENERAL[finding])


def grade(*, findings: Collection[Finding], group: Group) -> Graded:
    """The worst grade of all findings; A when nothing was found."""
    cells = {finding: of_finding(finding=finding, group=group) for finding in Finding if finding in findings}
    worst = max(cells.values(), default=Grade.A)
    causes = [finding for finding, cell in cells.items() if cell is worst]
    return Graded(worst, tuple(text.message(f"warehouse-finding-{_word(finding)}") for finding in causes))


def _word(finding: Finding) -> str:
    return finding.value.replace("_", "-")
