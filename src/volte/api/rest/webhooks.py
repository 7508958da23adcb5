"""Webhooks: who gets which news, and what became of each message."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, feed_shapes, paging
from volte.api.schemas import Again, Resumed, WebhookChanged, WebhookWish
from volte.kit.errors import Invalid, NotFound
from volte.runtime import sealing
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission
from volte.webhooks import operations, queries
from volte.webhooks.operations import SecretShown
from volte.webhooks.queries import DeliveryStatus, DeliveryView

router = Router(tags=["webhooks"])
SECRET = "secret"  # noqa: S105  # the name of the field


@router.get("/webhooks", summary="The shop's webhooks")
def webhooks(request: HttpRequest) -> HttpResponse:
    """All of them, oldest first; secrets are never shown again."""
    edge.needs(request, Permission.WEBHOOKS_READ)
    return edge.read(
        request, lambda: {"data": [feed_shapes.webhook(one) for one in queries.subscriptions()], "next": None}
    )


@router.post("/webhooks", summary="Have news sent to an address")
def subscribe(request: HttpRequest, sent: WebhookWish) -> HttpResponse:
    """Events of these `types` from now on, or all when none is named. The answer holds the `secret` that signs: it is
    shown this once."""
    by = edge.actor(request)

    def work() -> Answer:
        made = operations.subscribe(by=by, url=sent.url, description=sent.description, kinds=sent.types)
        return Answer(201, _with_secret(made))

    return edge.write(request, work, sealed=SECRET)


@router.get("/webhooks/{webhook_id}", summary="One webhook")
def webhook(request: HttpRequest, webhook_id: str) -> HttpResponse:
    """`pauses_at` is when it will be left alone unless it takes something before."""
    edge.needs(request, Permission.WEBHOOKS_READ)
    found = edge.parse_id("whk", webhook_id, code="webhook_unknown")
    return edge.read(request, lambda: feed_shapes.webhook(queries.subscription(subscription_id=found)))


@router.patch("/webhooks/{webhook_id}", summary="Another address, description or choice of types")
def change(request: HttpRequest, webhook_id: str, sent: WebhookChanged) -> HttpResponse:
    """What is left out stays as it is."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")

    def work() -> Answer:
        operations.change(by=by, subscription_id=found, url=sent.url, description=sent.description, kinds=sent.types)
        return Answer(200, feed_shapes.webhook(queries.subscription(subscription_id=found)))

    return edge.write(request, work)


@router.delete("/webhooks/{webhook_id}", summary="Send nothing there any more")
def remove(request: HttpRequest, webhook_id: str) -> HttpResponse:
    """For good. `…/pause` keeps it for later."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")

    def work() -> Answer:
        operations.remove(by=by, subscription_id=found)
        return Answer(200, {"id": webhook_id, "status": "removed"})

    return edge.write(request, work)


@router.post("/webhooks/{webhook_id}/rotation", summary="A new secret")
def rotate(request: HttpRequest, webhook_id: str) -> HttpResponse:
    """For a day both secrets sign; the answer holds the new one, this once."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")
    return edge.write(
        request,
        lambda: Answer(201, _with_secret(operations.rotate(by=by, subscription_id=found))),
        sealed=SECRET,
    )


@router.post("/webhooks/{webhook_id}/pause", summary="Send nothing until it is resumed")
def pause(request: HttpRequest, webhook_id: str) -> HttpResponse:
    """Nothing is lost meanwhile: the feed keeps the events."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")

    def work() -> Answer:
        operations.pause(by=by, subscription_id=found)
        return Answer(200, feed_shapes.webhook(queries.subscription(subscription_id=found)))

    return edge.write(request, work)


@router.post("/webhooks/{webhook_id}/resumption", summary="Send again")
def resume(request: HttpRequest, webhook_id: str, sent: Resumed) -> HttpResponse:
    """What happened meanwhile is sent too, unless `from_now`."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")

    def work() -> Answer:
        operations.resume(by=by, subscription_id=found, from_now=sent.from_now)
        return Answer(200, feed_shapes.webhook(queries.subscription(subscription_id=found)))

    return edge.write(request, work)


