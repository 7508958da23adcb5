"""The law as an installed area: it has sentences, and no rows."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.law"
    label = "volte_law"
