"""By when must the money of a withdrawal be back? From the notice in the Union, with the right to wait for the goods or
proof that they were sent; from those in Great Britain; from the goods in China and Korea; at once in Brazil."""

from dataclasses import dataclass
from datetime import date, timedelta

from volte.law.rules import working_days
from volte.law.rules.words import RefundStart, Unit


@dataclass(frozen=True, slots=True)
class News:
    """What has happened so far: the consumer's notice, proof that goods were sent, goods in the shop's hands."""

    noticed_on: date
    proof_on: date | None = None
    goods_on: date | None = None

    @property
    def goods_or_proof(self) -> date | None:
        return min((day for day in (self.proof_on, self.goods_on) if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class RefundTerm:
    """`days` (None: no law names any) of `unit` after `starts`; `may_withhold`: until goods or proof are there;
    `indexed`: the sum is adjusted for what money lost meanwhile."""

    days: int | None
    unit: Unit = Unit.CALENDAR
    starts: RefundStart = RefundStart.NOTICE
    may_withhold: bool = False
    country: str = ""
    indexed: bool = False

    def lawful_by(self, news: News) -> date | None:
        """The last lawful day; None when no law sets one, or while what starts it is still awaited.

        Never rolled over: the term binds the shop, and the stricter reading is the safe one.
        """
        if self.days is None:
            return None
        match self.starts:
            case RefundStart.NOTICE:
                end = self._after(news.noticed_on)
                if not self.may_withhold:
                    return end
                return None if news.goods_or_proof is None else max(end, news.goods_or_proof)
            case RefundStart.GOODS_OR_PROOF:
                return None if news.goods_or_proof is None else self._after(news.goods_or_proof)
            case RefundStart.GOODS:
                return None if news.goods_on is None else self._after(news.goods_on)

    def _after(self, day: date) -> date:
        days = self.days or 0
        if self.unit is Unit.BUSINESS:
            return working_days.after(day, days, country=self.country, region=working_days.NATIONWIDE)
        return day + timedelta(days=days)
