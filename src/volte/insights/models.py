"""How far a shop's facts are, and which files hold them. Decides nothing."""

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
