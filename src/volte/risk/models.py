"""Rows of risk. Decides nothing."""

from django.db import models

from volte.runtime.rows import ShopRow


class CustomerReturnCount(ShopRow):
    """Units a customer sent back of what they ordered in one month. `excused` were faulty, wrong or damaged."""

    customer = models.ForeignKey("volte_catalogue.Customer", on_delete=models.CASCADE, related_name="+", db_index=False)
    ordered_in = models.DateField()
    returned = models.PositiveIntegerField(default=0)
    excused = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["customer", "ordered_in"], name="return_count_once_per_month"),
        ]
