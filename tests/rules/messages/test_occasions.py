"""Every step has its facts, and is told once."""

from typing import get_args
from uuid import UUID

from volte.messages.rules import occasions, to_staff
from volte.messages.rules.occasions import Occasion

ONE, OTHER = UUID(int=1), UUID(int=2)


def test_each_occasion_has_exactly_one_kind_of_facts() -> None:
    assert sorted(kind.occasion for kind in get_args(to_staff.Letter)) == sorted(Occasion)


def test_the_same_step_of_the_same_subject_is_the_same_mail() -> None:
    def key(subject: UUID, step: str, occasion: Occasion = Occasion.APPROVED) -> str:
        return occasions.dedupe_key(occasion=occasion, subject_id=subject, step=step)

    assert key(ONE, "") == key(ONE, "")
    assert len({key(ONE, ""), key(ONE, "2"), key(OTHER, ""), key(ONE, "", Occasion.REFUSED)}) == 4


def test_what_lies_beside_the_way_has_no_stage() -> None:
    assert occasions.stage(Occasion.REFUSED) is None
    assert occasions.stage(Occasion.ANSWER) is None
    assert occasions.stage(Occasion.REFUND_ON_ITS_WAY) is occasions.Stage.DONE
