"""What is written down about the policy. Both tables are only ever added to: a trigger (migration 0002) refuses every
change and deletion, so what was published and what was decided stays as it was.
"""

from django.db import models

from volte.runtime.rows import ShopRow


class PolicyVersion(ShopRow):
    """One published document. There is no draft row: text becomes a version by being published."""

    number = models.PositiveIntegerField()
    document = models.TextField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="policy_version_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="policy_version_number_from_one"),
        ]
        indexes = [models.Index(fields=["shop", "-published_at", "-number"], name="policy_version_in_force")]


class DecisionRecord(ShopRow):
    """One decision that was acted upon: what was known, by which version, what followed. Enough to decide again."""

    subject_id = models.UUIDField()
    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="+")
    # The state of our law files then: a replay says when they have changed since. What they said is kept besides, so
    # that the decision can be made again whatever they say today; null in records from before it was.
    law_digest = models.CharField(max_length=64)
    rights = models.JSONField(null=True)
    facts = models.JSONField()
    verdict = models.CharField(max_length=20)
    basis = models.CharField(max_length=20, blank=True)
    trace = models.JSONField()
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop", "subject_id", "-decided_at"], name="policy_decision_subject")]
