"""Every night the books are added up again: each look is kept, and what did not add up."""


import django.db.models.deletion
import volte.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_money', '0023_difference_given_checked'),
        ('volte_runtime', '0007_member_morning'),
    ]

    operations = [
        migrations.CreateModel(
            name='BooksFault',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('check_name', models.CharField(max_length=40)),
                ('what', models.CharField(max_length=40)),
                ('place', models.CharField(max_length=400)),
                ('books', models.BigIntegerField()),
                ('rows', models.BigIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('found_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
                ('resolved_at', models.DateTimeField(null=True)),
                ('shop', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('resolved_at__isnull', True)), fields=['shop', '-found_at'], name='money_booksfault_open')],
                'constraints': [models.UniqueConstraint(fields=('shop', 'what', 'place', 'currency'), name='money_booksfault_once')],
            },
        ),
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('night', models.DateField(null=True)),
                ('began_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('done', models.PositiveSmallIntegerField(default=0)),
                ('entries', models.PositiveBigIntegerField(default=0)),
                ('found', models.PositiveIntegerField(default=0)),
                ('fresh', models.PositiveIntegerField(default=0)),
                ('missed', models.CharField(blank=True, default='', max_length=2000)),
                ('shop', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('finished_at__isnull', False)), fields=['shop', '-finished_at'], name='money_verification_last')],
                'constraints': [models.UniqueConstraint(fields=('shop', 'night'), name='money_verification_once_a_night'), models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True)), fields=('shop',), name='money_verification_one_at_a_time')],
            },
        ),
    ]
