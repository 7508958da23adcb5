"""What the web server loads."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
os.environ.setdefault("VOLTE_DATABASE_ROLE", "volte_app")

from django.core.wsgi import get_wsgi_application  # the environment comes first

application = get_wsgi_application()

from volte.project import wiring  # noqa: E402  # adapters read Django's settings

wiring.connect()
