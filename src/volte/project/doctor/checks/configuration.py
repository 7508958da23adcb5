"""Is the installation told what it needs to know?"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.project.init import environment
from volte.project.watching import page
from volte.runtime import visitors
from volte.webhooks.rules.addresses import Allowed

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def secret_key() -> Iterator[Finding]:
    if len(str(settings.SECRET_KEY)) < 32:
        yield bad("secret-key-short")
    elif os.environ.get("VOLTE_SECRET_KEY"):
        yield ok("secret-key-set")
    else:
        yield ok("secret-key-file", file=str(Path(settings.VOLTE_HOME) / "secret_key"))


def private_files() -> Iterator[Finding]:
    """Nobody else on the machine reads keys and passwords."""
    home = Path(settings.VOLTE_HOME)
    for file in (environment.file_of(home), home / "secret_key", home / "postgres.password"):
        if file.exists() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) & ~stat.S_IRGRP:
            yield bad("file-open", file=str(file))


def public_address() -> Iterator[Finding]:
    host = urlsplit(settings.PUBLIC_URL).hostname or ""
    if host in _LOOPBACK:
        yield ok("address-local", url=settings.PUBLIC_URL)
        return
    if not settings.HTTPS:
        yield bad("address-plain", url=settings.PUBLIC_URL)
    if not _answers_to(host):
        yield bad("hosts-miss", host=host)
    if settings.HTTPS and not visitors.are_trusted():
        yield warn("proxies-none")
    if settings.HTTPS and _answers_to(host):
        yield ok("address-set", url=settings.PUBLIC_URL)


def _answers_to(host: str) -> bool:
    return any(
        allowed in ("*", host) or (allowed.startswith(".") and host.endswith(allowed))
        for allowed in settings.ALLOWED_HOSTS
    )


def networks() -> Iterator[Finding]:
    """A mistyped network would otherwise be met by whoever adds a webhook, or asks for numbers."""
    for name, written, read in (
        ("VOLTE_WEBHOOKS_ALLOW", settings.WEBHOOKS_ALLOW, Allowed.read),
        ("VOLTE_METRICS_FROM", settings.METRICS_FROM, page.networks),
    ):
        try:
            read(written)
        except (ValueError, ImproperlyConfigured):
            yield bad("networks-unreadable", name=name, written=written)


CHECKS = (secret_key, private_files, public_address, networks)
