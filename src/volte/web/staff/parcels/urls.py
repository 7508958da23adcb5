"""Addresses of parcels without a return, below /staff/parcels/."""

from django.urls import URLPattern, path

from volte.web.staff.parcels import views

urlpatterns: list[URLPattern] = [
    path("", views.page, name="staff_parcels"),
    path("<uuid:unit_id>/", views.unit, name="staff_parcel"),
    path("<uuid:unit_id>/resolution", views.resolution, name="staff_resolution"),
]
