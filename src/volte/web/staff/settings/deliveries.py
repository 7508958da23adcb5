"""What was sent to a webhook: each try with its answer, and sending it once more."""

import json
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.runtime import clock, tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import here
from volte.web.staff.settings import pages
from volte.web.staff.settings.forms import SINCE, AgainForm
from volte.web.staff.settings.webhooks import MEANINGS, id_of, may_change, may_see, numbers_of
from volte.webhooks import operations, queries
from volte.webhooks.queries import DeliveryView

PREFIX = "dlv"


@may_see
def delivery(request: here.StaffRequest, *, webhook: str, delivery: str) -> HttpResponse:
    with tenancy.entered(request.actor.shop_id):
        view = queries.subscription(subscription_id=id_of(webhook))
        found = _found(view.id, delivery)
        told = queries.told(found=[found]).get(found.id)
        numbers = numbers_of([told] if told else [])
    # Whoever may not read the feed does not read it here, either.
    readable = told is not None and Permission.EVENTS_READ in request.actor.permissions
    return pages.show(
        request,
        "delivery",
        part="webhooks",
        view=view,
        webhook=webhook,
        id=delivery,
        event=ids.public("evt", found.event_id),
        delivery=found,
        meanings=MEANINGS,
        may_send=found.may_send,
        number=numbers.get(told.subject_id, "") if told and told.subject_id else "",
        body=json.dumps(told.body, ensure_ascii=False, indent=2) if told and readable else "",
    )


@require_POST
@may_change
def replay(request: here.StaffRequest, *, webhook: str, delivery: str) -> HttpResponse:
    with tenancy.entered(request.actor.shop_id):
        found = _found(id_of(webhook), delivery)
    operations.send_again(by=request.actor, delivery_id=found.id)
    pages.say(request, "staff-webhooks-sent-again")
    return redirect("staff_settings_delivery", webhook, delivery)


@require_POST
@may_change
def replay_all(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    """Everything that was not taken within the chosen time."""
    form = AgainForm(request.POST)
    span = SINCE[form.cleaned_data["since"]] if form.is_valid() else SINCE["day"]
    count = operations.send_failed_again(by=request.actor, subscription_id=id_of(webhook), since=clock.now() - span)
    pages.say(request, "staff-webhooks-sent-again-all", count=count)
    return redirect("staff_settings_webhook", webhook)


def _found(subscription_id: UUID, delivery: str) -> DeliveryView:
    parsed = ids.parse(PREFIX, delivery)
    if parsed is None:
        raise NotFound("delivery_unknown")
    found = queries.delivery(delivery_id=parsed)
    if found.subscription_id != subscription_id:
        raise NotFound("delivery_unknown")
    return found
