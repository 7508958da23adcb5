"""The doctor finds what is wrong, says what to do, and only then is silent."""

import json
import socket
import time as times
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from django.db import connection

from tests.installation.conftest import Installation
from tests.live import crowded
from tests.simulators import provider
from volte.insights.models import FactSet
from volte.project import pulse
from volte.project.doctor.checks import configuration, database, disk, payments, post, queue, time
from volte.project.doctor.findings import Check, Level
from volte.runtime import clock, isolation, tenancy
from volte.webhooks.models import Delivery, Subscription


@pytest.fixture
def _answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The test's own connection is the database's answer; nothing is remembered from one test to the next."""
    monkeypatch.setattr(database, "why_not", lambda: "")
    queue._pulse.cache_clear()
    yield
    queue._pulse.cache_clear()


def codes(*checks: Check) -> dict[str, Level]:
    return {finding.code: finding.level for check in checks for finding in check()}


def test_a_fresh_installation_lacks_its_worker_and_its_web(installation: Installation) -> None:
    done = installation.volte("doctor", "--json", ok=False, VOLTE_PUBLIC_URL="http://127.0.0.1:9")
    found = {one["code"]: one["level"] for one in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1 and json.loads(done.stdout)["ok"] is False
    assert found["database"] == found["migrations"] == found["shops-apart"] == found["clock"] == "ok"
    assert found["worker-none"] == found["web-silent"] == "bad" and found["mail-shelf"] == "warn"


def test_without_a_database_it_still_says_the_rest(installation: Installation) -> None:
    done = installation.volte("doctor", ok=False, DATABASE_URL="postgresql://x@127.0.0.1:1/x", LANG="fr_FR.UTF-8")
    assert done.returncode == 1
    assert "La base de données ne répond pas" in done.stdout and "Go libres" in done.stdout


def test_a_database_behind_or_open_is_found(installation: Installation) -> None:
    installation.sql("DELETE FROM django_migrations WHERE app = 'volte_web'")
    done = installation.volte("doctor", "--json", ok=False)
    assert "migrations-missing" in done.stdout
    for part in ("serve", "worker"):
        refused = installation.volte(part, "--wait", "0", ok=False)
        assert refused.returncode == 1 and "volte migrate" in refused.stderr


@pytest.mark.django_db
def test_a_table_without_its_second_lock_is_found_and_mended() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP POLICY only_this_shop ON volte_returns_return")
        cursor.execute("ALTER TABLE volte_money_refund DISABLE ROW LEVEL SECURITY")
    assert isolation.unprotected() == ["volte_money_refund", "volte_returns_return"]
    isolation.enforce()
    assert isolation.unprotected() == []


def test_the_public_address(settings: Any) -> None:
    settings.PUBLIC_URL, settings.HTTPS = "http://retours.example.com", False
    assert codes(configuration.public_address) == {"address-plain": Level.BAD, "hosts-miss": Level.BAD}
    settings.PUBLIC_URL, settings.HTTPS, settings.ALLOWED_HOSTS = "https://retours.example.com", True, [".example.com"]
    assert codes(configuration.public_address) == {"proxies-none": Level.WARN, "address-set": Level.OK}
    settings.TRUSTED_PROXIES = "10.0.0.0/8"
    assert codes(configuration.public_address) == {"address-set": Level.OK}


def test_keys_others_can_read(settings: Any, tmp_path: Path) -> None:
    settings.VOLTE_HOME = tmp_path
    (tmp_path / "secret_key").touch(mode=0o600)
    assert codes(configuration.private_files) == {}
    (tmp_path / "secret_key").chmod(0o644)
    assert codes(configuration.private_files) == {"file-open": Level.BAD}


@pytest.mark.django_db
@pytest.mark.usefixtures("_answering")
def test_what_stands_still_is_counted(shop: UUID) -> None:
    long_ago = clock.now() - timedelta(hours=2)
    with tenancy.entered(shop), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO volte_runtime_outboxevent (id, shop_id, kind, data, happened_at, failures, last_error) VALUES "
            "(gen_random_uuid(), %s, 'return.approved', '{}', %s, 4, 'ValueError: camille@example.com')",
            [shop, long_ago],
        )
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args, scheduled_at) VALUES "
            "('mail', 'x', 'todo', '{}', %s), ('money', 'y', 'failed', '{}', NULL), "
            "('money', 'z', 'doing', '{}', NULL)",
            [long_ago],
        )
    found = pulse.take()
    assert found.failing == (pulse.Failing("return.approved", 4, "ValueError"),)
    assert {lane.name: (lane.waiting, lane.running) for lane in found.lanes} == {"mail": (1, 0), "money": (0, 1)}
    assert found.jobs_failed == found.jobs_stalled == 1
    assert codes(*queue.CHECKS) == {
        "worker-none": Level.BAD,
        "reaction-fails": Level.BAD,
        "lane-late": Level.WARN,
        "jobs-stalled": Level.WARN,
        "jobs-failed": Level.WARN,
        "refunds": Level.OK,
        "mails": Level.OK,
        "webhooks": Level.OK,
        "facts": Level.OK,
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("_answering")
def test_who_reads_the_feed_and_falls_behind(shop: UUID) -> None:
    now = clock.now()
    with tenancy.entered(shop):
        for status, because, since in (
            ("paused", "failing", now - timedelta(days=6)),
            ("paused", "asked", None),
            ("on", "", now - timedelta(hours=2)),
            ("on", "", now - timedelta(minutes=2)),
        ):
            one = Subscription.objects.create(
                url="https://erp.example/hook",
                status=status,
                paused_because=because,
                failing_since=since,
                secret="sealed",
                position=0,
                created_at=now,
            )
        Delivery.objects.create(
            subscription=one,
            kind="return.approved",
            status="waiting",
            next_try_at=now - timedelta(minutes=9),
            created_at=now,
        )
        FactSet.objects.create(failure="OSError: [Errno 28] /var/secret", failures=3, failed_at=now)
    assert codes(queue.webhooks, queue.facts) == {
        "webhooks-paused": Level.WARN,
        "webhooks-failing": Level.WARN,
        "webhooks-late": Level.WARN,
        "facts-failing": Level.WARN,
    }
    found = pulse.take()
    assert (found.endpoints_paused, found.endpoints_failing, found.deliveries_waiting) == (1, 1, 1)
    assert found.facts_error == "OSError"


def test_networks_nobody_can_read(settings: Any) -> None:
    settings.WEBHOOKS_ALLOW, settings.METRICS_FROM = "10.0.0.0/8, http", "::1/128"
    assert codes(configuration.networks) == {}
    settings.WEBHOOKS_ALLOW = "10.0.0.0/8; fd00::/8"
    assert codes(configuration.networks) == {"networks-unreadable": Level.BAD}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ahead", "code"), [(0, "clock"), (3, "clock-apart"), (-3, "clock-apart"), (90, "clock-wrong")]
)
@pytest.mark.usefixtures("_answering")
def test_a_clock_that_is_off(monkeypatch: pytest.MonkeyPatch, ahead: int, code: str) -> None:
    true = clock.now
    monkeypatch.setattr(clock, "now", lambda: true() + timedelta(seconds=ahead))
    assert list(codes(*time.CHECKS)) == [code]


def test_a_disk_without_room(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.VOLTE_HOME = settings.FILES = tmp_path
    tmp_path.chmod(0o700)
    usage = type("Usage", (), {"free": 100 << 20, "total": 50 << 30})
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda _: usage)
    assert codes(disk.space, disk.private) == {"disk-full": Level.BAD}
    usage.free = 1 << 30
    tmp_path.chmod(0o755)
    assert codes(disk.space, disk.private) == {"disk-scarce": Level.WARN, "folder-open": Level.WARN}


class TestMail:
    """Connect, greet, encrypt, log in: never a letter unless asked."""

    @pytest.fixture
    def server(self, settings: Any) -> Iterator[Controller]:
        running = Controller(Sink(), hostname="127.0.0.1", port=0)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            running.port = probe.getsockname()[1]
        running.start()
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_TIMEOUT = 2
        yield running
        running.stop()

    def test_a_server_without_encryption(self, server: Controller, settings: Any) -> None:
        assert codes(post.server) == {"mail-plain": Level.WARN}
        settings.EMAIL_USE_TLS = True
        assert codes(post.server) == {"mail-no-tls": Level.BAD}

    def test_the_wrong_kind_of_encryption(self, server: Controller, settings: Any) -> None:
        settings.EMAIL_USE_SSL = True
        assert codes(post.server) == {"mail-certificate": Level.BAD}

    def test_a_password_nobody_takes(self, server: Controller, settings: Any) -> None:
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "volte", "wrong"
        assert list(codes(post.server)) in (["mail-no-tls"], ["mail-password"])

    def test_nobody_there(self, settings: Any) -> None:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
        assert codes(post.server) == {"mail-silent": Level.BAD}

    def test_a_server_that_never_greets(self, settings: Any) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", silent.getsockname()[1], 0.5
            began = times.monotonic()
            assert codes(post.server) == {"mail-silent": Level.BAD}
            assert times.monotonic() - began < 5 * crowded()

    def test_a_letter_on_request(self, server: Controller, settings: Any) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        assert post.send_to("anne@example.com", language="fr").code == "mail-sent"
        settings.EMAIL_PORT = 9
        assert post.send_to("anne@example.com", language="fr").code == "mail-not-sent"


@pytest.mark.django_db
def test_what_waits_behind_a_paused_webhook_is_not_late(shop: UUID) -> None:
    long_ago = clock.now() - timedelta(hours=3)
    with tenancy.entered(shop):
        row = Subscription.of_shop(url="https://a.example", status="on", secret="x", position=0, created_at=long_ago)
        row.save(force_insert=True)
        Delivery.of_shop(
            subscription_id=row.id, kind="webhook.test", status="waiting", next_try_at=long_ago, created_at=long_ago
        ).save(force_insert=True)
    assert pulse.take().deliveries_late > 10_000
    with tenancy.entered(shop):
        Subscription.objects.update(status="paused")
    found = pulse.take()
    assert (found.deliveries_waiting, found.deliveries_late) == (0, 0)


def test_stripe_is_asked_whether_it_knows_our_key(settings: Any) -> None:
    assert codes(payments.stripe) == {}, "a shop without Stripe hears nothing of it"
    with provider.running() as psp:
        settings.STRIPE_URL, settings.STRIPE_KEY, settings.STRIPE_WEBHOOK_SECRET = psp.url, provider.KEY, "whsec_1"
        assert codes(payments.stripe) == {"stripe-test": Level.WARN}
        settings.STRIPE_KEY, settings.STRIPE_WEBHOOK_SECRET = "sk_live_wrong", ""
        assert codes(payments.stripe) == {"stripe-key": Level.BAD, "stripe-secret": Level.BAD}
    settings.STRIPE_WEBHOOK_SECRET = "whsec_1"
    assert codes(payments.stripe) == {"stripe-silent": Level.BAD}
