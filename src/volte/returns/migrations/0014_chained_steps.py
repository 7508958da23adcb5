from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_returns', '0013_queue_by_the_clocks'),
        ('volte_runtime', '0006_file_digest_checked'),
    ]

    operations = [
        migrations.AddField(
            model_name='return',
            name='chain_head',
            field=models.CharField(blank=True, db_default='', default='', max_length=64),
        ),
        migrations.AddField(
            model_name='return',
            name='chain_length',
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name='step',
            name='adopted_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='step',
            name='bound',
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name='step',
            name='digest',
            field=models.CharField(blank=True, db_default='', default='', max_length=64),
        ),
        migrations.AddField(
            model_name='step',
            name='erased_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='step',
            name='place',
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name='step',
            name='salts',
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name='step',
            name='words_digest',
            field=models.CharField(blank=True, db_default='', default='', max_length=64),
        ),
    ]
