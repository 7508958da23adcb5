"""What may be done with the policy: work on a draft, publish a version now or on a day, take a planned one back, and
keep a decision that was acted upon."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from volte.kit import time
from volte.kit.errors import Conflict, Invalid, NotFound, TooLarge
from volte.law.rules import provisions
from volte.policy import keeping, queries
from volte.policy.events import PolicyPublished, PolicyTakenBack
from volte.policy.models import DecisionRecord, PolicyDraft, PolicyVersion, PolicyWithdrawal
from volte.policy.queries import DraftView, PublishedPolicy
from volte.policy.rules import checking, parse, planning
from volte.policy.rules.checking import grouped
from volte.policy.rules.checking.finding import Level
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.runtime import clock, forgetting, outbox, shop_settings, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.POLICY_WRITE)
def publish(*, by: Actor, document_text: str, on: date | None = None) -> PublishedPolicy:
    """Make `document_text` (TOML or JSON) the policy for orders placed from now on, or from the first moment of the day
    `on` where the shop is; it can never be changed again.

    Refuses `policy_document_invalid`, `policy_not_readable`, `policy_too_large`, `policy_currency_differs`,
    `policy_day_not_ahead`, `policy_first_is_now`, `policy_day_taken`, `policy_below_law` (and whatever else a check
    says blocks), `policy_unchanged` and, when somebody else publishes at the same moment,
    `policy_published_meanwhile`.
    """
    policy = parse.policy(document_text)
    settings, now = shop_settings.of_shop(by.shop_id), clock.now()
    if policy.currency != settings.currency:
        raise Invalid("policy_currency_differs", written=policy.currency, wanted=settings.currency)
    today = time.local_date(now, settings.timezone)
    valid_from = now if on is None else time.start_of(on, settings.timezone)
    if on is not None:
        _plannable(on, today, valid_from)
    _checked(policy, on or today)
    _differs(policy, valid_from)
    row = PolicyVersion.of_shop(
        number=_latest_number() + 1,
        document=document_text,
        digest=policy.digest,
        published_at=now,
        published_by=by.name[:120],
        valid_from=None if on is None else valid_from,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise Conflict("policy_published_meanwhile") from clash
    told = PolicyPublished(row.id, row.number, row.digest, valid_from.isoformat())
    outbox.announce(told, subject_id=row.id)
    return queries.view(row)


def _plannable(on: date, today: date, valid_from: datetime) -> None:
    """Two planned for one day would leave people to guess. Whoever publishes at the very same time is stopped by the
    number, which both would take."""
    if not planning.first_day(today) <= on <= planning.last_day(today):
        raise Invalid("policy_day_not_ahead", first=planning.first_day(today), last=planning.last_day(today))
    if not PolicyVersion.objects.exists():
        raise Invalid("policy_first_is_now")
    for other in queries.coming(at=clock.now()):
        if other.valid_from == valid_from:
            raise Conflict("policy_day_taken", number=other.number, day=on)


def _differs(policy: Policy, valid_from: datetime) -> None:
    """Refuse what holds then anyway, in whatever words."""
    try:
        before = queries.version_in_force(at=valid_from)
    except NotFound:
        return
    # Not by the hash it was published under: older versions were hashed as they were written down.
    if parse.policy(before.document).digest == policy.digest:
        raise Conflict("policy_unchanged", number=before.number)


@operation(Permission.POLICY_WRITE)
def take_back(*, by: Actor, number: int) -> None:
    """A planned version shall not come into force. Refuses `policy_unknown`, `policy_in_force_already` from its day on,
    and `policy_taken_back` the second time."""
    now, version = clock.now(), queries.version(number=number)
    if version.valid_from <= now:
        raise Conflict("policy_in_force_already", number=number)
    row = PolicyWithdrawal.of_shop(version_id=version.id, withdrawn_at=now, withdrawn_by=by.name[:120])
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise Conflict("policy_taken_back", number=number) from clash
    outbox.announce(PolicyTakenBack(version.id, version.number, version.digest), subject_id=version.id)


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
        row = PolicyDraft.of_shop(**said, begun_from=_holding())
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
def publish_draft(*, by: Actor, seen: int, on: date | None = None) -> PublishedPolicy:
    """Publish the draft as it was seen, now or `on` a day; there is none afterwards. Refuses `policy_draft_changed` and
    what `publish` refuses."""
    row = PolicyDraft.objects.select_for_update().filter(revision=seen).first()
    if row is None:
        raise Conflict("policy_draft_changed")
    made = publish(by=by, document_text=row.document, on=on)
    row.delete()
    return made


def _latest_number() -> int:
    return PolicyVersion.objects.order_by("-number").values_list("number", flat=True).first() or 0


def _holding() -> int | None:
    """The number of the version in force, if any."""
    try:
        return queries.version_in_force(at=clock.now()).number
    except NotFound:
        return None


def _checked(policy: Policy, day: date) -> None:
    """Refuse a policy that promises less than the law of a country it sells to on that day, or nothing at all."""
    found = [one for one in checking.findings(policy=policy, today=day) if one.level is Level.BLOCKS]
    if found:
        first = found[0]
        terms = len(grouped.grouped(found))
        raise Invalid("policy_below_law", said=first.said, path=first.path, count=terms, findings=tuple(found))


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
