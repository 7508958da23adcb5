"""Addresses of the mails, below /staff/outbox/."""

from django.urls import URLPattern, path

from volte.web.staff.outbox import views

urlpatterns: list[URLPattern] = [
    path("", views.page, name="staff_outbox"),
    path("<uuid:mail_id>/", views.mail, name="staff_mail"),
    path("<uuid:mail_id>/letter", views.letter, name="staff_mail_letter"),
    path("<uuid:mail_id>/attachments/<slug:digest>", views.attachment, name="staff_mail_attachment"),
    path("<uuid:mail_id>/dispatch", views.dispatch, name="staff_mail_dispatch"),
]
