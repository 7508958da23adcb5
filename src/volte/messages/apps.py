"""Messages as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.messages"
    label = "volte_messages"
