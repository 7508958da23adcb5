"""The status follows from the items, by the table of docs/explanation/lifecycle.md."""

import re
from pathlib import Path

import pytest

from volte.kit.words import RefundTrigger
from volte.returns.rules import lifecycle, settlement
from volte.returns.rules.lifecycle import Act, Outcome, Standing, Status, Verdict, Whereabouts
from volte.returns.rules.settlement import Progress

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "lifecycle.md"


def item(
    verdict: Verdict = Verdict.ACCEPTED, whereabouts: Whereabouts = Whereabouts.WITH_CUSTOMER, **counts: int
) -> Standing:
    return Standing(verdict, whereabouts, Outcome.PENDING, counts.pop("quantity", 1), **counts)


def test_the_page_and_the_table_are_in_the_same_order() -> None:
    written = re.findall(r"^\| ([a-z_]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [word for word in written if word != "status"] == [status.value for status, _ in lifecycle.PRECEDENCE]


@pytest.mark.parametrize(
    ("items", "status"),
    [
        ([item(Verdict.CANCELLED), item(Verdict.CANCELLED)], Status.CANCELLED),
        ([item(Verdict.EXPIRED)], Status.EXPIRED),
        ([item(Verdict.CANCELLED), item(Verdict.REFUSED)], Status.REFUSED),
        ([item(), item(Verdict.REFUSED)], Status.APPROVED),
        ([item(), item(Verdict.NEEDS_REVIEW)], Status.REQUESTED),
        ([item(Verdict.NEEDS_EVIDENCE)], Status.REQUESTED),
        ([item(whereabouts=Whereabouts.TRAVELLING)], Status.IN_TRANSIT),
        ([item(whereabouts=Whereabouts.LOST)], Status.IN_TRANSIT),
        ([item(whereabouts=Whereabouts.ARRIVED, arrived=1, quantity=2)], Status.ARRIVED),
        ([item(whereabouts=Whereabouts.ARRIVED, arrived=1), item()], Status.ARRIVED),
        ([item(whereabouts=Whereabouts.ARRIVED, arrived=1, inspected=1)], Status.INSPECTED),
        ([item(whereabouts=Whereabouts.ARRIVED, arrived=1, inspected=1, settled=1)], Status.SETTLED),
        ([item(whereabouts=Whereabouts.TRAVELLING, settled=1)], Status.SETTLED),
        (
            [item(whereabouts=Whereabouts.ARRIVED, arrived=2, inspected=2, settled=1, rejected=1, quantity=2)],
            Status.SETTLED,
        ),
    ],
)
def test_the_first_row_that_holds_names_the_status(items: list[Standing], status: Status) -> None:
    assert lifecycle.status(items) is status


def test_a_return_without_items_is_a_fault() -> None:
    with pytest.raises(ValueError, match="at least one item"):
        lifecycle.status([])


def test_every_status_says_what_may_follow() -> None:
    for status in Status:
        assert {Act.ASK, Act.GOODWILL} <= lifecycle.possible(status)


@pytest.mark.parametrize(
    ("standing", "trigger", "handed_over", "accepted", "due"),
    [
        (item(quantity=2), RefundTrigger.INSPECTION, True, 0, 0),
        (item(quantity=2), RefundTrigger.CARRIER_SCAN, False, 0, 0),
        (item(quantity=2), RefundTrigger.CARRIER_SCAN, True, 0, 2),
        (item(quantity=2, arrived=1), RefundTrigger.RECEIPT, True, 0, 1),
        (item(quantity=2, arrived=2, inspected=2), RefundTrigger.INSPECTION, True, 1, 1),
        (item(quantity=2, arrived=2, inspected=2, settled=1), RefundTrigger.INSPECTION, True, 2, 1),
        (item(quantity=2, arrived=2, inspected=2, settled=1, rejected=1), RefundTrigger.INSPECTION, True, 2, 0),
        (item(whereabouts=Whereabouts.LOST), RefundTrigger.INSPECTION, True, 0, 1),
        (item(whereabouts=Whereabouts.KEPT), RefundTrigger.INSPECTION, False, 0, 1),
        (item(Verdict.REFUSED, quantity=2), RefundTrigger.CARRIER_SCAN, True, 2, 0),
    ],
)
def test_a_unit_is_due_once_its_trigger_fired(
    standing: Standing, trigger: RefundTrigger, handed_over: bool, accepted: int, due: int
) -> None:
    assert settlement.due(Progress(standing, trigger, handed_over, accepted)) == due
