"""What was seen of a parcel is only ever added to."""

from django.db import migrations

ADD = """
CREATE TRIGGER parcel_scan_append_only BEFORE UPDATE OR DELETE ON volte_logistics_parcelscan
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
"""
DROP = "DROP TRIGGER parcel_scan_append_only ON volte_logistics_parcelscan;"


class Migration(migrations.Migration):
    dependencies = [("volte_logistics", "0001_initial"), ("volte_runtime", "0002_outbox_wakes")]
    operations = [migrations.RunSQL(ADD, DROP)]
