"""A scanned barcode finds its variant."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("volte_catalogue", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="variant",
            index=models.Index(
                condition=models.Q(("gtin", ""), _negated=True), fields=["shop", "gtin"], name="variant_gtin"
            ),
        ),
    ]
