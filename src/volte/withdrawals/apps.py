"""Withdrawals as a Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "volte.withdrawals"
    label = "volte_withdrawals"
