"""From where does somebody come? What a proxy says counts only when the proxy is ours: anybody can write the header.

`VOLTE_TRUSTED_PROXIES` is how many proxies stand before us (`1`), or their addresses (`10.0.0.0/8, 2001:db8::1`).
"""

import ipaddress
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_MOST = 10


@dataclass(frozen=True, slots=True)
class Proxies:
    """Those before us, by number or by address. None at all: nobody but the peer is believed."""

    count: int = 0
    networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()

    def ours(self, address: Address) -> bool:
        return any(address in network for network in self.networks)


def counted_as(request: HttpRequest) -> str:
    """Whom to count tries for: an IPv4 address, or the network of an IPv6 one (a household has billions of those)."""
    written = address_of(request)
    address = _parsed(written)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address) if address else written


def address_of(request: HttpRequest) -> str:
    """The address of the person's own connection, as far back as trusted proxies vouch for it."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    proxies = trusted(settings.TRUSTED_PROXIES)
    if not proxies.count and not proxies.networks:
        return peer
    said = [part.strip() for part in str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")]
    # Each proxy adds at the end whom it speaks with, so the chain is read from us outwards.
    chain = [peer, *reversed([part for part in said if part])]
    found = chain[0]
    for place, link in enumerate(chain):
        address = _parsed(link)
        # Through a socket file the peer has no address; whoever reaches that file is on this machine.
        if address is None and link:
            break
        found = str(address or "")
        if address is not None and place >= proxies.count and not proxies.ours(address):
            break
    return found


def are_trusted() -> bool:
    """Is anybody before us believed?"""
    proxies = trusted(settings.TRUSTED_PROXIES)
    return bool(proxies.count or proxies.networks)


def is_ours(peer: str) -> bool:
    """Is whoever connects to us one of our proxies? By number, everybody who reaches us is."""
    proxies = trusted(settings.TRUSTED_PROXIES)
    address = _parsed(peer)
    return bool(proxies.count) or (proxies.ours(address) if address else bool(proxies.networks and not peer))


@lru_cache
def trusted(written: str) -> Proxies:
    """Reads the setting; a word that is neither a number nor an address stops the program from starting."""
    text = written.strip()
    if text.isascii() and text.isdigit() and int(text) <= _MOST:
        return Proxies(count=int(text))
    try:
        return Proxies(networks=tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip()))
    except ValueError as fault:
        raise ImproperlyConfigured(
            f"VOLTE_TRUSTED_PROXIES is a number up to {_MOST}, or addresses such as 10.0.0.0/8: not {written!r}"
        ) from fault


def _parsed(written: str) -> Address | None:
    """1.2.3.4, 1.2.3.4:5678, 2001:db8::1 or [2001:db8::1]:443; an IPv4 address dressed as IPv6 is undressed."""
    text = written.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, ipaddress.IPv6Address) else address
