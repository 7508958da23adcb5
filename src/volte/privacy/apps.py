from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "volte.privacy"
    label = "volte_privacy"
