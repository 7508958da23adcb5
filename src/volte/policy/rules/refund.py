"""When does the money go back: by the shop's promise, and by law at the latest?"""

from dataclasses import dataclass
from datetime import date

from volte.kit.time import Span
from volte.kit.words import RefundTrigger
from volte.law.rules import terms
from volte.law.rules.refunding import News, RefundTerm
from volte.law.rules.rights import Rights
from volte.law.rules.words import Standing

_NO_LAW, _NOTHING_SAID = RefundTerm(None), terms.Refund()
_YES = Standing.YES


def legal_term(rights: Rights) -> RefundTerm:
    """What the law says of a withdrawal's money, for whoever may withdraw."""
    right = rights.withdrawal
    if right.standing is not _YES:
        return _NO_LAW
    refund = right.refund or _NOTHING_SAID
    return RefundTerm(refund.days, refund.unit, refund.starts, right.may_withhold, rights.country, refund.indexed)


@dataclass(frozen=True, slots=True)
class RefundPlan:
    """`within` counts from the news named by `trigger`, `legal` from what the law names."""

    trigger: RefundTrigger
    within: Span
    legal: RefundTerm = _NO_LAW

    def lawful_by(self, news: News) -> date | None:
        """The last lawful day; None when no law sets one, or while what starts it is still awaited."""
        return self.legal.lawful_by(news)
