"""When a shop's books were added up again, and what did not add up."""

from django.db import models

from volte.runtime.rows import ShopRow


class Verification(ShopRow):
    """One look at all of the books, check by check. Without `finished_at` it is under way, or its worker died: `done`
    says how many checks are behind it, and the next worker goes on from there."""

    # The shop's day it was due on; none where a person asked for it.
    night = models.DateField(null=True)
    began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveSmallIntegerField(default=0)
    entries = models.PositiveBigIntegerField(default=0)
    # What did not add up, and how much of it nobody knew before.
    found = models.PositiveIntegerField(default=0)
    fresh = models.PositiveIntegerField(default=0)
    # The checks that came to nothing, by their names: the database took too long, say.
    missed = models.CharField(max_length=2000, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "night"], name="money_verification_once_a_night"),
            models.UniqueConstraint(
                fields=["shop"], condition=models.Q(finished_at__isnull=True), name="money_verification_one_at_a_time"
            ),
        ]
        indexes = [
            models.Index(
                fields=["shop", "-finished_at"],
                condition=models.Q(finished_at__isnull=False),
                name="money_verification_last",
            ),
        ]


class BooksFault(ShopRow):
    """One thing that did not add up, one row however often it is seen; closed by the look that no longer finds it, open
    again when it comes back. `check_name` is the check that found it, `what` its stable word, `place` which thing."""

    check_name = models.CharField(max_length=40)
    what = models.CharField(max_length=40)
    place = models.CharField(max_length=400)
    books = models.BigIntegerField()
    rows = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "what", "place", "currency"], name="money_booksfault_once")
        ]
        indexes = [
            models.Index(
                fields=["shop", "-found_at"],
                condition=models.Q(resolved_at__isnull=True),
                name="money_booksfault_open",
            ),
        ]
