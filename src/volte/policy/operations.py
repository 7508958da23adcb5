"""What may be done with the policy: publish a version, and keep a decision that was acted upon."""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction

from volte.kit.errors import Conflict, Invalid
from volte.law.rules import provisions
from volte.policy import keeping, queries
from volte.policy.events import PolicyPublished
from volte.policy.models import DecisionRecord, PolicyVersion
from volte.policy.queries import PublishedPolicy
from volte.policy.rules import checking, parse
from volte.policy.rules.checking.finding import Level
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.runtime import clock, forgetting, outbox, shop_settings, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.POLICY_WRITE)
def publish(*, by: Actor, document_text: str) -> PublishedPolicy:
    """Make `document_text` (TOML or JSON) the policy for orders placed from now on; it can never be changed again.

    Refuses `policy_document_invalid`, `policy_not_readable`, `policy_too_large`, `policy_currency_differs`,
    `policy_below_law` (and whatever else a check says blocks), `policy_unchanged` and, when somebody else publishes at
    the same moment, `policy_published_meanwhile`.
    """
    policy = parse.policy(document_text)
    wanted = shop_settings.of_shop(by.shop_id).currency
    if policy.currency != wanted:
        raise Invalid("policy_currency_differs", written=policy.currency, wanted=wanted)
    _checked(policy)
    latest = PolicyVersion.objects.order_by("-number").first()
    if latest is not None and latest.digest == policy.digest:
        raise Conflict("policy_unchanged", number=latest.number)
    row = PolicyVersion.of_shop(
        number=1 if latest is None else latest.number + 1,
        document=document_text,
        digest=policy.digest,
        published_at=clock.now(),
        published_by=by.name[:120],
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise Conflict("policy_published_meanwhile") from clash
    outbox.announce(PolicyPublished(row.id, row.number, row.digest), subject_id=row.id)
    return queries.view(row)


def _checked(policy: Policy) -> None:
    """Refuse a policy that promises less than the law of a country it sells to, or nothing at all."""
    found = [one for one in checking.findings(policy=policy, today=clock.now().date()) if one.level is Level.BLOCKS]
    if found:
        first = found[0]
        raise Invalid("policy_below_law", said=first.said, path=first.path, count=len(found), findings=tuple(found))


@operation(
    Permission.OWN_RETURNS,
    Permission.RETURNS_REQUEST,
    Permission.RETURNS_APPROVE,
    Permission.RETURNS_REFUSE,
    Permission.RETURNS_GOODWILL,
)
def record_decision(*, by: Actor, subject_id: UUID, version_id: UUID, facts: Facts, decision: Decision) -> UUID:
    """Keep a decision with everything needed to make it again; the id of the record.

    `subject_id` is the thing decided about (a return item). Refuses `policy_unknown`.
    """
    row = DecisionRecord.of_shop(
        subject_id=subject_id,
        version_id=queries.load(version_id=version_id).id,
        law_digest=provisions.digest(),
        rights=keeping.rights_kept(decision.rights),
        facts=keeping.facts_kept(facts),
        verdict=decision.verdict.value,
        basis="" if decision.basis is None else decision.basis.value,
        trace=keeping.trace_kept(decision),
        decided_at=clock.now(),
    )
    row.insert_late()
    return row.id


_BLANK_FACTS = """
UPDATE volte_policy_decisionrecord
   SET facts = jsonb_set(facts, '{customer}', jsonb_build_object('kind', facts->'customer'->'kind'))
 WHERE shop_id = %s AND subject_id = ANY(%s)
"""


@operation(Permission.PRIVACY_ERASE)
def forget_facts(*, by: Actor, subject_ids: Sequence[UUID]) -> int:
    """Decisions about these subjects know no longer who the customer was, how often they bought or sent back; how
    many. They can be made again all the same: what is not known fires no rule."""
    with forgetting.history_opened():
        return sql.run(_BLANK_FACTS, [tenancy.current(), list(subject_ids)]).rowcount
