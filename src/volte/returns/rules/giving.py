"""What does a decision give to whoever received the goods as a gift, and did not pay for them?

The rules judge the purchase, as they would for its buyer: its days, its articles, its exceptions. What follows is not
the buyer's: no money, which would go back to their card, and no bonus, which is there to be chosen over money; nothing
of what the way out cost; and none of the law's terms, which are the buyer's own.
"""

from dataclasses import replace

from volte.kit.words import Resolution
from volte.policy.rules.decision import Decision, ResolutionOffer
from volte.policy.rules.words import Verdict


def to_recipient(decision: Decision) -> Decision:
    """The same answer, with store credit as its only remedy."""
    if decision.verdict is Verdict.REFUSED:
        return decision
    credit = (ResolutionOffer(Resolution.CREDIT),)
    return replace(decision, resolutions=credit, outbound_refunded=False)


def kept(decision: dict[str, object]) -> dict[str, object]:
    """As an item keeps it: without the buyer's rights, from which their deadlines would be counted."""
    refund = decision["refund"]
    assert isinstance(refund, dict)
    return {**decision, "statutory": [], "refund": {**refund, "legal_days": None, "indexed": False}}
