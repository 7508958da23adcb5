"""Lists people keep for themselves."""

import django.db.models.deletion
from django.db import migrations, models

import volte.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("volte_runtime", "0003_key_lookup")]

    operations = [
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=40)),
                ("query", models.CharField(max_length=400)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="volte_runtime.member"
                    ),
                ),
                (
                    "shop",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="volte_runtime.shop",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("member", "name"), name="saved_view_once_per_member")],
            },
        ),
    ]
