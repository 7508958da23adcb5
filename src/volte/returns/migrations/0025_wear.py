from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_returns', '0024_sent_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='returnitem',
            name='wear',
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
    ]
