"""The catalogue as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.catalogue"
    label = "volte_catalogue"
