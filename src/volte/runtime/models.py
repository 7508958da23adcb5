"""Rows of the ground floor. Decides nothing."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from volte.kit import ids
from volte.runtime.permissions import Morning, Role
from volte.runtime.rows import ShopRow


class Shop(models.Model):
    """One merchant's shop. Not a ShopRow: it is what the others belong to, and it is found before it is entered."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    handle = models.SlugField(max_length=60, unique=True)
    settings = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.handle


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who works for one or several shops and logs in by e-mail and password."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8, default="fr")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.email


class Member(ShopRow):
    """A person's place in a shop: a role, and single permissions on top."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    extra_permissions = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    # Which mornings they want the mail of what is due; "" is what is usual for their permissions.
    morning = models.CharField(
        max_length=8, choices=[(word.value, word.value) for word in Morning], default="", db_default="", blank=True
    )
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "person"], name="member_once_per_shop")]


class ApiKey(ShopRow):
    """A key of one shop. Only a hash is kept; the key itself is shown once."""

    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    permissions = ArrayField(models.CharField(max_length=40))
    created_at = models.DateTimeField()
    last_used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)


class IdempotencyRecord(ShopRow):
    """A key a caller sent with a write, what was sent, and what was answered."""

    key = models.CharField(max_length=255)
    call = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.JSONField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="idempotency_key_once")]
        indexes = [models.Index(fields=["created_at"], name="idempotency_by_age")]


class OutboxEvent(ShopRow):
    """An event. `position` is given after commit by one sequencer, so that readers of the feed miss nothing."""

    kind = models.CharField(max_length=60)
    data = models.JSONField()
    subject_id = models.UUIDField(null=True)
    happened_at = models.DateTimeField()
    position = models.BigIntegerField(null=True, unique=True)
    dispatched_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(default="", blank=True)
    retry_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["shop", "position"], name="outbox_feed"),
            models.Index(fields=["id"], name="outbox_unpositioned", condition=models.Q(position=None)),
            models.Index(fields=["position"], name="outbox_undispatched", condition=models.Q(dispatched_at=None)),
            models.Index(fields=["subject_id"], name="outbox_by_subject"),
        ]


class ReactionDone(ShopRow):
    """A reaction to an event, done: written in the reaction's own transaction, so it happens once."""

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="+", db_index=False)
    reaction = models.CharField(max_length=120)
    done_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "reaction"], name="reaction_once")]


class AuditEntry(ShopRow):
    """Who did what, when: one row per operation that changed something."""

    operation = models.CharField(max_length=120)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=120)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop", "at"], name="audit_by_time")]


class StoredFile(ShopRow):
    """That a shop holds a file. The bytes lie by content hash, once, whoever holds them."""

    digest = models.CharField(max_length=64)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "digest"], name="file_once_per_shop"),
            models.CheckConstraint(condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="file_digest_is_one"),
        ]


class ThrottleBucket(models.Model):
    """How often something was tried in a window of time: shared by all processes. Knows no shop and no person."""

    key = models.CharField(max_length=160, primary_key=True)
    window_ends_at = models.DateTimeField()
    count = models.PositiveIntegerField()
