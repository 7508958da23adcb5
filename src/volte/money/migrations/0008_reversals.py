"""What takes an entry back names it, and a movement of a credit names its entry. What was written before is joined in the
order it was written in: no two of one refund or one credit can have been booked out of order."""

import django.db.models.deletion
from django.db import migrations, models

JOIN_BEFORE = """
ALTER TABLE volte_money_entry DISABLE TRIGGER entry_append_only;
ALTER TABLE volte_money_creditmovement DISABLE TRIGGER creditmovement_append_only;
UPDATE volte_money_entry SET reverses_id = done.id
  FROM (SELECT id, kind, refund_id, row_number() OVER (PARTITION BY refund_id, kind ORDER BY at, id) AS place
          FROM volte_money_entry WHERE refund_id IS NOT NULL) AS done
  JOIN (SELECT id, kind, refund_id, row_number() OVER (PARTITION BY refund_id, kind ORDER BY at, id) AS place
          FROM volte_money_entry WHERE refund_id IS NOT NULL) AS back
    ON back.refund_id = done.refund_id AND back.place = done.place
   AND done.kind = 'paid_out' AND back.kind = 'paid_out.reversed'
 WHERE volte_money_entry.id = back.id;
UPDATE volte_money_creditmovement SET entry_id = booked.id
  FROM (SELECT id, credit_id, kind = 'credit_spent' AS spent,
               row_number() OVER (PARTITION BY credit_id, kind = 'credit_spent' ORDER BY at, id) AS place
          FROM volte_money_entry WHERE kind IN ('credit_issued', 'credit_given', 'credit_spent')) AS booked
  JOIN (SELECT id, credit_id, amount < 0 AS spent,
               row_number() OVER (PARTITION BY credit_id, amount < 0 ORDER BY at, id) AS place
          FROM volte_money_creditmovement) AS moved
    ON moved.credit_id = booked.credit_id AND moved.spent = booked.spent AND moved.place = booked.place
 WHERE volte_money_creditmovement.id = moved.id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE volte_money_entry ENABLE TRIGGER entry_append_only;
ALTER TABLE volte_money_creditmovement ENABLE TRIGGER creditmovement_append_only;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volte_money", "0007_reconciliation"),
        ("volte_runtime", "0007_member_morning"),
    ]
    operations = [
        migrations.AddField(
            model_name="creditmovement",
            name="entry",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="volte_money.entry",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="reverses",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="volte_money.entry",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="why",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.RunSQL(JOIN_BEFORE, migrations.RunSQL.noop),
    ]
