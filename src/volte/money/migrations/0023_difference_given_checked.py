from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("volte_money", "0022_difference_given"),
    ]

    operations = [
        ValidateConstraint(model_name="promise", name="money_promise_due_given_unpaid"),
    ]
