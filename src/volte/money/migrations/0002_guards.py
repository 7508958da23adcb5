"""What the database itself refuses: changed history, entries that do not balance, commitments above what was paid."""

from django.db import migrations

APPEND_ONLY = ["entry", "posting", "creditmovement"]

# Runs as the owner: row-level security must not hide half of an entry from the one who checks it.
BALANCED = """
CREATE FUNCTION volte_money_entry_balances() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    checked uuid;
    found bigint;
    wrong bigint;
BEGIN
    IF TG_TABLE_NAME = 'volte_money_entry' THEN checked := NEW.id; ELSE checked := NEW.entry_id; END IF;
    SELECT coalesce(sum(sides.postings), 0), count(*) FILTER (WHERE sides.total <> 0) INTO found, wrong
      FROM (SELECT count(*) AS postings, sum(amount) AS total
              FROM volte_money_posting WHERE entry_id = checked GROUP BY currency) AS sides;
    IF found < 2 OR wrong > 0 THEN
        RAISE EXCEPTION 'entry % does not balance', checked USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON volte_money_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION volte_money_entry_balances();
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON volte_money_posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION volte_money_entry_balances();
"""
NOT_BALANCED = """
DROP TRIGGER entry_balances ON volte_money_entry;
DROP TRIGGER posting_balances ON volte_money_posting;
DROP FUNCTION volte_money_entry_balances();
"""

# Learning later of a refund made elsewhere must stay possible; promising more afterwards must not.
CEILING = """
CREATE FUNCTION volte_money_ceiling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.committed + NEW.outside > NEW.captured
       AND (TG_OP = 'INSERT' AND NEW.committed > 0 OR TG_OP = 'UPDATE' AND NEW.committed > OLD.committed) THEN
        RAISE EXCEPTION 'payment % of order % would give back more than it took', NEW.payment, NEW.order_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_ceiling BEFORE INSERT OR UPDATE ON volte_money_paymentbalance
    FOR EACH ROW EXECUTE FUNCTION volte_money_ceiling();
"""
NO_CEILING = """
DROP TRIGGER payment_ceiling ON volte_money_paymentbalance;
DROP FUNCTION volte_money_ceiling();
"""


def _append_only(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON volte_money_{table} "
        "FOR EACH ROW EXECUTE FUNCTION volte_append_only()",
        f"DROP TRIGGER {table}_append_only ON volte_money_{table}",
    )


class Migration(migrations.Migration):
    dependencies = [("volte_money", "0001_initial"), ("volte_runtime", "0002_outbox_wakes")]
    operations = [
        *[_append_only(table) for table in APPEND_ONLY],
        migrations.RunSQL(BALANCED, NOT_BALANCED),
        migrations.RunSQL(CEILING, NO_CEILING),
    ]
