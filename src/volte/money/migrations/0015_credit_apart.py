"""What was owed and what the shop added are two amounts of a credit; both may expire, and a person may block it."""

import django.db.models.deletion
import django.db.models.expressions
import volte.kit.ids
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_money', '0014_refund_credit'),
        ('volte_runtime', '0007_member_morning'),
    ]

    operations = [
        migrations.CreateModel(
            name='CreditStep',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('why', models.CharField(blank=True, default='', max_length=300)),
                ('actor_kind', models.CharField(max_length=20)),
                ('actor_name', models.CharField(blank=True, default='', max_length=120)),
                ('at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='credit',
            name='base_lapsed',
            field=models.BigIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='credit',
            name='blocked_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='credit',
            name='bonus_expires_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='credit',
            name='bonus_lapsed',
            field=models.BigIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='credit',
            name='bonus_left',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='credit',
            name='warned_of',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='creditmovement',
            name='bonus',
            field=models.BigIntegerField(db_default=0, default=0),
        ),
        AddConstraintNotValid(
            model_name='credit',
            constraint=models.CheckConstraint(condition=models.Q(('bonus_left__isnull', True), models.Q(('base_lapsed__gte', 0), ('bonus_lapsed__gte', 0), ('bonus_left__gte', 0), ('bonus_left__lte', models.F('balance')), ('bonus_left__lte', django.db.models.expressions.CombinedExpression(models.F('bonus'), '-', models.F('bonus_lapsed'))), ('balance__lte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('base'), '-', models.F('base_lapsed')), '+', models.F('bonus_left')))), _connector='OR'), name='money_credit_apart'),
        ),
        migrations.AddField(
            model_name='creditstep',
            name='credit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_money.credit'),
        ),
        migrations.AddField(
            model_name='creditstep',
            name='shop',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop'),
        ),
    ]
