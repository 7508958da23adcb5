"""Connections to checked addresses only.

The name is looked up here, every address it stands for is checked, and the connection goes to one of those addresses:
nobody asks for the name a second time, so it cannot mean something else by then (DNS rebinding). TLS and the Host
header still carry the name.
"""

import asyncio
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

import httpcore

from volte.webhooks.rules import addresses
from volte.webhooks.rules.addresses import Address, Allowed

# A name server that hangs holds a thread each time: as many as tries may be under way to slow receivers, and some.
_LOOK_UPS = 96
_FAMILIES = (socket.AF_INET, socket.AF_INET6)
_MOST_ADDRESSES = 4


class NameUnknown(Exception):
    """Nobody knows an address for this name."""


class AddressRefused(Exception):
    """The name stands for an address we do not connect to."""


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """`encrypted` says what travels over its connections; each kind has a pool of its own."""

    def __init__(self, *, encrypted: bool, allowed: Allowed) -> None:
        self._encrypted = encrypted
        self._allowed = allowed
        self._under = httpcore.AnyIOBackend()
        self._threads = ThreadPoolExecutor(_LOOK_UPS, thread_name_prefix="webhooks-names")

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        found = await self._addresses(host, port)
        if not addresses.all_may_connect(found, encrypted=self._encrypted, allowed=self._allowed):
            raise AddressRefused(host)  # not the address: what names mean in our network is nobody's business
        for address in found[:-1]:
            try:
                return await self._under.connect_tcp(str(address), port, timeout=timeout, socket_options=socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._under.connect_tcp(str(found[-1]), port, timeout=timeout, socket_options=socket_options)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _addresses(self, host: str, port: int) -> list[Address]:
        """What the name stands for, in the system's order."""
        try:
            return [ip_address(host)]
        except ValueError:
            pass
        loop = asyncio.get_running_loop()
        try:
            told = await loop.run_in_executor(self._threads, _look_up, host, port)
        except (OSError, UnicodeError) as error:
            raise NameUnknown(host) from error
        found = list(dict.fromkeys(ip_address(where[0]) for family, *_, where in told if family in _FAMILIES))
        if not found:
            raise NameUnknown(host)
        return (
            found[:_MOST_ADDRESSES]
            if addresses.all_may_connect(found, encrypted=self._encrypted, allowed=self._allowed)
            else found
        )


def _look_up(host: str, port: int) -> list[tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int]]]:
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)  # type: ignore[return-value]  # families we filter
