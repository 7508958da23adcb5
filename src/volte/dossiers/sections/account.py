"""Money: what was promised line by line, each refund with every call of the payment provider, and the books."""

from collections.abc import Sequence

from volte.dossiers.sections.reader import Json, Reader
from volte.money import accounts
from volte.money import queries as money
from volte.money.accounts import AttemptView
from volte.money.queries import RefundView
from volte.money.rules import ledger
from volte.returns import wire
from volte.returns.views import SettlementView
from volte.runtime import texts


def money_of(reader: Reader) -> Json:
    """All four: settlements, refunds, credits, entries of the ledger."""
    subject = reader.view.id
    calls = accounts.attempts(subject_id=subject)
    return {
        "settlements": [_settlement(reader, made) for made in reader.settlements],
        "refunds": [_refund(reader, one, calls) for one in money.refunds(subject_id=subject)],
        "credits": [
            {
                "base": wire.money(one.base),
                "bonus": wire.money(one.bonus),
                "issued_at": wire.moment(one.issued_at),
                "expires_at": wire.plain(one.expires_at),
                "code_ends_in": one.code[-4:],
            }
            for one in money.credits(subject_id=subject)
        ],
        "ledger": [
            {
                "entry": str(one.id),
                "kind": one.kind,
                "said": _entered(reader, one.kind),
                "at": wire.moment(one.at),
                "postings": [
                    {"account": account, "said": reader.coded("money-account", account)["said"], **wire.money(amount)}
                    for account, amount in one.postings
                ],
            }
            for one in accounts.entries(subject_id=subject)
        ],
    }


def _entered(reader: Reader, kind: str) -> str:
    """What an entry writes down; one that takes another back says which."""
    plain = kind.removesuffix(ledger.TAKEN_BACK)
    said = reader.coded("money-entry", plain)["said"]
    return said if plain == kind else texts.say("money-entry-taken-back", reader.language, entry=said)


def _settlement(reader: Reader, made: SettlementView) -> Json:
    """Kind, units, amount and lines are what the step of the settlement vouches for."""
    return {
        "id": str(made.id),
        "kind": made.kind,
        "said": reader.say(f"settled-{made.kind}".replace("_", "-")),
        "units": dict(made.units),
        "amount": made.amount.amount,
        "currency": made.amount.currency,
        "lines": [[kind, amount.amount] for kind, amount, _ in made.lines],
        "told": [
            {"said": texts.say(why, reader.language), "amount": wire.money(amount)} for _, amount, why in made.lines
        ],
        "made_at": wire.moment(made.made_at),
    }


def _consent(one: RefundView) -> Json | None:
    """Who agreed to another way, when, and to which words."""
    if one.consent is None:
        return None
    return {"given_by": one.consent.given_by.value, "words": one.consent.words, "at": wire.plain(one.consent_at)}


def _refund(reader: Reader, one: RefundView, calls: Sequence[AttemptView]) -> Json:
    told = {
        "id": one.id,
        "amount": one.amount,
        "status": reader.coded("money-status", one.status.value),
        "route": reader.coded("money-route", one.route.value),
        "paid_with": reader.coded("money-kind", one.payment_kind.value),
        "payment": one.payment,
        "gateway": one.gateway,
        "gateway_refund": one.gateway_refund,
        "failure": one.failure,
        "redirected_from": one.redirected_from,
        "consent": _consent(one),
        "planned_at": one.planned_at,
        "changed_at": one.changed_at,
        "attempts": [
            {
                "number": call.number,
                "key": call.key,
                "started_at": call.started_at,
                "finished_at": call.finished_at,
                "outcome": call.outcome,
                "said": reader.coded("money-status", call.outcome)["said"],
                "code": call.code,
            }
            for call in calls
            if call.refund_id == one.id
        ],
    }
    found: Json = wire.plain(told)
    return found
