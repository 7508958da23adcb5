"""Inserting an event wakes the dispatcher when the transaction commits; the audit is only ever added to."""

from django.db import migrations

WAKE = """
CREATE FUNCTION volte_outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('volte_outbox', '');
    RETURN NULL;
END $$;
CREATE TRIGGER outbox_wakes AFTER INSERT ON volte_runtime_outboxevent
    FOR EACH STATEMENT EXECUTE FUNCTION volte_outbox_wake();
"""
UNWAKE = "DROP TRIGGER outbox_wakes ON volte_runtime_outboxevent; DROP FUNCTION volte_outbox_wake();"

APPEND_ONLY = """
CREATE FUNCTION volte_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON volte_runtime_auditentry
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
"""
NOT_APPEND_ONLY = "DROP TRIGGER audit_append_only ON volte_runtime_auditentry; DROP FUNCTION volte_append_only();"


class Migration(migrations.Migration):
    dependencies = [("volte_runtime", "0001_initial")]
    operations = [
        migrations.RunSQL(WAKE, UNWAKE),
        migrations.RunSQL(APPEND_ONLY, NOT_APPEND_ONLY),
    ]
