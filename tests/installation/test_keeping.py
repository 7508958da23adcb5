"""What a backup does while files go, beside what killed ones left, and before a key is put in another's place."""

import fcntl
import hashlib
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from tests.installation.test_deploy import DEPLOY
from volte.kit.errors import Invalid, NotFound
from volte.project import database
from volte.project.keeping import archive, backup, fitting, restore, tables
from volte.project.keeping.manifest import Files, Table
from volte.runtime import files, tenancy
from volte.runtime.models import StoredFile

BEFORE = Path(__file__).parents[1] / "upgrades" / "volte-0.1.0.zip"


@pytest.fixture
def kept(transactional_db: None, shop: UUID, settings: Any, tmp_path: Path) -> tuple[str, str, str]:
    """Three files of a shop: one whole, one damaged, one that goes as soon as somebody looks for it."""
    settings.FILES = tmp_path / "files"
    with tenancy.entered(shop):
        whole, damaged, gone = (files.keep(word, media_type="text/plain").digest for word in (b"a", b"b", b"c"))
    files.path_of(damaged).write_bytes(b"something else")
    files.path_of(gone).unlink()
    return whole, damaged, gone


def read_files(tmp_path: Path, named: list[str]) -> tuple[Files, list[str]]:
    """What `backup` takes of the files its snapshot names."""

    class Snapshot:
        def execute(self, _: str) -> list[tuple[str]]:
            return [(digest,) for digest in named]

    said: list[str] = []
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as zipped:
        found = backup._files(Snapshot(), archive.Writer(zipped), said.append)  # type: ignore[arg-type]  # all it asks
        assert [name.removeprefix("files/") for name in zipped.namelist()] == named[:1]
    return found, said


@pytest.mark.django_db(transaction=True)
def test_a_damaged_file_is_lost_and_one_erased_meanwhile_is_not(
    kept: tuple[str, str, str], shop: UUID, tmp_path: Path
) -> None:
    whole, damaged, gone = kept
    found, said = read_files(tmp_path, [whole, damaged, gone])
    assert (set(found.lost), found.erased, found.count) == ({damaged, gone}, (), 1) and len(said) == 1
    with tenancy.entered(shop):
        StoredFile.objects.filter(digest=gone).delete()
    found, _ = read_files(tmp_path, [whole, damaged, gone])
    assert (found.lost, found.erased) == ((damaged,), (gone,))


@pytest.mark.django_db(transaction=True)
def test_a_file_that_goes_while_it_is_read_is_copied_all_the_same(
    kept: tuple[str, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = hashlib.file_digest

    def and_gone(source: Any, name: str) -> Any:
        files.path_of(kept[0]).unlink(missing_ok=True)
        return digest(source, name)

    monkeypatch.setattr(hashlib, "file_digest", and_gone)
    found, _ = read_files(tmp_path, [kept[0]])
    assert (found.count, found.size, found.lost) == (1, 1, ())


@pytest.mark.django_db(transaction=True)
def test_a_name_that_leads_out_of_the_folder_is_no_file(
    kept: tuple[str, str, str], shop: UUID, settings: Any, tmp_path: Path
) -> None:
    """As a backup somebody made by hand could bring it."""
    secret = tmp_path / "secret"
    secret.write_bytes(b"word")
    for name in (str(secret), "../../secret", kept[0].upper(), f"{kept[0]}\n"):
        with pytest.raises(NotFound):
            files.path_of(name)
        assert not files.is_whole(name)
        with tenancy.entered(shop), pytest.raises(IntegrityError, match="file_digest"), transaction.atomic():
            StoredFile.objects.filter(digest=kept[0]).update(digest=name.strip()[:63])


def test_what_a_killed_backup_left_is_removed_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    left, busy = (tmp_path / f".{name}.zip.0123.volte-part" for name in ("left", "busy"))
    left.write_bytes(b"half")
    busy.write_bytes(b"half")
    with busy.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        archive._sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [busy.name]


def test_a_key_kept_by_an_earlier_restore_is_not_written_over(tmp_path: Path, settings: Any) -> None:
    settings.VOLTE_HOME = tmp_path
    said: list[str] = []
    for key in ("first", "second", "third"):
        restore._secret_key(key, say=said.append)
    assert "secret_key.before-restore-2" in said[-2] and "VOLTE_SECRET_KEY" in said[-1]
    kept = {file.name: file.read_text() for file in tmp_path.iterdir()}
    assert kept.pop("secret_key") == "third"
    assert kept == {"secret_key.before-restore": "first", "secret_key.before-restore-2": "second"}


@pytest.mark.django_db
def test_rows_find_their_tables_as_they_were_then() -> None:
    """0.1.0 knew no webhooks; and what no version had is refused before anything is touched."""
    then = archive.read(BEFORE, thorough=False)
    fitting.check(then)
    shop = then.tables["volte_runtime_shop"]
    for name, columns, where in (
        ("volte_webhooks_subscription", shop.columns, "volte_webhooks_subscription"),
        ("volte_runtime_shop", (*shop.columns, "x"), "volte_runtime_shop.x"),
        ("procrastinate_jobs", ("id", "x"), "procrastinate_jobs.x"),
    ):
        more = {**then.tables, name: shop.model_copy(update={"columns": columns})}
        with pytest.raises(Invalid) as caught:
            fitting.check(then.model_copy(update={"tables": more}))
        assert (caught.value.code, caught.value.params["where"]) == ("backup_does_not_fit", where)


@pytest.mark.django_db
def test_rows_find_their_tables_as_they_are_today() -> None:
    """Every table a backup takes, with every column it takes of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        migrations: dict[str, tuple[str, ...]] = {}
        for app, name in cursor.fetchall():
            migrations[app] = (*migrations.get(app, ()), name)
        raw = connection.connection
        found = {name: Table(columns=tables.columns(raw, name), rows=0, sha256="") for name in tables.ours(raw)}
    then = archive.read(BEFORE, thorough=False)
    fitting.check(then.model_copy(update={"tables": found, "migrations": migrations}))


@pytest.mark.parametrize(("status", "stays"), [("0", False), ("3", False), ("1", True)])
def test_old_backups_go_when_there_is_a_new_one_even_with_lost_files(tmp_path: Path, status: str, stays: bool) -> None:
    text = (DEPLOY / "systemd" / "volte-backup.service").read_text()
    (line,) = [line for line in text.splitlines() if line.startswith("ExecStopPost=")]
    old, new = tmp_path / "volte-2026-01-01.zip", tmp_path / "volte-2026-02-01.zip"
    for file in (old, new):
        file.touch()
    os.utime(old, (0, 0))
    command = line.partition("=")[2].replace("/var/backups/volte", str(tmp_path))
    subprocess.run(command, shell=True, env={**os.environ, "EXIT_STATUS": status}, check=True)  # our own line
    assert old.exists() is stays and new.exists()


def test_keys_of_before_are_listed_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    assert database.secret_keys_before() == []
    monkeypatch.setenv("VOLTE_SECRET_KEY_BEFORE", " second , first,")
    assert database.secret_keys_before() == ["second", "first"]