@router.post("/webhooks/{webhook_id}/test", summary="Send a test message")
def test(request: HttpRequest, webhook_id: str) -> HttpResponse:
    """A `webhook.test` is on its way; ask for the delivery to see what came back."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")

    def work() -> Answer:
        made = operations.send_test(by=by, subscription_id=found)
        return Answer(201, feed_shapes.delivery(queries.delivery(delivery_id=made)))

    return edge.write(request, work)


@router.get("/webhooks/{webhook_id}/deliveries", summary="What was sent, newest first")
def deliveries(
    request: HttpRequest, webhook_id: str, status: str | None = None, after: str | None = None, limit: int | None = None
) -> HttpResponse:
    """Each with its last attempt; `?status=` waiting, taken, failed or skipped."""
    edge.needs(request, Permission.WEBHOOKS_READ)
    found, size = edge.parse_id("whk", webhook_id, code="webhook_unknown"), paging.size(limit)
    wanted = _status(status)
    beyond = edge.parse_id("dlv", after, code="delivery_unknown") if after else None

    def work() -> object:
        queries.subscription(subscription_id=found)
        page = queries.deliveries(subscription_id=found, status=wanted, after=beyond, limit=size)
        shown = [feed_shapes.delivery(one) for one in page.deliveries]
        return {"data": shown, "next": shown[-1]["id"] if page.next is not None else None}

    return edge.read(request, work)


@router.get("/webhooks/{webhook_id}/deliveries/{delivery_id}", summary="One delivery with every attempt")
def delivery(request: HttpRequest, webhook_id: str, delivery_id: str) -> HttpResponse:
    """Each attempt with its moment, outcome, duration and the beginning of the answer."""
    edge.needs(request, Permission.WEBHOOKS_READ)
    return edge.read(request, lambda: feed_shapes.delivery(_delivery(webhook_id, delivery_id)))


@router.post("/webhooks/{webhook_id}/deliveries/{delivery_id}/replay", summary="One delivery once more")
def replay(request: HttpRequest, webhook_id: str, delivery_id: str) -> HttpResponse:
    """Under the same `webhook-id`, whatever became of it before."""
    by = edge.actor(request)

    def work() -> Answer:
        found = _delivery(webhook_id, delivery_id)
        operations.send_again(by=by, delivery_id=found.id)
        return Answer(200, feed_shapes.delivery(queries.delivery(delivery_id=found.id)))

    return edge.write(request, work)


@router.post("/webhooks/{webhook_id}/replay", summary="All that was not taken, once more")
def replay_all(request: HttpRequest, webhook_id: str, sent: Again) -> HttpResponse:
    """Deliveries made `since` then that were given up or left aside; how many."""
    by, found = edge.actor(request), edge.parse_id("whk", webhook_id, code="webhook_unknown")
    since = edge.moment(sent.since, field="since")

    def work() -> Answer:
        return Answer(200, {"count": operations.send_failed_again(by=by, subscription_id=found, since=since)})

    return edge.write(request, work)


def _with_secret(made: SecretShown) -> dict[str, object]:
    view = queries.subscription(subscription_id=made.id)
    return {**feed_shapes.webhook(view), SECRET: sealing.seal(made.secret)}


def _delivery(webhook_id: str, delivery_id: str) -> DeliveryView:
    of = edge.parse_id("whk", webhook_id, code="webhook_unknown")
    found = queries.delivery(delivery_id=edge.parse_id("dlv", delivery_id, code="delivery_unknown"))
    if found.subscription_id != of:
        raise NotFound("delivery_unknown")
    return found


def _status(written: str | None) -> DeliveryStatus | None:
    if not written:
        return None
    if written not in set(DeliveryStatus):
        raise Invalid("delivery_status_unknown", status=written[:20])
    return DeliveryStatus(written)
