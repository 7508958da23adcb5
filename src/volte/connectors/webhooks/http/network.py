"""Connections to checked addresses only.

The name is looked up here, every address it stands for is checked, and the connection goes to one of those addresses:
nobody asks for the name a second time, so it cannot mean something else by then (DNS rebinding). TLS and the Host
header still carry the name.

What a receiver sends for one message is bounded too: interim answers (100 Continue) may come without end, and reading
them leaves no time for anybody else's messages.
"""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Any

import httpcore

from volte.webhooks.rules import addresses
from volte.webhooks.rules.addresses import Address, Allowed

# A name server that hangs holds a thread each time: as many as tries may be under way to slow receivers, and some.
_LOOK_UPS = 96
_FAMILIES = (socket.AF_INET, socket.AF_INET6)
_MOST_ADDRESSES = 4
# An honest answer's head and the beginning of its body fit several times.
_MOST_ANSWER = 64 * 1024
_READ_AT_ONCE = 8 * 1024


class NameUnknown(Exception):
    """Nobody knows an address for this name."""


class AddressRefused(Exception):
    """The name stands for an address we do not connect to."""


class BoundedStream(httpcore.AsyncNetworkStream):
    """A connection that gives up on who answers one message with more than `_MOST_ANSWER` bytes. What we write begins
    the next message."""

    def __init__(self, under: httpcore.AsyncNetworkStream) -> None:
        self._under = under
        self._left = _MOST_ANSWER

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._left <= 0:
            raise httpcore.ReadError(f"more than {_MOST_ANSWER} bytes, and still no end")
        part = await self._under.read(min(max_bytes, _READ_AT_ONCE), timeout)
        self._left -= len(part)
        return part

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._left = _MOST_ANSWER
        await self._under.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._under.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return BoundedStream(await self._under.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._under.get_extra_info(info)


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
                return await self._connected(address, port, timeout, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._connected(found[-1], port, timeout, socket_options)

    async def _connected(
        self, address: Address, port: int, timeout: float | None, options: Iterable[httpcore.SOCKET_OPTION] | None
    ) -> BoundedStream:
        opened = await self._under.connect_tcp(str(address), port, timeout=timeout, socket_options=options)
        return BoundedStream(opened)

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
