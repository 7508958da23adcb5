"""Webhooks: which programs are told what happens, whether they take it, and what can be done when they do not."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.returns import holdings
from volte.runtime import tenancy
from volte.runtime.events import KINDS
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.settings import pages
from volte.web.staff.settings.forms import SINCE, ResumeForm, WebhookForm
from volte.webhooks import operations, queries
from volte.webhooks.queries import Figures, SubscriptionView, Told

PREFIX = "whk"
# How the state of a delivery looks.
MEANINGS = {"taken": "good", "waiting": "wait", "failed": "stop", "skipped": "plain"}
may_see = access.staff_required(Permission.WEBHOOKS_READ, Permission.WEBHOOKS_WRITE)
may_change = access.staff_required(Permission.WEBHOOKS_WRITE)


@may_see
def listing(request: here.StaffRequest) -> HttpResponse:
    with tenancy.entered(request.actor.shop_id):
        found = queries.subscriptions()
        figures = queries.figures(found=found)
    rows = [_row(one, figures[one.id]) for one in found]
    return pages.show(request, "webhooks", part="webhooks", rows=rows, may_change=_may_change(request))


@never_cache
@may_change
def new(request: here.StaffRequest) -> HttpResponse:
    form = WebhookForm(request.POST or None, initial={"everything": True})
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.subscribe(by=request.actor, **form.wish())
        except (Invalid, Conflict) as refused:
            form.add_error("url", pages.sentence(refused))
        else:
            return show(request, made.id, secret=made.secret)
    return _edit_page(request, form, view=None)


@may_see
def detail(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    return show(request, id_of(webhook))


@may_change
def edit(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    """Another address, description or choice."""
    with tenancy.entered(request.actor.shop_id):
        view = queries.subscription(subscription_id=id_of(webhook))
    form = WebhookForm.of(view)
    if request.method == "POST":
        form = WebhookForm(request.POST)
        if form.is_valid():
            try:
                operations.change(by=request.actor, subscription_id=view.id, **form.wish())
            except Invalid as refused:
                form.add_error("url", pages.sentence(refused))
            else:
                pages.say(request, "staff-settings-saved")
                return redirect("staff_settings_webhook", webhook)
    return _edit_page(request, form, view=view)


@require_POST
@may_change
def test(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    """Send a message that means nothing, and go to where its answer will show."""
    made = operations.send_test(by=request.actor, subscription_id=id_of(webhook))
    return redirect("staff_settings_delivery", webhook, ids.public("dlv", made))


@require_POST
@never_cache
@may_change
def rotation(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    """A new secret, shown this once."""
    made = operations.rotate(by=request.actor, subscription_id=id_of(webhook))
    return show(request, made.id, secret=made.secret, rotated=True)


@require_POST
@may_change
def pause(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    operations.pause(by=request.actor, subscription_id=id_of(webhook))
    pages.say(request, "staff-webhooks-paused-now")
    return redirect("staff_settings_webhook", webhook)


@require_POST
@may_change
def resumption(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    form = ResumeForm(request.POST)
    if not form.is_valid():
        raise Invalid("request_invalid", where="from", why="")
    from_now = form.cleaned_data["meanwhile"] == "skip"
    operations.resume(by=request.actor, subscription_id=id_of(webhook), from_now=from_now)
    pages.say(request, "staff-webhooks-resumed")
    return redirect("staff_settings_webhook", webhook)


@require_POST
@may_change
def removal(request: here.StaffRequest, *, webhook: str) -> HttpResponse:
    operations.remove(by=request.actor, subscription_id=id_of(webhook))
    pages.say(request, "staff-webhooks-removed")
    return redirect("staff_settings_webhooks")


def show(request: here.StaffRequest, found: UUID, *, secret: str = "", rotated: bool = False) -> HttpResponse:
    """One webhook with what was sent last; `secret` when it is new."""
    status, after = request.GET.get("status", ""), request.GET.get("after", "")
    chosen = queries.DeliveryStatus(status) if status in set(queries.DeliveryStatus) else None
    with tenancy.entered(request.actor.shop_id):
        view = queries.subscription(subscription_id=found)
        figures = queries.figures(found=[view])[view.id]
        page = queries.deliveries(subscription_id=found, status=chosen, after=ids.parse("dlv", after), limit=25)
        told = queries.told(found=page.deliveries)
        numbers = numbers_of(list(told.values()))
    of = {one: numbers.get(each.subject_id, "") for one, each in told.items() if each.subject_id}
    return pages.show(
        request,
        "webhook",
        part="webhooks",
        row=_row(view, figures),
        view=view,
        secret=secret,
        rotated=rotated,
        deliveries=[(ids.public("dlv", one.id), one, of.get(one.id, "")) for one in page.deliveries],
        older=ids.public("dlv", page.next) if page.next else "",
        status_chosen=chosen or "",
        statuses=[("", pages.words("staff-webhooks-all-deliveries"))]
        + [(one.value, pages.words(f"webhook-delivery-{one.value}")) for one in queries.DeliveryStatus],
        meanings=MEANINGS,
        spans=[(span, pages.words(f"staff-webhooks-since-{span}")) for span in SINCE],
        may_change=_may_change(request),
    )


def numbers_of(told: Sequence[Told]) -> dict[UUID, str]:
    """The numbers of the returns these tell of."""
    return holdings.numbers_by_id(return_ids=[one.subject_id for one in told if one.subject_id])


def id_of(webhook: str) -> UUID:
    found = ids.parse(PREFIX, webhook)
    if found is None:
        raise NotFound("webhook_unknown")
    return found


def _row(view: SubscriptionView, figures: Figures) -> dict[str, object]:
    """What a list says of a webhook; `state` is one word of `staff-webhooks-state-…`."""
    state, meaning = "on", "good"
    if view.status is queries.SubscriptionStatus.PAUSED:
        state, meaning = f"paused-{view.paused_because}", "wait" if view.paused_because == "asked" else "stop"
    elif view.failing_since is not None:
        state, meaning = "failing", "act"
    return {"id": ids.public(PREFIX, view.id), "view": view, "figures": figures, "state": state, "meaning": meaning}


def _edit_page(request: here.StaffRequest, form: WebhookForm, *, view: SubscriptionView | None) -> HttpResponse:
    groups: dict[str, list[str]] = {}
    for kind in sorted(KINDS):
        groups.setdefault(kind.partition(".")[0], []).append(kind)
    return pages.show(
        request,
        "webhook_edit",
        part="webhooks",
        status=422 if form.errors else 200,
        form=form,
        view=view,
        id=ids.public(PREFIX, view.id) if view else "",
        groups=groups,
        chosen=form["kinds"].value() or [],
        everything=bool(form["everything"].value()),
    )


def _may_change(request: here.StaffRequest) -> bool:
    return Permission.WEBHOOKS_WRITE in request.actor.permissions
