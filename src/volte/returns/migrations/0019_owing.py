from django.db import migrations, models

from volte.runtime import online


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ("volte_returns", "0018_deduction_checked"),
    ]

    operations = [
        online.AddIndex(
            model_name="return",
            index=models.Index(condition=models.Q(("due__gt", 0)), fields=["shop", "id"], name="return_owing"),
        ),
    ]
