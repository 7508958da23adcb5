"""Nobody becomes another visitor by writing a header; behind our own proxies everybody is still themselves."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from volte.runtime import visitors


def seen(peer: str, forwarded: str = "") -> str:
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return visitors.counted_as(RequestFactory().get("/", REMOTE_ADDR=peer, **more))


@pytest.mark.parametrize(
    ("trust", "peer", "forwarded", "who"),
    [
        ("", "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("1", "10.0.0.2", "203.0.113.9", "203.0.113.9"),
        ("1", "10.0.0.2", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("2", "10.0.0.2", "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        ("1", "10.0.0.2", "", "10.0.0.2"),
        ("1", "", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.2", "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        ("10.0.0.0/8", "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.0/8, 2001:db8::1", "2001:db8::1", "203.0.113.9:4711", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.2", "198.51.100.1, nonsense", "10.0.0.2"),
        ("10.0.0.0/8", "::ffff:10.0.0.2", "::ffff:203.0.113.9", "203.0.113.9"),
        ("1", "10.0.0.2", "[2001:db8:1:2:3::4]:443", "2001:db8:1:2::/64"),
    ],
)
def test_who_is_counted(settings: Any, trust: str, peer: str, forwarded: str, who: str) -> None:
    settings.TRUSTED_PROXIES = trust
    assert seen(peer, forwarded) == who


@pytest.mark.parametrize("written", ["yes", "99", "10.0.0.0/8; 10.1.0.0/16", "10.0.0.1/8"])
def test_a_setting_nobody_can_read_is_refused(written: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="VOLTE_TRUSTED_PROXIES"):
        visitors.trusted(written)
