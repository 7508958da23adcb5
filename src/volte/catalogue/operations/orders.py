"""Orders come in, one at a time or by the thousand; the same copy twice changes nothing."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from volte.catalogue import reading, writing
from volte.catalogue.documents import orders as incoming
from volte.catalogue.events import OrdersTakenIn, OrderTakenIn
from volte.catalogue.models import Order, OrderLine
from volte.catalogue.operations import forgetting
from volte.catalogue.ports import PastOrder
from volte.catalogue.rules import merge
from volte.catalogue.rules import order as rules
from volte.catalogue.writing import Entry
from volte.kit import ids
from volte.kit.errors import Invalid, Refused
from volte.kit.text import message
from volte.runtime import clock, outbox, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

Document = Mapping[str, Any]

_LOCKED_EACH = 20


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a copy: `created` is a new order, `changed` a known one that differs, neither is a repetition."""

    order_id: UUID
    created: bool
    changed: bool


@operation(Permission.ORDERS_WRITE)
def take_in(*, by: Actor, document: Document, external_id: str = "") -> TakenIn:
    """Create or merge one order (the public shape). Refuses `order_invalid`, `order_id_mismatch`,
    `order_currency_changed`."""
    named = _named(document, external_id)
    result = _take([named])[0]
    if isinstance(result, Refused):
        raise result
    if result.created or result.changed:
        event = OrderTakenIn(order_id=result.order_id, external_id=named["id"], created=result.created)
        outbox.announce(event, subject_id=result.order_id)
    return result


@operation(Permission.ORDERS_WRITE)
def take_in_batch(*, by: Actor, documents: Sequence[Document]) -> list[TakenIn | Refused]:
    """Create or merge many orders in one transaction; the answers stand in the order of the documents.

    A document that is refused stops nobody else. A batch is one piece of news.
    """
    results: list[TakenIn | Refused] = []
    for part in _each_order_once(documents):
        results += _take(part)
    _tell(results)
    return results


@operation(Permission.ORDERS_WRITE)
def take_in_past(*, by: Actor, past: Sequence[PastOrder], new: writing.Ready | None = None) -> list[TakenIn | Refused]:
    """Create or merge orders of a history, each once; the answers stand in their order. One piece of news.

    `new` is what `make_ready` made of them; it serves when nobody knows any of them.
    """
    results = _take_past(past, new)
    _tell(results)
    return results


def make_ready(*, shop_id: UUID, past: Sequence[PastOrder]) -> writing.Ready:
    """The rows of orders nobody knows, without asking the database: in another thread, while it works."""
    return _ready({place: each.order for place, each in enumerate(past)}, _marks(past), frozenset(), shop_id)


def _marks(past: Sequence[PastOrder]) -> dict[int, str]:
    return {place: each.mark for place, each in enumerate(past)}


def _tell(results: Sequence[TakenIn | Refused]) -> None:
    fresh = [each.order_id for each in results if isinstance(each, TakenIn) and (each.created or each.changed)]
    if fresh:
        outbox.announce(OrdersTakenIn(order_ids=tuple(fresh)))


def _named(document: Document, external_id: str) -> Document:
    if external_id and document.get("id", external_id) != external_id:
        raise Invalid("order_id_mismatch", order=external_id)
    return {**document, "id": external_id} if external_id else document


def _each_order_once(documents: Sequence[Document]) -> list[list[Document]]:
    """Runs of documents in which no order stands twice, so that a later copy meets the earlier one as a row."""
    parts: list[list[Document]] = [[]]
    seen: set[str] = set()
    for document in documents:
        key = repr(document.get("id"))
        if key in seen:
            parts.append([])
            seen.clear()
        seen.add(key)
        parts[-1].append(document)
    return parts


def _take(copies: Sequence[Document]) -> list[TakenIn | Refused]:
    """Sort copies into repetitions, new and known orders; write each kind at once."""
    _one_at_a_time(copies)
    known = _known([copy["id"] for copy in copies if _is_id(copy.get("id"))])
    results: dict[int, TakenIn | Refused] = {}
    digests: dict[int, str] = {}
    read: dict[int, rules.Order] = {}
    for place, copy in enumerate(copies):
        try:
            digests[place] = _digest(copy)
            before = known.get(copy["id"]) if _is_id(copy.get("id")) else None
            if before is not None and before[1] == digests[place]:
                results[place] = TakenIn(before[0], created=False, changed=False)
            else:
                read[place] = incoming.order(document=copy)
        except Invalid as refusal:
            results[place] = refusal
    results |= _written(read, digests, known)
    return [results[place] for place in range(len(copies))]


def _take_past(past: Sequence[PastOrder], new: writing.Ready | None) -> list[TakenIn | Refused]:
    """As `_take`, for orders whose types are beyond doubt."""
    known = _known([each.order.id for each in past])
    digests = _marks(past)
    results: dict[int, TakenIn | Refused] = {
        place: TakenIn(known[each.order.id][0], created=False, changed=False)
        for place, each in enumerate(past)
        if each.order.id in known and known[each.order.id][1] == each.mark
    }
    fresh = {place: each.order for place, each in enumerate(past) if place not in results}
    results |= _written(fresh, digests, known, None if known else new)
    return [results[place] for place in range(len(past))]


