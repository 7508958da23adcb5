"""The case itself: about whom and what, the order, and each article with what was decided about it."""

from dataclasses import asdict
from typing import Any

from volte import __version__
from volte.catalogue.documents import outgoing
from volte.dossiers.sections.reader import Json, Reader
from volte.kit import ids
from volte.kit.money import Money
from volte.policy import queries as policy
from volte.policy.queries import RecordView
from volte.returns import replaying, sentences, wire
from volte.returns.rules.wear import Wear
from volte.returns.views import ItemView
from volte.runtime import shop_settings, texts

_BUYERS = ("volte_id", "customer", "shipping_address", "billing_address", "invoice", "shipping")


def about(reader: Reader) -> Json:
    """Which return, whose, how it stands, and who asked for the dossier when."""
    view, brand = reader.view, reader.settings.brand
    shop = {
        "name": brand.name,
        "handle": reader.handle,
        "country": reader.settings.country,
        "timezone": reader.settings.timezone,
        "contact": brand.support_email,
        "website": brand.website,
    }
    moments = ("requested_at", "withdrawn_at", "approved_at", "handed_over_at", "settled_at", "last_day")
    return {
        "number": view.number,
        "id": ids.public("ret", view.id),
        "made_at": wire.moment(reader.now),
        "made_by": {"kind": reader.by.kind, "name": reader.by.name},
        "volte": __version__,
        "language": reader.language,
        "shop": shop,
        "customer": {"name": view.customer_name, "email": view.email, "language": view.language},
        "erased": reader.erased,
        "order_number": view.order_number if view.gift_id is None else "",
        "status": reader.coded("dossier-status", view.status.value),
        "value": wire.money(view.value),
        "channel": view.channel,
        "method": reader.coded("logistics-method", view.method.value),
        "store": view.store,
        **{name: wire.plain(getattr(view, name)) for name in moments},
    }


def order(reader: Reader) -> Json | None:
    """The order with the lines concerned; the others are counted, and nobody's business here. Of a gift, nothing that
    says who bought it or how they paid: a dossier is handed on."""
    if reader.order is None:
        return None
    concerned = {item.line for item in reader.view.items}
    told: Json = wire.plain(outgoing.order(view=reader.order))
    told["other_lines"] = sum(1 for line in told["lines"] if line["id"] not in concerned)
    told["lines"] = [line for line in told["lines"] if line["id"] in concerned]
    if reader.view.gift_id is not None:
        told |= dict.fromkeys(_BUYERS, None) | {"id": "", "number": "", "payments": [], "refunds": [], "discounts": []}
    for one in told["shipments"]:
        one["lines"] = [units for units in one["lines"] if units["line"] in concerned]
    return told


def items(reader: Reader) -> list[Json]:
    return [_item(reader, item) for item in reader.view.items]


def appeal(reader: Reader) -> Json | None:
    """That the customer asked a person to look at a refusal again."""
    view = reader.view
    if view.appealed_at is None:
        return None
    return {"at": wire.moment(view.appealed_at), "standing": reader.coded("dossier-appeal", view.appeal.value)}


def _item(reader: Reader, item: ItemView) -> Json:
    reason = reader.settings.reason(item.reason) if item.reason else None
    counts = ("quantity", "arrived", "inspected", "passed", "settled", "rejected", "missing")
    return {
        "id": str(item.id),
        "line": item.line,
        "sku": item.sku,
        "product": item.product,
        "title": item.title,
        "reason": {
            "code": item.reason,
            "said": shop_settings.words(reason.names, reader.language) if reason else item.reason,
        },
        "fault": item.fault.value if item.fault else None,
        "comment": item.comment,
        "condition": item.condition,
        "photos": [_photo(reader, digest) for digest in item.photos],
        "deduction": _deduction(reader, item),
        "wear": [_wear(reader, found) for found in item.wear],
        "resolution": reader.coded("policy-word-resolution", item.resolution.value),
        "exchange_sku": item.exchange_sku,
        "verdict": reader.coded("dossier-verdict", item.verdict.value),
        "outcome": reader.coded("dossier-outcome", item.outcome.value),
        "counts": {name: getattr(item, name) for name in counts},
        "decision": _decision(reader, item),
        "records": [_record(each) for each in _records(item)] + _without_policy(item),
    }


def _deduction(reader: Reader, item: ItemView) -> Json | None:
    """What was taken off the refund for use, and how much of it is paid out less so far."""
    if not item.deduction:
        return None
    currency = reader.view.value.currency
    return {
        "amount": wire.money(Money(item.deduction, currency)),
        "settled": wire.money(Money(item.deducted, currency)),
        "reason": item.deduction_reason,
    }


def _wear(reader: Reader, found: Wear) -> Json:
    """What somebody at the bench said of one unit, with the photos."""
    return {
        "id": found.id,
        "unit": found.unit,
        "amount": wire.money(Money(found.amount, reader.view.value.currency)),
        "reason": found.why,
        "by": found.by,
        "standing": reader.coded("dossier-wear", found.standing.value),
        "photos": [_photo(reader, digest) for digest in found.photos],
    }


def _photo(reader: Reader, digest: str) -> Json:
    place = sum(1 for file in reader.files.stored.values() if file.what == "photo") + 1
    return {"sha256": digest, "file": reader.files.add(digest, name=f"photo-{place}", what="photo")}


def _decision(reader: Reader, item: ItemView) -> Json:
    """The sentence as the customer read it, why, and all that was kept of the decision."""
    said = item.sentence
    steps = sentences.trace(item.decision.get("reasons", []), reader.settings, reader.language)
    return {
        "shown": texts.say(said, reader.view.language) if said is not None else "",
        "said": texts.say(said, reader.language) if said is not None else "",
        "because": [asdict(step) for step in steps],
        "kept": dict(item.decision),
    }


def _without_policy(item: ItemView) -> list[Json]:
    """The record of what was decided where no goods come back: no policy is asked."""
    found = replaying.again(item.decision)
    if found is None:
        return []
    told: dict[str, Any] = {
        "decided_at": found.decided_at,
        "verdict": item.decision["verdict"],
        "basis": "",
        "policy": {"version": None, "sha256": found.policy, "published_at": None},
        "law": found.law,
        "facts": found.facts.written(),
        "rights": None,
        "trace": {"reasons": item.decision["reasons"]},
        "replay": {
            "same": found.same,
            "verdict": found.verdict,
            "differs": found.differs,
            "law_files_changed": found.law_changed,
        },
    }
    plain: Json = wire.plain(told)
    return [plain]


def _records(item: ItemView) -> list[RecordView]:
    found = [policy.record(record_id=one) for one in policy.records(subject_id=item.id)]
    return found[::-1]


def _record(kept: RecordView) -> Json:
    """What was known when it was decided, by which policy and which state of the law, and whether deciding it again
    today from the same facts comes out the same."""
    version = policy.load(version_id=kept.version_id)
    again = policy.replay(record_id=kept.id)
    told: dict[str, Any] = {
        "decided_at": kept.decided_at,
        "verdict": kept.verdict,
        "basis": kept.basis,
        "policy": {"version": version.number, "sha256": version.digest, "published_at": version.published_at},
        "law": kept.law_digest,
        "facts": kept.facts,
        "rights": kept.rights,
        "trace": kept.trace,
        "replay": {
            "same": again.same,
            "verdict": again.decision.verdict,
            "differs": again.differs,
            "law_files_changed": again.law_changed,
        },
    }
    found: Json = wire.plain(told)
    return found
