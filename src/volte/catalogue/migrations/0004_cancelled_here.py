from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_catalogue', '0003_forgotten_marks'),
    ]

    operations = [
        migrations.AddField(
            model_name='orderline',
            name='cancelled_here',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        AddConstraintNotValid(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(('cancelled_quantity__gte', models.F('cancelled_here'))), name='line_cancelled_here_is_cancelled'),
        ),
    ]
