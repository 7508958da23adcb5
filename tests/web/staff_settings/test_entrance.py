"""Coming in, with a second factor or without, and not by guessing."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from tests.web.staff_settings.conftest import PASSWORD
from volte.runtime.models import Person
from volte.runtime.permissions import Role
from volte.web.staff import accounts


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


def log_in(client: Client, password: str = PASSWORD) -> int:
    form = {"login": "owner@example.com", "password": password}
    return client.post("/staff/login/?next=/staff/account/", form).status_code


def test_in_and_out(client: Client, person: Callable[[Role], Person]) -> None:
    person(Role.OWNER)
    assert log_in(client) == 302
    page = client.get("/staff/account/")
    assert page.status_code == 200 and "owner@example.com" in page.content.decode()
    assert client.post("/staff/logout/").status_code == 302
    assert client.get("/staff/account/").status_code == 302


def test_a_wrong_password_and_an_unknown_person_hear_the_same(client: Client, person: Callable[[Role], Person]) -> None:
    person(Role.OWNER)
    wrong = client.post("/staff/login/", {"login": "owner@example.com", "password": "not it"})
    unknown = client.post("/staff/login/", {"login": "nobody@example.com", "password": "not it"})
    said = "Cette adresse et ce mot de passe ne vont pas ensemble"
    assert said in wrong.content.decode() and said in unknown.content.decode()
    assert 'value="owner@example.com"' in wrong.content.decode()


def test_guessing_ends(client: Client, person: Callable[[Role], Person]) -> None:
    person(Role.OWNER)
    for _ in range(accounts.TRIES_PER_PERSON):
        assert log_in(client, "guess") != 429
        cache.clear()
    answer = client.post("/staff/login/", {"login": "Owner@example.com", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


@pytest.mark.parametrize("path", ["/staff/signup/", "/staff/login/signup/", "/accounts/signup/"])
def test_nobody_signs_up(client: Client, shop: UUID, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_person_without_a_shop(client: Client, shop: UUID, person: Callable[[Role], Person]) -> None:
    from volte.runtime import clock

    stranger = Person(email="x@example.com", name="X", created_at=clock.now())
    stranger.set_password(PASSWORD)
    stranger.save()
    client.force_login(stranger)
    refused = client.get("/staff/account/")
    assert refused.status_code == 403 and 'href="/staff/logout/"' in refused.content.decode()


def test_the_second_factor(client: Client, person: Callable[[Role], Person]) -> None:
    person(Role.OWNER)
    log_in(client)
    assert client.get("/staff/account/second-factor/on/").status_code == 302
    client.post("/staff/login/again/", {"password": PASSWORD, "next": "/staff/account/second-factor/on/"})
    page = client.get("/staff/account/second-factor/on/").content.decode()
    secret = re.search(r'data-copy="([A-Z2-7]+)"', page)
    assert secret and "<svg" in page
    wrong = client.post("/staff/account/second-factor/on/", {"code": "000000"})
    assert wrong.status_code == 200 and "field-error" in wrong.content.decode()
    good = totp.format_hotp_value(totp.hotp_value(secret[1], next(totp.yield_hotp_counters_from_time())))
    client.post("/staff/account/second-factor/on/", {"code": good})
    codes = re.findall(r"<code>([^<]+)</code>", client.get("/staff/account/recovery/").content.decode())
    assert len(codes) == 10

    other = Client()
    answer = other.post("/staff/login/", {"login": "owner@example.com", "password": PASSWORD})
    assert answer["Location"].startswith("/staff/login/code/")
    assert other.get("/staff/account/").status_code == 302
    assert other.get("/staff/login/code/").status_code == 200
    assert other.post("/staff/login/code/", {"code": codes[0]}).status_code == 302
    assert other.get("/staff/account/").status_code == 200


def test_changing_the_password(client: Client, person: Callable[[Role], Person]) -> None:
    person(Role.OWNER)
    log_in(client)
    short = {"oldpassword": PASSWORD, "password1": "court", "password2": "court"}
    refused = client.post("/staff/account/password/", short).content.decode()
    assert "error-summary" in refused and 'href="#id_password' in refused
    new = "une autre phrase encore"
    changed = client.post("/staff/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert changed["Location"].endswith("?done=password")
    assert "Your password has been changed" in client.get(changed["Location"]).content.decode()


def test_open_redirects_are_not_followed(client: Client, person: Callable[[Role], Person]) -> None:
    person(Role.OWNER)
    answer = client.post(
        "/staff/login/", {"login": "owner@example.com", "password": PASSWORD, "next": "https://evil.example/"}
    )
    assert answer["Location"] == "/staff/"
