"""Risk as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.risk"
    label = "volte_risk"
