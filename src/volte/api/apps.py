from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.api"
    label = "volte_api"
