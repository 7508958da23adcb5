from django.db import migrations, models

from volte.runtime import online


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ('volte_returns', '0020_kind'),
    ]

    operations = [
        online.AddIndex(
            model_name='return',
            index=models.Index(condition=models.Q(('inquiry_until__isnull', False)), fields=['shop', 'inquiry_until'], name='return_inquiry'),
        ),
    ]
