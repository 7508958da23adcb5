"""`volte import orders`: told what happened, safe to repeat, and to repeat after kill -9."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from tests import cast
from tests.conftest import open_shop
from volte.catalogue import operations as catalogue
from volte.catalogue.models import ImportRun, Order, OrderLine
from volte.catalogue.ports import Record
from volte.cli import importing
from volte.kit.errors import Conflict
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Shop


def _file(folder: Path, documents: list[Any], name: str = "orders.ndjson") -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(document) for document in documents), encoding="utf-8")
    return path


def _run(*words: str) -> Result:
    result = CliRunner().invoke(importing.import_command, [*words, "--json"])
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def _counts(result: Result) -> dict[str, int]:
    counts = json.loads(result.stdout.strip().splitlines()[-1])
    assert counts.pop("rows_per_second") >= 0
    return {name: count for name, count in counts.items() if count}


def test_a_file_comes_in_and_a_second_run_changes_nothing(shop: UUID, tmp_path: Path) -> None:
    documents = [cast.order(str(place)) for place in range(7)]
    path = str(_file(tmp_path, documents))
    assert _counts(_run(path)) == {"orders": 7, "lines": 14}
    again = _run(path)
    assert _counts(again) == {"lines": 14} and "orders: 0, changed: 0" in again.stdout
    documents[3]["channel"] = "store"
    assert _counts(_run(str(_file(tmp_path, documents)))) == {"changed": 1, "lines": 14}
    with tenancy.entered(shop):
        assert (Order.objects.count(), OrderLine.objects.count()) == (7, 14)


def test_what_is_refused_is_said_with_line_field_and_reason(shop: UUID, tmp_path: Path) -> None:
    path = tmp_path / "orders.ndjson"
    wrong = cast.order("2")
    wrong["lines"][0]["unit_price"] = -5
    lines = [json.dumps(cast.order("1")).encode(), b"{", json.dumps(wrong).encode(), b'{"id": "caf\xe9"}']
    deep = b'{"id": "9", "x": ' + b"[" * 900 + b"]" * 900 + b"}"
    path.write_bytes(b"\n".join([*lines, deep, json.dumps(cast.order("3") | {"number": "a\0b"}).encode()]))
    result = _run(str(path))
    assert _counts(result) == {"orders": 1, "lines": 2, "refused": 5}
    told = " ".join(result.stderr.split())
    for part in ("is not JSON", "lines.0.unit_price", "is too small: at least 0", "is not valid UTF-8", "NUL byte"):
        assert part in told


def test_a_table_names_its_own_columns(shop: UUID, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    header = "order,placed_at,currency,line,quantity,unit_price,payment_amount,payment_kind"
    path.write_text(f"{header}\n1,2026-11-02,EUR,l1,1,10.00,10.00,card\n2,2026-11-02,EUR,l1,1,10.00,10.00,shells\n")
    result = _run(str(path))
    assert _counts(result) == {"orders": 1, "lines": 1, "refused": 1}
    assert "payment_kind" in result.stderr and " 3 " in result.stderr


def test_a_table_without_its_columns_is_refused_in_a_sentence(shop: UUID, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("a,b\n1,2\n")
    result = CliRunner().invoke(importing.import_command, [str(path)])
    assert result.exit_code == 1 and "Missing: order, placed_at" in result.stderr


def test_an_unknown_shop_is_opened_and_a_wrong_name_is_not(shop: UUID, tmp_path: Path) -> None:
    path = str(_file(tmp_path, [cast.order()]))
    assert _counts(_run(path, "--shop", "nouvelle")) == {"orders": 1, "lines": 2}
    assert Shop.objects.filter(handle="nouvelle").exists()
    result = CliRunner().invoke(importing.import_command, [path, "--shop", "Pas Bon"])
    assert result.exit_code == 2


def test_two_imports_of_one_file_cannot_both_move_it_on(owner: Actor) -> None:
    begun = catalogue.begin_import(by=owner, fingerprint="f", format="native")
    assert catalogue.begin_import(by=owner, fingerprint="f", format="native") == begun
    catalogue.import_batch(by=owner, progress=begun, records=[Record(1, 1, document=cast.order("1"))])
    with pytest.raises(Conflict, match="import_elsewhere"):
        catalogue.import_batch(by=owner, progress=begun, records=[Record(1, 1, document=cast.order("2"))])
    on = catalogue.begin_import(by=owner, fingerprint="f", format="native")
    assert (on.line_done, on.counts.orders) == (1, 1)


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_an_import_killed_with_9_goes_on_where_it_was(tmp_path: Path) -> None:
    shop_id = open_shop("maison")
    documents: list[Any] = [cast.order(str(place)) for place in range(3_000)]
    documents[100] = {"id": "100"}
    path = _file(tmp_path, documents)
    process = _import_in_a_process(path)
    seen = _wait_for_a_batch(shop_id, process)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait(timeout=30) == -signal.SIGKILL
    with tenancy.entered(shop_id):
        kept = Order.objects.count()
        run = ImportRun.objects.get()
    assert 0 < seen <= kept < 2_999 and run.finished_at is None
    assert run.counts["orders"] == kept and run.line_done >= kept
    result = _run(str(path), "--shop", "maison")
    assert f"behind line {run.line_done:,}" in result.stderr
    assert _counts(result) == {"orders": 2_999, "lines": 5_998, "refused": 1}
    assert "is missing" in result.stderr
    with tenancy.entered(shop_id):
        assert (Order.objects.count(), OrderLine.objects.count()) == (2_999, 5_998)
    assert _counts(_run(str(path), "--shop", "maison")) == {"lines": 5_998, "refused": 1}


_PROCESS = """
import sys, django
django.setup()
from volte.cli import importing
importing.BATCH_ORDERS = 100
importing.import_command()
"""


def _import_in_a_process(path: Path) -> subprocess.Popen[bytes]:
    name = connection.settings_dict["NAME"]
    head, _, tail = os.environ["DATABASE_URL"].partition("?")
    url = f"{head.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
    words = [sys.executable, "-c", _PROCESS, str(path), "--shop", "maison"]
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "volte.project.settings"}
    return subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for_a_batch(shop_id: UUID, process: subprocess.Popen[bytes]) -> int:
    """Until the other process has committed something, which it has not finished."""
    for _ in range(1_200):
        with tenancy.entered(shop_id):
            seen = Order.objects.count()
        if seen:
            return int(seen)
        assert process.poll() is None, "the import ended before anything was seen"
        time.sleep(0.02)
    raise AssertionError("nothing came in")
