"""Credit notes: their rows, and what the database itself refuses: a gap, a number twice, a changed note."""

import django.db.models.deletion
import volte.kit.ids
from django.db import migrations, models


# Runs as the owner: row-level security must not hide a note from the one who counts them.
SERIES = """
CREATE FUNCTION volte_money_series_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.last <> 0 THEN
            RAISE EXCEPTION 'a series of credit notes begins at nothing' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a series of credit notes is kept' USING ERRCODE = 'check_violation';
    ELSIF NEW.last <> OLD.last + 1 OR NEW.last_on < OLD.last_on
       OR (NEW.id, NEW.shop_id, NEW.entity, NEW.year, NEW.prefix)
          IS DISTINCT FROM (OLD.id, OLD.shop_id, OLD.entity, OLD.year, OLD.prefix) THEN
        RAISE EXCEPTION 'series % counts one at a time, and its day never steps back', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER series_counts BEFORE INSERT OR UPDATE OR DELETE ON volte_money_creditnoteseries
    FOR EACH ROW EXECUTE FUNCTION volte_money_series_counts();

CREATE FUNCTION volte_money_series_used() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM volte_money_creditnote WHERE series_id = NEW.id AND place = NEW.last) THEN
        RAISE EXCEPTION 'number % of series % was counted without a credit note', NEW.last, NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER series_used AFTER UPDATE ON volte_money_creditnoteseries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION volte_money_series_used();
"""
NO_SERIES = """
DROP TRIGGER series_used ON volte_money_creditnoteseries;
DROP FUNCTION volte_money_series_used();
DROP TRIGGER series_counts ON volte_money_creditnoteseries;
DROP FUNCTION volte_money_series_counts();
"""
# The files are made after the note: their digests are the one thing that comes later, and once.
NOTES = """
CREATE FUNCTION volte_money_note_follows() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    series volte_money_creditnoteseries;
    before bigint;
BEGIN
    SELECT * INTO series FROM volte_money_creditnoteseries WHERE id = NEW.series_id;
    SELECT coalesce(max(place), 0) INTO before FROM volte_money_creditnote WHERE series_id = NEW.series_id;
    IF NEW.place <> before + 1 OR NEW.place <> series.last OR NEW.issued_on <> series.last_on
       OR NEW.shop_id <> series.shop_id THEN
        RAISE EXCEPTION 'credit note % does not follow the one before', NEW.number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER note_follows BEFORE INSERT ON volte_money_creditnote
    FOR EACH ROW EXECUTE FUNCTION volte_money_note_follows();

CREATE FUNCTION volte_money_note_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'pdf' - 'xml' = to_jsonb(OLD) - 'pdf' - 'xml'
       AND OLD.pdf IN ('', NEW.pdf) AND OLD.xml IN ('', NEW.xml) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'credit note % stays as it was issued', OLD.number USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER note_stays BEFORE UPDATE OR DELETE ON volte_money_creditnote
    FOR EACH ROW EXECUTE FUNCTION volte_money_note_stays();
"""
NO_NOTES = """
DROP TRIGGER note_stays ON volte_money_creditnote;
DROP FUNCTION volte_money_note_stays();
DROP TRIGGER note_follows ON volte_money_creditnote;
DROP FUNCTION volte_money_note_follows();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('volte_money', '0008_reversed_once'),
        ('volte_runtime', '0007_member_morning'),
    ]

    operations = [
        migrations.CreateModel(
            name='CreditNoteSeries',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('entity', models.CharField(max_length=60)),
                ('year', models.PositiveSmallIntegerField()),
                ('prefix', models.CharField(max_length=12)),
                ('last', models.BigIntegerField(default=0)),
                ('last_on', models.DateField()),
                ('shop', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop')),
            ],
        ),
        migrations.CreateModel(
            name='CreditNote',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('place', models.BigIntegerField()),
                ('number', models.CharField(max_length=40)),
                ('order_id', models.UUIDField()),
                ('subject_kind', models.CharField(max_length=40)),
                ('subject_id', models.UUIDField()),
                ('paper', models.CharField(max_length=20)),
                ('currency', models.CharField(max_length=3)),
                ('net', models.BigIntegerField()),
                ('tax', models.BigIntegerField()),
                ('issued_on', models.DateField()),
                ('issued_at', models.DateTimeField()),
                ('document', models.JSONField()),
                ('pdf', models.CharField(blank=True, default='', max_length=64)),
                ('xml', models.CharField(blank=True, default='', max_length=64)),
                ('promise', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_money.promise')),
                ('shop', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_money.creditnoteseries')),
            ],
        ),
        migrations.AddConstraint(
            model_name='creditnoteseries',
            constraint=models.UniqueConstraint(fields=('shop', 'entity', 'year'), name='money_series_once'),
        ),
        migrations.AddConstraint(
            model_name='creditnoteseries',
            constraint=models.UniqueConstraint(fields=('entity', 'prefix', 'year'), name='money_series_of_entity'),
        ),
        migrations.AddConstraint(
            model_name='creditnoteseries',
            constraint=models.UniqueConstraint(fields=('shop', 'prefix', 'year'), name='money_series_of_shop'),
        ),
        migrations.AddConstraint(
            model_name='creditnoteseries',
            constraint=models.CheckConstraint(condition=models.Q(('last_on__year', models.F('year'))), name='money_series_year'),
        ),
        migrations.AddIndex(
            model_name='creditnote',
            index=models.Index(fields=['shop', 'issued_on'], name='money_note_day'),
        ),
        migrations.AddIndex(
            model_name='creditnote',
            index=models.Index(fields=['shop', 'subject_id'], name='money_note_subject'),
        ),
        migrations.AddConstraint(
            model_name='creditnote',
            constraint=models.UniqueConstraint(fields=('series', 'place'), name='money_note_place'),
        ),
        migrations.AddConstraint(
            model_name='creditnote',
            constraint=models.UniqueConstraint(fields=('shop', 'number'), name='money_note_number'),
        ),
        migrations.AddConstraint(
            model_name='creditnote',
            constraint=models.CheckConstraint(condition=models.Q(('place__gte', 1)), name='money_note_counted'),
        ),
        migrations.RunSQL(SERIES, NO_SERIES),
        migrations.RunSQL(NOTES, NO_NOTES),
    ]
