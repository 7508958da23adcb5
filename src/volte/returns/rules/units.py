"""Which units of a line are meant when so many of them come back?

Money knows units by their position on the line. A return names quantities; here each item gets the lowest positions
nobody was paid for yet, so two items of one line never mean the same unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from volte.kit.rates import NOTHING, Rate
from volte.kit.words import Resolution
from volte.money.rules.basis import PaidOrder, free_positions
from volte.money.rules.refund import Before
from volte.money.rules.wish import Deduction, UnitsBack

# Whoever swaps goods keeps the contract, so the way out stays paid; money and credit undo it.
OUTBOUND_GIVEN_BACK = (Resolution.REFUND, Resolution.CREDIT)


@dataclass(frozen=True, slots=True)
class Back:
    """So many units of a line, and on which terms. `reference` is the return item they belong to. Those that
    `never_left` are the last ones nobody was paid for, as cancelled units are: so the first ones stay to come back."""

    reference: str
    line: str
    title: str
    quantity: int
    outbound_owed: bool = False
    restocking_fee: Rate = NOTHING
    deduction: Deduction | None = None
    by_right: bool = False
    never_left: bool = False


def units_kept(*, paid: PaidOrder, before: Before, back: Back) -> tuple[int, ...]:
    """The units that stay at a lower price: the last ones nobody was paid for. What comes back later are the first
    ones, so that a unit sent back is not taken for the reduced one while another may be meant."""
    line = paid.line(id=back.line)
    free = [position for position in range(line.kept, 0, -1) if position not in before.of(line.id)]
    return tuple(sorted(free[: back.quantity]))


def units_back(*, paid: PaidOrder, before: Before, wanted: Sequence[Back]) -> tuple[UnitsBack, ...]:
    """Give each its positions, in the order asked."""
    taken: dict[str, set[int]] = {}
    found = []
    for back in wanted:
        gone = taken.setdefault(back.line, set(before.of(back.line)))
        line = paid.line(id=back.line)
        if back.never_left:
            positions = tuple(sorted([one for one in range(line.kept, 0, -1) if one not in gone][: back.quantity]))
        else:
            positions = free_positions(line=line, taken=gone, quantity=back.quantity)
        gone.update(positions)
        found.append(
            UnitsBack(
                reference=back.reference,
                line=back.line,
                title=back.title,
                positions=positions,
                accepted=back.quantity,
                outbound_owed=back.outbound_owed,
                restocking_fee=back.restocking_fee,
                deduction=back.deduction,
                by_right=back.by_right,
            )
        )
    return tuple(found)
