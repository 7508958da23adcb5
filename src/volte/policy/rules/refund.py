"""When does the money go back: by the shop's promise, and by law at the latest?"""

from dataclasses import dataclass
from datetime import date, timedelta

from volte.kit.time import Span
from volte.kit.words import RefundTrigger


@dataclass(frozen=True, slots=True)
class RefundPlan:
    """`within` counts from the news named by `trigger`. `legal_days` counts from the customer's notice; None: no law
    sets a term. `may_withhold`: the law lets the shop wait for the goods or proof that they were sent."""

    trigger: RefundTrigger
    within: Span
    legal_days: int | None = None
    may_withhold: bool = False

    def promised_by(self, *, news_on: date) -> date:
        """The day the shop promises, once the news that starts it has come."""
        return self.within.after(news_on)

    def lawful_by(self, *, noticed_on: date, proof_on: date | None) -> date | None:
        """The last lawful day; None when no law sets one, or while goods and proof are still awaited.

        `proof_on` is the day goods or proof of sending arrived, whichever came first. Never rolled over: the term binds
        the shop, and the stricter reading is the safe one.
        """
        if self.legal_days is None:
            return None
        term = noticed_on + timedelta(days=self.legal_days)
        if not self.may_withhold:
            return term
        return None if proof_on is None else max(term, proof_on)

    def due_by(self, *, noticed_on: date, proof_on: date | None, news_on: date | None) -> date | None:
        """The earlier of promise and law; None while neither can be named."""
        named = [self.lawful_by(noticed_on=noticed_on, proof_on=proof_on)]
        named.append(None if news_on is None else self.promised_by(news_on=news_on))
        return min((day for day in named if day is not None), default=None)
