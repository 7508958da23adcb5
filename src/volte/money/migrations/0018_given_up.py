from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("volte_money", "0017_exchanged_units"),
    ]

    operations = [
        migrations.AddField(
            model_name="promise",
            name="given_up_at",
            field=models.DateTimeField(null=True),
        ),
        AddConstraintNotValid(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_up_at", None),
                    models.Q(("amount", 0), ("due__gt", 0), ("due_paid_at", None)),
                    _connector="OR",
                ),
                name="money_promise_given_up_unpaid",
            ),
        ),
    ]
