from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("volte_money", "0018_given_up"),
    ]

    operations = [
        ValidateConstraint(model_name="promise", name="money_promise_given_up_unpaid"),
    ]
