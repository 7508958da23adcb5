"""A backup is whole or not there; what it held comes back, and is proven."""

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from tools.stack import Stack

from tests.installation.conftest import Installation, installed
from tests.live import recent_order
from volte.kit import ids

INIT = (
    *("init", "--no-input", "--shop", "Maison Test", "--owner-name", "Odile", "--owner-email", "odile@example.com"),
    *("--location", "Entrepôt; 3 rue du Quai; 69007; Lyon"),
)


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """With a shop, a file, and a job in a dead worker's hands. The last test of those that share it changes it."""
    with installed(tmp_path_factory.mktemp("opened")) as installation:
        yield _filled(installation)


def _filled(installation: Installation) -> Installation:
    installation.volte(*INIT)
    folder = installation.home / "files" / "2c"
    folder.mkdir(parents=True)
    digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    (folder / digest).write_bytes(b"hello")
    installation.sql(
        "INSERT INTO volte_runtime_storedfile (id, shop_id, digest, media_type, size, created_at) "
        f"SELECT gen_random_uuid(), id, '{digest}', 'text/plain', 5, now() FROM volte_runtime_shop"
    )
    installation.sql("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    installation.sql(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args, worker_id) "
        "SELECT 'mail', 'x', 'doing', '{}', id FROM procrastinate_workers"
    )
    return installation


def elsewhere(opened: Installation, url: str, home: Path) -> Installation:
    """The same settings on a machine with nothing on it."""
    return Installation(home, url, {"VOLTE_SECRET_KEY": "k" * 50})


def test_what_was_there_is_there_again(opened: Installation, empty_database: Callable[[], str], tmp_path: Path) -> None:
    file = tmp_path / "volte.zip"
    taken = told(opened.volte("backup", str(file), "--json"))
    assert file.stat().st_mode & 0o777 == 0o600 and taken["files"] == 1 and taken["lost"] == []
    assert told(opened.volte("restore", str(file), "--check", "--json"))["rows"] == taken["rows"]

    new = elsewhere(opened, empty_database(), tmp_path / "new")
    answered = new.volte("restore", str(file), "--json")
    done = told(answered)
    assert done["erased_since"] is None and "Nothing here tells who they are" in answered.stderr
    assert done["rows"] == taken["rows"] and done["discrepancies"] == [] and done["lost"] == []
    for table in ("volte_runtime_shop", "volte_runtime_person", "volte_policy_policyversion", "django_migrations"):
        question = f"SELECT md5(string_agg(row::text, '' ORDER BY row::text)) FROM {table} AS row"
        assert new.sql(question) == opened.sql(question), table
    # Whoever read the feed further than the backup is told, and goes on behind.
    assert new.sql("SELECT position > 1000000 FROM volte_runtime_outboxevent WHERE kind = 'shop.restored'") == [(True,)]
    # The job is nobody's now, so the sweep takes it back; the next one gets an id of its own.
    assert new.sql("SELECT status::text, worker_id FROM procrastinate_jobs") == [("doing", None)]
    new.sql("INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('mail', 'y', '{}')")
    assert (new.home / "files").exists() and not (new.home / "secret_key.before-restore").exists()
    # The watchers are awake again, and shops are kept apart.
    with pytest.raises(psycopg.errors.RestrictViolation):
        new.sql("DELETE FROM volte_runtime_auditentry")
    assert new.sql("SELECT count(*) FROM pg_policies") == opened.sql("SELECT count(*) FROM pg_policies")


def test_a_full_disk_leaves_no_half_backup(opened: Installation, tmp_path: Path) -> None:
    file = tmp_path / "volte.zip"
    command = [sys.executable, "-m", "volte.project.console", "backup", str(file)]
    environment = {**os.environ, "VOLTE_HOME": str(opened.home), "DATABASE_URL": opened.url, "VOLTE_TESTING": ""}

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, preexec_fn=little_room)
    assert done.returncode == 1 and "Nothing is left of it" in done.stderr, done.stderr
    assert [path.name for path in tmp_path.iterdir() if "volte.zip" in path.name] == []
    opened.volte("backup", str(file))
    again = opened.volte("backup", str(file), ok=False)
    assert again.returncode == 1 and "exists already" in again.stderr


