"""A client that speaks as a program with a key, against the whole stack of middleware."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.operations.returns.conftest import gateway, order, today  # noqa: F401  # the same shop, seen from outside
from volte.runtime import people
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING


class Caller:
    """`api.post("/returns", {...})` -> status, JSON, headers."""

    def __init__(self, key: str) -> None:
        self._client = Client(raise_request_exception=False)
        self.key = key

    def get(self, path: str, **headers: str) -> "Answered":
        return self._call("get", path, None, headers)

    def post(self, path: str, body: Any, **headers: str) -> "Answered":
        return self._call("post", path, body, headers)

    def put(self, path: str, body: Any, **headers: str) -> "Answered":
        return self._call("put", path, body, headers)

    def patch(self, path: str, body: Any, **headers: str) -> "Answered":
        return self._call("patch", path, body, headers)

    def delete(self, path: str, **headers: str) -> "Answered":
        return self._call("delete", path, None, headers)

    def _call(self, verb: str, path: str, body: Any, headers: dict[str, str]) -> "Answered":
        sent = {"authorization": f"Bearer {self.key}", **{k.replace("_", "-"): v for k, v in headers.items()}}
        call: Callable[..., Any] = getattr(self._client, verb)
        if body is None:
            return Answered(call(f"/api/v1{path}", headers=sent))
        data = body if isinstance(body, bytes) else json.dumps(body)
        return Answered(call(f"/api/v1{path}", data=data, content_type="application/json", headers=sent))


class Answered:
    def __init__(self, response: Any) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.raw = response.content

    @property
    def json(self) -> Any:
        return json.loads(self.raw)


@pytest.fixture
def api(owner: Actor) -> Caller:
    """A program that may do everything in the shop."""
    return Caller(people.make_key(by=owner, name="Test", permissions=EVERYTHING).secret)


@pytest.fixture
def other_api(other_shop: UUID) -> Caller:
    """The same, in another shop."""
    maker = Actor(other_shop, "member", None, "Autre", EVERYTHING)
    return Caller(people.make_key(by=maker, name="Other", permissions=EVERYTHING).secret)
