"""Versions of the policy: published once, kept for ever, decided from again."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.db import Error, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.rules.policy.plain import TERMS, facts
from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.kit.rates import Rate
from volte.kit.words import Fault
from volte.law.rules import provisions, rights
from volte.law.rules.words import Standing
from volte.policy import operations as policy
from volte.policy import queries
from volte.policy.models import PolicyVersion
from volte.policy.rules import parse
from volte.policy.rules.decide import judge
from volte.policy.rules.starter import default_policy
from volte.policy.rules.words import Verdict
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import OF_ROLE, Role

Clock = Callable[[datetime], AbstractContextManager[None]]
STARTER = default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
SPRING, SUMMER, AUTUMN = (datetime(2026, month, 1, tzinfo=UTC) for month in (3, 6, 9))


def test_an_order_keeps_the_version_of_the_day_it_was_placed(shop: UUID, owner: Actor, clock_at: Clock) -> None:
    with clock_at(SPRING):
        first = policy.publish(by=owner, document_text=STARTER)
    with clock_at(AUTUMN):
        second = policy.publish(by=owner, document_text=TERMS)
    assert (first.number, second.number) == (1, 2)
    with tenancy.entered(shop):
        assert queries.version_in_force(at=SUMMER).id == first.id
        assert queries.version_in_force(at=AUTUMN).id == second.id
        assert queries.version_in_force(at=datetime(2020, 1, 1, tzinfo=UTC)).id == first.id
        assert queries.load(version_id=second.id).policy == second.policy
        assert [version.number for version in queries.versions()] == [2, 1]


def test_a_published_version_cannot_be_changed_or_deleted(shop: UUID, owner: Actor) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    with tenancy.entered(shop):
        row = PolicyVersion.objects.filter(id=version.id)
        with pytest.raises(Error, match="append-only"), transaction.atomic():
            row.update(document=TERMS)
        with pytest.raises(Error, match="append-only"), transaction.atomic():
            row.delete()
        assert queries.load(version_id=version.id).document == STARTER


def test_a_version_keeps_the_hash_it_was_published_under(shop: UUID, owner: Actor) -> None:
    with tenancy.entered(shop):
        # As versions were hashed before: by their text.
        old = hashlib.sha256(STARTER.encode()).hexdigest()
        row = PolicyVersion.of_shop(number=1, document=STARTER, digest=old, published_at=SPRING, published_by="Ann")
        row.save(force_insert=True)
        kept = queries.version(number=1)
        assert kept.digest == kept.policy.digest == old != parse.policy(STARTER).digest
    with pytest.raises(Conflict, match="policy_unchanged"):
        policy.publish(by=owner, document_text="# told in other words\n" + STARTER)


def test_the_same_text_is_no_new_version(owner: Actor) -> None:
    policy.publish(by=owner, document_text=STARTER)
    with pytest.raises(Conflict, match="policy_unchanged"):
        policy.publish(by=owner, document_text=STARTER)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("not = [toml", "policy_not_readable"),
        (STARTER.replace("days = 30", "days = -3"), "policy_document_invalid"),
        (STARTER.replace('"EUR"', '"SEK"'), "policy_currency_differs"),
    ],
)
def test_a_document_that_cannot_be_used_is_not_published(owner: Actor, text: str, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        policy.publish(by=owner, document_text=text)
    with tenancy.entered(owner.shop_id), pytest.raises(NotFound, match="policy_none_in_force"):
        queries.version_in_force(at=SPRING)


def test_publishing_needs_its_permission_and_is_announced(shop: UUID, owner: Actor) -> None:
    picker = Actor(shop, "member", None, "Paul", OF_ROLE[Role.PICKER], "fr")
    with pytest.raises(NotAllowed):
        policy.publish(by=picker, document_text=STARTER)
    version = policy.publish(by=owner, document_text=STARTER)
    with tenancy.entered(shop):
        event = OutboxEvent.objects.get(kind="policy.published")
        told = {"version_id": str(version.id), "number": 1, "digest": version.digest}
        assert event.data == told | {"valid_from": version.valid_from.isoformat()}


def test_another_shops_policy_is_unknown(owner: Actor, other_shop: UUID) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    with tenancy.entered(other_shop):
        with pytest.raises(NotFound, match="policy_unknown"):
            queries.load(version_id=version.id)
        with pytest.raises(NotFound, match="policy_none_in_force"):
            queries.version_in_force(at=AUTUMN)


def test_a_kept_decision_is_made_again_from_what_was_kept(shop: UUID, owner: Actor) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    subject = uuid4()
    known = facts(reason="damaged", fault=Fault.CARRIER, tags=("final-sale",), today=date(2027, 1, 5))
    decision = judge(policy=version.policy, facts=known)
    record = policy.record_decision(by=owner, subject_id=subject, version_id=version.id, facts=known, decision=decision)
    with tenancy.entered(shop):
        again = queries.replay(record_id=record)
        assert queries.records(subject_id=subject) == [record]
    assert again.same and not again.law_changed
    assert again.facts == known
    assert again.decision == decision
    assert again.decision.verdict is Verdict.NEEDS_EVIDENCE


def test_what_the_law_said_then_is_kept_with_the_decision(
    shop: UUID, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    known = facts(today=date(2026, 11, 10))
    decision = judge(policy=version.policy, facts=known)
    record = policy.record_decision(by=owner, subject_id=uuid4(), version_id=version.id, facts=known, decision=decision)
    # Years later no country gives any right, and our files say so.
    monkeypatch.setattr(provisions, "_members", frozenset)
    monkeypatch.setattr(provisions, "jurisdictions", dict)
    monkeypatch.setattr(provisions, "digest", lambda: "other")
    _forget_the_law()
    try:
        assert judge(policy=version.policy, facts=known).rights.withdrawal.standing is Standing.UNKNOWN
        with tenancy.entered(shop):
            again = queries.replay(record_id=record)
    finally:
        _forget_the_law()
    assert again.law_changed and again.same and again.decision == decision


def _forget_the_law() -> None:
    provisions._statute.cache_clear()
    rights.rights_for.cache_clear()


def test_a_program_that_changed_its_mind_is_told(shop: UUID, owner: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    known = facts(today=date(2026, 11, 10))
    decision = judge(policy=version.policy, facts=known)
    dearer = replace(decision, restocking_fee=Rate.parse("9 %"))
    record = policy.record_decision(by=owner, subject_id=uuid4(), version_id=version.id, facts=known, decision=dearer)
    with tenancy.entered(shop):
        again = queries.replay(record_id=record)
    assert (again.same, again.differs) == (False, ("fee",))


def test_a_decision_of_no_version_is_not_kept(owner: Actor) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    known = facts()
    decision = judge(policy=version.policy, facts=known)
    with pytest.raises(NotFound, match="policy_unknown"):
        policy.record_decision(by=owner, subject_id=uuid4(), version_id=uuid4(), facts=known, decision=decision)
    with tenancy.entered(owner.shop_id), pytest.raises(NotFound, match="policy_decision_unknown"):
        queries.replay(record_id=uuid4())


def test_a_version_is_read_and_parsed_once(owner: Actor, shop: UUID) -> None:
    version = policy.publish(by=owner, document_text=STARTER)
    with tenancy.entered(shop):
        first = queries.load(version_id=version.id)
        with CaptureQueriesContext(connection) as asked:
            assert queries.load(version_id=version.id) is first
        assert len(asked) == 0
        with CaptureQueriesContext(connection) as asked:
            assert queries.version_in_force(at=datetime(2030, 1, 1, tzinfo=UTC)) is first
        assert len(asked) == 1
    assert first.policy is version.policy
