"""What may be asked of insights that takes a while: a draft of the policy, tried on the past."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from volte.insights import jobs
from volte.insights.backtest import runs
from volte.insights.models import BacktestRun
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.policy import queries as policies
from volte.policy.rules import parse
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# Nobody looks up what an older draft would have meant; the file of the policy and `volte policy backtest` say it again.
KEPT = 5


@operation(Permission.POLICY_WRITE)
def start_backtest(*, by: Actor, seen: int, since: date | None = None, until: date | None = None) -> UUID:
    """Hold the draft, as it was `seen`, against what holds, over the returns asked for from `since` to `until` (both
    included, where the shop is); the id of the run.

    Refuses `policy_draft_changed`, `policy_document_invalid` (and why else it cannot be read),
    `policy_none_in_force`, `insights_backtest_days` and `insights_backtest_under_way`.
    """
    draft = policies.draft()
    if draft is None or draft.revision != seen:
        raise Conflict("policy_draft_changed")
    parse.policy(draft.document)
    if since is not None and until is not None and until < since:
        raise Invalid("insights_backtest_days")
    row = BacktestRun.of_shop(
        document=draft.document,
        revision=draft.revision,
        against=policies.version_in_force(at=clock.now()).number,
        since=since,
        until=until,
        asked_at=clock.now(),
        asked_by=by.name[:120],
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise Conflict("insights_backtest_under_way") from clash
    kept = list(BacktestRun.objects.order_by("-asked_at", "-id").values_list("id", flat=True)[:KEPT])
    BacktestRun.objects.exclude(id__in=kept).delete()
    jobs.run_backtest_soon(shop_id=by.shop_id, run_id=row.id)
    return row.id


@operation(Permission.POLICY_WRITE)
def stop_backtest(*, by: Actor, run_id: UUID) -> None:
    """Enough. Refuses `insights_backtest_unknown`, and `insights_backtest_ended` when there is nothing to stop."""
    row = BacktestRun.objects.filter(id=run_id)
    if row.filter(state__in=runs.UNDER_WAY).update(state="stopped", ended_at=clock.now()) == 1:
        return
    if not row.exists():
        raise NotFound("insights_backtest_unknown")
    raise Conflict("insights_backtest_ended")
