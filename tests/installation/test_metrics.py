"""`/metrics` tells those who may what an operator needs; proxies are believed when they are ours."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from volte.project import pulse
from volte.project.proxies import believing
from volte.project.watching import numbers, work
from volte.runtime import clock, jobs, tenancy


def told(client: Client, **headers: str) -> dict[str, Any]:
    numbers._installation._asked_at = -100.0
    answer = client.get("/metrics", headers=headers)
    assert answer.status_code == 200
    return {family.name: family for family in text_string_to_metric_families(answer.content.decode())}


def test_it_tells_the_state_and_the_requests(client: Client, shop: UUID) -> None:
    client.get("/icon.svg")
    client.get("/no/such/address/at-all")
    found = told(client)
    assert found["volte_database_up"].samples[0].value == 1 and found["volte_events_waiting"].samples
    assert {"volte_jobs_waiting", "volte_refunds_stuck", "volte_mails_waiting", "volte_workers_alive"} <= set(found)
    assert found["volte_database_connections"].samples
    routes = {sample.labels.get("route") for sample in found["volte_requests"].samples}
    assert {"/icon.svg", "unknown"} <= routes and not any("no/such" in str(route) for route in routes)
    counts = [sample for sample in found["volte_request_seconds"].samples if sample.name.endswith("_count")]
    assert sum(sample.value for sample in counts) >= 2


def test_strangers_learn_nothing(client: Client, shop: UUID, settings: Any) -> None:
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    # A proxy on this machine has a trusted address and speaks for anybody.
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404
    settings.METRICS_FROM = "203.0.113.0/24"
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 200
    settings.METRICS_FROM, settings.METRICS_TOKEN = "", "a-long-token"
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404
    told(client, **{"Authorization": "Bearer a-long-token", "X-Forwarded-For": "203.0.113.9"})


def test_jobs_are_counted_with_their_outcome() -> None:
    before = work.DONE.labels("mail", "x", "failed")._value.get()
    work._observe(jobs.Done("x", "mail", 0.2, ValueError("zoe@example.com")))
    work._observe(jobs.Done("x", "mail", 0.2, None))
    assert work.DONE.labels("mail", "x", "failed")._value.get() == before + 1


@pytest.mark.parametrize(
    ("trusted", "peer", "said", "scheme"),
    [
        ("", "10.0.0.1", "https", "http"),
        ("10.0.0.0/8", "10.0.0.1", "https", "https"),
        ("10.0.0.0/8", "203.0.113.9", "https", "http"),
        ("10.0.0.0/8", "10.0.0.1", "http, https", "https"),
        ("10.0.0.0/8", "10.0.0.1", "gopher", "http"),
        ("1", "203.0.113.9", "https", "https"),
    ],
)
def test_only_our_proxies_say_that_somebody_came_by_https(
    settings: Any, trusted: str, peer: str, said: str, scheme: str
) -> None:
    settings.TRUSTED_PROXIES = trusted
    environ = {"wsgi.url_scheme": "http", "REMOTE_ADDR": peer, "HTTP_X_FORWARDED_PROTO": said}
    believing(lambda given, _: [given["wsgi.url_scheme"].encode()])(environ, lambda *_: None)
    assert environ["wsgi.url_scheme"] == scheme


def test_visitors_by_https_are_told_to_come_so_again(client: Client, shop: UUID, settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS = 31_536_000
    from django.middleware.security import SecurityMiddleware
    from django.test import RequestFactory

    def answer(request: Any) -> Any:
        from django.http import HttpResponse

        return HttpResponse()

    guard = SecurityMiddleware(answer)
    assert "Strict-Transport-Security" not in guard(RequestFactory().get("/"))
    assert guard(RequestFactory().get("/", secure=True))["Strict-Transport-Security"] == "max-age=31536000"


def test_a_forwarded_host_is_not_believed(client: Client, shop: UUID) -> None:
    page = client.get("/staff/login/", headers={"X-Forwarded-Host": "evil.example"})
    assert b"evil.example" not in page.content


def test_money_that_waits_and_the_books_are_counted_through_indexes_of_what_is_open(client: Client, shop: UUID) -> None:
    found = told(client)
    assert {sample.labels["waits_for"] for sample in found["volte_refunds_oldest_seconds"].samples} == {
        "provider",
        "shop",
    }
    names = (
        "refunds_failed",
        "refunds_unclear",
        "refunds_waiting_long",
        "transfers_waiting",
        "books_findings",
        "holds_stuck",
        "holds_ending",
    )
    assert [found[f"volte_{name}"].samples[0].value for name in (*names, "books_checks_missed")] == [0] * 8
    assert found["volte_books_checked_age_seconds"].samples[0].value < 60, "a new shop is as old as it is"
    with tenancy.everywhere(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for statement, index in (
            (pulse._REFUNDS, "money_refund_moving"),
            (pulse._HELD_UP, "money_refund_held_up"),
            (pulse._HOLDS, "money_hold_alive"),
            (pulse._BOOKS, "money_booksfault_open"),
            (pulse._BOOKS, "money_verification_last"),
        ):
            moments = dict.fromkeys(("now", "stuck", "long", "soon"), clock.now())
            cursor.execute(f"EXPLAIN {statement}", moments)
            assert index in "\n".join(line for (line,) in cursor.fetchall())
