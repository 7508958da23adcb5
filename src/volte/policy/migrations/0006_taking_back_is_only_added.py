"""That a planned publication was taken back is never taken back."""

from django.db import migrations

ADD = """
CREATE TRIGGER policy_withdrawal_append_only BEFORE UPDATE OR DELETE ON volte_policy_policywithdrawal
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
"""
DROP = "DROP TRIGGER policy_withdrawal_append_only ON volte_policy_policywithdrawal;"


class Migration(migrations.Migration):
    dependencies = [("volte_policy", "0005_policyversion_valid_from_policywithdrawal")]
    operations = [migrations.RunSQL(ADD, DROP)]
