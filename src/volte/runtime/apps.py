from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.runtime"
    label = "volte_runtime"