def test_nothing_is_touched_by_a_backup_that_is_damaged_or_newer(
    opened: Installation, empty_database: Callable[[], str], tmp_path: Path
) -> None:
    file, new = tmp_path / "volte.zip", elsewhere(opened, empty_database(), tmp_path / "new")
    opened.volte("backup", str(file))
    broken = tmp_path / "broken.zip"
    broken.write_bytes(file.read_bytes()[:-200])
    turned = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as whole:
        rows = whole.getinfo("tables/volte_runtime_shop")
    # In the middle of its rows: a byte of a header that nobody reads would harm nobody.
    turned[rows.header_offset + 30 + len(rows.filename) + 20 + rows.compress_size // 2] ^= 0xFF
    (tmp_path / "turned.zip").write_bytes(turned)
    changed(file, tmp_path / "newer.zip", lambda about: about["migrations"]["volte_returns"].append("0099_tomorrow"))
    changed(file, tmp_path / "lied.zip", lambda about: about["tables"]["volte_runtime_shop"].update(rows=7))
    changed(file, tmp_path / "column.zip", lambda about: about["tables"]["volte_web_savedview"].update(columns=["x"]))
    changed(file, tmp_path / "terminal.zip", lambda about: about.update(shops=["\x1b]0;owned\x07"]))
    with zipfile.ZipFile(file) as whole:
        extra = json.loads(whole.read("manifest.json"))["tables"]["volte_web_savedview"] | {"rows": 0}
    extra["sha256"] = hashlib.sha256(b"").hexdigest()
    changed(file, tmp_path / "table.zip", lambda about: about["tables"].update(pg_class=extra), more="tables/pg_class")
    for name, word in (
        ("broken", "no whole backup"),
        ("turned", "no whole backup"),
        ("newer", "is newer"),
        ("lied", "no whole"),
        ("column", "names volte_web_savedview.x,"),
        ("table", "names pg_class,"),
        ("terminal", "no whole backup"),
    ):
        for how in ("--check", "--replace"):
            done = new.volte("restore", str(tmp_path / f"{name}.zip"), how, ok=False)
            assert done.returncode == 1 and word in done.stderr and "\x1b" not in done.stderr, (name, done.stderr)
    assert new.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


def changed(file: Path, into: Path, change: Callable[[dict[str, Any]], Any], *, more: str = "") -> None:
    """The same with another manifest, and an empty member `more`."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                about = json.loads(content)
                change(about)
                content = json.dumps(about).encode()
            new.writestr(name, content)
        if more:
            new.writestr(more, b"")


def test_a_shop_is_replaced_only_when_asked_and_when_nobody_works_in_it(opened: Installation, tmp_path: Path) -> None:
    """With a file that was lost before: said both times, and the rest comes back all the same."""
    file = tmp_path / "volte.zip"
    shutil.rmtree(opened.home / "files")
    taken = opened.volte("backup", str(file), "--with-secret-key", "--json", ok=False)
    assert taken.returncode == 3 and len(told(taken)["lost"]) == 1
    opened.sql("UPDATE volte_runtime_person SET name = 'Somebody else'")
    refused = opened.volte("restore", str(file), ok=False)
    assert refused.returncode == 1 and "--replace" in refused.stderr
    with psycopg.connect(opened.url):
        busy = opened.volte("restore", str(file), "--replace", "--yes", ok=False)
        assert busy.returncode == 1 and "connected to the database" in busy.stderr
    unsure = opened.volte("restore", str(file), "--replace", ok=False)
    assert unsure.returncode == 1 and opened.sql("SELECT name FROM volte_runtime_person") == [("Somebody else",)]
    _erase_three(opened)
    restored = opened.volte("restore", str(file), "--replace", "--yes", "--json")
    assert told(restored)["lost"] == told(taken)["lost"]
    again = ids.public("cus", UUID(int=7))
    assert told(restored)["erased_since"] == [again, "mark-2"], "the one before the backup is not among them"
    assert "2 erasures are newer than this backup" in restored.stderr
    assert f"volte privacy erase {again} --shop maison-test" in restored.stderr
    assert opened.sql("SELECT name FROM volte_runtime_person") == [("Odile",)]


def _erase_three(opened: Installation) -> None:
    """Certificates: one older than the backup, one newer, and one newer that names nobody."""
    for number, (age, customers) in enumerate((("2 days", ""), ("0 days", str(UUID(int=7))), ("-1 days", ""))):
        opened.sql(
            "INSERT INTO volte_privacy_erasure (id, shop_id, mark, customer_ids, order_ids, why, status, country,"
            " asked_at, asked_by, done_at, done, kept)"
            f" SELECT gen_random_uuid(), id, 'mark-{number}', '{{{customers}}}', '{{}}', 'asked', 'done', 'FR',"
            f" now() - interval '{age}', '', now() - interval '{age}', '{{}}', '{{}}' FROM volte_runtime_shop"
        )


@contextmanager
def busy(stack: Stack) -> Iterator[list[tuple[float, str]]]:
    """Returns are asked for by three hands meanwhile: (when it was answered, id) of each acknowledged one."""
    acknowledged: list[tuple[float, str]] = []
    stop = threading.Event()

    def ask(hand: int) -> None:
        with stack.api as api:
            for number in range(1_000):
                if stop.is_set():
                    return
                order = f"backup-{hand}-{number}"
                api.put(f"/orders/{order}", json=recent_order(order)).raise_for_status()
                answer = api.post("/returns", json={"order": order, "items": [{"line": "l1"}]})
                if answer.status_code == 201:
                    acknowledged.append((time.time(), answer.json()["id"]))

    hands = [threading.Thread(target=ask, args=(hand,)) for hand in range(3)]
    for hand in hands:
        hand.start()
    try:
        yield acknowledged
    finally:
        stop.set()
        for hand in hands:
            hand.join()


@pytest.mark.serial
def test_under_load_destroyed_and_restored_every_acknowledged_return_is_there(stack: Stack, tmp_path: Path) -> None:
    file = tmp_path / "load.zip"
    with busy(stack) as acknowledged:
        while len(acknowledged) < 15:
            time.sleep(0.05)
        began = time.time()
        taken = json.loads(stack.volte("backup", str(file), "--json", role="").splitlines()[-1])
    before = [return_id for at, return_id in acknowledged if at < began]
    assert len(before) >= 15 and len(acknowledged) > len(before), "the shop went on while it was backed up"

    other = Stack(web=True, worker=False)
    try:
        other.server.start()
        other.shop = stack.shop
        restored = json.loads(other.volte("restore", str(file), "--json", role="").splitlines()[-1])
        assert restored["rows"] == taken["rows"] and restored["discrepancies"] == [] and restored["lost"] == []
        other.volte("ledger", "verify")
        shutil.copytree(stack.home / "static", other.home / "static")
        other.start_web()
        with other.api as api:
            for return_id in before:
                assert api.get(f"/returns/{return_id}").status_code == 200
            order = "after-restore"
            assert api.put(f"/orders/{order}", json=recent_order(order)).status_code == 201
            assert api.post("/returns", json={"order": order, "items": [{"line": "l1"}]}).status_code == 201
    finally:
        other.stop()
