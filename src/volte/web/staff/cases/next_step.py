"""What happens next in a case, by when, and who must act: the sentence at its top."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from volte.kit import money, time
from volte.money.rules import outcomes
from volte.money.rules.outcomes import RefundStatus
from volte.returns.rules.lifecycle import Appeal, Kind, Status, Verdict
from volte.returns.views import ReturnView
from volte.runtime import clock, texts
from volte.runtime.shop_settings import ShopSettings
from volte.web.staff.cases import shown, telling
from volte.web.staff.cases.reading import Case


@dataclass(frozen=True, slots=True)
class Next:
    """What happens next: one sentence, how pressing, and until when (None: nobody set a time)."""

    words: str
    meaning: shown.Meaning
    until: datetime | None


def said(case: Case, settings: ShopSettings, language: str) -> Next:
    """Where the case stands, what is to happen, by when, and who must act."""
    view, name = case.view, telling.called(case.view, language)
    wrong = shown.failed(case.refunds)
    if wrong:
        what = "manual" if wrong[0].status is RefundStatus.MANUAL else "failed"
        return Next(texts.say(f"staff-next-refund-{what}", language, amount=wrong[0].amount), "stop", view.deadline_at)
    if view.doubt and not telling.came_otherwise(view):
        words = f"staff-next-box-{view.doubt}"
        return Next(texts.say(words, language, name=name, missing=telling.missing(view)), "act", view.deadline_at)
    if view.waits_for == "shop" and view.kind is not Kind.RETURN and view.status is Status.REQUESTED:
        return _without_goods(view, name, settings.timezone, language)
    if view.waits_for == "shop" and telling.came_otherwise(view) and telling.proposed(view):
        amount = telling.proposed(view)
        return Next(texts.say("staff-next-worn", language, amount=amount), "act", view.deadline_at)
    if view.waits_for == "shop":
        return Next(texts.say(f"staff-next-{_asked_of_us(view)}", language, name=name), "act", view.deadline_at)
    if view.waits_for == "customer" and view.due:
        return Next(texts.say("staff-next-pay", language, name=name, amount=view.due), "wait", view.deadline_at)
    if view.waits_for == "customer":
        return Next(texts.say("staff-next-evidence", language, name=name), "wait", view.deadline_at)
    return _under_way(case, name, settings.timezone, language)


def _without_goods(view: ReturnView, name: str, zone: str, language: str) -> Next:
    """Ask the carrier, or see that it has not left; without a word of anybody a claim is paid by itself."""
    if view.kind is Kind.CLAIM and view.inquiry_until is not None:
        day = time.local_date(view.inquiry_until, zone)
        return Next(texts.say("staff-next-claim-until", language, name=name, day=day), "act", view.inquiry_until)
    return Next(texts.say(f"staff-next-{view.kind.value}", language, name=name), "act", view.deadline_at)


def _asked_of_us(view: ReturnView) -> str:
    if telling.came_otherwise(view):
        return "otherwise"
    waiting = any(item.verdict is Verdict.NEEDS_REVIEW for item in view.items)
    if waiting:
        return "decide"
    if view.appeal is Appeal.OPEN:
        return "objection" if telling.objected(view) else "appeal"
    return "unhappy" if view.unhappy else "question"


def _under_way(case: Case, name: str, zone: str, language: str) -> Next:
    """Nobody is asked anything: the goods travel, are looked at, or all is over."""
    view = case.view
    match view.status:
        case Status.APPROVED if view.last_day is not None:
            until = time.end_of(view.last_day, zone)
            return Next(texts.say("staff-next-hand-over", language, name=name, last_day=view.last_day), "wait", until)
        case Status.IN_TRANSIT:
            return _until_paid(view, "staff-next-travelling", "wait", zone, language)
        case Status.ARRIVED:
            return _until_paid(view, "staff-next-inspect", "act", zone, language)
        case Status.INSPECTED:
            return _until_paid(view, "staff-next-inspected", "wait", zone, language)
        case Status.SETTLED | Status.CLOSED:
            return _after_all(case, language)
        case _:
            return Next(texts.say(f"staff-next-{view.status.value}", language, name=name), "plain", None)


def _after_all(case: Case, language: str) -> Next:
    """Everything is decided; is it paid?"""
    moving = [refund for refund in case.refunds if refund.status not in outcomes.OVER]
    if not moving:
        return Next(texts.say("staff-next-settled", language), "good", None)
    amount = money.total((refund.amount for refund in moving), currency=case.view.value.currency)
    return Next(texts.say("staff-next-refund-moving", language, amount=amount), "wait", None)


def _until_paid(view: ReturnView, words: str, meaning: shown.Meaning, zone: str, language: str) -> Next:
    """What is to happen, and the day the money is due, where promise or law name one."""
    said = texts.say(words, language)
    if view.deadline_at is None:
        return Next(said, meaning, None)
    # An exclusive end: the last moment of the day before it is the day people mean.
    due_on = time.local_date(view.deadline_at - timedelta(seconds=1), zone)
    late = view.deadline_at <= clock.now()
    due = texts.say("staff-next-overdue" if late else "staff-next-due", language, day=due_on)
    return Next(f"{said} {due}", "act" if late else meaning, view.deadline_at)
