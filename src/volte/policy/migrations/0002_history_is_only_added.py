"""What was published and what was decided is only ever added to."""

from django.db import migrations

ADD = """
CREATE TRIGGER policy_version_append_only BEFORE UPDATE OR DELETE ON volte_policy_policyversion
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
CREATE TRIGGER decision_record_append_only BEFORE UPDATE OR DELETE ON volte_policy_decisionrecord
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
"""
DROP = """
DROP TRIGGER policy_version_append_only ON volte_policy_policyversion;
DROP TRIGGER decision_record_append_only ON volte_policy_decisionrecord;
"""


class Migration(migrations.Migration):
    dependencies = [("volte_policy", "0001_initial"), ("volte_runtime", "0002_outbox_wakes")]
    operations = [migrations.RunSQL(ADD, DROP)]
