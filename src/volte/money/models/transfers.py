"""Files of bank transfers."""

from django.db import models

from volte.runtime.rows import ShopRow


class TransferBatch(ShopRow):
    """One file of transfers: the refunds that name it are in it, and in no other. The file holds names and accounts, so
    it is sealed; `digest` is that of what was sealed. Erased when cancelled, and with the words of a return in it."""

    number = models.PositiveIntegerField()
    status = models.CharField(max_length=20)
    count = models.PositiveIntegerField()
    amount = models.BigIntegerField()
    execute_on = models.DateField()
    debtor_shown = models.CharField(max_length=20)
    sealed = models.TextField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    executed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="money_batch_number"),
            models.CheckConstraint(condition=models.Q(count__gt=0, amount__gt=0), name="money_batch_positive"),
        ]
