"""Mail through an SMTP server, by Django's mail backend (EMAIL_HOST and its companions in the settings).

One connection serves a batch. A server that does not answer, wants another password or refuses the shop as a sender
is a matter of the set-up: those letters go later. Only what it says for good about one letter (5yz, RFC 5321 4.2.1)
is final.
"""

import smtplib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from volte.messages.ports import Delivery, Letter, Outcome

BACKEND = "django.core.mail.backends.smtp.EmailBackend"


@dataclass(frozen=True, slots=True)
class Smtp:
    """`sender` is the address mail comes from (DEFAULT_FROM_EMAIL); the shop's name goes in front of it."""

    sender: str = field(default_factory=lambda: str(settings.DEFAULT_FROM_EMAIL))
    backend: str = BACKEND
    name: str = "smtp"

    def send(self, *, letters: Sequence[Letter]) -> Sequence[Delivery]:
        connection = get_connection(self.backend)
        try:
            connection.open()
            return [_try(connection, letter, self.sender) for letter in letters]
        except OSError as error:  # smtplib's own exceptions are OSErrors too
            return [_later(error)] * len(letters)
        finally:
            # Also after a refused password: the connection stands all the same.
            with suppress(OSError):
                connection.close()


def message(letter: Letter, *, sender: str) -> EmailMultiAlternatives:
    """The letter as a mail: text and HTML, and headers that keep a conversation together and robots quiet."""
    address = parseaddr(sender)[1]
    domain = address.rpartition("@")[2] or "localhost"
    made = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=formataddr((letter.from_name, address)),
        to=[formataddr((letter.to_name, letter.to_address))],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={
            "Message-ID": f"<{letter.id}@{domain}>",
            "References": f"<{letter.thread}@{domain}>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": letter.language,
        },
    )
    made.attach_alternative(letter.html, "text/html")
    for attached in letter.attachments:
        made.attach(attached.name, attached.content, attached.media_type)
    return made


def _try(connection: BaseEmailBackend, letter: Letter, sender: str) -> Delivery:
    """One letter on an open connection. Once it is lost, smtplib says so at once for all that follow."""
    try:
        connection.send_messages([message(letter, sender=sender)])
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return _by_code(code, said)
    except smtplib.SMTPDataError as error:
        return _by_code(error.smtp_code, error.smtp_error)
    except (smtplib.SMTPNotSupportedError, ValueError) as error:  # a header or address nobody could send
        return Delivery(Outcome.REFUSED, _said(error))
    except OSError as error:
        return _later(error)
    return Delivery(Outcome.SENT)


def _by_code(code: int, said: bytes | str) -> Delivery:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return Delivery(Outcome.REFUSED if code >= 500 else Outcome.LATER, f"{code} {words}")


def _later(error: Exception) -> Delivery:
    return Delivery(Outcome.LATER, _said(error))


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
