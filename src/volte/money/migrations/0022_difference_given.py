from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("volte_money", "0021_transfer_batch_of_refund"),
    ]

    operations = [
        migrations.AddField(
            model_name="promise",
            name="due_given_at",
            field=models.DateTimeField(null=True),
        ),
        AddConstraintNotValid(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_given_at", None),
                    models.Q(("amount", 0), ("due__gt", 0), ("due_paid_at", None), ("given_up_at", None)),
                    _connector="OR",
                ),
                name="money_promise_due_given_unpaid",
            ),
        ),
    ]
