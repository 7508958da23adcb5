"""The agent's lists with a thousand returns and with two hundred thousand: the same page, within 30 %."""

import statistics

import psycopg
from tests.live import recent_order
from tools.stack import Stack

from bench.report import Figure, keep
from bench.visitors import Visitor, log_in, p95

FEW, MANY, LOOKS = 1_000, 200_000, 40
PAGES = {
    "to decide": "/staff/",
    "all": "/staff/?queue=all",
    "a number": "/staff/?q=RAAAA-000500",
    "an e-mail": "/staff/?q=b500@example.com",
}
# Copies of one real return and of its item, one in twenty waiting for the shop, so that each list fills its page.
_RETURNS = """
INSERT INTO volte_returns_return SELECT (jsonb_populate_record(r, jsonb_build_object(
    'id', gen_random_uuid(), 'number', 'RAAAA-' || lpad(n::text, 6, '0'), 'email', 'b' || n || '@example.com',
    'status', CASE WHEN n %% 20 = 0 THEN 'requested' ELSE 'settled' END,
    'waits_for', CASE WHEN n %% 20 = 0 THEN 'shop' ELSE '' END,
    'waits_since', CASE WHEN n %% 20 = 0 THEN now() - n * interval '1 minute' END,
    'requested_at', now() - n * interval '1 minute', 'updated_at', now() - n * interval '1 minute'))).*
  FROM volte_returns_return r, generate_series(%s::int, %s::int) n
 WHERE r.number NOT LIKE 'RAAAA-%%'
"""
_ITEMS = """
INSERT INTO volte_returns_returnitem SELECT (jsonb_populate_record(i, jsonb_build_object(
    'id', gen_random_uuid(), 'return_row_id', r.id))).*
  FROM volte_returns_return own JOIN volte_returns_returnitem i ON i.return_row_id = own.id, volte_returns_return r
 WHERE own.number NOT LIKE 'RAAAA-%%' AND r.number LIKE 'RAAAA-%%'
   AND NOT EXISTS (SELECT FROM volte_returns_returnitem x WHERE x.return_row_id = r.id)
"""


def run() -> None:
    with Stack(worker=False) as stack:
        with stack.api as api:
            api.put("/orders/one", json=recent_order("one")).raise_for_status()
            wish = {"order": "one", "items": [{"line": "l1", "quantity": 1}]}
            api.post("/returns", json=wish).raise_for_status()
        _fill(stack, 1, FEW)
        few = _look(stack)
        _fill(stack, FEW + 1, MANY)
        many = _look(stack)
        for page in PAGES:
            name, reference = f"list “{page}”, median with {MANY:,} returns", statistics.median(few[page])
            keep(Figure(name, statistics.median(many[page]), "ms", f"with {FEW:,}", reference))
            keep(
                Figure(
                    f"list “{page}”, p95 with {MANY:,} returns", p95(many[page]), "ms", f"with {FEW:,}", p95(few[page])
                )
            )


def _fill(stack: Stack, begin: int, end: int) -> None:
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(_RETURNS, [begin, end])
        connection.execute(_ITEMS, [])
        connection.execute("VACUUM ANALYZE")


def _look(stack: Stack) -> dict[str, list[float]]:
    agent = Visitor(stack)
    log_in(agent, stack.shop["password"])
    for _ in range(5):
        for address in PAGES.values():
            agent.get(address, note="warm")
    for _ in range(LOOKS):
        for name, address in PAGES.items():
            agent.get(address, note=name)
    agent.leave()
    return agent.took
