from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.returns"
    label = "volte_returns"
