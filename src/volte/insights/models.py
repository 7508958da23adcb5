"""How far a shop's facts are and which files hold them; and drafts tried on the past. Decides nothing."""

from django.db import models

from volte.runtime.rows import ShopRow


class FactSet(ShopRow):
    """The shop's facts as they stand: everything up to `position` of the feed lies in the folders `base` and `fresh`
    (what changed since; empty names: none). Moves in one transaction, after the files are written: whoever reads this
    row finds whole files. `retired` are folders somebody may still be reading: `[{"name", "until"}]`."""

    position = models.BigIntegerField(default=0)
    base = models.CharField(max_length=60, default="", blank=True)
    fresh = models.CharField(max_length=60, default="", blank=True)
    fresh_orders = models.PositiveIntegerField(default=0)
    retired = models.JSONField(default=list)
    caught_up_at = models.DateTimeField(null=True)
    # Why the last try failed, until one succeeds.
    failure = models.CharField(max_length=500, default="", blank=True)
    failed_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="fact_set_once_per_shop")]


class BacktestRun(ShopRow):
    """A draft held against the past: what was asked, how far it is, and what came out. The last few are kept."""

    document = models.TextField()
    # The draft's revision, and the version it is compared with.
    revision = models.PositiveIntegerField()
    against = models.PositiveIntegerField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    # waiting, running, done, failed, stopped
    state = models.CharField(max_length=8, default="waiting")
    read = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=60, default="", blank=True)
    outcome = models.JSONField(null=True)
    lines = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop"], condition=models.Q(state__in=("waiting", "running")), name="backtest_run_one_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["shop", "-asked_at"], name="backtest_run_newest")]
