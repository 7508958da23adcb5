"""Counting a box: every thing gets one match, and nothing is turned away."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from volte.warehouse.rules import receiving
from volte.warehouse.rules.receiving import Counted, Expected, Match, Reception

CLAIRE, PAUL = UUID(int=1), UUID(int=2)
DRESS = Expected(subject=CLAIRE, line=UUID(int=11), sku="ROBE-M", quantity=2)
MUG = Expected(subject=CLAIRE, line=UUID(int=12), sku="MUG", quantity=1)
BOOTS = Expected(subject=PAUL, line=UUID(int=21), sku="BOTTES-39", quantity=1)


def opened(*counted: Counted, expected: tuple[Expected, ...] = (DRESS, MUG, BOOTS)) -> Reception:
    return receiving.compare(expected=expected, counted=counted, announced=bool(expected))


def matches(reception: Reception) -> list[Match]:
    return [unit.match for unit in reception.units]


def test_all_that_was_expected_came() -> None:
    reception = opened(Counted(line=DRESS.line, quantity=2), Counted(sku="MUG"), Counted(line=BOOTS.line))
    assert matches(reception) == [Match.EXPECTED] * 4
    assert reception.missing == ()
    assert [unit.sku for unit in reception.units] == ["ROBE-M", "ROBE-M", "MUG", "BOTTES-39"]


def test_one_dress_is_missing() -> None:
    reception = opened(Counted(line=DRESS.line), Counted(sku="MUG"), Counted(line=BOOTS.line))
    assert reception.missing == (Expected(CLAIRE, DRESS.line, "ROBE-M", 1),)


def test_more_than_expected_is_extra_and_still_received() -> None:
    assert matches(opened(Counted(line=MUG.line, quantity=3))) == [Match.EXPECTED, Match.EXTRA, Match.EXTRA]


def test_another_thing_in_its_place_is_a_wrong_item_and_the_line_stays_missing() -> None:
    reception = opened(Counted(line=MUG.line, sku="BRIQUE"), expected=(MUG,))
    assert matches(reception) == [Match.WRONG_ITEM]
    assert reception.units[0].line == MUG.line
    assert reception.missing == (MUG,)


def test_several_returns_in_one_box() -> None:
    reception = opened(Counted(sku="BOTTES-39"), Counted(sku="ROBE-M"))
    assert [unit.subject for unit in reception.units] == [PAUL, CLAIRE]


def test_the_same_sku_in_two_returns_goes_where_it_is_named_and_else_where_it_is_missing() -> None:
    hers, his = Expected(CLAIRE, UUID(int=31), "MUG", 1), Expected(PAUL, UUID(int=32), "MUG", 1)
    named = opened(Counted(sku="MUG", subject=PAUL), expected=(hers, his))
    assert named.units[0].line == his.line
    both = opened(Counted(sku="MUG"), Counted(sku="MUG"), Counted(sku="MUG"), expected=(hers, his))
    assert [unit.line for unit in both.units] == [hers.line, his.line, hers.line]
    assert matches(both) == [Match.EXPECTED, Match.EXPECTED, Match.EXTRA]


def test_a_box_nobody_announced() -> None:
    reception = opened(Counted(sku="MUG"), Counted(), expected=())
    assert matches(reception) == [Match.UNANNOUNCED] * 2


def test_an_unknown_thing_in_an_announced_box_is_extra() -> None:
    assert matches(opened(Counted(sku="LIVRE"), Counted())) == [Match.EXTRA] * 2


def test_what_came_before_is_not_expected_again() -> None:
    left = receiving.still_open(agreed=[DRESS, MUG], came={DRESS.line: 1, MUG.line: 3})
    assert [line.quantity for line in left] == [1, 0]
    assert matches(opened(Counted(sku="MUG"), expected=left)) == [Match.EXTRA]


things = st.lists(
    st.builds(
        Counted,
        sku=st.sampled_from(["", "ROBE-M", "MUG", "BRIQUE"]),
        quantity=st.integers(1, 3),
        line=st.sampled_from([None, DRESS.line, MUG.line, BOOTS.line, UUID(int=99)]),
    ),
    max_size=6,
)


@given(things)
def test_nothing_counted_is_lost_and_nothing_expected_is_counted_twice(counted: list[Counted]) -> None:
    reception = opened(*counted)
    assert len(reception.units) == sum(thing.quantity for thing in counted)
    for line in (DRESS, MUG, BOOTS):
        came = sum(unit.line == line.line and unit.match is Match.EXPECTED for unit in reception.units)
        missing = sum(left.quantity for left in reception.missing if left.line == line.line)
        assert came + missing == line.quantity


def test_a_thing_known_by_words_only_keeps_them() -> None:
    [coat] = opened(Counted(title="manteau brun", subject=CLAIRE)).units
    assert (coat.match, coat.title, coat.line) == (Match.EXTRA, "manteau brun", None)


def test_words_of_its_own_make_it_another_thing_than_the_line_says() -> None:
    [coat] = opened(Counted(line=MUG.line, title="manteau brun"), expected=(MUG,)).units
    assert (coat.match, coat.title, coat.line) == (Match.WRONG_ITEM, "manteau brun", MUG.line)
