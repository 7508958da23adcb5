"""Does the engine give the answers a lawyer wrote down? Reads a table of worked cases and compares, row by row.

The table is CSV with the columns of `COLUMNS`; `informed=0` means nobody told of the right nor of the return cost,
`a|b` in `delivered_on` are several deliveries, `either` accepts any answer and `na` means none applies. A moment counts
as the day it falls on where the consumer lives. Keys in `note`: `informed_on=`, `return_cost_informed=0`,
`consent_ack=0|1`, `return_terms_displayed=0|1`, `employees=`, `outside_main_activity=0|1`, `fault_major=0|1`,
`used_months_agreed=`.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from volte.kit.errors import Invalid
from volte.kit.text import Message
from volte.kit.time import local_date
from volte.kit.words import CustomerKind
from volte.law.rules import provisions, rights, traits
from volte.law.rules.rights import Rights
from volte.law.rules.situation import Situation
from volte.law.rules.withdrawal import Withdrawal
from volte.law.rules.words import Channel, Payer, Standing, Trait
from volte.law.rules.working_days import NATIONWIDE

COLUMNS = (
    "case_id",
    "country",
    "b2b",
    "channel",
    "category",
    "reason",
    "ordered_on",
    "delivered_on",
    "requested_on",
    "informed",
    "opened_seal",
    "personalised",
    "expected_statutory_right",
    "expected_window_end",
    "return_shipping_payer",
    "outbound_shipping_refunded",
    "refund_deadline_days",
)
_EXPECTED = COLUMNS[-5:]
_NOT_APPLICABLE = "na"
_ANY = "either"
_NOTED = re.compile(
    r"\b(informed_on|return_cost_informed|consent_ack|return_terms_displayed|employees|outside_main_activity"
    r"|fault_major|used_months_agreed)=([0-9-]+)"
)
_DEFECTIVE = "defective"


class Outcome(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COVERED = "not_covered"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Difference:
    """One column in which the engine and the table disagree."""

    column: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one row. `why` is a text code for rows not covered, the complaint for rows not readable."""

    line: int
    case_id: str
    country: str
    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    why: str = ""
    unknown_category: bool = False
    answer: Mapping[str, str] = field(default_factory=dict)
    """What we say, column by column; empty where we say nothing."""
    reason: Message | None = None
    """The fact that decided, as a sentence to be written."""


def check(lines: Iterable[str]) -> Iterator[Verdict]:
    """One verdict per row of the table. Refuses a table without the columns we compare."""
    reader = csv.DictReader(lines)
    absent = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if absent:
        raise Invalid("law_cases_columns", columns=", ".join(absent))
    for row in reader:
        yield _verdict(row, reader.line_num)


def _verdict(row: Mapping[str, str], line: int) -> Verdict:
    case_id, country = row["case_id"], row["country"]
    try:
        situation = _situation(row)
    except (ValueError, KeyError, AttributeError, TypeError) as complaint:
        return Verdict(line, case_id or "", country or "", Outcome.UNREADABLE, why=str(complaint))
    given = rights.rights_for(situation)
    unknown = bool(traits.of_category(row["category"]).unknown)
    claim = given.conformity if row["reason"] == _DEFECTIVE else given.withdrawal
    if _nothing_to_say(given, defective=row["reason"] == _DEFECTIVE):
        return Verdict(
            line,
            case_id,
            country,
            Outcome.NOT_COVERED,
            why=claim.why.code,
            unknown_category=unknown,
            reason=claim.why,
        )
    answer = _conformity_answer if row["reason"] == _DEFECTIVE else _withdrawal_answer
    found = answer(given, situation)
    differences = tuple(
        Difference(column, row[column], found[column])
        for column in _EXPECTED
        if row[column] not in (_ANY, found[column])
    )
    outcome = Outcome.DIFFERS if differences else Outcome.AGREES
    return Verdict(
        line, case_id, country, outcome, differences, unknown_category=unknown, answer=found, reason=claim.why
    )


def _nothing_to_say(given: Rights, *, defective: bool) -> bool:
    """Where facts or our knowledge end. A liability without a term is a right, however long it lasts."""
    if not defective:
        return given.withdrawal.standing is Standing.UNKNOWN
    claim = given.conformity
    return claim.minimum_only or (claim.standing is Standing.UNKNOWN and not claim.open_ended)


