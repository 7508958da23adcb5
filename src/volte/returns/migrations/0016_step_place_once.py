from django.db import migrations, models
from volte.runtime import online


HARMLESS_BECAUSE = "the index is built while the shop goes on, over a column that is new and empty"


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ('volte_returns', '0015_steps_not_chained'),
    ]

    operations = [
        online.AddUnique(
            model_name='step',
            constraint=models.UniqueConstraint(condition=models.Q(('place', None), _negated=True), fields=('return_row', 'place'), name='step_place_once'),
        ),
    ]
