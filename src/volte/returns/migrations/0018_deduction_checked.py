from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('volte_returns', '0017_deduction'),
    ]

    operations = [
        ValidateConstraint(model_name='returnitem', name='item_deducted_as_decided'),
    ]
