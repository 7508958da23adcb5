"""Addresses of the pages on personal data, below /staff/. No address of a page holds an e-mail address."""

from django.urls import URLPattern, path

from volte.web.staff.privacy import looks, opinions, persons, retention

urlpatterns: list[URLPattern] = [
    path("privacy/", persons.overview, name="staff_privacy"),
    path("privacy/people/<str:ref>/", persons.person, name="staff_person"),
    path("privacy/people/<str:ref>/archive", persons.archive, name="staff_person_archive"),
    path("privacy/people/<str:ref>/erasure", persons.erasure, name="staff_person_erasure"),
    path("privacy/erasures/<uuid:erasure_id>/", persons.certificate, name="staff_erasure"),
    path("privacy/erasures/<uuid:erasure_id>/withdrawal", persons.withdrawal, name="staff_erasure_withdrawal"),
    path("privacy/retention/", retention.page, name="staff_retention"),
    path("audit/", looks.page, name="staff_audit"),
    path("feedback/", opinions.page, name="staff_opinions"),
]
