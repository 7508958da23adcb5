"""An entry is taken back once: who asks twice finds out here, whatever asked."""

from django.db import migrations, models

from volte.runtime import online


HARMLESS_BECAUSE = "the index is built while the shop goes on, over a column that is new and empty but for bank returns"


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("volte_money", "0008_reversals")]
    operations = [
        online.AddUnique(
            model_name="entry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reverses__isnull", False)),
                fields=("reverses",),
                name="money_entry_reversed_once",
            ),
        ),
    ]
