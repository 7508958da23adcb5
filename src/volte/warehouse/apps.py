"""Warehouse as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.warehouse"
    label = "volte_warehouse"
