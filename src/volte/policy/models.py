"""What is written down about the policy. Versions, publications taken back and decisions are only ever added to: a
trigger (migrations 0002 and 0006) refuses every change and deletion, so what was published and what was decided stays
as it was. A draft is changed until it is published.
"""

from django.db import models

from volte.runtime.rows import ShopRow


class PolicyVersion(ShopRow):
    """One published document. It holds for orders placed from `valid_from` on, a midnight where the shop is; null: from
    the moment it was published."""

    number = models.PositiveIntegerField()
    document = models.TextField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=120, blank=True)
    valid_from = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="policy_version_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="policy_version_number_from_one"),
        ]
        indexes = [models.Index(fields=["shop", "-published_at", "-number"], name="policy_version_in_force")]


class PolicyWithdrawal(ShopRow):
    """A planned publication taken back before its day: that version never holds."""

    version = models.OneToOneField(PolicyVersion, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=120, blank=True)


class PolicyDraft(ShopRow):
    """The document somebody is working on, one a shop; it need not be a policy yet. `revision` counts its savings, so
    that nobody saves over what they have not seen."""

    document = models.TextField()
    revision = models.PositiveIntegerField(default=1, db_default=1)
    edited_at = models.DateTimeField()
    edited_by = models.CharField(max_length=120, blank=True)
    # The version it began from: what was published since is not in it.
    begun_from = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="policy_draft_once")]


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
