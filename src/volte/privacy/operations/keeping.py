"""What is too old goes, a batch at a time: each kind is one call of the area that holds it.

Areas know ages, and returns know what has ended: what is still under way is handed to each area to be spared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from volte.catalogue.operations import forgetting as catalogue
from volte.logistics import forgetting as logistics
from volte.messages import forgetting as messages
from volte.money import forgetting as money
from volte.privacy import files, looking
from volte.privacy.events import WordsRemoved
from volte.privacy.rules.keeping import Kind
from volte.returns import holdings
from volte.returns.operations import forgetting as returns
from volte.runtime import forgetting, outbox
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse.operations import forgetting as warehouse
from volte.withdrawals import forgetting as withdrawals


@operation(Permission.PRIVACY_ERASE)
def remove_some(*, by: Actor, kind: Kind, before: datetime, limit: int) -> int:
    """Remove up to `limit` (of each table) of one kind that is older; how many. 0 when nothing is left."""
    return _KINDS[kind].remove(by, before, limit)


def count(*, kind: Kind, before: datetime, limit: int) -> int:
    """How many of one kind would be removed, counted up to `limit` a table; removes nothing."""
    return _KINDS[kind].count(before, limit)


@dataclass(frozen=True, slots=True)
class _Way:
    remove: Callable[[Actor, datetime, int], int]
    count: Callable[[datetime, int], int]


def _photos(by: Actor, before: datetime, limit: int) -> int:
    digests = returns.drop_old_photos(by=by, before=before, limit=limit)
    files.release(digests=digests)
    return len(digests)


def _words(by: Actor, before: datetime, limit: int) -> int:
    found = returns.drop_old_words(by=by, before=before, limit=limit)
    spare = holdings.under_way().return_ids
    entries, attachments = messages.drop_old_entries(by=by, before=before, limit=limit, spare=spare)
    files.release(digests=attachments)
    money.forget_words(by=by, subject_ids=found)
    if found:
        outbox.announce(WordsRemoved(emptied_return_ids=tuple(found)))
    return len(found) + entries + warehouse.drop_old_words(by=by, before=before, limit=limit, spare=spare)


def _addresses(by: Actor, before: datetime, limit: int) -> int:
    open_ = holdings.under_way()
    parcels, labels = logistics.drop_old_senders(by=by, before=before, limit=limit, spare=open_.return_ids)
    files.release(digests=labels)
    return parcels + catalogue.drop_old_addresses(by=by, before=before, limit=limit, spare=open_.order_ids)


def _names(by: Actor, before: datetime, limit: int) -> int:
    spare = holdings.under_way().order_ids
    orders = catalogue.drop_old_names(by=by, before=before, limit=limit, spare=spare)
    statements, receipts = withdrawals.drop_old_statements(by=by, before=before, limit=limit)
    files.release(digests=receipts)
    return orders + statements + returns.drop_old_names(by=by, before=before, limit=limit)


def _mails(by: Actor, before: datetime, limit: int) -> int:
    spare = holdings.under_way().return_ids
    gone, attachments = messages.drop_old_mails(by=by, before=before, limit=limit, spare=spare)
    files.release(digests=attachments)
    return gone


def _count_words(before: datetime, limit: int) -> int:
    spare = holdings.under_way().return_ids
    said = messages.count_old(what="entries", before=before, limit=limit, spare=spare)
    said += warehouse.count_old(before=before, limit=limit, spare=spare)
    return said + returns.count_old(what="words", before=before, limit=limit)


def _count_mails(before: datetime, limit: int) -> int:
    return messages.count_old(what="mails", before=before, limit=limit, spare=holdings.under_way().return_ids)


def _count_addresses(before: datetime, limit: int) -> int:
    open_ = holdings.under_way()
    sent = logistics.count_old(before=before, limit=limit, spare=open_.return_ids)
    return sent + catalogue.count_old(what="addresses", before=before, limit=limit, spare=open_.order_ids)


def _count_names(before: datetime, limit: int) -> int:
    spare = holdings.under_way().order_ids
    named = catalogue.count_old(what="names", before=before, limit=limit, spare=spare)
    named += withdrawals.count_old(before=before, limit=limit)
    return named + returns.count_old(what="names", before=before, limit=limit)


_KINDS: Mapping[Kind, _Way] = {
    Kind.PHOTOS: _Way(_photos, lambda at, most: returns.count_old(what="photos", before=at, limit=most)),
    Kind.WORDS: _Way(_words, _count_words),
    Kind.MAILS: _Way(_mails, _count_mails),
    Kind.ADDRESSES: _Way(_addresses, _count_addresses),
    Kind.NAMES: _Way(_names, _count_names),
    Kind.LOOKS: _Way(
        lambda by, at, most: looking.drop_old(before=at, limit=most),
        lambda at, most: looking.count_old(before=at, limit=most),
    ),
    Kind.AUDIT: _Way(
        lambda by, at, most: forgetting.drop_old_audit(by=by, before=at, limit=most),
        lambda at, most: forgetting.count_old(what="audit", before=at, limit=most),
    ),
    Kind.EVENTS: _Way(
        lambda by, at, most: forgetting.drop_old_events(by=by, before=at, limit=most),
        lambda at, most: forgetting.count_old(what="events", before=at, limit=most),
    ),
    Kind.ANSWERS: _Way(
        lambda by, at, most: (
            forgetting.drop_old_answers(by=by, before=at, limit=most)
            + catalogue.drop_old_refusals(by=by, before=at, limit=most)
            + messages.drop_old_links(by=by, before=at, limit=most)
        ),
        lambda at, most: (
            forgetting.count_old(what="answers", before=at, limit=most)
            + catalogue.count_old(what="refusals", before=at, limit=most)
            + messages.count_old_links(before=at, limit=most)
        ),
    ),
}
