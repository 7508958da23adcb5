"""May we connect to this address?

Whoever writes the address of a subscription is trusted with the shop, not with the network Volte runs in: its
database, the metadata service of a cloud, the router. So only addresses of the public internet, unless whoever runs
Volte allows a network. What counts is the address connected to, never the name (see `connectors.webhooks.http`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit, urlunsplit

import idna

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

LONGEST_URL = 2_000
_PORTS = {"http": 80, "https": 443}
# What an address may hold in its path; what is written with % already stays so.
_AS_IT_IS = "/%:@!$&'()*+,;=~"
# What stands in the list of allowed networks to let unencrypted addresses of the internet pass.
PLAIN = "http"
# Special in IANA's registries, and not told apart by every Python 3.11: shared and benchmark networks, old relays,
# documentation, and what comes after.
_SPECIAL = tuple(
    ip_network(written)
    for written in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(IPv6Network(written) for written in ("2001::/23", "2001:db8::/32", "3fff::/20"))
_TRANSLATED = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Allowed:
    """What whoever runs Volte allows beyond the public internet over HTTPS (VOLTE_WEBHOOKS_ALLOW)."""

    networks: tuple[Network, ...] = ()
    plain: bool = False

    @classmethod
    def read(cls, written: str) -> "Allowed":
        """`127.0.0.0/8, fd00::/8, http`; refuses (ValueError) what is neither a network nor `http`."""
        words = [word.strip() for word in written.split(",") if word.strip()]
        networks = tuple(ip_network(word, strict=False) for word in words if word != PLAIN)
        return cls(networks=networks, plain=PLAIN in words)

    def holds(self, address: Address) -> bool:
        inner = _inner(address)
        return any(one in network for one in (address, inner) for network in self.networks)


def may_connect(address: Address, *, encrypted: bool, allowed: Allowed) -> bool:
    """Within an allowed network always; otherwise only to the public internet, and encrypted unless that is waived."""
    if allowed.holds(address):
        return True
    return is_public(address) and (encrypted or allowed.plain)


def is_public(address: Address) -> bool:
    """Is it reached over the internet, and by nobody else? An IPv4 address inside an IPv6 one counts as itself."""
    inner = _inner(address)
    if isinstance(inner, IPv4Address):
        return not any(inner in network for network in _SPECIAL)
    return inner in _GLOBAL_6 and not any(inner in network for network in _SPECIAL_6)


def fault_of(url: str, *, allowed: Allowed) -> str | None:
    """What is wrong with the address of a subscription as it is written, as a code; None when a try may show the rest.

    Names are looked up when we connect, each time: what a name means today says nothing about tomorrow.
    """
    if len(url) > LONGEST_URL:
        return "webhook_url_too_long"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "webhook_url_invalid"
    if parts.scheme not in ("http", "https") or not host or port == 0 or parts.username or parts.password:
        return "webhook_url_invalid"
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        return "webhook_url_invalid"
    return _fault_of_host(host, encrypted=parts.scheme == "https", allowed=allowed)


def written(url: str) -> str:
    """An address without fault as it is called: letters beyond ASCII written for machines, no fragment. Refuses
    (ValueError) a name no machine can have."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode()
    where = f"[{host}]" if ":" in host else host
    if parts.port not in (None, _PORTS[parts.scheme]):
        where += f":{parts.port}"
    path, query = quote(parts.path, safe=_AS_IT_IS), quote(parts.query, safe=f"{_AS_IT_IS}?[]|")
    return urlunsplit((parts.scheme, where, path, query, ""))


def all_may_connect(found: Collection[Address], *, encrypted: bool, allowed: Allowed) -> bool:
    """A name that stands for several addresses is only as good as the worst of them."""
    return bool(found) and all(may_connect(one, encrypted=encrypted, allowed=allowed) for one in found)


def _fault_of_host(host: str, *, encrypted: bool, allowed: Allowed) -> str | None:
    try:
        literal = ip_address(host)
    except ValueError:
        # By a name it may turn out to be in an allowed network.
        return None if encrypted or allowed.plain or allowed.networks else "webhook_url_unencrypted"
    if may_connect(literal, encrypted=encrypted, allowed=allowed):
        return None
    return "webhook_url_unencrypted" if is_public(literal) else "webhook_url_private"


def _inner(address: Address) -> Address:
    """The IPv4 address an IPv6 one stands for: mapped, 6to4 or NAT64; else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
