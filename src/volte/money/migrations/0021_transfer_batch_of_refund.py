"""The refunds of a file of transfers are found without reading all of them."""

from django.db import migrations, models

from volte.runtime import online

HARMLESS_BECAUSE = "the index is built while the shop goes on, over a column that is new and empty"


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("volte_money", "0020_transfer_batch")]
    operations = [
        online.AddIndex(
            model_name="refund",
            index=models.Index(
                condition=models.Q(("batch__isnull", False)), fields=["batch"], name="money_refund_batch"
            ),
        ),
    ]
