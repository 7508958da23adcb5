"""Insights as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.insights"
    label = "volte_insights"
