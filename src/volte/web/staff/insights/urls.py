"""Addresses below /staff/insights/."""

from django.urls import URLPattern, path

from volte.web.staff.insights import views

urlpatterns: list[URLPattern] = [
    path("", views.overview, name="staff_insights"),
    path("<slug:name>/", views.question, name="staff_insight"),
    path("<slug:name>.csv", views.table_file, name="staff_insight_file"),
]
