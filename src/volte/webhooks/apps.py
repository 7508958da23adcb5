"""Webhooks as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.webhooks"
    label = "volte_webhooks"
