"""The loop that delivers: one asyncio loop for the tries, one thread for the database, no more.

A turn writes down what came back, makes deliveries of new events and takes what is due, in one transaction; the tries
run beside it. A receiver that hangs holds its own lane and nothing else. When the database goes away, what came back
is kept and written down later; when this process dies, leases end and others go on.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from django.db import close_old_connections, connections
from standardwebhooks.webhooks import Webhook

from volte.runtime import clock, sealing, sql, tenancy
from volte.runtime.actor import Actor
from volte.webhooks import operations
from volte.webhooks.delivering import fanning, leasing, recording
from volte.webhooks.delivering.leasing import Letter, Target
from volte.webhooks.delivering.recording import ToPause, Tried
from volte.webhooks.ports import SECONDS, Answer, Call, Carrier
from volte.webhooks.rules import lanes, signing
from volte.webhooks.rules.lanes import Pace
from volte.webhooks.rules.outcomes import Outcome

T = TypeVar("T")
log = logging.getLogger(__name__)
IDLE_SECONDS = 1.0
RETRY_SECONDS = 1.0
# Between turns while there is work: what comes back meanwhile is written down together.
BREATH_SECONDS = 0.01
# What is under way when we are told to stop gets so long to end; the rest comes back with its lease.
GRACE_SECONDS = 5.0


@dataclass(slots=True)
class Lane:
    """What we know of one receiver."""

    pace: Pace = field(default_factory=Pace)
    under_way: int = 0
    rests_until: float = 0.0


class Office:
    """Delivers until told to stop. `wake` may be called from any thread."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier
        self._lanes: dict[UUID, Lane] = {}
        self._tried: list[Tried] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._told = False
        self._turns = 0
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="webhooks-rows")

    def wake(self) -> None:
        """There may be something new in the feed."""
        self._loop.call_soon_threadsafe(self._news.set)

    def stop(self) -> None:
        self._told = True
        self.wake()

    async def work(self) -> None:
        try:
            while not self._told:
                await self._wait(IDLE_SECONDS if await self._safe_turn() else 0.0)
            await self._finish()
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._carrier.close()
            self._thread.shutdown(wait=False, cancel_futures=True)

    async def until_idle(self) -> None:
        """Turn until nothing is due and nothing is under way (tests)."""
        while not await self._turn() or self._tasks or self._tried:
            await self._wait(0.05 if self._tasks else 0.0)

    async def _safe_turn(self) -> bool:
        try:
            return await self._turn()
        except Exception:  # the database went away, or somebody held a row: look again soon, for as long as it takes
            log.exception("a turn of the webhooks failed, trying again")
            with suppress(Exception):
                await self._in_thread(connections.close_all)
            await asyncio.sleep(RETRY_SECONDS)
            return False

    async def _turn(self) -> bool:
        """One exchange with the database; true when there was nothing to do."""
        self._turns += 1
        tried, self._tried = self._tried, []
        try:
            read, letters = await self._in_thread(lambda: self._exchange(tried))
        except BaseException:
            self._tried = tried + self._tried
            raise
        for letter in letters:
            self._begin(letter)
        return not (read or letters or tried)

    def _exchange(self, tried: list[Tried]) -> tuple[int, list[Letter]]:
        """In the database's thread."""
        try:
            with tenancy.everywhere():
                # Somebody at a page may hold a subscription and want its deliveries: then we stop,
                # well before PostgreSQL looks for circles and chooses one of us.
                (_, shared) = sql.run("SELECT set_config('lock_timeout', '300ms', true), now()").fetchone()
                now = clock.fixed() or shared
                to_pause = recording.record(tried=tried, now=now)
                read = fanning.fan_out(now=now)
                letters = [] if self._told else leasing.take(now=now, rooms=self._rooms)
                recording.skip(delivery_ids=[letter.id for letter in letters if letter.body is None], now=now)
            for one in to_pause:
                _pause(one)
        finally:
            close_old_connections()
        return read, [letter for letter in letters if letter.body is not None]

    def _rooms(self, targets: Sequence[Target]) -> Mapping[UUID, int]:
        """How many tries each lane may begin; every turn another lane is the first to be asked."""
        moment = self._loop.time()
        start = self._turns % len(targets) if targets else 0
        in_room = {
            slow: sum(lane.under_way for lane in self._lanes.values() if lane.pace.slow is slow) for slow in (0, 1)
        }
        found: dict[UUID, int] = {}
        for target in [*targets[start:], *targets[:start]]:
            lane = self._lane(target)
            if lane.rests_until > moment:
                continue
            slow = lane.pace.slow
            found[target.id] = lanes.room(pace=lane.pace, under_way=lane.under_way, in_room=in_room[slow])
            in_room[slow] += found[target.id]
        return found

    def _lane(self, target: Target) -> Lane:
        if target.id not in self._lanes:
            self._lanes[target.id] = Lane(pace=Pace(failures=1 if target.failing_since else 0))
        return self._lanes[target.id]

    def _begin(self, letter: Letter) -> None:
        lane = self._lane(letter.target)
        lane.under_way += 1
        task = asyncio.ensure_future(self._try(letter, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _try(self, letter: Letter, lane: Lane) -> None:
        try:
            at = clock.now()
            if letter.until - time.monotonic() < SECONDS:
                return  # we were held up for so long that somebody else may have it now
            answer = await self._answer(letter, at)
            lane.pace = lane.pace.after(
                taken=answer.outcome is Outcome.TAKEN, took=timedelta(milliseconds=answer.took_ms)
            )
            lane.rests_until = self._loop.time() + lane.pace.rest.total_seconds()
            self._tried.append(Tried(letter, at, answer))
        finally:
            lane.under_way -= 1
            self._news.set()

    async def _answer(self, letter: Letter, at: datetime) -> Answer:
        assert letter.body is not None, "asked by _exchange"
        try:
            signers = _signers(letter.target, at)
        except sealing.Unreadable:
            return Answer(Outcome.NO_SECRET, 0)
        headers = signing.headers(message_id=letter.message_id, at=at, body=letter.body, signers=signers)
        return await self._carrier.carry(Call(letter.target.url, headers, letter.body.encode()))

    async def _wait(self, seconds: float) -> None:
        """Until something comes back, somebody wakes us or the time is over."""
        if seconds:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), seconds)
        self._news.clear()
        await asyncio.sleep(BREATH_SECONDS)

    async def _finish(self) -> None:
        """Told to stop: what is under way ends and is written down."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=GRACE_SECONDS)
        if self._tried:
            await self._safe_turn()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await self._loop.run_in_executor(self._thread, copy_context().run, work)


def _pause(one: ToPause) -> None:
    """What was tried is written down by now: nothing that goes wrong here may have it written again. The next try that
    fails asks once more."""
    by = Actor.system(one.shop_id)
    try:
        operations.pause_failing(by=by, subscription_id=one.subscription_id, url=one.url, because=one.because)
    except Exception:
        log.exception("a webhook was to be paused, and was not")


def _signers(target: Target, at: datetime) -> list[Webhook]:
    """The secrets that sign at this moment, the new one first. The one before may be sealed with a key that is gone."""
    found = [_signer(target.secret)]
    if target.secret_before and target.overlap_until is not None and at < target.overlap_until:
        with suppress(sealing.Unreadable):
            found.append(_signer(target.secret_before))
    return found


@lru_cache(maxsize=1024)
def _signer(sealed: str) -> Webhook:
    return Webhook(sealing.unseal(sealed))
