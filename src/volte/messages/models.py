"""Rows of messages. Decides nothing."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value

from volte.messages.rules.occasions import Occasion
from volte.messages.rules.thread import AuthorKind, Entry
from volte.runtime.rows import ShopRow


class Status(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class Mail(ShopRow):
    """The intent to send one mail, as it was worded then, and what became of it.

    `attempts` and `next_try_at` move when a worker takes it, so a mail whose worker died comes back by itself.
    """

    occasion = models.CharField(max_length=30, choices=[(word.value, word.value) for word in Occasion])
    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    to_address = models.CharField(max_length=254, blank=True)
    to_name = models.CharField(max_length=200, default="", blank=True)
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=200)
    html = models.TextField()
    text = models.TextField()
    status = models.CharField(max_length=8, choices=[(word.value, word.value) for word in Status])
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    dedupe_key = models.CharField(max_length=160)
    via = models.CharField(max_length=20, default="", blank=True)
    last_error = models.CharField(max_length=500, default="", blank=True)
    # Digests of stored files that go along, and under what name each does.
    attachments = ArrayField(
        models.CharField(max_length=64),
        default=list,
        db_default=Value([], ArrayField(models.CharField(max_length=64))),
        blank=True,
    )
    attachment_names = ArrayField(
        models.CharField(max_length=120),
        default=list,
        db_default=Value([], ArrayField(models.CharField(max_length=120))),
        blank=True,
    )
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "dedupe_key"], name="mail_once_per_step")]
        indexes = [
            models.Index(fields=["shop", "next_try_at"], name="mail_due", condition=Q(status="queued")),
            models.Index(fields=["shop", "created_at", "id"], name="mail_newest"),
            models.Index(fields=["subject_id", "created_at"], name="mail_of_subject"),
        ]


class ThreadEntry(ShopRow):
    """One thing said about a subject. Only ever added to."""

    subject_id = models.UUIDField()
    author_kind = models.CharField(max_length=8, choices=[(word.value, word.value) for word in AuthorKind])
    author_name = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField()
    visible_to_customer = models.BooleanField()
    attachments = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subject_id", "at", "id"], name="entry_of_subject")]

    def snapshot(self) -> Entry:
        return Entry(
            id=self.id,
            author_kind=AuthorKind(self.author_kind),
            author_name=self.author_name,
            text=self.text,
            visible_to_customer=self.visible_to_customer,
            attachments=tuple(self.attachments),
            at=self.at,
        )