def _situation(row: Mapping[str, str]) -> Situation:
    country, _, region = row["country"].partition("-")
    noted = dict(_NOTED.findall(row.get("note") or ""))
    informed = _flag(row["informed"])
    zone = next(iter(provisions.zones(country, region)), "UTC")
    return Situation(
        country=country,
        region=region or NATIONWIDE,
        concluded_on=_day(row["ordered_on"], zone),
        asked_on=_day(row["requested_on"], zone),
        delivered_on=tuple(_day(written, zone) for written in row["delivered_on"].split("|") if written),
        channel=Channel(row["channel"]),
        buyer=_buyer(row["b2b"]),
        traits=traits.of_category(row["category"]).traits,
        informed=informed,
        informed_on=_day(noted["informed_on"], zone) if "informed_on" in noted else None,
        return_cost_informed=_flag(noted.get("return_cost_informed", row["informed"])),
        terms_displayed=_noted_flag(noted, "return_terms_displayed"),
        used=_flag(row.get("used_beyond_test") or "0"),
        seal_broken=_flag(row["opened_seal"]),
        personalised=_flag(row["personalised"]),
        begun_with_consent=_noted_flag(noted, "consent_ack"),
        employees=int(noted["employees"]) if "employees" in noted else None,
        outside_main_activity=_noted_flag(noted, "outside_main_activity"),
        fault_major=_noted_flag(noted, "fault_major"),
        used_months_agreed=int(noted["used_months_agreed"]) if "used_months_agreed" in noted else None,
    )


def _withdrawal_answer(given: Rights, situation: Situation) -> dict[str, str]:
    right = given.withdrawal
    nothing_sent = Trait.DIGITAL in situation.traits
    if right.standing is Standing.NO:
        payer = _NOT_APPLICABLE if nothing_sent else Payer.CUSTOMER.value
        return _answer("none", right.last_day, payer=payer)
    return _answer(
        "withdrawal",
        right.last_day,
        payer=_NOT_APPLICABLE if right.return_paid_by is None else right.return_paid_by.value,
        outbound=_outbound(right),
        refund_days=_NOT_APPLICABLE if right.refund_days is None else str(right.refund_days),
    )


def _outbound(right: Withdrawal) -> str:
    return "1" if right.outbound_owed else _NOT_APPLICABLE


def _conformity_answer(given: Rights, situation: Situation) -> dict[str, str]:
    claim = given.conformity
    if claim.standing is Standing.NO:
        return _answer("none", claim.last_day, payer=Payer.CUSTOMER.value)
    rejects = claim.reject_until is not None and situation.asked_on <= claim.reject_until
    end = claim.reject_until if claim.open_ended and rejects else claim.last_day
    days = str(claim.refund_days) if rejects and claim.refund_days is not None else _NOT_APPLICABLE
    return _answer("conformity", end, payer=claim.paid_by.value, refund_days=days)


def _answer(
    right: str,
    end: date | None,
    *,
    payer: str,
    outbound: str = _NOT_APPLICABLE,
    refund_days: str = _NOT_APPLICABLE,
) -> dict[str, str]:
    shown = _NOT_APPLICABLE if end is None else end.isoformat()
    return dict(zip(_EXPECTED, (right, shown, payer, outbound, refund_days), strict=True))


def _day(written: str, zone: str) -> date:
    """A day, or the day a moment falls on where the consumer lives."""
    moment = datetime.fromisoformat(written.strip())
    return moment.date() if moment.tzinfo is None else local_date(moment, zone)


def _buyer(written: str) -> CustomerKind:
    """0 is a consumer, 1 a business; the words themselves are understood too."""
    if written in ("0", "1"):
        return CustomerKind.BUSINESS if written == "1" else CustomerKind.CONSUMER
    return CustomerKind(written)


def _noted_flag(noted: Mapping[str, str], name: str) -> bool | None:
    return _flag(noted[name]) if name in noted else None


def _flag(written: str) -> bool:
    if written not in ("0", "1"):
        raise ValueError(f"0 or 1 expected, not {written!r}")
    return written == "1"
