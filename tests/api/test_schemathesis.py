"""Whatever the OpenAPI document allows, and much it does not, is answered without a server error."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis import Case

from tests.api.conftest import Caller
from volte.project.wsgi import application

EXAMPLES = int(os.environ.get("VOLTE_FUZZ_EXAMPLES", "12"))

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_no_server_error(case: Case, api: Caller, order: UUID) -> None:
    with one_connection():
        answer: Any = case.call(headers={"Authorization": f"Bearer {api.key}"})
    where = f"{case.method} {case.formatted_path}"
    assert answer.status_code < 500, f"{where}: {answer.text[:300]}"
    if answer.status_code >= 400:
        kind = str(answer.headers.get("content-type"))
        assert "problem+json" in kind, f"{where}: {answer.status_code} {kind}"


@contextmanager
def one_connection() -> Iterator[None]:
    """Requests share the test's own transaction: Django must not close its connection between them."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def test_fuzzing_reaches_every_call() -> None:
    assert len(list(schema.get_all_operations())) >= 18
