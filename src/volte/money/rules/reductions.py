"""How much of its price is a unit still worth, when the customer was given some of it back and kept it?

A reduction of several units is shared over them by what each is still worth, by largest remainder. What was given for
a unit is remembered amount by amount, and its tax counted unit by unit: so whatever comes back later, and in whichever
order, the reductions and the refunds of a line sum to the line, and so does their tax. In words and numbers:
docs/algorithms/deductions-and-reductions.md.
"""

from collections.abc import Mapping, Sequence

from volte.kit.money import allocate
from volte.money.rules import taxes
from volte.money.rules.basis import PaidLine
from volte.money.rules.taxes import Part

Given = Mapping[int, tuple[int, ...]]
Reductions = Mapping[str, Given]


def joined(first: Given, then: Given) -> dict[int, tuple[int, ...]]:
    """What was given for each unit, all in all."""
    return {position: (*first.get(position, ()), *then.get(position, ())) for position in {**first, **then}}


def worth(*, line: PaidLine, reduced: Given, position: int) -> int:
    """What was paid for this unit and not given back of its price."""
    return max(line.gross(positions=(position,)) - sum(reduced.get(position, ())), 0)


def left(*, line: PaidLine, reduced: Given, position: int) -> Part:
    """The same with its tax."""
    (whole,) = taxes.summed(
        [*line.parts(positions=(position,)), *taken_back(line=line, reduced=reduced, positions=[position])]
    )
    return whole


def shared(*, line: PaidLine, reduced: Given, amount: int, positions: Sequence[int]) -> dict[int, int]:
    """The amount over these units, by what each is still worth, at most all of it; units that bear nothing are left
    out."""
    left = [worth(line=line, reduced=reduced, position=position) for position in positions]
    given = min(amount, sum(left))
    if given <= 0:
        return {}
    return {position: share for position, share in zip(positions, allocate(given, left), strict=True) if share}


def parts(*, line: PaidLine, shares: Mapping[int, int]) -> tuple[Part, ...]:
    """These amounts, each at the tax of its unit."""
    return taxes.summed(_part(line, position, share) for position, share in shares.items())


def taken_back(*, line: PaidLine, reduced: Given, positions: Sequence[int]) -> tuple[Part, ...]:
    """What was given before for these units, negative and at the tax it was given at."""
    found = [-_part(line, one, amount) for one in positions for amount in reduced.get(one, ())]
    return taxes.summed(found)


def _part(line: PaidLine, position: int, amount: int) -> Part:
    return taxes.like(line.parts(positions=(position,))[0], gross=amount)
