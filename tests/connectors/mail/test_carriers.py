"""Whatever carries mail keeps the port's promises; SMTP keeps them against a server that misbehaves."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from volte.connectors.mail.shelf import Shelf
from volte.connectors.mail.smtp import Smtp
from volte.kit import ids
from volte.messages import ports
from volte.messages.ports import Letter, Outcome

CASE = UUID(int=7)


def _letter(to: str = "camille@example.com", **changes: Any) -> Letter:
    values: dict[str, Any] = {
        "id": ids.new_id(),
        "thread": CASE,
        "to_address": to,
        "to_name": "Camille Martín, dite « Cam »",
        "from_name": "Maison Été",
        "reply_to": "aide@maison.example",
        "language": "fr",
        "subject": "Votre remboursement de 49,99\u00a0€ est parti",
        "text": "Bonjour,\n\nÀ bientôt.\n.\nUn point seul.\n",
        "html": "<p>Bonjour,</p>\n<p>À bientôt</p>",
    }
    return Letter(**{**values, **changes})


@dataclass
class Server:
    """An SMTP server that says what it is told to say."""

    received: list[bytes] = field(default_factory=list)
    rcpt: dict[str, str] = field(default_factory=dict)
    mail: str = ""
    data: str = ""
    connections: int = 0

    async def handle_EHLO(self, server: SMTP, session: Session, envelope: Envelope, host: str, replies: Any) -> Any:
        self.connections += 1
        session.host_name = host
        return replies

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if self.mail:
            return self.mail
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        answer = self.rcpt.get(address, "")
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.data:
            return self.data
        assert isinstance(envelope.content, bytes)
        self.received.append(envelope.content)
        return "250 OK"

    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for raw in self.received]


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    handler = Server()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER, settings.EMAIL_TIMEOUT = False, "", 5
    yield handler
    controller.stop()


@pytest.fixture(params=["smtp", "shelf"])
def carrier(request: pytest.FixtureRequest, server: Server) -> ports.Mail:
    return Smtp(sender="retours@maison.example") if request.param == "smtp" else Shelf()


def test_every_carrier_answers_each_letter_in_order(carrier: ports.Mail) -> None:
    deliveries = carrier.send(letters=[_letter(), _letter("paul@example.com")])
    assert [delivery.outcome for delivery in deliveries] == [Outcome.SENT, Outcome.SENT]
    assert list(carrier.send(letters=[])) == []
    assert carrier.name in ("smtp", "shelf")


def test_what_arrives_is_what_was_written(server: Server) -> None:
    letter = _letter()
    Smtp(sender="Volte <retours@maison.example>").send(letters=[letter])
    (mail,) = server.mails()
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None and html is not None
    assert text.get_content().replace("\r\n", "\n") == letter.text
    assert html.get_content().replace("\r\n", "\n").strip() == letter.html
    assert mail["Subject"] == letter.subject
    assert mail["From"].addresses[0].addr_spec == "retours@maison.example"
    assert mail["From"].addresses[0].display_name == "Maison Été"
    assert mail["To"].addresses[0].addr_spec == "camille@example.com"
    assert mail["To"].addresses[0].display_name == letter.to_name
    assert mail["Reply-To"] == "aide@maison.example"
    assert mail["Content-Language"] == "fr"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_file_goes_along_under_its_name(server: Server) -> None:
    attached = ports.Attachment("Reçu W7K2.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff")
    Smtp(sender="retours@maison.example").send(letters=[_letter(attachments=(attached,))])
    (mail,) = server.mails()
    (part,) = mail.iter_attachments()
    assert isinstance(part, EmailMessage)
    assert (part.get_filename(), part.get_content_type()) == ("Reçu W7K2.pdf", "application/pdf")
    assert part.get_content() == attached.content


def test_a_second_copy_has_the_same_id_and_the_thread_of_its_case(server: Server) -> None:
    letter, smtp = _letter(), Smtp(sender="retours@maison.example")
    smtp.send(letters=[letter])
    smtp.send(letters=[letter, _letter()])
    first, again, other = server.mails()
    assert first["Message-ID"] == again["Message-ID"] == f"<{letter.id}@maison.example>"
    assert other["Message-ID"] != first["Message-ID"]
    assert first["References"] == other["References"] == f"<{CASE}@maison.example>"


def test_a_batch_uses_one_connection(server: Server) -> None:
    Smtp(sender="retours@maison.example").send(letters=[_letter() for _ in range(5)])
    assert len(server.received) == 5
    assert server.connections == 1


def test_one_refused_recipient_is_final_and_the_others_get_theirs(server: Server) -> None:
    server.rcpt = {"gone@example.com": "550 no such user", "busy@example.com": "451 try again"}
    letters = [_letter("gone@example.com"), _letter("busy@example.com"), _letter()]
    deliveries = Smtp(sender="retours@maison.example").send(letters=letters)
    assert [delivery.outcome for delivery in deliveries] == [Outcome.REFUSED, Outcome.LATER, Outcome.SENT]
    assert deliveries[0].detail == "550 no such user"
    assert len(server.received) == 1


@pytest.mark.parametrize(("data", "outcome"), [("554 smells of spam", Outcome.REFUSED), ("452 no room", Outcome.LATER)])
def test_what_is_said_of_the_content_counts_for_the_letter(server: Server, data: str, outcome: Outcome) -> None:
    server.data = data
    (delivery,) = Smtp(sender="retours@maison.example").send(letters=[_letter()])
    assert (delivery.outcome, delivery.detail) == (outcome, data)


def test_a_sender_nobody_wants_is_a_matter_of_the_set_up_and_loses_no_mail(server: Server) -> None:
    server.mail = "550 you are not ours"
    deliveries = Smtp(sender="retours@maison.example").send(letters=[_letter(), _letter()])
    assert [delivery.outcome for delivery in deliveries] == [Outcome.LATER, Outcome.LATER]
    assert "you are not ours" in deliveries[0].detail


def test_a_server_that_closes_is_not_asked_again_in_this_batch(server: Server) -> None:
    server.rcpt = {"second@example.com": "421 closing"}
    letters = [_letter(), _letter("second@example.com"), _letter("third@example.com")]
    deliveries = Smtp(sender="retours@maison.example").send(letters=letters)
    assert [delivery.outcome for delivery in deliveries] == [Outcome.SENT, Outcome.LATER, Outcome.LATER]
    assert len(server.received) == 1


def test_a_server_that_is_down_means_later_for_all(settings: Any) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = nobody.getsockname()
        settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 2
        deliveries = Smtp(sender="retours@maison.example").send(letters=[_letter(), _letter()])
    assert [delivery.outcome for delivery in deliveries] == [Outcome.LATER, Outcome.LATER]
    assert "ConnectionRefusedError" in deliveries[0].detail


def test_a_letter_nobody_could_send_is_refused_and_the_next_one_leaves(server: Server) -> None:
    broken = _letter(subject="Bonjour\nBcc: tous@example.com")
    deliveries = Smtp(sender="retours@maison.example").send(letters=[broken, _letter()])
    assert [delivery.outcome for delivery in deliveries] == [Outcome.REFUSED, Outcome.SENT]
    assert len(server.received) == 1
