"""Logistics as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.logistics"
    label = "volte_logistics"
