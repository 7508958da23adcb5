"""News from payment providers: believed only when signed, recorded once, in any order."""

import logging

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from volte.api import problems
from volte.kit.errors import NotFound, Refused
from volte.money import operations as money
from volte.money.ports import GatewayUnreachable, NewsRefused, NewsSecretMissing, RefundGateway
from volte.runtime import wiring

log = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def gateway_news(request: HttpRequest, gateway: str) -> HttpResponse:
    """`POST /hooks/<gateway>`: 204 when heard (also when it is no news), 400 and what to do when it is not believed,
    503 when the provider had to be asked and was not there."""
    name = "simulator" if gateway == "psp" else gateway
    if name not in wiring.names(RefundGateway):
        return problems.refused(request, NotFound("address_unknown"))
    try:
        money.hear(gateway=name, headers=request.headers, body=request.body)
    except NewsSecretMissing as error:
        log.error("news from %s refused: %s", name, error)
        return problems.refused(request, Refused("hook_secret_missing"))
    except NewsRefused as error:
        log.warning("news from %s refused: %s", name, error)
        return problems.refused(request, Refused("hook_not_believed"))
    except GatewayUnreachable as error:
        log.warning("news from %s put off: %s", name, error)
        return HttpResponse(status=503)
    return HttpResponse(status=204)
