"""Questions about the policy: which version holds, what it says, and what an old decision would be today.

A document is parsed once per process: versions never change, so their digest is their whole identity.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.kit.errors import NotFound
from volte.law.rules import provisions
from volte.policy import keeping
from volte.policy.models import DecisionRecord, PolicyDraft, PolicyVersion, PolicyWithdrawal
from volte.policy.rules import parse
from volte.policy.rules.decide import decide
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import rights_of
from volte.runtime import sql, tenancy

_MOST_KEPT = 256


@dataclass(frozen=True, slots=True)
class PublishedPolicy:
    """One version: `number` for people (1, 2, 3 …), `document` as it was written, `policy` as it is understood. It
    holds for orders placed from `valid_from` on, until a later one does."""

    id: UUID
    number: int
    digest: str
    published_at: datetime
    published_by: str
    valid_from: datetime
    document: str
    policy: Policy


@dataclass(frozen=True, slots=True)
class Replay:
    """A kept decision made again from its facts, its version and what the law said then. `differs` names what came out
    otherwise: nothing, unless the program changed its mind. `law_changed`: our law files are not those of then."""

    subject_id: UUID
    facts: Facts
    decision: Decision
    decided_at: datetime
    verdict_then: str
    law_changed: bool
    differs: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not self.differs


@dataclass(frozen=True, slots=True)
class RecordView:
    """A kept decision as it lies there: by which version, on which facts, what the law said and what each rule did."""

    id: UUID
    subject_id: UUID
    version_id: UUID
    decided_at: datetime
    verdict: str
    basis: str
    law_digest: str
    facts: Mapping[str, Any]
    rights: Mapping[str, Any] | None
    trace: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DraftView:
    """What somebody is working on; it need not be a policy yet. `revision` counts its savings, `begun_from` is the
    number of the version it began from."""

    document: str
    revision: int
    edited_at: datetime
    edited_by: str
    begun_from: int | None


def version_in_force(*, at: datetime) -> PublishedPolicy:
    """The version that held at `at`: an order keeps the one of the moment it was placed.

    Orders older than the first version are decided by the first. Refuses `policy_none_in_force`.
    """
    found = sql.run(_IN_FORCE, {"shop": tenancy.current(), "at": at}).fetchone()
    if found is None:
        raise NotFound("policy_none_in_force")
    return load(version_id=found[0])


_IN_FORCE = """
SELECT id FROM (SELECT id, number, since, since <= %(at)s AS held
                  FROM (SELECT id, number, COALESCE(valid_from, published_at) AS since
                          FROM volte_policy_policyversion AS published
                         WHERE shop_id = %(shop)s
                           AND (valid_from IS NULL OR NOT EXISTS (SELECT 1 FROM volte_policy_policywithdrawal AS gone
                                                                   WHERE gone.version_id = published.id))) AS kept
               ) AS version
 ORDER BY held DESC, CASE WHEN held THEN since END DESC, CASE WHEN held THEN number END DESC, number
 LIMIT 1
"""


def coming(*, at: datetime) -> list[PublishedPolicy]:
    """The versions planned for after `at`, the next one first."""
    planned = PolicyVersion.objects.filter(valid_from__gt=at).exclude(id__in=withdrawn()).order_by("valid_from")
    return [view(row) for row in planned]


def withdrawn() -> frozenset[UUID]:
    """The versions that were taken back before their day."""
    return frozenset(PolicyWithdrawal.objects.values_list("version_id", flat=True))


def load(*, version_id: UUID) -> PublishedPolicy:
    """One version by its id; asks the database once per process, because versions never change.

    Refuses `policy_unknown`.
    """
    key = (tenancy.current(), version_id)
    found = _kept_versions.get(key)
    if found is None:
        row = PolicyVersion.objects.filter(id=version_id).first()
        if row is None:
            raise NotFound("policy_unknown")
        if len(_kept_versions) >= _MOST_KEPT:
            _kept_versions.clear()
        found = _kept_versions[key] = view(row)
    return found


def versions() -> list[PublishedPolicy]:
    """Every version of the shop, newest first."""
    return [view(row) for row in PolicyVersion.objects.order_by("-number")]


def version(*, number: int) -> PublishedPolicy:
    """The version people call by this number. Refuses `policy_unknown`."""
    row = PolicyVersion.objects.filter(number=number).first()
    if row is None:
        raise NotFound("policy_unknown")
    return view(row)


def draft() -> DraftView | None:
    """What is being worked on, if anything."""
    row = PolicyDraft.objects.first()
    return None if row is None else draft_view(row)


def draft_view(row: PolicyDraft) -> DraftView:
    """A draft row as everybody else sees it."""
    return DraftView(row.document, row.revision, row.edited_at, row.edited_by, row.begun_from)


def replay(*, record_id: UUID) -> Replay:
    """Decide a kept decision again, from its own facts and version. Refuses `policy_decision_unknown`."""
    record = DecisionRecord.objects.select_related("version").filter(id=record_id).first()
    if record is None:
        raise NotFound("policy_decision_unknown")
    facts = keeping.facts_back(record.facts)
    policy = _parsed(record.version.digest, record.version.document)
    rights = keeping.rights_back(record.rights) if record.rights else rights_of(policy=policy, facts=facts)
    decision = decide(policy=policy, facts=facts, rights=rights)
    return Replay(
        subject_id=record.subject_id,
        facts=facts,
        decision=decision,
        decided_at=record.decided_at,
        verdict_then=record.verdict,
        law_changed=record.law_digest != provisions.digest(),
        differs=_differences(record, decision),
    )


def _differences(record: DecisionRecord, decision: Decision) -> tuple[str, ...]:
    """The parts of the kept outcome that came out otherwise; what older records did not keep is not compared."""
    now = {**keeping.trace_kept(decision), "verdict": decision.verdict.value}
    then = {**record.trace, "verdict": record.verdict}
    return tuple(name for name, value in then.items() if now.get(name) != value)


def records(*, subject_id: UUID) -> list[UUID]:
    """The ids of the decisions kept about a subject, newest first."""
    kept = DecisionRecord.objects.filter(subject_id=subject_id).order_by("-decided_at", "-id")
    return list(kept.values_list("id", flat=True))


def record(*, record_id: UUID) -> RecordView:
    """A kept decision; refuses `policy_decision_unknown`."""
    row = DecisionRecord.objects.filter(id=record_id).first()
    if row is None:
        raise NotFound("policy_decision_unknown")
    return RecordView(
        id=row.id,
        subject_id=row.subject_id,
        version_id=row.version_id,
        decided_at=row.decided_at,
        verdict=row.verdict,
        basis=row.basis,
        law_digest=row.law_digest,
        facts=row.facts,
        rights=row.rights,
        trace=row.trace,
    )


def view(row: PolicyVersion) -> PublishedPolicy:
    """A version row as everybody else sees it."""
    return PublishedPolicy(
        id=row.id,
        number=row.number,
        digest=row.digest,
        published_at=row.published_at,
        published_by=row.published_by,
        valid_from=row.valid_from or row.published_at,
        document=row.document,
        policy=_parsed(row.digest, row.document),
    )


_kept_versions: dict[tuple[UUID, UUID], PublishedPolicy] = {}
_kept_policies: dict[str, Policy] = {}


def _parsed(digest: str, document: str) -> Policy:
    found = _kept_policies.get(digest)
    if found is None:
        if len(_kept_policies) >= _MOST_KEPT:
            _kept_policies.clear()
        # A version keeps the hash it was published under, however documents were hashed then.
        found = _kept_policies[digest] = replace(parse.policy(document), digest=digest)
    return found
