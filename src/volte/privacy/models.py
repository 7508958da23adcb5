"""Rows of privacy. None of them holds a name or an address: persons stand here as keyed hashes and ids."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value

from volte.privacy.rules.erasure import Standing, Why
from volte.privacy.rules.looks import What
from volte.runtime.rows import ShopRow


class Erasure(ShopRow):
    """A person to be erased, or erased: its certificate. `mark` recognises the person by a keyed hash of the address;
    `done` and `kept` are counts by what they count."""

    mark = models.CharField(max_length=64)
    customer_ids = ArrayField(models.UUIDField(), default=list)
    order_ids = ArrayField(models.UUIDField(), default=list)
    return_ids = ArrayField(models.UUIDField(), default=list, db_default=Value([], ArrayField(models.UUIDField())))
    why = models.CharField(max_length=12, choices=[(why.value, why.value) for why in Why])
    status = models.CharField(max_length=8, choices=[(word.value, word.value) for word in Standing])
    country = models.CharField(max_length=2, default="", blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120, default="", blank=True)
    done_at = models.DateTimeField(null=True)
    done = models.JSONField(default=dict)
    kept = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "mark"], condition=Q(status="waits"), name="erasure_waits_once")
        ]
        indexes = [models.Index(fields=["shop", "-asked_at"], name="erasure_newest")]


class Look(ShopRow):
    """That somebody saw a person's data on a day: first and last, and how often. `person` is a keyed hash where they
    asked for an address."""

    day = models.DateField()
    what = models.CharField(max_length=12, choices=[(what.value, what.value) for what in What])
    actor_kind = models.CharField(max_length=10)
    actor_id = models.UUIDField()
    actor_name = models.CharField(max_length=120)
    subject_id = models.UUIDField(null=True)
    person = models.CharField(max_length=64, default="", blank=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop", "day", "actor_id", "what", "subject_id", "person"],
                nulls_distinct=False,
                name="look_once_a_day",
            )
        ]
        indexes = [
            models.Index(fields=["shop", "-last_at"], name="look_latest"),
            models.Index(fields=["subject_id"], name="look_by_subject", condition=Q(subject_id__isnull=False)),
            models.Index(fields=["shop", "person"], name="look_by_person", condition=~Q(person="")),
        ]


class RetentionRun(ShopRow):
    """What one night removed, by kind."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    removed = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["shop", "-started_at"], name="retention_latest")]
