"""Addresses below /staff/finance/."""

from django.urls import URLPattern, path

from volte.web.staff.finance import differences

urlpatterns: list[URLPattern] = [
    path("differences/", differences.page, name="staff_differences"),
    path("differences/look", differences.look, name="staff_differences_look"),
    path("differences/<uuid:discrepancy_id>/<slug:what>", differences.act, name="staff_difference_act"),
]
