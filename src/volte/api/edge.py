"""Where requests come in: whose key, what body, done before, and out again as JSON."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja.parser import Parser
from ninja.security import HttpBearer

from volte.api import problems
from volte.kit import ids
from volte.kit.errors import Invalid, NotAllowed, NotFound, NotKnown, TooLarge
from volte.runtime import idempotency, people, sealing, tenancy
from volte.runtime.actor import Actor
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

_LARGEST = 2**63 - 1


class Key(HttpBearer):
    """`Authorization: Bearer KEY`; the actor stands in `request.auth`."""

    def __call__(self, request: HttpRequest) -> Any:
        header = request.headers.get("Authorization", "")
        kind, _, secret = header.partition(" ")
        if kind.lower() != "bearer" or not secret:
            raise NotKnown("key_missing")
        return self.authenticate(request, secret.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        return people.actor_of_key(token)


class StrictParser(Parser):
    """JSON as the contract wants it: UTF-8, no NUL, whole numbers within 64 bits."""

    def parse_body(self, request: HttpRequest) -> Any:
        return parsed(body_of(request))


def body_of(request: HttpRequest) -> bytes:
    try:
        return request.body
    except RequestDataTooBig as error:
        raise TooLarge("body_too_large", megabytes=12) from error


def parsed(body: bytes) -> Any:
    """The JSON value of a body; refuses what no honest client sends."""
    if not body.strip():
        raise Invalid("body_empty")
    try:
        written = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Invalid("body_not_utf8", position=error.start) from error
    if "\x00" in written or "\\u0000" in written:
        raise Invalid("nul_byte")
    try:
        return json.loads(written, parse_int=_whole, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Invalid("body_not_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise Invalid("body_too_deep") from error


def _whole(written: str) -> int:
    if len(written) > 20 or abs(int(written)) > _LARGEST:
        raise Invalid("number_too_large")
    return int(written)


def _no_constant(written: str) -> None:
    raise Invalid("body_not_json", line=1, column=1)


def actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]  # set by ninja from Key


def needs(request: HttpRequest, permission: Permission) -> None:
    """A question needs a permission too; queries themselves know no actor."""
    if permission not in actor(request).permissions:
        raise NotAllowed("permission_missing", permission=permission.value)


def write(request: HttpRequest, work: Callable[[], Answer], *, sealed: str | None = None) -> HttpResponse:
    """Do a write in one transaction, once per Idempotency-Key, and answer.

    `sealed` is a field of the answer that `work` sealed: what is kept for the next time stays so, who asks reads it.
    """
    by = actor(request)
    key = request.headers.get("Idempotency-Key")
    if key is None:
        with tenancy.entered(by.shop_id):
            answer = work()
    else:
        answer = idempotency.once(
            shop_id=by.shop_id,
            key=key,
            call=f"{request.method} {request.path}"[:200],
            # Whose request it is belongs to what is repeated: an answer is told again to whoever got it, not to all.
            digest=idempotency.digest_of(f"{by.id} {request.method} {request.path}\n".encode() + body_of(request)),
            work=work,
        )
    told = answer.body if sealed is None else {**answer.body, sealed: sealing.unseal(answer.body[sealed])}
    response = json_response(told, status=answer.status)
    if answer.replayed:
        response["Idempotency-Replayed"] = "true"
    return response


def read(request: HttpRequest, work: Callable[[], Any]) -> HttpResponse:
    """Answer a question inside the caller's shop."""
    with tenancy.entered(actor(request).shop_id):
        return json_response(work())


def json_response(body: Any, *, status: int = 200) -> HttpResponse:
    written = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(written, status=status, content_type="application/json")


def parse_id(prefix: str, written: str, *, code: str) -> UUID:
    """The UUID behind a public id, or NotFound: a malformed id is an unknown thing."""
    found = ids.parse(prefix, written)
    if found is None:
        raise NotFound(code)
    return found


def moment(value: datetime, *, field: str) -> datetime:
    """A moment somebody sent, in UTC; refuses one without a zone, and years nobody means."""
    if value.tzinfo is None:
        raise Invalid("moment_without_zone", field=field)
    if not 1970 < value.year < 2200:
        raise Invalid("moment_out_of_range", field=field)
    return value.astimezone(UTC)


def problems_only(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: under /api/ even an unknown address or a wrong verb is answered as problem+json."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith("/api/") or response.status_code not in (404, 405):
            return response
        if response.headers.get("Content-Type") == problems.MEDIA_TYPE:
            return response
        if response.status_code == 404:
            return problems.refused(request, NotFound("address_unknown"))
        answer = problems.wrong_verb(request)
        answer["Allow"] = response.headers.get("Allow", "")
        return answer

    return handle
