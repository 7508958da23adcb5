from django.db import migrations, models

from volte.runtime import online


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ('volte_returns', '0025_wear'),
    ]

    operations = [
        online.AddIndex(
            model_name='returnitem',
            index=models.Index(condition=models.Q(('wear', []), _negated=True), fields=['shop'], name='item_worn'),
        ),
    ]
