"""May something be taken off a refund because the goods were used, and how much?

Only where the decision allows it: on a withdrawal of somebody who was told of the right, where their country knows such
a deduction, or on a return the shop takes by its own will. Never on goods that were not as agreed. At most what was
paid for the units: what the way out cost stays owed whole. In words and numbers:
docs/algorithms/deductions-and-reductions.md.
"""

from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.money.rules.wish import Deduction


def decided(*, amount: Money, why: str, allowed: bool, worth: Money) -> Deduction:
    """The deduction, or why it may not be made. `worth` is what was paid for the units it lowers and not given back.

    Refuses `deduction_not_allowed`, `deduction_needs_reason`, `deduction_needs_amount`, `deduction_above_worth`.
    """
    if not allowed:
        raise Invalid("deduction_not_allowed")
    if not why.strip():
        raise Invalid("deduction_needs_reason")
    if amount.amount <= 0 or amount.currency != worth.currency:
        raise Invalid("deduction_needs_amount", currency=worth.currency)
    if amount > worth:
        raise Invalid("deduction_above_worth", worth=worth)
    return Deduction(amount, why.strip())
