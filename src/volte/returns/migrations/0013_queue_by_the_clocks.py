from django.db import migrations, models

from volte.runtime import online


class Migration(migrations.Migration):
    # A shop that is running goes on while the index is built.
    atomic = False

    dependencies = [
        ('volte_returns', '0012_morning_mail'),
        ('volte_runtime', '0007_member_morning'),
    ]

    operations = [
        online.AddIndex(
            model_name='return',
            index=models.Index(condition=models.Q(('waits_for', ''), _negated=True), fields=['shop', 'waits_for', 'deadline_at', 'waits_since', 'id'], name='return_queue_due'),
        ),
    ]
