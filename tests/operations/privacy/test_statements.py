"""Somebody may be known by a statement of withdrawal alone: found, exported, erased as far as law lets, and aged."""

import hashlib
import io
import json
import zipfile
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.operations.withdrawals.conftest import react
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.messages.models import Mail
from volte.privacy import jobs, operations, people, previews, queries
from volte.privacy.rules.erasure import Standing, Why
from volte.runtime import clock, files, tenancy
from volte.runtime.actor import Actor
from volte.withdrawals import operations as withdrawals
from volte.withdrawals import queries as statements
from volte.withdrawals.queries import Through, WithdrawalView
from volte.withdrawals.rules.statement import Declared

DARIA = Declared("Daria Okonkwo", "#77120", "daria@example.com", "en")


def declared(owner: Actor, said: Declared = DARIA) -> WithdrawalView:
    made = withdrawals.declare(by=Actor.visitor(owner.shop_id, language="en"), declared=said)
    react()
    return now_is(owner, made.statement.id)


def now_is(owner: Actor, withdrawal_id: UUID) -> WithdrawalView:
    with tenancy.entered(owner.shop_id):
        return statements.by_id(withdrawal_id=withdrawal_id)


def opened(owner: Actor, ref: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(operations.export(by=owner, ref=ref)))


def test_known_by_a_statement_alone_somebody_is_found_and_gets_all_of_it(
    owner: Actor, order: UUID, today: datetime
) -> None:
    said = declared(owner)
    with tenancy.entered(owner.shop_id):
        by_mail, by_number = people.by_email(email="Daria@example.com"), people.found(words=said.number)
    assert by_number is not None
    assert by_mail.ref == by_number.ref == ids.public("wdr", said.id)
    assert by_mail.name == "Daria Okonkwo"
    archive = opened(owner, by_mail.ref)
    [told] = json.loads(archive.read("withdrawals.json"))
    assert told["statement"]["contract"] == "#77120" and told["sha256"] == said.digest
    assert [mail["to_address"] for mail in told["mails"]] == ["daria@example.com"]
    assert archive.read(f"withdrawals/{said.number}.pdf").startswith(b"%PDF")
    assert "Daria Okonkwo" in archive.read("summary.html").decode()


def test_erasing_them_leaves_the_statement_as_proof_and_takes_the_mails(
    owner: Actor, order: UUID, today: datetime
) -> None:
    said = declared(owner)
    with tenancy.entered(owner.shop_id):
        person = people.by_email(email="daria@example.com")
        seen = previews.preview(person=person)
        assert seen.kept["statements"] == 1 and seen.goes["mails"] == 1
    made = operations.erase(by=owner, ref=person.ref, why=Why.ASKED)
    with tenancy.entered(owner.shop_id):
        certificate = queries.erasure_of(erasure_id=made)
        assert certificate.standing is Standing.DONE
        assert (certificate.kept["statements"], certificate.done["mails"]) == (1, 1)
        assert not Mail.objects.filter(to_address="daria@example.com").exists()
        assert files.read(said.receipt).startswith(b"%PDF")
    kept = now_is(owner, said.id)
    assert kept.proves and kept.declared == DARIA


def test_a_call_without_an_address_is_found_by_its_number(owner: Actor, order: UUID, today: datetime) -> None:
    call = Declared("Daria Okonkwo", "#77120", "", "en")
    said = withdrawals.record(by=owner, declared=call, through=Through.PHONE).statement
    with tenancy.entered(owner.shop_id):
        person = people.found(words=said.number)
    assert person is not None and (person.name, person.email) == ("Daria Okonkwo", "")
    [told] = json.loads(opened(owner, person.ref).read("withdrawals.json"))
    assert told["statement"]["received_through"] == "phone"
    with tenancy.entered(owner.shop_id):
        assert previews.preview(person=person).kept["statements"] == 1


def test_old_statements_that_are_over_lose_their_words_and_prove_any_copy_still(
    owner: Actor, order: UUID, today: datetime
) -> None:
    over, waits = declared(owner), declared(owner, Declared("Iris Novak", "#77121", "iris@example.com", "en"))
    withdrawals.see_to(by=owner, withdrawal_id=over.id, answer="Nothing of this number.")
    with tenancy.entered(owner.shop_id):
        Mail.objects.update(status="sent", sent_at=today)
    for days, emptied in ((1824, False), (1826, True)):
        with clock.at(today + timedelta(days=days)):
            jobs.retain(shop_id=owner.shop_id)
        assert now_is(owner, over.id).emptied is emptied
    gone, kept = now_is(owner, over.id), now_is(owner, waits.id)
    assert (gone.content, gone.receipt, gone.declared.name, gone.declared.email, gone.answer) == ("", "", "", "", "")
    assert gone.number == over.number
    assert hashlib.sha256(over.content.encode()).hexdigest() == gone.digest
    assert not kept.emptied and kept.proves, "what still waits for a person stays whole"
    with tenancy.entered(owner.shop_id):
        with pytest.raises(NotFound):
            people.by_email(email="daria@example.com")
        with pytest.raises(NotFound):
            files.about(over.receipt)
        assert people.by_email(email="iris@example.com").name == "Iris Novak"
