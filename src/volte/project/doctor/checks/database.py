"""Does the database answer, is it new enough, up to date, and does it keep shops apart?"""

import os
from collections.abc import Iterator
from functools import lru_cache

import psycopg
from django.db import connection

from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.runtime import isolation, migrating

OLDEST = 150_000


@lru_cache(maxsize=1)
def why_not() -> str:
    """Why the database does not answer; empty when it does. Asked once, as all others wait for it."""
    if os.environ.get("VOLTE_DATABASE_FAULT"):
        return os.environ["VOLTE_DATABASE_FAULT"]
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as asked:
            asked.execute("SELECT 1")
    except psycopg.Error as error:
        return str(error).strip().splitlines()[0]
    return ""


def answers() -> Iterator[Finding]:
    why = why_not()
    if why:
        yield bad("database-silent", why=why)
        return
    version = connection.cursor().connection.info.server_version
    shown = f"{version // 10_000}.{version % 10_000}"
    yield ok("database", version=shown) if version >= OLDEST else bad("database-old", version=shown)


def migrations() -> Iterator[Finding]:
    if why_not():
        return
    state = migrating.state()
    if state.missing:
        yield bad("migrations-missing", count=len(state.missing))
    elif state.unknown:
        yield warn("migrations-unknown", count=len(state.unknown))
    else:
        yield ok("migrations")


def isolated() -> Iterator[Finding]:
    """Row-level security on every table of shop rows, and the role web and worker act in."""
    if why_not() or migrating.state().missing:
        return
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as asked:
            asked.execute(f"SET ROLE {isolation.ROLE}")
            look = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s"
            row = asked.execute(look, [isolation.ROLE]).fetchone()
    except psycopg.Error as error:
        yield bad("role-missing", role=isolation.ROLE, why=str(error).strip().splitlines()[0])
        return
    open_tables = isolation.unprotected()
    if row and row[0]:
        yield bad("role-too-strong", role=isolation.ROLE)
    elif open_tables:
        yield bad("tables-open", tables=", ".join(open_tables))
    else:
        yield ok("shops-apart", count=len(isolation.tables()))


def room() -> Iterator[Finding]:
    """Connections: when they are used up, pages wait."""
    if why_not():
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), current_setting('max_connections')::int FROM pg_stat_activity")
        used, most = cursor.fetchone()
    yield (
        ok("connections", used=used, most=most) if used < most * 0.8 else warn("connections-few", used=used, most=most)
    )


CHECKS = (answers, migrations, isolated, room)
