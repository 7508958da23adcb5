"""Is what was published still worth publishing? The law moves after a version was checked: a release of Volte brings
other law files, or a law begins before a planned version does.

It holds all the same, from the day it was announced for: nobody is treated below the law, whatever a policy says (see
`rules.overlay`). Whoever answers for the policy is told, until a better one is published. Asked inside an entered shop.
"""

from dataclasses import dataclass
from datetime import date, datetime

from volte.kit import time
from volte.kit.errors import NotFound
from volte.law.rules import provisions
from volte.policy import queries
from volte.policy.queries import PublishedPolicy
from volte.policy.rules import checking
from volte.policy.rules.checking import grouped
from volte.policy.rules.checking.finding import Level
from volte.policy.rules.checking.grouped import Group
from volte.policy.rules.model import Policy
from volte.runtime import clock, shop_settings, tenancy

_MOST_KEPT = 256


@dataclass(frozen=True, slots=True)
class Fallen:
    """A version that could not be published any more: it holds, or will from `on` a day to come (None: it does), and
    `groups` say which terms are below whose law."""

    version: PublishedPolicy
    on: date | None
    groups: tuple[Group, ...]


def fallen() -> tuple[Fallen, ...]:
    """The version in force by the law of today, and each planned one by that of its first day, as far as they are below
    it."""
    now, zone = clock.now(), shop_settings.of_shop(tenancy.current()).timezone
    today = time.local_date(now, zone)
    held: list[tuple[PublishedPolicy, date | None]] = [(version, None) for version in _in_force(now)]
    planned = [(version, time.local_date(version.valid_from, zone)) for version in queries.coming(at=now)]
    found = [Fallen(version, on, _below(version.policy, on or today)) for version, on in (*held, *planned)]
    return tuple(one for one in found if one.groups)


def _in_force(now: datetime) -> tuple[PublishedPolicy, ...]:
    try:
        return (queries.version_in_force(at=now),)
    except NotFound:
        return ()


def _below(policy: Policy, day: date) -> tuple[Group, ...]:
    """What blocks it; the same document is checked once a day and state of the law."""
    key = (policy.digest, day, provisions.digest())
    known = _kept.get(key)
    if known is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        every = checking.findings(policy=policy, today=day)
        known = _kept[key] = grouped.grouped(one for one in every if one.level is Level.BLOCKS)
    return known


_kept: dict[tuple[str, date, str], tuple[Group, ...]] = {}
