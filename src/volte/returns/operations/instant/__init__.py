"""An exchange that leaves first: its price is held on the customer's card until what it came instead of is back.

`returns.instant` says whether and on which terms, `placing` leads to the provider's page, `dispatching` sends, `ending`
lets go or takes. A hold ends once, whoever comes first: the goods, the day, or a person.
"""

from volte.returns.operations.instant.dispatching import send_first
from volte.returns.operations.instant.ending import (
    follow_hold,
    hold_ended,
    hold_needs_a_person,
    prolong_hold,
    release_hold,
    see_to_hold,
    take_hold,
    take_late,
)
from volte.returns.operations.instant.placing import agree_to_hold, learn_hold, place_hold

__all__ = [
    "agree_to_hold",
    "follow_hold",
    "hold_ended",
    "hold_needs_a_person",
    "learn_hold",
    "place_hold",
    "prolong_hold",
    "release_hold",
    "see_to_hold",
    "send_first",
    "take_hold",
    "take_late",
]
