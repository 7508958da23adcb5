"""Addresses below /staff/deadlines/."""

from django.urls import URLPattern, path

from volte.web.staff.deadlines import views

urlpatterns: list[URLPattern] = [
    path("", views.page, name="staff_deadlines"),
    path("days.csv", views.days_file, name="staff_deadlines_days"),
    path("each.csv", views.each_file, name="staff_deadlines_each"),
]
