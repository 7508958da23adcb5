"""The one question at the end, on the page of the return: how did it go?"""

from collections.abc import Mapping
from dataclasses import dataclass

from volte.returns import feedback
from volte.returns.feedback import FeedbackView
from volte.returns.rules.feedback import LONGEST_COMMENT, Openness
from volte.returns.views import ReturnView


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel shows. `state` names it: open | changeable | done; `chosen` and `comment` stand in the form."""

    state: str
    given: FeedbackView | None
    chosen: int | None
    comment: str
    longest: int = LONGEST_COMMENT

    @property
    def may_answer(self) -> bool:
        return self.state != Openness.DONE


def asked(view: ReturnView, errors: Mapping[str, str]) -> Asked | None:
    """The question as it stands for this return, inside the shop's transaction; None while there is none to put."""
    given = feedback.of_return(return_id=view.id) if view.settled_at is not None else None
    state = feedback.openness(view=view, said=given)
    if state in (Openness.EARLY, Openness.OVER):
        return None
    typed = errors.get("score-typed", "")
    chosen = int(typed) if typed else (given.score if given else None)
    return Asked(state.value, given, chosen, errors.get("opinion-typed", given.comment if given else ""))
