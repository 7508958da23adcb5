"""The two amounts of a credit never exceed what was issued: checked for all there are, while the shop goes on."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('volte_money', '0015_credit_apart'),
    ]

    operations = [
        ValidateConstraint(model_name='credit', name='money_credit_apart'),
    ]
