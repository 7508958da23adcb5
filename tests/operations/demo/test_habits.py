"""Customers of the demo shop who send much back are known for it, at the time each case was decided and today."""

from collections import Counter
from fractions import Fraction

import pytest

from tests.operations.demo.conftest import NOW, Played
from volte.kit.words import Fault
from volte.returns.models import Return, ReturnItem
from volte.risk import queries as risk
from volte.runtime import tenancy

pytestmark = pytest.mark.xdist_group("demo")


def test_whoever_sends_much_back_has_a_rate(played: Played) -> None:
    """What counts is what was looked at here and was not the shop's or the carrier's fault."""
    with tenancy.entered(played.cast.shop_id):
        wished = ReturnItem.objects.exclude(fault__in=[Fault.MERCHANT, Fault.CARRIER]).filter(inspected__gt=0)
        buyers = dict(Return.objects.exclude(customer_id=None).values_list("id", "customer_id"))
        came = Counter(buyers[item.return_row_id] for item in wished if item.return_row_id in buyers)
        often = [customer_id for customer_id, _ in came.most_common(3)]
        assert came[often[-1]] >= 2
        for customer_id in often:
            rate = risk.standing(customer_id=customer_id, now=NOW).rate
            assert rate.share > Fraction(5, 100), customer_id
