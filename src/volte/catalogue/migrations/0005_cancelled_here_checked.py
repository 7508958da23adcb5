from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('volte_catalogue', '0004_cancelled_here'),
    ]

    operations = [
        ValidateConstraint(model_name='orderline', name='line_cancelled_here_is_cancelled'),
    ]
