"""A page of the event feed at ten million events, as a program gets it, beside the bare SELECT."""

import json
import statistics
import time

import httpx
import psycopg
from tests.live import recent_order
from tools.stack import Stack

from bench.report import Figure, keep

EVENTS, LOOKS, PAGE = 10_000_000, 60, 100
ALLOWED_MS = 20.0
# Copies of true events of one shop, positions from the last one on, one in a thousand of another kind and one in ten of
# another shop; what the dispatcher would look for again is marked as done.
_FILL = """
INSERT INTO volte_runtime_outboxevent
       (id, shop_id, kind, data, subject_id, happened_at, position, dispatched_at, failures, last_error)
SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       CASE WHEN n %% 10 = 0 THEN %(other)s::uuid ELSE e.shop_id END,
       CASE WHEN n %% 1000 = 1 THEN 'return.lost' ELSE e.kind END, e.data, e.subject_id,
       now() - (%(count)s - n) * interval '1 second', %(last)s + n, now(), 0, ''
  FROM generate_series(1, %(count)s) n
  JOIN (SELECT *, row_number() OVER (ORDER BY position) - 1 AS at, count(*) OVER () AS many
          FROM volte_runtime_outboxevent WHERE position IS NOT NULL) e ON e.at = n %% e.many
"""
_LITTLE = """
import json
import django; django.setup()
from volte.runtime import people, shops
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING
from volte.runtime.shop_settings import ShopSettings
shop = shops.open_shop(handle="little", settings=ShopSettings())
key = people.make_key(by=Actor.system(shop), name="Bench", permissions=EVERYTHING)
print(json.dumps({"shop": str(shop), "key": key.secret}))
"""
# As in `volte.runtime.feed`, which wants Django set up.
_OURS = """
SELECT position, id, kind, data::text, happened_at FROM volte_runtime_outboxevent
 WHERE (shop_id, position) > (%(shop)s, %(after)s) AND shop_id <= %(shop)s ORDER BY shop_id, position LIMIT %(most)s
"""
_BARE = """
SELECT position, id, kind, data::text, happened_at FROM volte_runtime_outboxevent
 WHERE shop_id = %s AND position > %s ORDER BY position LIMIT %s
"""


def run() -> None:
    with Stack(worker=True) as stack:
        with stack.api as api:
            api.put("/orders/one", json=recent_order("one")).raise_for_status()
            wish = {"order": "one", "items": [{"line": "l1", "quantity": 1}]}
            api.post("/returns", json=wish).raise_for_status()
            _until_told(api)
        # Otherwise it would write facts of ten million events while we measure.
        stack.parts.running.pop("worker").kill()
        last = _fill(stack)
        places = [last * look // LOOKS for look in range(LOOKS)]
        bare = [_bare(stack, place) for place in places]
        with stack.api as api, _little_shop(stack) as little:
            api.get("/events", params={"limit": PAGE})
            api.get("/orders/one")
            idle = [_timed(lambda: api.get("/orders?number=nobody")) for _ in range(20)]
            pages = [_timed(lambda place=place: _page(api, after=place)) for place in places]
            small = [_timed(lambda: _page(little, after=0)) for _ in range(20)]
            rare = [_timed(lambda place=place: _page(api, after=place, type="return.lost")) for place in places]
        named = f"event feed at {EVENTS:,}, page of {PAGE}"
        reference = statistics.median(bare)
        keep(Figure(f"{named}, median", statistics.median(pages), "ms", "bare SELECT", reference))
        keep(Figure(f"{named}, p95", _p95(pages), "ms", "allowed", ALLOWED_MS))
        keep(Figure(f"{named} of one kind in a thousand, median", statistics.median(rare), "ms", "all kinds",
                    statistics.median(pages)))  # fmt: skip
        keep(Figure(f"{named} of a shop with three events, median", statistics.median(small), "ms", "a large shop",
                    statistics.median(pages)))  # fmt: skip
        keep(Figure("an answer of this API that finds nothing, median", statistics.median(idle), "ms"))
        print(_plan(stack, last // 2))


def _until_told(api: object) -> None:
    for _ in range(100):
        if len(api.get("/events").json()["data"]) > 5:  # type: ignore[attr-defined]
            return
        time.sleep(0.1)
    raise RuntimeError("the events were not told")


def _fill(stack: Stack) -> int:
    """Ten million rows, as fast as one server takes them; the last position."""
    with psycopg.connect(stack.server.url, autocommit=True) as db:
        db.execute("SET session_replication_role = replica")
        db.execute("SET synchronous_commit = off")
        (last,) = db.execute("SELECT max(position) FROM volte_runtime_outboxevent").fetchone() or (0,)
        (other,) = db.execute(
            "INSERT INTO volte_runtime_shop (id, handle, settings, created_at) "
            "VALUES (gen_random_uuid(), 'other', '{}', now()) RETURNING id"
        ).fetchone() or (None,)
        indexes = db.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'volte_runtime_outboxevent' "
            "AND indexname IN ('outbox_feed', 'outbox_by_subject')"
        ).fetchall()
        for name, _ in indexes:
            db.execute(f'DROP INDEX "{name}"')  # type: ignore[arg-type]  # a name PostgreSQL told us
        db.execute(_FILL, {"other": other, "count": EVENTS, "last": last})
        for _, definition in indexes:
            db.execute(definition)
        db.execute("ANALYZE volte_runtime_outboxevent")
        return int(last) + EVENTS


def _little_shop(stack: Stack) -> httpx.Client:
    """Somebody with three events at the beginning of the feed."""
    made = json.loads(stack.python(_LITTLE).splitlines()[-1])
    with psycopg.connect(stack.server.url, autocommit=True) as db:
        db.execute("UPDATE volte_runtime_outboxevent SET shop_id = %s WHERE position IN (2, 3, 4)", [made["shop"]])
    headers = {"Authorization": f"Bearer {made['key']}"}
    return httpx.Client(base_url=f"{stack.url}/api/v1", headers=headers, timeout=60)


def _page(api: object, **query: object) -> None:
    answer = api.get("/events", params={"limit": PAGE, **query})  # type: ignore[attr-defined]
    assert answer.status_code == 200, answer.text


def _bare(stack: Stack, place: int) -> float:
    with psycopg.connect(stack.server.url, autocommit=True) as db:
        return _timed(lambda: db.execute(_BARE, [stack.shop["shop"], place, PAGE]).fetchall())


def _plan(stack: Stack, place: int) -> str:
    """How PostgreSQL finds a page with row-level security on."""
    given = {"shop": stack.shop["shop"], "after": place, "most": PAGE}
    with psycopg.connect(stack.server.url) as db:
        db.execute("SET LOCAL ROLE volte_app")
        db.execute("SELECT set_config('volte.shop', %s, true)", [stack.shop["shop"]])
        rows = db.execute("EXPLAIN (ANALYZE, COSTS OFF) " + _OURS, given).fetchall()
    return "\n".join(f"    {row[0]}" for row in rows)


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - began) * 1000


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
