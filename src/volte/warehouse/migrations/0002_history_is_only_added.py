"""What was seen of a unit and why stock changed is only ever added to."""

from django.db import migrations

ADD = """
CREATE TRIGGER inspection_append_only BEFORE UPDATE OR DELETE ON volte_warehouse_inspection
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
CREATE TRIGGER stock_event_append_only BEFORE UPDATE OR DELETE ON volte_warehouse_stockevent
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
"""
DROP = """
DROP TRIGGER inspection_append_only ON volte_warehouse_inspection;
DROP TRIGGER stock_event_append_only ON volte_warehouse_stockevent;
"""


class Migration(migrations.Migration):
    dependencies = [("volte_warehouse", "0001_initial"), ("volte_runtime", "0002_outbox_wakes")]
    operations = [migrations.RunSQL(ADD, DROP)]
