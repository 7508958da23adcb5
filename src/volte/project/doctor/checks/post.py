"""Does the mail server take our mail? Looked at as far as its password, without sending."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import suppress

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from volte.connectors.mail import smtp
from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.runtime import texts


def server() -> Iterator[Finding]:
    if not settings.EMAIL_HOST:
        yield ok("mail-shelf-demo") if settings.DEMO_SHOP else warn("mail-shelf")
        return
    connection = get_connection(smtp.BACKEND)
    fault = _fault(connection)
    with suppress(OSError):
        connection.close()
    if fault is not None:
        yield fault
    elif not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        yield warn("mail-plain", host=settings.EMAIL_HOST)
    else:
        yield ok("mail", host=settings.EMAIL_HOST)


def sender() -> Iterator[Finding]:
    if settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield bad("mail-sender", address=settings.DEFAULT_FROM_EMAIL)


def send_to(address: str, *, language: str) -> Finding:
    """A true mail, on request only."""
    if not settings.EMAIL_HOST:
        return bad("mail-not-sent", address=address, why="VOLTE_SMTP_HOST")
    letter = EmailMessage(
        texts.say("doctor-mail-subject", language),
        texts.say("doctor-mail-body", language, url=settings.PUBLIC_URL),
        settings.DEFAULT_FROM_EMAIL,
        [address],
        connection=get_connection(smtp.BACKEND),
    )
    try:
        letter.send()
    except OSError as error:  # smtplib's own are OSErrors too
        return bad("mail-not-sent", address=address, why=_said(error))
    return ok("mail-sent", address=address)


def _fault(connection: BaseEmailBackend) -> Finding | None:
    about = {"host": settings.EMAIL_HOST, "port": str(settings.EMAIL_PORT)}
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        return bad("mail-password", user=settings.EMAIL_HOST_USER, why=_said(error), **about)
    except smtplib.SMTPNotSupportedError as error:
        return bad("mail-no-tls", why=_said(error), **about)
    except ssl.SSLError as error:
        return bad("mail-certificate", why=_said(error), **about)
    except OSError as error:
        return bad("mail-silent", why=_said(error), **about)
    return None


def _said(error: OSError) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


CHECKS = (server, sender)
