"""What the web server loads."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
os.environ.setdefault("VOLTE_DATABASE_ROLE", "volte_app")

from django.core.wsgi import get_wsgi_application  # the environment comes first

django = get_wsgi_application()

from volte.project import wiring  # noqa: E402  # adapters read Django's settings
from volte.project.proxies import believing  # noqa: E402
from volte.project.turnstile import turnstile  # noqa: E402
from volte.web.middleware import MAX_BODY  # noqa: E402

application = believing(turnstile(django, most_bytes=MAX_BODY))
wiring.connect()
