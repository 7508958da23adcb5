"""What a customer pays us: the pages of a provider."""

from django.db import models

from volte.money.models.promises import Promise
from volte.runtime.rows import ShopRow


class Checkout(ShopRow):
    """A page of a payment provider on which the customer pays what an exchange costs more. Written before the provider
    is asked, so that a crash leaves something to ask about; `reference` and `url` are its answer."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    gateway = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=10)
    reference = models.CharField(max_length=255, blank=True, default="")
    url = models.CharField(max_length=2000, blank=True, default="")
    payment = models.CharField(max_length=255, blank=True, default="")
    # What the page says and where it leads, as the provider was asked.
    visit = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "round"], name="money_checkout_once"),
            models.UniqueConstraint(
                fields=["promise"], condition=models.Q(status="open"), name="money_checkout_open_once"
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="money_checkout_positive"),
        ]
        indexes = [
            models.Index(
                fields=["shop", "changed_at"], condition=models.Q(status="open"), name="money_checkout_waiting"
            ),
        ]
