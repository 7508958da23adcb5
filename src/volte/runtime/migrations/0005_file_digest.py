"""A digest is a name in the folder of files, and must not lead out of it. First for new rows."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("volte_runtime", "0004_history_may_be_forgotten")]
    operations = [
        AddConstraintNotValid(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="file_digest_is_one"
            ),
        )
    ]
