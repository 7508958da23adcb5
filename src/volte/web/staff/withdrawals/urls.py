"""Addresses of withdrawals, below /staff/withdrawals/."""

from django.urls import URLPattern, path, re_path

from volte.web.staff.withdrawals import views

urlpatterns: list[URLPattern] = [
    path("", views.page, name="staff_withdrawals"),
    path("<str:number>/", views.withdrawal, name="staff_withdrawal"),
    path("<str:number>/recognition", views.recognition, name="staff_withdrawal_recognition"),
    path("<str:number>/answer", views.answer, name="staff_withdrawal_answer"),
    re_path(r"^(?P<number>[^/]+)/file\.(?P<kind>pdf|json)$", views.file, name="staff_withdrawal_file"),
]
