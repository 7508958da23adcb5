from django.db import migrations, models
from volte.runtime import online


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ('volte_returns', '0014_chained_steps'),
    ]

    operations = [
        online.AddIndex(
            model_name='step',
            index=models.Index(condition=models.Q(('place', None)), fields=['shop', 'return_row'], name='step_not_chained'),
        ),
    ]
