"""What no page should meet stays outside; every answer carries the same headers."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from volte.web import middleware


@pytest.mark.parametrize("path", ["/?x=%00", "/a%00b/", "/staff/login/?next=%00"])
def test_nul_bytes_in_addresses(client: Client, shop: UUID, path: str) -> None:
    assert client.get(path).status_code == 422


def test_nul_bytes_in_forms(client: Client, shop: UUID) -> None:
    answer = client.post("/staff/login/", {"login": "a\0b@example.com", "password": "x"})
    assert answer.status_code == 422


def test_a_body_too_large_is_refused_before_it_is_read(client: Client, shop: UUID) -> None:
    headers = {"CONTENT_LENGTH": str(40 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    answer = client.generic("POST", "/staff/login/", b"", **headers)
    assert answer.status_code == 413
    assert f"{middleware.MAX_BODY // 1048576}" in answer.content.decode()
    problem = client.generic("POST", "/api/v1/returns", b"", **headers)
    assert problem.json()["code"] == "body_too_large"


def test_a_length_that_is_no_number(client: Client, shop: UUID) -> None:
    assert client.generic("POST", "/staff/login/", b"", CONTENT_LENGTH="-5").status_code == 422


@pytest.mark.parametrize("path", ["/staff/login/", "/nothing/", "/?x=%00", "/icon.svg"])
def test_headers_on_every_answer(client: Client, shop: UUID, path: str) -> None:
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy and "default-src 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff" or answer.status_code == 422
    assert len(answer["X-Request-ID"]) >= 8
    assert "Permissions-Policy" in answer


def test_a_proxys_request_id_is_kept_when_it_is_plain(client: Client, shop: UUID, settings: Any) -> None:
    assert client.get("/icon.svg", headers={"X-Request-ID": "abc-123-def"})["X-Request-ID"] != "abc-123-def"
    settings.TRUSTED_PROXIES = "127.0.0.1"
    assert client.get("/icon.svg", headers={"X-Request-ID": "abc-123-def"})["X-Request-ID"] == "abc-123-def"
    assert client.get("/icon.svg", headers={"X-Request-ID": "a b;c" * 9})["X-Request-ID"] != "a b;c" * 9


def test_pages_are_not_kept_by_anybody_else(client: Client, shop: UUID) -> None:
    assert "no-store" in client.get("/staff/login/")["Cache-Control"]
    assert client.get("/nothing/")["Cache-Control"] == "private, no-cache"
