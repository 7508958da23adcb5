"""The carrier against receivers that behave badly, names that lie, and addresses it must not reach."""

import asyncio
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.receiver import Receiver
from volte.connectors.webhooks.http import network
from volte.connectors.webhooks.http.client import HttpCarrier
from volte.webhooks.ports import KEPT, Answer, Call
from volte.webhooks.rules.addresses import Allowed
from volte.webhooks.rules.outcomes import Outcome

HERE = Allowed.read("127.0.0.0/8, ::1/128")
SIGNED = [("webhook-id", "evt_1"), ("webhook-timestamp", "1"), ("webhook-signature", "v1,x")]
# What never ends would take an hour; a slow machine takes seconds.
SOON = 15.0
BODY = '{"type":"return.approved","data":{"name":"Inès"}}'.encode()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as made:
        yield made


def carry(*urls: str, allowed: Allowed = HERE, seconds: float = 1.0) -> list[Answer]:
    """One message to each, one after the other, by one carrier."""

    async def all_of_them() -> list[Answer]:
        carrier = HttpCarrier(allowed=allowed, seconds=seconds)
        try:
            return [await carrier.carry(Call(url, SIGNED, BODY)) for url in urls]
        finally:
            await carrier.close()

    return asyncio.run(all_of_them())


def means(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Every name stands for these addresses."""
    found: list[Any] = [
        (socket.AF_INET6 if ":" in one else socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in addresses
    ]
    monkeypatch.setattr(network, "_look_up", lambda host, port: found)


def test_a_message_arrives_as_it_was_signed_over_a_kept_connection(receiver: Receiver) -> None:
    answers = carry(f"{receiver.url}/shop?k=v", f"{receiver.url}/shop?k=v")
    assert [answer.outcome for answer in answers] == [Outcome.TAKEN, Outcome.TAKEN]
    assert (answers[0].status, answers[0].said) == (200, '{"received":true}')
    first = receiver.got[0]
    assert (first.path, first.body) == ("/shop?k=v", BODY)
    assert {name: first.headers[name] for name, _ in SIGNED} == dict(SIGNED)
    assert first.headers["content-type"] == "application/json"
    assert first.headers["host"] == f"127.0.0.1:{receiver.port}"
    assert receiver.connections == 1


def test_what_it_answers_is_kept_for_people(receiver: Receiver) -> None:
    receiver.says["/shop"] = 422
    (answer,) = carry(f"{receiver.url}/shop")
    assert (answer.outcome, answer.status) == (Outcome.REFUSED, 422)
    assert answer.said.startswith("no thanks")


def test_a_redirect_is_never_followed(receiver: Receiver) -> None:
    (answer,) = carry(f"{receiver.url}/redirect")
    assert (answer.outcome, answer.status) == (Outcome.REDIRECTED, 307)
    assert receiver.at("/stolen") == []


@pytest.mark.parametrize("way", ["hang", "drip"])
def test_who_hangs_or_drips_an_answer_is_left_in_time(receiver: Receiver, way: str) -> None:
    began = time.monotonic()
    (answer,) = carry(f"{receiver.url}/{way}", seconds=0.5)
    assert (answer.outcome, answer.status) == (Outcome.TIMED_OUT, None)
    assert time.monotonic() - began < SOON


def test_a_yes_with_an_endless_body_is_a_yes_and_ends(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("volte.connectors.webhooks.http.client._READ_SECONDS", 0.2)
    began = time.monotonic()
    dripped, giant = carry(f"{receiver.url}/drip-body", f"{receiver.url}/giant")
    assert dripped.outcome is giant.outcome is Outcome.TAKEN
    assert len(giant.said) == KEPT
    assert time.monotonic() - began < SOON


def test_who_says_go_on_without_end_takes_nobodys_time(receiver: Receiver) -> None:
    began = time.monotonic()
    answers = carry(f"{receiver.url}/continue", f"{receiver.url}/shop", seconds=60.0)
    assert [answer.outcome for answer in answers] == [Outcome.NO_CONNECTION, Outcome.TAKEN]
    assert answers[0].said == "ReadError: more than 65536 bytes, and still no end"
    assert time.monotonic() - began < SOON


def test_who_closes_without_a_word_did_not_take_it(receiver: Receiver) -> None:
    answers = carry(f"{receiver.url}/close", f"{receiver.url}/shop", "http://127.0.0.1:1/")
    assert [answer.outcome for answer in answers] == [Outcome.NO_CONNECTION, Outcome.TAKEN, Outcome.NO_CONNECTION]


def test_patience_is_heard(receiver: Receiver) -> None:
    (answer,) = carry(f"{receiver.url}/later")
    assert (answer.outcome, answer.retry_after) == (Outcome.BROKEN, 120)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "0177.0.0.1", "0"]
)
def test_every_spelling_of_here_is_refused(receiver: Receiver, host: str) -> None:
    (answer,) = carry(f"http://{host}:{receiver.port}/shop", allowed=Allowed(plain=True))
    assert answer.outcome in (Outcome.ADDRESS_REFUSED, Outcome.NAME_UNKNOWN, Outcome.NO_CONNECTION)
    assert receiver.connections == 0


@pytest.mark.parametrize("address", ["10.0.0.1", "169.254.169.254", "::ffff:192.168.0.1", "fd00::1", "100.64.1.1"])
def test_a_name_for_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    means(monkeypatch, address)
    (answer,) = carry("https://innocent.example/", allowed=Allowed())
    assert answer.outcome is Outcome.ADDRESS_REFUSED
    assert answer.said == "AddressRefused: innocent.example", "what a name means inside is not told"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    means(monkeypatch, "93.184.216.34", "127.0.0.1")
    assert carry("https://rebinding.example/", allowed=Allowed())[0].outcome is Outcome.ADDRESS_REFUSED


def test_the_name_is_asked_for_once_and_the_checked_address_is_called(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(network, "_look_up", look_up)
    (answer,) = carry(f"http://shop.example:{receiver.port}/shop")
    assert answer.outcome is Outcome.TAKEN
    assert asked == ["shop.example"]
    assert receiver.got[0].headers["host"] == f"shop.example:{receiver.port}"


def test_a_name_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(host: str, port: int) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(network, "_look_up", nobody)
    assert carry("https://nobody.example/")[0].outcome is Outcome.NAME_UNKNOWN


def test_plain_http_does_not_leave_the_allowed_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    means(monkeypatch, "93.184.216.34")
    assert carry("http://shop.example/")[0].outcome is Outcome.ADDRESS_REFUSED


def test_a_receiver_that_speaks_no_tls_is_no_connection(receiver: Receiver) -> None:
    (answer,) = carry(f"https://127.0.0.1:{receiver.port}/")
    assert answer.outcome in (Outcome.CERTIFICATE, Outcome.NO_CONNECTION, Outcome.TIMED_OUT)
