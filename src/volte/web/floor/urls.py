"""Addresses below /floor/."""

from django.urls import URLPattern, URLResolver, path

from volte.web.floor import boxes, scanning, stations, units, wearing

urlpatterns: list[URLPattern | URLResolver] = [
    path("", stations.start, name="floor_start"),
    path("scan/", scanning.scan, name="floor_scan"),
    path("seen/", stations.seen, name="floor_seen"),
    path("shift/", stations.begin, name="floor_shift"),
    path("shift/end/", stations.leave, name="floor_leave"),
    path("badges/", stations.signs, name="floor_badges"),
    path("pile/", stations.pile, name="floor_pile"),
    path("box/", boxes.box, name="floor_box"),
    path("arrivals/<slug:arrival>/", boxes.aside, name="floor_aside"),
    path("units/<slug:unit>/", units.unit, name="floor_unit"),
    path("units/<slug:unit>/outlook/", units.outlook, name="floor_outlook"),
    path("units/<slug:unit>/inspection/", units.inspection, name="floor_inspection"),
    path("units/<slug:unit>/disposition/", units.disposition, name="floor_disposition"),
    path("units/<slug:unit>/wear/", wearing.page, name="floor_wear"),
    path("units/<slug:unit>/wear/opening/", wearing.opening, name="floor_wear_opening"),
    path("units/<slug:unit>/wear/proposal/", wearing.proposal, name="floor_wear_proposal"),
    path("units/<slug:unit>/wear/withdrawal/", wearing.taking_back, name="floor_wear_back"),
    path("units/<slug:unit>/undoing/", units.undo, name="floor_undo"),
    path("units/<slug:unit>/return/", units.belongs, name="floor_belongs"),
    path("units/<slug:unit>/label/", units.label, name="floor_label"),
]
