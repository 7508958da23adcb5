"""The API put together: its parser, its key, its refusals, its resources, its documents."""

import functools

from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from volte.api import docs, edge, health, hooks_in, problems
from volte.api.rest import (
    credit_notes,
    credits,
    deadlines,
    dossiers,
    events,
    finance,
    gifts,
    holds,
    ledger,
    money,
    orders,
    policy,
    privacy,
    reconciliations,
    returns,
    transfers,
    warehouse,
    webhooks,
    withdrawals,
)
from volte.kit.errors import Invalid, Refused

api = NinjaAPI(
    title="Volte",
    version="1",
    description="Returns, from request to money settled. Times are RFC 3339 UTC; money is minor units.",
    auth=edge.Key(),
    parser=edge.StrictParser(),
    docs_url=None,
    urls_namespace="api",
)
_OF_RETURNS = (orders, returns, deadlines, dossiers, warehouse, money, credits, ledger, reconciliations, withdrawals)
for resource in (*_OF_RETURNS, holds, credit_notes, finance, gifts, transfers, events, webhooks, privacy, policy):
    api.add_router("", resource.router)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problems.refused(request, error)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problems.invalid(request, error)


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, Refused):
        return problems.refused(request, error.__cause__)
    return problems.refused(request, Invalid("request_invalid", where="body", why=str(error)))


@api.exception_handler(Exception)
def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    return problems.failed(request, error)


urlpatterns = [
    path("api/v1/docs", functools.partial(docs.page, api=api), name="api-docs"),
    path("api/v1/", api.urls),
    path("hooks/<slug:gateway>", hooks_in.gateway_news),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
]
