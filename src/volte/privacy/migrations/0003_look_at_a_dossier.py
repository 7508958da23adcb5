from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volte_privacy', '0002_erasure_return_ids'),
    ]

    operations = [
        migrations.AlterField(
            model_name='look',
            name='what',
            field=models.CharField(choices=[('case', 'case'), ('order', 'order'), ('search', 'search'), ('person', 'person'), ('export', 'export'), ('dossier', 'dossier')], max_length=12),
        ),
    ]
