"""kill -9 while a credit note is written: no number is lost, none is used twice, and its paper comes all the same."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection

from tests.conftest import open_shop
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_notes import bought, company, gestures, numbers, wrong
from volte.money.models import CreditNote
from volte.money.notes import issuing, making, sweeping
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

_HAND = """
import os, signal, sys
from datetime import UTC, datetime
from uuid import UUID
import django
django.setup()
from volte.money.notes import issuing, making
from volte.runtime import clock, files
from volte.runtime.actor import Actor

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

shop, promise, where = sys.argv[1:]
by = Actor.system(UUID(shop))
if where == "counted":
    issuing._write = die
if where == "kept":
    files.keep = die
with clock.at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
    note = issuing.issue(by=by, promise_id=UUID(promise))
    making.made(by=by, note_id=note)
"""


def killed(by: Actor, promise: UUID, where: str) -> None:
    """Another process begins to write the note of `promise`, and is killed as soon as it has got as far as `where`."""
    name = connection.settings_dict["NAME"]
    head, _, tail = os.environ["DATABASE_URL"].partition("?")
    url = f"{head.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "volte.project.settings"}
    words = [sys.executable, "-c", _HAND, str(by.shop_id), str(promise), where]
    assert subprocess.run(words, env=environment, timeout=300, check=False).returncode == -signal.SIGKILL


def test_neither_a_counted_number_nor_a_note_without_paper_is_lost(gateway: FakeGateway) -> None:
    by = Actor.system(open_shop("maison"))
    with clock.at(NOON):
        company(by)
        first, second, third = gestures(by, bought(by, gateway), 3)
        issuing.issue(by=by, promise_id=first)
        killed(by, second, "counted")
        assert numbers(by) == ["AV-2026-000001"], "the number went with its transaction"
        killed(by, third, "kept")
        assert numbers(by) == ["AV-2026-000001", "AV-2026-000002"]
        sweeping.sweep(by=by)
        assert numbers(by) == [f"AV-2026-{place:06d}" for place in (1, 2, 3)]
        with tenancy.entered(by.shop_id):
            bare = CreditNote.objects.filter(pdf="")
            assert bare.count() == 3
            of_third = CreditNote.objects.get(promise_id=third)
        assert of_third.place == 2
        papers = [making.made(by=by, note_id=of_third.id).pdf for _ in range(2)]
        assert papers[0] and papers[0] == papers[1]
        assert wrong(by) == []
