"""The web as a Django app."""

from django.apps import AppConfig
from django.conf import settings

from volte.runtime import visitors


class Config(AppConfig):
    name = "volte.web"
    label = "volte_web"

    def ready(self) -> None:
        """A setting nobody can read is said now, and not to the first visitor."""
        visitors.trusted(settings.TRUSTED_PROXIES)