def _written(
    read: Mapping[int, rules.Order],
    digests: Mapping[int, str],
    known: Mapping[str, tuple[UUID, str]],
    new: writing.Ready | None = None,
) -> dict[int, TakenIn | Refused]:
    """New orders are inserted; those somebody knew, or inserted meanwhile, are merged."""
    results: dict[int, TakenIn | Refused] = {}
    results |= _add({place: order for place, order in read.items() if order.id not in known}, digests, new)
    late = {place: order for place, order in read.items() if place not in results}
    now_known = {**known, **_known([order.id for order in late.values()])}
    return results | _merge(late, now_known, digests)


def _one_at_a_time(copies: Sequence[Document]) -> None:
    """Two who bring the same new order wait for each other here, before either holds its customer: later they would
    wait in a circle. An import brings too many for a lock each, and is alone with its file."""
    if len(copies) <= _LOCKED_EACH:
        names = sorted(f"{tenancy.current()}:{copy['id']}" for copy in copies if _is_id(copy.get("id")))
        sql.run("SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(%s::text[]) AS name", [names])


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable() and len(value) <= 255


def _digest(copy: Document) -> str:
    """The same content, however its keys were ordered, has the same digest."""
    try:
        written = json.dumps(copy, sort_keys=True, separators=(",", ":"))
    except RecursionError:
        raise Invalid("order_invalid", field="document", reason=message("document_too_deep"), problems=[]) from None
    return hashlib.sha256(written.encode()).hexdigest()


def _known(external_ids: Sequence[str]) -> dict[str, tuple[UUID, str]]:
    if not external_ids:
        return {}
    rows = Order.objects.filter(external_id__in=list(external_ids)).values_list("external_id", "id", "digest")
    return {external_id: (order_id, digest) for external_id, order_id, digest in rows}


def _add(fresh: Mapping[int, rules.Order], digests: Mapping[int, str], new: writing.Ready | None) -> dict[int, TakenIn]:
    places = {order.id: place for place, order in fresh.items()}
    erased = forgetting.erased_since(orders=fresh.values())
    if new is None or erased:
        new = _ready(fresh, digests, erased, tenancy.current())
    written = writing.add(new=new, now=clock.now())
    return {places[entry.order.id]: TakenIn(entry.order_id, created=True, changed=False) for entry in written}


def _ready(
    fresh: Mapping[int, rules.Order], digests: Mapping[int, str], erased: frozenset[str], shop_id: UUID
) -> writing.Ready:
    """In the order of their ids, so that two batches of the same orders wait instead of deadlocking."""
    entries = [
        Entry(ids.new_id(), _first(order, erased), digests[place], line_ids={}, claimed={})
        for place, order in sorted(fresh.items(), key=lambda item: item[1].id)
    ]
    return writing.ready(entries=entries, shop_id=shop_id)


def _first(order: rules.Order, erased: frozenset[str]) -> merge.Merged:
    made = merge.first(order=order)
    return merge.forgotten(made) if order.id in erased else made


def _merge(
    late: Mapping[int, rules.Order], known: Mapping[str, tuple[UUID, str]], digests: Mapping[int, str]
) -> dict[int, TakenIn | Refused]:
    views = _locked([known[order.id][0] for order in late.values()])
    results: dict[int, TakenIn | Refused] = {}
    entries: list[Entry] = []
    for place, order in late.items():
        view = views[known[order.id][0]]
        claimed = {line.id: line.claimed_quantity for line in view.lines}
        try:
            here = {line.id: line.cancelled_here for line in view.lines if line.cancelled_here}
            merged = merge.merge(known=view, claimed=claimed, newer=order, cancelled_here=here)
        except Invalid as refusal:
            results[place] = refusal
            continue
        line_ids = {line.id: line.line_id for line in view.lines}
        nobody = rules.Flag.FORGOTTEN in view.flags
        merged = merge.forgotten(merged) if nobody else merged
        customer_id = view.customer_id if nobody else None
        entries.append(Entry(view.order_id, merged, digests[place], line_ids, claimed, customer_id))
        results[place] = TakenIn(view.order_id, created=False, changed=True)
    writing.change(entries=entries, now=clock.now())
    return results


def _locked(order_ids: Sequence[UUID]) -> dict[UUID, rules.OrderView]:
    """Orders and their lines, which nobody claims from until we are done."""
    if not order_ids:
        return {}
    list(Order.objects.filter(id__in=order_ids).order_by("id").select_for_update().values_list("id"))
    list(OrderLine.objects.filter(order_id__in=order_ids).order_by("id").select_for_update().values_list("id"))
    return {view.order_id: view for view in reading.by_ids(order_ids=order_ids)}
