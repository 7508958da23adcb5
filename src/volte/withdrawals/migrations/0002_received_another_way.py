from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_withdrawals', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='withdrawal',
            name='through',
            field=models.CharField(choices=[('online', 'online'), ('letter', 'letter'), ('mail', 'mail'), ('phone', 'phone'), ('store', 'store')], db_default='online', default='online', max_length=8),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
    ]
