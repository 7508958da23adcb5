"""Addresses of the portal. Below `/` for the first shop, below `/s/<shop>/` for each (see `middleware.faces`)."""

from django.urls import URLPattern, URLResolver, path

from volte.web.portal import (
    acting,
    another_way,
    checking,
    choosing,
    finding,
    following,
    instead,
    money_back,
    proofs,
    reasons,
    ways,
    without_goods,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", finding.find, name="portal_find"),
    path("l/<str:token>", finding.follow_link, name="portal_link"),
    path("leave/", finding.leave, name="portal_leave"),
    path("order/", choosing.order, name="portal_order"),
    path("order/missing/", without_goods.missing, name="portal_missing"),
    path("order/stop/", without_goods.stop, name="portal_stop"),
    path("order/reasons/", reasons.reasons, name="portal_reasons"),
    path("order/proof/", proofs.proof, name="portal_proof"),
    path("order/instead/", instead.instead, name="portal_instead"),
    path("order/way/", ways.way, name="portal_way"),
    path("order/check/", checking.check, name="portal_check"),
    path("returns/<str:number>/", following.page, name="portal_return"),
    path("returns/<str:number>/label.pdf", following.label, name="portal_label"),
    path("returns/<str:number>/notes/<slug:note>.pdf", following.note, name="portal_note"),
    path("returns/<str:number>/way/", another_way.page, name="portal_another_way"),
    path("returns/<str:number>/cancellation/", acting.cancellation, name="portal_cancellation"),
    path("returns/<str:number>/evidence/", acting.evidence, name="portal_evidence"),
    path("returns/<str:number>/feedback/", acting.feedback, name="portal_feedback"),
    path("returns/<str:number>/money/", money_back.page, name="portal_money"),
    path("returns/<str:number>/money-instead/", acting.money_instead, name="portal_money_instead"),
    path("returns/<str:number>/payment/", acting.payment, name="portal_payment"),
    path("returns/<str:number>/appeal/", acting.appeal, name="portal_appeal"),
    path("returns/<str:number>/questions/", acting.question, name="portal_question"),
    path("photos/<slug:digest>", following.photo, name="portal_photo"),
]
