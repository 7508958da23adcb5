"""When does something come back? What the decision promises, said with the days it really names."""

from volte.kit import time
from volte.kit.text import Message, message
from volte.kit.words import RefundTrigger
from volte.law.rules.refunding import News
from volte.policy.rules.decision import Decision
from volte.runtime import clock


def refund_when(decision: Decision, *, zone: str) -> Message:
    """By when a refund leaves. The law's day holds when the parcel is handed over before it."""
    plan = decision.refund
    today = time.local_date(clock.now(), zone)
    news = plan.trigger.value.replace("_", "-")
    lawful = plan.lawful_by(News(today, proof_on=today))
    if lawful is not None and lawful > today:
        return message(f"portal-when-{news}-lawful", days=plan.within.days, day=lawful)
    return message(f"portal-when-{news}", days=plan.within.days)


def sent_when(trigger: RefundTrigger) -> Message:
    """Which news sends the other variant on its way, or gives the credit."""
    return message(f"portal-then-{trigger.value.replace('_', '-')}")
