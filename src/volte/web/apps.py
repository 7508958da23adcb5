"""The web as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.web"
    label = "volte_web"
