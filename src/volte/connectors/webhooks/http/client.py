"""One message to one address, over a kept connection.

httpcore rather than httpx: no proxy of the environment, no cookie, no redirect, no decompression stands between us and
an address somebody typed in. The whole try has one time-out, so whoever drips gains nothing; of an answer we keep the
beginning, and a connection on which more comes than we care to read is closed (see `network.BoundedStream`).
"""

import asyncio
import ssl
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

import httpcore
import httpx

from volte.connectors.webhooks.http.network import AddressRefused, CheckedNetwork, NameUnknown
from volte.webhooks.ports import KEPT, SECONDS, Answer, Call
from volte.webhooks.rules.addresses import Allowed
from volte.webhooks.rules.lanes import AT_ONCE, QUICK_ROOM, SLOW_ROOM
from volte.webhooks.rules.outcomes import Outcome, of_status

# Read to the end an answer of this size leaves the connection for the next message; more is not worth it.
_READ = 16 * 1024
_READ_SECONDS = 2.0
_KEPT_BYTES = 4 * KEPT
_IDLE_SECONDS = 30.0
# Receivers whose connections are kept while nothing is under way to them.
_MOST_LINES = 64
_PATIENT = (429, 503)
_ALWAYS = [
    (b"Content-Type", b"application/json"),
    (b"User-Agent", b"Volte-Webhooks/1"),
    (b"Accept", b"*/*"),
    (b"Accept-Encoding", b"identity"),
]


@dataclass(slots=True)
class _Seen:
    """What of the answer has come so far."""

    status: int | None = None
    retry_after: int | None = None
    said: bytes = b""


@dataclass(slots=True)
class _Line:
    """The connections to one receiver. A pool of their own: a pool looks at all it has for each message."""

    pool: httpcore.AsyncConnectionPool
    under_way: int = 0


class HttpCarrier:
    """Brings messages over HTTP/1.1. Made inside the loop that uses it."""

    def __init__(self, *, allowed: Allowed, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        # Of the whole time a third each for connecting and for TLS: httpcore leaves a socket behind when it is stopped
        # from outside in the middle of a handshake.
        self._patience = {"timeout": {"connect": seconds / 3}}
        self._networks = {secure: CheckedNetwork(encrypted=secure, allowed=allowed) for secure in (True, False)}
        self._lines: OrderedDict[str, _Line] = OrderedDict()

    async def carry(self, call: Call) -> Answer:
        began, seen = time.perf_counter(), _Seen()
        try:
            async with asyncio.timeout(self._seconds):
                await self._exchange(call, seen)
            outcome, fault = of_status(seen.status or 0), ""
        except Exception as error:  # whatever the far side does is an answer, too
            outcome, fault = _outcome(error, seen), _words(error)
        took = int((time.perf_counter() - began) * 1000)
        said = seen.said[:_KEPT_BYTES].decode("utf-8", "replace")[:KEPT] if seen.status is not None else fault[:KEPT]
        return Answer(outcome, took, status=seen.status, said=said, retry_after=seen.retry_after)

    async def close(self) -> None:
        for line in self._lines.values():
            with suppress(Exception):
                await line.pool.aclose()
        for network in self._networks.values():
            network.close()

    async def _exchange(self, call: Call, seen: _Seen) -> None:
        url, host = _parsed(call.url)
        headers = [
            (b"Host", host),
            *_ALWAYS,
            (b"Content-Length", str(len(call.body)).encode()),
            *((name.encode(), value.encode()) for name, value in call.headers),
        ]
        request = httpcore.Request("POST", url, headers=headers, content=call.body, extensions=self._patience)
        line = self._line(url)
        line.under_way += 1
        try:
            await self._forget_idle()
            response = await line.pool.handle_async_request(request)
            seen.status, seen.retry_after = response.status, _retry_after(response)
            try:
                # The status is the answer; what follows is for people to read, and may not hold us up.
                with suppress(TimeoutError, httpcore.NetworkError, httpcore.ProtocolError):
                    async with asyncio.timeout(_READ_SECONDS):
                        await _read(response, seen)
            finally:
                await response.aclose()
        finally:
            line.under_way -= 1

    def _line(self, url: httpcore.URL) -> _Line:
        """The connections to this receiver, kept for its next message."""
        origin = str(url.origin)
        line = self._lines.get(origin)
        if line is None:
            line = self._lines[origin] = _Line(_pool(self._networks[url.scheme == b"https"]))
        self._lines.move_to_end(origin)
        return line

    async def _forget_idle(self) -> None:
        """Of receivers that were not written to for longest, close the connections."""
        if len(self._lines) <= _MOST_LINES:
            return
        idle = [origin for origin, line in self._lines.items() if line.under_way == 0]
        # Taken out before anything is awaited: nobody can begin to use one that is being closed.
        leaving = [self._lines.pop(origin) for origin in idle[: len(self._lines) - _MOST_LINES]]
        for line in leaving:
            await line.pool.aclose()


async def _read(response: httpcore.Response, seen: _Seen) -> None:
    size = 0
    async for part in response.aiter_stream():
        size += len(part)
        if len(seen.said) < _KEPT_BYTES:
            seen.said += part[:_KEPT_BYTES]
        if size > _READ:
            return


def _pool(network: CheckedNetwork) -> httpcore.AsyncConnectionPool:
    return httpcore.AsyncConnectionPool(
        ssl_context=_ssl(),
        max_connections=QUICK_ROOM + SLOW_ROOM,
        max_keepalive_connections=AT_ONCE,
        keepalive_expiry=_IDLE_SECONDS,
        network_backend=network,
    )


@lru_cache(maxsize=1)
def _ssl() -> ssl.SSLContext:
    """The certificates every other client of ours believes (SSL_CERT_FILE adds a house's own)."""
    return httpx.create_ssl_context()


@lru_cache(maxsize=1024)
def _parsed(url: str) -> tuple[httpcore.URL, bytes]:
    parts = httpx.URL(url)
    made = httpcore.URL(scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path)
    return made, parts.netloc


def _retry_after(response: httpcore.Response) -> int | None:
    if response.status not in _PATIENT:
        return None
    written = next((value for name, value in response.headers if name.lower() == b"retry-after"), b"")
    return int(written) if written.isdigit() and len(written) < 8 else None


def _outcome(error: Exception, seen: _Seen) -> Outcome:
    if seen.status is not None:  # it answered, and only the rest of the answer went wrong
        return of_status(seen.status)
    match error:
        case AddressRefused():
            return Outcome.ADDRESS_REFUSED
        case NameUnknown():
            return Outcome.NAME_UNKNOWN
        case TimeoutError() | httpcore.TimeoutException():
            return Outcome.TIMED_OUT
        case _ if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
            return Outcome.CERTIFICATE
        case _:
            return Outcome.NO_CONNECTION


def _words(error: Exception) -> str:
    """For people: the innermost words there are."""
    words = [str(cause) for cause in _causes(error) if str(cause)]
    return f"{type(error).__name__}: {words[-1]}" if words else type(error).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
