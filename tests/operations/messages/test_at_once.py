"""Two workers at one queue, two reactions to one step: each mail leaves once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from tests.conftest import open_shop
from tests.operations.messages.conftest import Mailbox
from tests.operations.messages.letters import letters
from volte.kit import ids
from volte.messages import operations, queries, sending
from volte.messages.rules.occasions import Occasion
from volte.runtime import tenancy
from volte.runtime.actor import Actor

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
HANDS = 4


def _queue(by: Actor, case: UUID, step: str) -> UUID:
    facts = letters("fr")[Occasion.SCANNED]
    return operations.queue(by=by, to="camille@example.com", language="fr", facts=facts, subject_id=case, step=step)


def test_no_mail_is_taken_by_two(mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "BATCH", 5)
    by, case, start = Actor.system(open_shop("maison")), ids.new_id(), Barrier(HANDS)
    queued = {_queue(by, case, str(number)) for number in range(40)}

    def send(_: int) -> int:
        start.wait()
        try:
            return sending.send_due(shop_id=by.shop_id)
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as workers:
        assert sum(workers.map(send, range(HANDS))) == 40
    assert sorted(letter.id for letter in mailbox.letters) == sorted(queued)


def test_one_step_told_by_many_at_once_is_one_mail() -> None:
    by, case, start = Actor.system(open_shop("maison")), ids.new_id(), Barrier(HANDS)

    def tell(_: int) -> UUID:
        start.wait()
        try:
            return _queue(by, case, "")
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as workers:
        assert len(set(workers.map(tell, range(HANDS)))) == 1
    with tenancy.entered(by.shop_id):
        assert len(queries.outbox().mails) == 1
