from django.db import migrations, models

from volte.runtime import online


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ('volte_returns', '0022_gifts'),
    ]

    operations = [
        online.AddIndex(
            model_name='return',
            index=models.Index(condition=models.Q(('gift_id__isnull', False)), fields=['shop', 'gift_id'], name='return_of_gift'),
        ),
    ]
