"""What may be done with the policy: work on a draft, publish a version, and keep a decision that was acted upon."""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction

from volte.kit.errors import Conflict, Invalid, TooLarge
from volte.law.rules import provisions
from volte.policy import keeping, queries
from volte.policy.events import PolicyPublished
from volte.policy.models import DecisionRecord, PolicyDraft, PolicyVersion
from volte.policy.queries import DraftView, PublishedPolicy
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


@operation(Permission.POLICY_WRITE)
def save_draft(*, by: Actor, document_text: str, seen: int) -> DraftView:
    """Keep what was written so far, be it a policy yet or not. `seen` is the revision it was written upon, 0 for none.

    Refuses `policy_draft_changed` when somebody saved meanwhile, `policy_draft_unreadable`, `policy_too_large`.
    """
    text = document_text.replace("\r\n", "\n")
    if "\x00" in text:
        raise Invalid("policy_draft_unreadable")
    if len(text.encode("utf-8", "surrogatepass")) > parse.LARGEST:
        raise TooLarge("policy_too_large", most=parse.LARGEST)
    said = {"document": text, "edited_at": clock.now(), "edited_by": by.name[:120]}
    if seen == 0:
        row = PolicyDraft.of_shop(**said, begun_from=_latest_number() or None)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as clash:
            raise Conflict("policy_draft_changed") from clash
    elif PolicyDraft.objects.filter(revision=seen).update(**said, revision=seen + 1) != 1:
        raise Conflict("policy_draft_changed")
    return queries.draft_view(PolicyDraft.objects.get())


@operation(Permission.POLICY_WRITE)
def discard_draft(*, by: Actor, seen: int) -> None:
    """Throw the draft away. Refuses `policy_draft_changed` when it is not the one that was seen."""
    if PolicyDraft.objects.filter(revision=seen).delete()[0] != 1:
        raise Conflict("policy_draft_changed")


@operation(Permission.POLICY_WRITE)
def publish_draft(*, by: Actor, seen: int) -> PublishedPolicy:
    """Publish the draft as it was seen; there is none afterwards. Refuses `policy_draft_changed` and what `publish`
    refuses."""
    row = PolicyDraft.objects.select_for_update().filter(revision=seen).first()
    if row is None:
        raise Conflict("policy_draft_changed")
    made = publish(by=by, document_text=row.document)
    row.delete()
    return made


def _latest_number() -> int:
    return PolicyVersion.objects.order_by("-number").values_list("number", flat=True).first() or 0


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
