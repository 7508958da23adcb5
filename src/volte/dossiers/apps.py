"""Dossiers as a Django app: it has texts, and no rows."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.dossiers"
    label = "volte_dossiers"
