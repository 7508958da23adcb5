"""A receiver of webhooks that behaves, or does not: what it does is the first part of the path."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

LAST_CHUNK = b"0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Got:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Receiver:
    """`with Receiver() as receiver:` gives `receiver.url`; `got` is what came. `says` changes a path's answer:
    `receiver.says["/shop"] = 503`."""

    got: list[Got] = field(default_factory=list)
    says: dict[str, int] = field(default_factory=dict)
    connections: int = 0
    port: int = 0

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(5)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def at(self, path: str) -> list[Got]:
        return [one for one in self.got if one.path == path]

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        self._server.close()
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        path = head[0].split(" ")[1]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        self.got.append(Got(path, headers, body))
        return await self._answer(path, writer)

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> bool:
        """Behave as the path says; is the connection still good?"""
        match path.split("/")[1]:
            case "hang":
                await asyncio.sleep(3600)
            case "close":
                return False
            case "drip":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n")
                await self._drip(writer, b"X-Slow: ", 3600)
            case "drip-body":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                await self._drip(writer, b"", 3600)
            case "giant" | "continue" as kind:
                await self._flood(writer, kind)
            case "redirect":
                target = f"Location: {self.url}/stolen\r\n".encode()
                writer.write(b"HTTP/1.1 307 Temporary Redirect\r\n" + target + b"Content-Length: 0\r\n\r\n")
            case "later":
                writer.write(b"HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 4\r\n\r\nbusy")
            case _:
                status = self.says.get(path, 200)
                said = b'{"received":true}' if status == 200 else b"no thanks \x00\xff <b>bold</b>"
                writer.write(f"HTTP/1.1 {status} Said\r\nContent-Length: {len(said)}\r\n\r\n".encode() + said)
        await writer.drain()
        return True

    async def _flood(self, writer: asyncio.StreamWriter, kind: str) -> None:
        """Without end: a body, or "100 Continue" before any answer."""
        more = b"HTTP/1.1 100 Continue\r\n\r\n" * 4096
        if kind == "giant":
            writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            more = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        while True:
            writer.write(more)
            await writer.drain()

    async def _drip(self, writer: asyncio.StreamWriter, start: bytes, seconds: float) -> None:
        writer.write(start)
        for _ in range(int(seconds * 20)):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)
