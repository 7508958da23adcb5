"""What happens by the clock: sweeps that find what a crash left behind, and the days that end."""

import asyncio
from collections.abc import Callable

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.sessions.models import Session
from procrastinate.contrib.django import app as queue

from volte.messages import jobs as mail
from volte.money import operations as money
from volte.money.notes import sweeping as notes
from volte.privacy import jobs as privacy
from volte.project import queueing
from volte.returns import jobs as journey
from volte.runtime import clock, throttle
from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.webhooks import jobs as webhooks


def register() -> None:
    """Tell procrastinate the schedule. Times are UTC."""

    # A job of a worker killed with -9 stays `doing` for ever unless somebody takes it back.
    @queue.periodic(cron=f"* * * * * */{min(20, settings.SILENT_SECONDS // 3)}")
    @queue.task(name="schedule.retry_stalled", queue="schedule", pass_context=False)
    async def retry_stalled(timestamp: int) -> None:
        jobs = queueing.MakesWay(queue.connector)
        for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=settings.SILENT_SECONDS):
            await jobs.retry_job(job)

    @queue.periodic(cron="17 * * * *")
    @queue.task(name="schedule.forget_throttles", queue="schedule", pass_context=False)
    async def forget_throttles(timestamp: int) -> None:
        await sync_to_async(throttle.clean)()

    for name, cron, sweep in SWEEPS:
        _periodic(name, cron, sweep)


def sweep_refunds() -> None:
    """Ask again about refunds that stand still, shop by shop."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        money.sweep(by=Actor.system(shop_id))


def reconcile_gateways() -> None:
    """Hold the lists of the payment providers against ours, shop by shop."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        money.sweep_gateways(by=Actor.system(shop_id))


def sweep_notes() -> None:
    """Write the credit notes that waited for something, shop by shop."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        notes.sweep(by=Actor.system(shop_id))


def sweep_books() -> None:
    """Have the books added up again where a night is due, shop by shop."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        money.sweep_books(by=Actor.system(shop_id))


def sweep_credits() -> None:
    """Write off what ended of store credits and tell of what ends soon, shop by shop."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        money.sweep_credits(by=Actor.system(shop_id))


def clear_sessions() -> None:
    """Browsers that have not come back for weeks are forgotten, with what was begun in them."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()


# name, cron, what: each finds work a crash or a passing day left behind, and is harmless to run twice.
SWEEPS: tuple[tuple[str, str, Callable[[], object]], ...] = (
    ("mail", "* * * * *", mail.sweep),
    ("refunds", "* * * * *", sweep_refunds),
    ("reconciliations", "13 * * * *", reconcile_gateways),
    ("store_credits", "37 4 * * *", sweep_credits),
    ("credit_notes", "27 * * * *", sweep_notes),
    ("books", "1-59/10 * * * *", sweep_books),
    ("last_days_near", "7 * * * *", journey.remind_due),
    ("deadlines", "*/10 * * * *", journey.watch_deadlines),
    ("inquiries", "7-59/10 * * * *", journey.end_inquiries),
    ("mornings", "5-59/10 * * * *", journey.tell_mornings),
    ("unchained_steps", "3-59/10 * * * *", journey.chain_steps),
    ("privacy", "41 2 * * *", privacy.nightly),
    ("sessions", "11 3 * * *", clear_sessions),
    ("expired_returns", "23 2 * * *", journey.expire_due),
    ("failing_webhooks", "*/10 * * * *", webhooks.tell_failing),
    ("unpaid_differences", "33 * * * *", journey.give_up_unpaid),
    ("holds", "9-59/10 * * * *", journey.end_holds),
    ("old_webhooks", "41 3 * * *", webhooks.forget_old),
)


def _periodic(name: str, cron: str, sweep: Callable[[], object]) -> None:
    async def run(timestamp: int) -> None:
        await asyncio.to_thread(sweep)

    queue.periodic(cron=cron)(queue.task(name=f"schedule.{name}", queue="schedule", pass_context=False)(run))
