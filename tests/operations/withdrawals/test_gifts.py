"""The right to withdraw is the buyer's, whatever became of the gift: who is first has the unit, and nobody is told."""

from collections.abc import Callable
from uuid import UUID

from tests.operations.returns.test_gifts import gift_of, proven, refusal, sent_back, settled, wanted
from tests.operations.withdrawals.conftest import react
from volte.messages.models import Mail
from volte.money import queries as money
from volte.returns import queries
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules.statement import Why

Declare = Callable[..., WithdrawalView]


def test_the_buyer_withdraws_first(owner: Actor, order: UUID, declare: Declare) -> None:
    gift = gift_of(owner, order, {"l1": 2})
    said = declare()
    assert {one["what"] for one in said.outcome} == {"accepted"}
    assert refusal(lambda: sent_back(owner, gift)) == "gift_units_gone"


def test_the_recipient_was_first(owner: Actor, order: UUID, declare: Declare) -> None:
    given = sent_back(owner, gift_of(owner, order, {"l1": 2}))
    react()
    said = declare()
    assert {one["line"]: (one["quantity"], one["what"]) for one in said.outcome if one["what"] == "gone"} == {
        "l1": (1, "gone")
    }
    assert given not in said.return_ids, "what somebody else sends back does not carry out the buyer's withdrawal"
    with tenancy.entered(owner.shop_id):
        assert queries.by_id(return_id=given).withdrawn_at is None
        (theirs,) = [queries.by_id(return_id=one) for one in said.return_ids]
        told = " ".join(Mail.objects.filter(to_address="camille@example.com").values_list("text", flat=True))
    assert told and "Noor" not in told
    settled(owner, given)
    settled(owner, theirs.id)
    with tenancy.entered(owner.shop_id):
        back = sum(one.amount.amount for one in money.refunds(subject_id=theirs.id))
        (credit,) = money.credits(subject_id=given)
        assert back + credit.base.amount <= 9688
    assert proven(owner)


def test_nothing_is_left_for_the_buyer_so_a_person_looks(owner: Actor, order: UUID, declare: Declare) -> None:
    sent_back(owner, gift_of(owner, order, {"l1": 2}))
    sent_back(owner, gift_of(owner, order, {"l2": 1}), wanted("l2"))
    said = declare(lines={"l2": 1})
    assert said.attention == Why.NOTHING_LEFT.value and said.return_ids == ()
