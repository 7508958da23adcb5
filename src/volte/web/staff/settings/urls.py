"""Addresses below /staff/settings/."""

from django.urls import URLPattern, URLResolver, path

from volte.web.staff.settings import brand, costs, deadlines, deliveries, keys, locations, members, reasons, webhooks

urlpatterns: list[URLPattern | URLResolver] = [
    path("", brand.overview, name="staff_settings"),
    path("brand/", brand.brand, name="staff_settings_brand"),
    path("brand/preview/", brand.preview, name="staff_settings_brand_preview"),
    path("reasons/", reasons.listing, name="staff_settings_reasons"),
    path("reasons/new/", reasons.new, name="staff_settings_reason_new"),
    path("reasons/<slug:handle>/", reasons.edit, name="staff_settings_reason"),
    path("reasons/<slug:handle>/retirement/", reasons.retirement, name="staff_settings_reason_retirement"),
    path("reasons/<slug:handle>/place/", reasons.place, name="staff_settings_reason_place"),
    path("locations/", locations.listing, name="staff_settings_locations"),
    path("locations/new/", locations.new, name="staff_settings_location_new"),
    path("locations/<slug:handle>/", locations.edit, name="staff_settings_location"),
    path("locations/<slug:handle>/priority/", locations.priority, name="staff_settings_location_priority"),
    path("packing/", locations.packing, name="staff_settings_packing"),
    path("costs/", costs.costs, name="staff_settings_costs"),
    path("deadlines/", deadlines.deadlines, name="staff_settings_deadlines"),
    path("members/", members.members, name="staff_settings_members"),
    path("members/<str:member>/role/", members.role, name="staff_settings_member_role"),
    path("members/<str:member>/departure/", members.departure, name="staff_settings_member_departure"),
    path("keys/", keys.keys, name="staff_settings_keys"),
    path("keys/<str:key>/revocation/", keys.revocation, name="staff_settings_key_revocation"),
    path("webhooks/", webhooks.listing, name="staff_settings_webhooks"),
    path("webhooks/new/", webhooks.new, name="staff_settings_webhook_new"),
    path("webhooks/<str:webhook>/", webhooks.detail, name="staff_settings_webhook"),
    path("webhooks/<str:webhook>/edit/", webhooks.edit, name="staff_settings_webhook_edit"),
    path("webhooks/<str:webhook>/test/", webhooks.test, name="staff_settings_webhook_test"),
    path("webhooks/<str:webhook>/rotation/", webhooks.rotation, name="staff_settings_webhook_rotation"),
    path("webhooks/<str:webhook>/pause/", webhooks.pause, name="staff_settings_webhook_pause"),
    path("webhooks/<str:webhook>/resumption/", webhooks.resumption, name="staff_settings_webhook_resumption"),
    path("webhooks/<str:webhook>/removal/", webhooks.removal, name="staff_settings_webhook_removal"),
    path("webhooks/<str:webhook>/replay/", deliveries.replay_all, name="staff_settings_webhook_replay"),
    path("webhooks/<str:webhook>/deliveries/<str:delivery>/", deliveries.delivery, name="staff_settings_delivery"),
    path(
        "webhooks/<str:webhook>/deliveries/<str:delivery>/replay/",
        deliveries.replay,
        name="staff_settings_delivery_replay",
    ),
]
