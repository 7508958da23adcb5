"""The policy as an installed area."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.policy"
    label = "volte_policy"
