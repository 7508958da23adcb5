"""History that may hold words of people can be opened for erasing (`runtime.forgetting`); money's cannot."""

from django.db import migrations

OPENED = """
CREATE OR REPLACE FUNCTION volte_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('volte.forgetting', true) = 'on' AND TG_TABLE_NAME IN (
        'volte_runtime_auditentry', 'volte_policy_decisionrecord', 'volte_warehouse_inspection'
    ) THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
CLOSED = """
CREATE OR REPLACE FUNCTION volte_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("volte_runtime", "0003_key_lookup")]
    operations = [migrations.RunSQL(OPENED, CLOSED)]
