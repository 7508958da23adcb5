"""The project as a Django app: so that the sentences of its commands are found."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.project"
    label = "volte_project"
