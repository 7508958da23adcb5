"""What is decided where no goods come back: of units that never arrived, and of units that have not left?

Neither asks a policy: nobody returns anything. In words: docs/algorithms/never-arrived-and-cancelled.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from volte.kit.text import Message, message
from volte.returns.rules.lifecycle import Kind, Verdict


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known of a line's way out, in units. `left`: nobody spoke for them; `waiting`: of `left`'s line, those a
    cancellation that is not decided speaks for. `told`: the shop tells of parcels at all."""

    sold: int
    shipped: int
    left: int
    waiting: int
    told: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """`reasons` are the lines of the trace, the verdict last; `inquiry` days until goods are taken for lost, None where
    only a person can decide."""

    verdict: Verdict
    sentence: Message
    reasons: tuple[Message, ...]
    inquiry: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an answer follows from. `known`: it is sure that nothing left; the rest is asked of claims only.
    `citations`: where the law says that a loss on the way is the shop's; `delivered_on` as the carrier says."""

    kind: Kind
    known: bool = False
    consumer: bool | None = None
    citations: tuple[str, ...] = ()
    delivered_on: date | None = None
    inquiry_days: int = 0

    def written(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "known": self.known,
            "consumer": self.consumer,
            "citations": list(self.citations),
            "delivered_on": self.delivered_on.isoformat() if self.delivered_on else None,
            "inquiry_days": self.inquiry_days,
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        day = kept["delivered_on"]
        return cls(
            kind=Kind(kept["kind"]),
            known=kept["known"],
            consumer=kept["consumer"],
            citations=tuple(kept["citations"]),
            delivered_on=date.fromisoformat(day) if day else None,
            inquiry_days=kept["inquiry_days"],
        )


def decide(facts: Facts) -> Answer:
    """The answer these facts lead to, today as then."""
    if facts.kind is Kind.CANCELLATION:
        return cancelled(known=facts.known)
    return never_arrived(
        consumer=facts.consumer,
        citations=facts.citations,
        delivered_on=facts.delivered_on,
        inquiry_days=facts.inquiry_days,
    )


def units(*, kind: Kind, sent: Sent) -> int:
    """How many units of a line can be claimed or cancelled."""
    match kind:
        case Kind.CANCELLATION:
            return max(0, min(sent.left, sent.sold - sent.shipped - sent.waiting))
        case Kind.CLAIM:
            return max(0, min(sent.left, sent.shipped if sent.told else sent.sold))
        case Kind.RETURN:
            return sent.left


def cancelled(*, known: bool) -> Answer:
    """`known`: it is sure that nothing left, because the shop itself says so or tells of every parcel."""
    reasons = [message("situation-never-left" if known else "situation-may-have-left")]
    verdict = Verdict.ACCEPTED if known else Verdict.NEEDS_REVIEW
    sentence = message("situation-cancelled" if known else "situation-cancel-asked")
    return Answer(verdict, sentence, (*reasons, _verdict(verdict)))


def never_arrived(
    *, consumer: bool | None, citations: Sequence[str], delivered_on: date | None, inquiry_days: int
) -> Answer:
    """Nobody is taken for a liar: a consumer who has not got the goods is owed them, and the carrier has some days to
    show the contrary. A business, or a country whose law we do not know, waits for a person."""
    protected = consumer is not False and bool(citations)
    reasons = [message("situation-claimed")]
    if delivered_on is not None:
        reasons.append(message("situation-said-delivered", day=delivered_on))
    if protected:
        reasons.append(message("situation-risk-of-shop"))
        reasons.append(message("policy-step-cites", citations="; ".join(citations)))
        reasons.append(message("situation-inquiry", days=inquiry_days))
    else:
        reasons.append(message("situation-person-decides"))
    verdict = Verdict.NEEDS_REVIEW
    sentence = message("situation-we-ask-the-carrier", days=inquiry_days) if protected else message("situation-we-look")
    return Answer(verdict, sentence, (*reasons, _verdict(verdict)), inquiry_days if protected else None)


def _verdict(verdict: Verdict) -> Message:
    return message(f"policy-verdict-{verdict.value.replace('_', '-')}")
