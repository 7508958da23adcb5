"""One unit on the bench: what is asked about it, what a person answered, and what follows from that."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from volte.kit.text import Message, message
from volte.kit.words import Disposition
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import Outlook, UnitView
from volte.warehouse.rules import grading, inspection
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import ANSWERS, Finding, Question
from volte.warehouse.rules.receiving import Match

# That a thing was never worn is what "as new" says already: one button fewer.
_OFFERED = {
    question: tuple(finding for finding in answers if finding is not Finding.UNWORN)
    for question, answers in ANSWERS.items()
}
# One key per answer, the same for every kind of goods, so that hands remember them. Codes begin with R and V.
_KEYS = dict(zip([finding for answers in _OFFERED.values() for finding in answers], "abcdefghijkl", strict=True))
_ALONE = (Finding.NOT_RETURNED, Finding.WRONG_ITEM)
# Reasons for thinking otherwise than the rules, each with its key.
WHYS = (("smell", "n"), ("stain", "o"), ("hidden", "p"), ("better", "q"), ("worse", "s"), ("manager", "t"))


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to see. `key` presses it."""

    value: str
    words: Message
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `fine` is chosen while no answer is."""

    name: str
    words: Message
    fine: Message
    is_fine: bool
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A grade or a way to go, as a button."""

    value: str
    words: Message
    key: str = ""
    chosen: bool = False
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What a person says of a unit. `grade` and `disposition` are None where they leave it to the rules."""

    unit: UnitView
    findings: frozenset[Finding]
    grade: Grade | None
    disposition: Disposition | None
    why: str
    outlook: Outlook
    surprising: bool = False

    @property
    def asked(self) -> list[Asked]:
        return [_asked(question, self.findings) for question, _ in inspection.checklist(self.unit.group)]

    @property
    def grades(self) -> list[Choice]:
        proposed = self.outlook.graded.grade
        return [
            Choice(grade.value, message(f"floor-grade-{grade.value.lower()}"), str(place), grade is self.shown_grade,
                   grade is proposed)
            for place, grade in enumerate(Grade, start=1)
        ]  # fmt: skip

    @property
    def ways(self) -> list[Choice]:
        proposed = self.outlook.proposal.disposition
        return [
            Choice(way.value, way_words(way), "", way is self.shown_disposition, way is proposed) for way in Disposition
        ]

    @property
    def shown_grade(self) -> Grade:
        return self.grade or self.outlook.graded.grade

    @property
    def shown_disposition(self) -> Disposition | None:
        return self.disposition or self.outlook.proposal.disposition

    @property
    def needs_why(self) -> bool:
        """A person decided otherwise than the rules."""
        return self.grade is not None or self.disposition is not None

    @property
    def way(self) -> Message | None:
        return way_words(self.shown_disposition) if self.shown_disposition else None

    @property
    def reasons(self) -> Sequence[Message]:
        seen = self.outlook.graded.reasons if self.grade is None else ()
        return (*seen, *(self.outlook.proposal.reasons if self.disposition is None else ()))


def way_words(way: Disposition) -> Message:
    return message(f"warehouse-disposition-{way.value.replace('_', '-')}")


def grade_words(grade: Grade) -> Message:
    return message(f"warehouse-grade-{grade.value.lower()}")


def first(unit: UnitView) -> Look:
    """Nothing wrong so far: what a good unit leads to. That another item came was said at the box already."""
    findings = frozenset({Finding.WRONG_ITEM} if unit.match is Match.WRONG_ITEM else ())
    return Look(unit, findings, None, None, "", _outlook(unit, findings, None))


def read(unit: UnitView, form: QueryDict) -> Look:
    """What the form says. A grade or a way that the person left as it was shown is not a choice of theirs, so when
    their answers change what follows, that is `surprising` and shown before it is done. Refuses `finding_unknown`."""
    findings = _findings(unit, form)
    shown_grade, shown_way = form.get("shown-grade", ""), form.get("shown-way", "")
    grade = _grade(form.get("grade", ""), shown_grade)
    way = _way(form.get("way", ""), shown_way)
    outlook = _outlook(unit, findings, grade)
    if grade is outlook.graded.grade:
        grade = None
    if way is outlook.proposal.disposition:
        way = None
    proposed = outlook.proposal.disposition
    new_grade = grade is None and "shown-grade" in form and outlook.graded.grade.value != shown_grade
    new_way = way is None and "shown-way" in form and (proposed.value if proposed else "") != shown_way
    return Look(unit, findings, grade, way, _why(form), outlook, surprising=new_grade or new_way)


def _findings(unit: UnitView, form: QueryDict) -> frozenset[Finding]:
    written = [form.get(f"see-{question.value}", "") for question, _ in inspection.checklist(unit.group)]
    found = inspection.findings_of(word for word in written if word)
    alone = next((finding for finding in _ALONE if finding in found), None)
    return frozenset({alone}) if alone else found


def _outlook(unit: UnitView, findings: frozenset[Finding], grade: Grade | None) -> Outlook:
    return warehouse.outlook_of(seen=unit, findings=findings, grade=grade)


def _grade(written: str, shown: str) -> Grade | None:
    return Grade(written) if written != shown and written in grading.Grade.__members__ else None


def _way(written: str, shown: str) -> Disposition | None:
    return Disposition(written) if written and written != shown and written in set(Disposition) else None


def _why(form: QueryDict) -> str:
    return " ".join((form.get("why-words") or form.get("why") or "").split())[:500]


def _asked(question: Question, findings: frozenset[Finding]) -> Asked:
    answers = tuple(
        Answer(
            finding.value,
            message(f"warehouse-finding-{finding.value.replace('_', '-')}"),
            _KEYS[finding],
            finding in findings,
        )
        for finding in _OFFERED[question]
    )
    return Asked(
        name=question.value,
        words=message(f"warehouse-question-{question.value}"),
        fine=message(f"warehouse-fine-{question.value}"),
        is_fine=not any(answer.chosen for answer in answers),
        answers=answers,
    )
