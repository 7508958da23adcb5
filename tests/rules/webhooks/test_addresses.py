"""Which addresses may be reached, and which never."""

from ipaddress import ip_address

import pytest

from volte.webhooks.rules import addresses
from volte.webhooks.rules.addresses import Allowed

NOTHING = Allowed()
PUBLIC = ("93.184.216.34", "1.1.1.1", "2606:4700::1111", "2a00:1450:4007::200e", "64:ff9b::5db8:d822")
PRIVATE = (
    *("0.0.0.0", "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "192.88.99.1", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "fec0::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::"),
    *("2001:db8::1", "2001::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "3fff::1"),
)


@pytest.mark.parametrize("written", PUBLIC)
def test_the_internet_is_reached_encrypted(written: str) -> None:
    address = ip_address(written)
    assert addresses.may_connect(address, encrypted=True, allowed=NOTHING)
    assert not addresses.may_connect(address, encrypted=False, allowed=NOTHING)
    assert addresses.may_connect(address, encrypted=False, allowed=Allowed(plain=True))


@pytest.mark.parametrize("written", PRIVATE)
def test_what_is_not_the_internet_is_refused_encrypted_or_not(written: str) -> None:
    address = ip_address(written)
    assert not addresses.may_connect(address, encrypted=True, allowed=NOTHING)
    assert not addresses.may_connect(address, encrypted=True, allowed=Allowed(plain=True))


def test_a_network_may_be_allowed_and_only_that() -> None:
    allowed = Allowed.read(" 10.1.0.0/16, fd00::/8 ")
    assert addresses.may_connect(ip_address("10.1.9.9"), encrypted=False, allowed=allowed)
    assert addresses.may_connect(ip_address("::ffff:10.1.9.9"), encrypted=False, allowed=allowed)
    assert addresses.may_connect(ip_address("fd00::5"), encrypted=True, allowed=allowed)
    assert not addresses.may_connect(ip_address("10.2.0.1"), encrypted=True, allowed=allowed)
    assert not addresses.may_connect(ip_address("1.1.1.1"), encrypted=False, allowed=allowed)
    assert Allowed.read("http, 10.0.0.0/8").plain
    with pytest.raises(ValueError, match="localhost"):
        Allowed.read("localhost")


def test_a_name_is_as_good_as_the_worst_of_its_addresses() -> None:
    good, bad = ip_address("1.1.1.1"), ip_address("10.0.0.1")
    assert addresses.all_may_connect([good], encrypted=True, allowed=NOTHING)
    assert not addresses.all_may_connect([good, bad], encrypted=True, allowed=NOTHING)
    assert not addresses.all_may_connect([], encrypted=True, allowed=NOTHING)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://shop.example/volte", None),
        ("https://boutique-été.example/", None),
        ("https://[2606:4700::1111]:8443/x", None),
        ("http://shop.example/volte", "webhook_url_unencrypted"),
        ("http://1.1.1.1/", "webhook_url_unencrypted"),
        ("https://127.0.0.1/", "webhook_url_private"),
        ("https://[::ffff:10.0.0.1]/", "webhook_url_private"),
        ("https://169.254.169.254/latest/meta-data/", "webhook_url_private"),
        ("https://odile:secret@shop.example/", "webhook_url_invalid"),
        ("ftp://shop.example/", "webhook_url_invalid"),
        ("file:///etc/passwd", "webhook_url_invalid"),
        ("https://", "webhook_url_invalid"),
        ("shop.example", "webhook_url_invalid"),
        ("https://shop.example:0/", "webhook_url_invalid"),
        ("https://shop.example:99999/", "webhook_url_invalid"),
        ("https://shop.example/\r\nX-Evil: 1", "webhook_url_invalid"),
        ("https://[::1/", "webhook_url_invalid"),
        ("https://shop.example/" + "a" * 2_000, "webhook_url_too_long"),
    ],
)
def test_what_is_written_is_checked_before_it_is_kept(url: str, fault: str | None) -> None:
    assert addresses.fault_of(url, allowed=NOTHING) == fault


@pytest.mark.parametrize(
    ("url", "called"),
    [
        ("HTTPS://Shop.Example:443/hook?a[]=1#top", "https://shop.example/hook?a[]=1"),
        ("https://boutique-été.example/reçu?q=ü", "https://xn--boutique-t-j7ab.example/re%C3%A7u?q=%C3%BC"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://shop.example:8443/a%20b c", "https://shop.example:8443/a%20b%20c"),
        ("http://[fd00::1]:8080/x", "http://[fd00::1]:8080/x"),
    ],
)
def test_an_address_is_written_as_it_is_called(url: str, called: str) -> None:
    assert addresses.written(url) == called


def test_a_name_no_machine_can_have_is_refused() -> None:
    with pytest.raises(ValueError):  # whichever of them
        addresses.written("https://-é-.example/")
