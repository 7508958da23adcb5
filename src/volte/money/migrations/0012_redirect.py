import django.db.models.deletion
import volte.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_money', '0011_promise_reduced'),
        ('volte_runtime', '0007_member_morning'),
    ]

    operations = [
        migrations.AddField(
            model_name='refund',
            name='consent_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='refund',
            name='consent_by',
            field=models.CharField(blank=True, db_default='', default='', max_length=10),
        ),
        migrations.AddField(
            model_name='refund',
            name='consent_words',
            field=models.CharField(blank=True, db_default='', default='', max_length=500),
        ),
        migrations.AddField(
            model_name='refund',
            name='redirected_from',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_money.refund'),
        ),
        migrations.CreateModel(
            name='BankAccount',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sealed', models.TextField()),
                ('shown', models.CharField(max_length=20)),
                ('given_at', models.DateTimeField()),
                ('refund', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_money.refund')),
                ('shop', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
