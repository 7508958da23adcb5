"""Addresses of the desk, below /staff/. What is done to a case is a noun below it."""

from django.urls import URLPattern, path

from volte.dossiers.operations import Kind
from volte.web.staff.cases import (
    acts,
    case,
    dossier,
    exchange_acts,
    files,
    holds,
    lowering,
    money_acts,
    queue,
    start,
    together,
    views,
)

urlpatterns: list[URLPattern] = [
    path("", queue.page, name="staff_queue"),
    path("views/", views.create, name="staff_views"),
    path("views/<uuid:view>/removal", views.remove, name="staff_view_removal"),
    path("together/approval", together.approval, name="staff_together_approval"),
    path("together/refusal", together.refusal, name="staff_together_refusal"),
    path("returns/new/", start.page, name="staff_start"),
    path("returns/<str:number>/", case.page, name="staff_case"),
    path("returns/<str:number>/approval", acts.approval, name="staff_approval"),
    path("returns/<str:number>/refusal", acts.refusal, name="staff_refusal"),
    path("returns/<str:number>/goodwill", money_acts.goodwill, name="staff_goodwill"),
    path("returns/<str:number>/items/<int:place>/deduction", lowering.deduction, name="staff_deduction"),
    path("returns/<str:number>/items/<int:place>/reduction", lowering.reduction, name="staff_reduction"),
    path("returns/<str:number>/objection/repayment", lowering.repayment, name="staff_repayment"),
    path("returns/<str:number>/objection/upholding", lowering.upholding, name="staff_upholding"),
    path("returns/<str:number>/cancellation", acts.cancellation, name="staff_cancellation"),
    path("returns/<str:number>/found", acts.found, name="staff_found"),
    path("returns/<str:number>/awaiting", acts.awaiting, name="staff_awaiting"),
    path("returns/<str:number>/closing", acts.closing, name="staff_closing"),
    path("returns/<str:number>/feedback", acts.feedback, name="staff_feedback_seen"),
    path("returns/<str:number>/difference", money_acts.difference, name="staff_difference"),
    path("returns/<str:number>/waiver", exchange_acts.waiver, name="staff_waiver"),
    path("returns/<str:number>/instead", exchange_acts.instead, name="staff_instead"),
    path("returns/<str:number>/hold/release", holds.release, name="staff_hold_release"),
    path("returns/<str:number>/hold/charge", holds.take, name="staff_hold_take"),
    path("returns/<str:number>/hold/more-time", holds.prolong, name="staff_hold_prolong"),
    path("returns/<str:number>/hold/seen", holds.seen, name="staff_hold_seen"),
    path("returns/<str:number>/messages", case.messages, name="staff_messages"),
    path("returns/<str:number>/notes", case.notes, name="staff_notes"),
    path("returns/<str:number>/refunds/<uuid:refund_id>/attempt", money_acts.attempt, name="staff_attempt"),
    path("returns/<str:number>/refunds/<uuid:refund_id>/payout", money_acts.payout, name="staff_payout"),
    path("returns/<str:number>/refunds/<uuid:refund_id>/transfer", money_acts.transfer, name="staff_transfer"),
    path("returns/<str:number>/photos/<slug:digest>", files.photo, name="staff_photo"),
    *(
        path(f"returns/<str:number>/dossier.{kind}", dossier.file, {"kind": kind}, name=f"staff_dossier_{kind}")
        for kind in Kind
    ),
    path("returns/<str:number>/label.pdf", files.label, name="staff_label"),
]
