"""One run of each kind of the crash storm (`make test-crash` is the whole of it)."""

import pytest
from tools.stack import Stack

from tests.crash import blows, storm

pytestmark = pytest.mark.serial


def test_each_kind_of_harm_once_and_every_refund_is_paid_exactly_once(stack: Stack) -> None:
    report = storm.weather(stack, runs=len(blows.ALL), seed=5, name="harm", twice_every=10)
    assert set(report.blows) >= {blow.name for blow in blows.ALL}
    assert report.wrong == []
    assert report.paid + report.otherwise == report.runs
