"""Where should a graded unit go next? A written table, first line that fits: docs/algorithms/disposition.md.

The proposal is the use that keeps most of the unit's worth. Destroying is the last resort, and where the law wants
goods used again it is proposed for dangerous goods only: in France unsold goods are reused, given or recycled
(C. env. L541-15-8); in the Union apparel and footwear that came back count as unsold and may not be destroyed
(Regulation (EU) 2024/1781, art. 23-25; large companies since 19 July 2026, so we follow it for everybody). A person
may always decide otherwise, and say why where the law asks for it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from volte.kit import text
from volte.kit.text import Message
from volte.kit.words import Disposition, Fault
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Finding, Group

_UNION = frozenset(
    {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT"}
    | {"NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"}
)
_FRENCH_LAW = "C. env. L541-15-8"
_UNION_LAW = "Regulation (EU) 2024/1781, art. 25"

_WORTH_MENDING = frozenset({Group.ELECTRONICS, Group.HOME, Group.FOOTWEAR})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All a proposal looks at. `country` is where the unit lies (ISO 3166-1 alpha-2), `fault` that of the reason for
    coming back when known, `supplier_takes_back` whether the supplier agreed to take defective goods, `known` whether
    it is one of the shop's articles (it has a sku), `expected` whether a return announced it."""

    grade: Grade
    findings: frozenset[Finding]
    group: Group
    country: str
    fault: Fault | None = None
    supplier_takes_back: bool = False
    known: bool = True
    expected: bool = True

    def found(self, *findings: Finding) -> bool:
        return not self.findings.isdisjoint(findings)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where the unit should go, or None when only a person can say; `line` names the line of the table."""

    disposition: Disposition | None
    line: str
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    fits: Callable[[Circumstances], bool]
    then: Disposition | None


def spares_goods(country: str) -> bool:
    """Does the law of this country want goods used again rather than destroyed?"""
    return country in _UNION


def _d(case: Circumstances) -> bool:
    return case.grade is Grade.D


_TABLE: tuple[_Line, ...] = (
    _Line("nothing-came", lambda case: case.found(Finding.NOT_RETURNED), None),
    _Line("another-item", lambda case: case.found(Finding.WRONG_ITEM), None),
    _Line("unsafe", lambda case: case.found(Finding.UNSAFE), Disposition.DESTROY),
    _Line("nobodys", lambda case: not case.known and not case.expected, None),
    _Line("hygiene", lambda case: _d(case) and case.group is Group.HYGIENE, Disposition.DESTROY),
    _Line(
        "supplier",
        lambda case: (
            _d(case) and case.found(Finding.DEFECTIVE) and case.supplier_takes_back and case.fault is not Fault.CUSTOMER
        ),
        Disposition.SUPPLIER,
    ),
    _Line("mend-defect", lambda case: _d(case) and case.found(Finding.DEFECTIVE), Disposition.REPAIR),
    _Line(
        "mend-damage",
        lambda case: _d(case) and case.found(Finding.DAMAGED) and case.group in _WORTH_MENDING,
        Disposition.REPAIR,
    ),
    _Line("end-of-life", _d, Disposition.LIQUIDATE),
    _Line("give", lambda case: case.grade is Grade.C and case.group is Group.HYGIENE, Disposition.DONATE),
    _Line(
        "renew",
        lambda case: (
            case.grade is Grade.C
            and (case.group is Group.ELECTRONICS or case.found(Finding.ACCESSORIES_MISSING, Finding.MARKED))
        ),
        Disposition.REFURBISH,
    ),
    _Line("second-hand", lambda case: case.grade is Grade.C and case.found(Finding.WORN), Disposition.SECOND_HAND),
    _Line("outlet-c", lambda case: case.grade is Grade.C, Disposition.OUTLET),
    _Line(
        "repack",
        lambda case: (
            case.grade is Grade.B
            and case.found(
                Finding.PACKAGING_OPENED, Finding.PACKAGING_MISSING, Finding.TAGS_REMOVED, Finding.SEAL_BROKEN
            )
        ),
        Disposition.REPACK,
    ),
    _Line("outlet-b", lambda case: case.grade is Grade.B, Disposition.OUTLET),
    _Line("uncounted", lambda case: not case.known, None),
    _Line("as-new", lambda case: case.grade is Grade.A, Disposition.RESTOCK),
)

# What the law wants in place of an end: unsafe goods are the exception both texts make.
_SPARED = frozenset({"hygiene", "end-of-life"})


def propose(case: Circumstances) -> Proposal:
    """The first line of the table that fits, turned away from destruction where the law wants it."""
    line = next(line for line in _TABLE if line.fits(case))
    reason = text.message(f"warehouse-reason-{line.name}")
    if line.name in _SPARED and spares_goods(case.country):
        return Proposal(Disposition.RECYCLE, line.name, (reason, _law(case.country)))
    return Proposal(line.then, line.name, (reason,))


def reason_asked(*, chosen: Disposition, findings: Collection[Finding], country: str) -> bool:
    """Must a person who chooses this write down why? Destroying goods that the law wants used again, yes."""
    return chosen is Disposition.DESTROY and spares_goods(country) and Finding.UNSAFE not in findings


def _law(country: str) -> Message:
    return text.message("warehouse-reason-law", source=_FRENCH_LAW if country == "FR" else _UNION_LAW)
