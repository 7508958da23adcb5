"""Refunds that wait for somebody are counted without reading those that are over."""

from django.db import migrations, models

from volte.runtime import online


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("volte_money", "0024_verifications")]
    operations = [
        online.AddIndex(
            model_name="refund",
            index=models.Index(
                condition=models.Q(("status__in", ["failed", "manual"])),
                fields=["status", "planned_at"],
                name="money_refund_held_up",
            ),
        ),
    ]
