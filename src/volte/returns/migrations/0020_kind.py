from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_returns', '0019_owing'),
    ]

    operations = [
        migrations.AddField(
            model_name='return',
            name='inquiry_until',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='return',
            name='kind',
            field=models.CharField(choices=[('return', 'return'), ('claim', 'claim'), ('cancellation', 'cancellation')], db_default='return', default='return', max_length=12),
        ),
    ]
