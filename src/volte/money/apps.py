"""Money as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.money"
    label = "volte_money"
