import django.db.models.deletion
import volte.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_catalogue', '0005_cancelled_here_checked'),
        ('volte_returns', '0021_inquiries'),
        ('volte_runtime', '0007_member_morning'),
    ]

    operations = [
        migrations.CreateModel(
            name='Gift',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64)),
                ('sealed', models.TextField()),
                ('ending', models.CharField(max_length=4)),
                ('made_by', models.CharField(max_length=10)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='GiftLine',
            fields=[
                ('id', models.UUIDField(default=volte.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('order_line_id', models.UUIDField()),
                ('quantity', models.PositiveIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='return',
            name='gift_id',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='return',
            name='sender',
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name='gift',
            name='order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_catalogue.order'),
        ),
        migrations.AddField(
            model_name='gift',
            name='shop',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop'),
        ),
        migrations.AddField(
            model_name='giftline',
            name='gift',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='volte_returns.gift'),
        ),
        migrations.AddField(
            model_name='giftline',
            name='shop',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='volte_runtime.shop'),
        ),
        migrations.AddConstraint(
            model_name='gift',
            constraint=models.UniqueConstraint(fields=('shop', 'digest'), name='gift_code_once'),
        ),
        migrations.AddConstraint(
            model_name='giftline',
            constraint=models.UniqueConstraint(fields=('gift', 'order_line_id'), name='gift_line_once'),
        ),
        migrations.AddConstraint(
            model_name='giftline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='gift_has_units'),
        ),
    ]
