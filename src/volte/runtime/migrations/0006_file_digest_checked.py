"""…then for those that are there: reading them locks nobody out."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("volte_runtime", "0005_file_digest")]
    operations = [ValidateConstraint(model_name="storedfile", name="file_digest_is_one")]
