"""Days that are closed: their entries have numbers, and the database lets no other entry into them."""

import django.db.models.deletion
from django.db import migrations, models

import volte.kit.ids

# An entry is dated before it is committed. Writers share a lock for as long as their transaction lasts, who closes a day
# wants it alone: so whatever is dated before is either numbered or refused. As the owner: the closings of its own shop.
DAY_OPEN = """
CREATE FUNCTION volte_money_day_open() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('volte_money_closing:' || NEW.shop_id::text, 0));
    IF EXISTS (SELECT FROM volte_money_closing WHERE shop_id = NEW.shop_id AND until > NEW.at) THEN
        RAISE EXCEPTION 'the day of entry % is closed', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_day_open BEFORE INSERT ON volte_money_entry
    FOR EACH ROW EXECUTE FUNCTION volte_money_day_open();
CREATE TRIGGER closing_append_only BEFORE UPDATE OR DELETE ON volte_money_closing
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
CREATE TRIGGER entrynumber_append_only BEFORE UPDATE OR DELETE ON volte_money_entrynumber
    FOR EACH ROW EXECUTE FUNCTION volte_append_only();
"""
NOT_OPEN = """
DROP TRIGGER entry_day_open ON volte_money_entry;
DROP FUNCTION volte_money_day_open();
DROP TRIGGER closing_append_only ON volte_money_closing;
DROP TRIGGER entrynumber_append_only ON volte_money_entrynumber;
"""


def _shop() -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="volte_runtime.shop"
    )


def _id() -> models.UUIDField:
    return models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)


def _key(to: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to)


class Migration(migrations.Migration):
    dependencies = [("volte_money", "0009_credit_notes"), ("volte_runtime", "0007_member_morning")]
    operations = [
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", _id()),
                ("day", models.DateField()),
                ("until", models.DateTimeField()),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                ("closed_at", models.DateTimeField()),
                ("shop", _shop()),
            ],
            options={
                "indexes": [models.Index(fields=["shop", "until"], name="money_closing_until")],
                "constraints": [models.UniqueConstraint(fields=("shop", "day"), name="money_closing_once")],
            },
        ),
        migrations.CreateModel(
            name="EntryNumber",
            fields=[
                ("id", _id()),
                ("number", models.BigIntegerField()),
                ("closing", _key("volte_money.closing")),
                ("entry", _key("volte_money.entry")),
                ("shop", _shop()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("entry",), name="money_entry_numbered_once"),
                    models.UniqueConstraint(fields=("shop", "number"), name="money_entry_number_once"),
                ],
            },
        ),
        migrations.RunSQL(DAY_OPEN, NOT_OPEN),
    ]
