"""Every address that shows a person leaves a line in "who looked"; a new page has to be sorted here."""

import json
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.operations.money.test_notes import company
from tests.operations.returns.test_journey import key, react, received
from tests.web.staff_cases.conftest import DRESS, MUG, seen
from volte.api.urls import api
from volte.kit import ids
from volte.messages import queries as messages
from volte.messages.models import Mail
from volte.money import queries as money
from volte.money.notes import queries as notes
from volte.privacy.models import Look
from volte.privacy.rules.looks import What
from volte.returns import operations, photos
from volte.returns.operations import CountedUnits
from volte.returns.rules.request import WantedItem
from volte.returns.views import ReturnView
from volte.runtime import people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING
from volte.withdrawals import operations as withdrawals
from volte.withdrawals.rules.statement import Declared

# Addresses that show somebody, as they are asked for here, and what they are noted as.
SHOWN = {
    "staff/": ("?q=Camille", What.SEARCH),
    "staff/together/approval": ("?number={number}", What.CASE),
    "staff/together/refusal": ("?number={number}", What.CASE),
    "staff/returns/new/": ("?q=1001", What.ORDER),
    "staff/returns/<str:number>/": ("", What.CASE),
    **{
        f"staff/returns/<str:number>/{name}": ("", What.CASE)
        for name in (
            *(
                "approval",
                "refusal",
                "goodwill",
                "cancellation",
                "awaiting",
                "closing",
                "feedback",
                "difference",
                "found",
            ),
            *("messages", "notes", "refunds/<uuid:refund_id>/attempt", "refunds/<uuid:refund_id>/payout"),
            "refunds/<uuid:refund_id>/transfer",
            *("photos/<slug:digest>", "label.pdf"),
            *("objection/repayment", "objection/upholding"),
            *("items/<int:place>/deduction", "items/<int:place>/reduction"),
            *("hold/release", "hold/charge", "hold/more-time", "hold/seen"),
        )
    },
    **{
        f"staff/outbox/<uuid:mail_id>/{name}": ("", What.CASE)
        for name in ("", "letter", "dispatch", "attachments/<slug:digest>")
    },
    **{f"staff/withdrawals/<str:number>/{name}": ("", What.ORDER) for name in ("", "recognition", "answer")},
    r"staff/withdrawals/(?P<number>[^/]+)/file\.(?P<kind>pdf|json)$": ("", What.ORDER),
    **{f"staff/returns/<str:number>/dossier.{kind}": ("?language=en", What.DOSSIER) for kind in ("zip", "pdf", "json")},
    **{f"api/v1/returns/{{{{return_id}}}}/dossier{kind}": ("", What.DOSSIER) for kind in ("", ".pdf", ".zip")},
    "staff/parcels/<uuid:unit_id>/": ("?q=camille@example.com", What.SEARCH),
    "staff/parcels/<uuid:unit_id>/resolution": ("?return={number}", What.CASE),
    "staff/privacy/people/<str:ref>/": ("", What.PERSON),
    "staff/privacy/people/<str:ref>/erasure": ("?sure", What.PERSON),
    "api/v1/orders": ("?number=1001", What.ORDER),
    "api/v1/orders/{{external_id}}": ("", What.ORDER),
    "api/v1/returns": ("", What.CASE),
    "api/v1/returns/{{return_id}}": ("", What.CASE),
    **{
        f"api/v1/withdrawals{part}": ("", What.ORDER)
        for part in ("", "/{{withdrawal_id}}", "/{{withdrawal_id}}/receipt.pdf")
    },
    "api/v1/returns/{{return_id}}/timeline": ("", What.CASE),
    "api/v1/returns/{{return_id}}/deadlines": ("", What.CASE),
    "api/v1/returns/{{return_id}}/label.pdf": ("", What.CASE),
    "staff/finance/credit-notes/": ("", What.ORDER),
    r"staff/finance/credit-notes/(?P<note>[^/.]+)\.(?P<kind>pdf|xml)$": ("", What.ORDER),
    **{f"api/v1/credit-notes{part}": ("", What.ORDER) for part in ("", "/{{note_id}}", "/{{note_id}}.pdf")},
}
# Businesses alone have one: tests/api/test_credit_notes.py looks whether it leaves a line.
LOOKED_AT_THERE = {"api/v1/credit-notes/{{note_id}}.xml"}
# A file of transfers has to be made first: tests/api/test_transfers.py looks.
LOOKED_AT_THERE |= {"staff/finance/transfers/<uuid:batch_id>/file.xml", "api/v1/transfer-batches/{{batch_id}}.xml"}
# Only a case with a difference to pay has them: tests/web/staff_cases/test_acts.py opens both.
LOOKED_AT_THERE |= {f"staff/returns/<str:number>/{act}" for act in ("waiver", "instead")}
# Names stand there, of many at once, and it is nobody's file: see `privacy.looking`.
LISTS = {"staff/outbox/", "staff/feedback/", "staff/withdrawals/"}
# Without the name or the words of anybody who buys; or a form, or done by POST only.
NOBODY = {
    *(
        "staff/views/",
        "staff/views/<uuid:view>/removal",
        "staff/parcels/",
        "staff/privacy/",
        "staff/privacy/retention/",
    ),
    *("staff/privacy/erasures/<uuid:erasure_id>/", "staff/privacy/erasures/<uuid:erasure_id>/withdrawal"),
    *("staff/audit/", "staff/privacy/people/<str:ref>/archive", "staff/design/"),
    *("api/v1/refunds", "api/v1/credits/{{code}}", "api/v1/events", "api/v1/privacy/erasures/{{erasure_id}}"),
    *("api/v1/webhooks", "api/v1/webhooks/{{webhook_id}}", "api/v1/webhooks/{{webhook_id}}/deliveries"),
    "api/v1/webhooks/{{webhook_id}}/deliveries/{{delivery_id}}",
    *("api/v1/policy", "api/v1/policy/google-merchant", "api/v1/deadlines"),
    *("api/v1/credit-notes/e-reporting", "api/v1/ledger/fec", "api/v1/ledger/postings.csv"),
    *("api/v1/finance/days", "api/v1/finance/open"),
    *("api/v1/discrepancies", "api/v1/reconciliations", "api/v1/reconciliations/{{reconciliation_id}}"),
    *("staff/finance/credit-notes/e-reporting.csv", "staff/finance/differences/", "staff/finance/differences/look"),
    "staff/finance/differences/<uuid:discrepancy_id>/<slug:what>",
    # Numbers of returns and sums, no names.
    *("staff/finance/", "staff/finance/closings", "staff/finance/fec"),
    *("staff/finance/books/", "staff/finance/books/check"),
    *("staff/finance/postings.csv", "staff/finance/refunds-by-day.csv"),
    *("staff/finance/credits/", "staff/finance/credits/<str:credit>/", "staff/finance/credits/<str:credit>/block"),
    "staff/finance/credits/<str:credit>/opening",
    *("api/v1/transfers", "api/v1/transfer-batches", "api/v1/transfer-batches/{{batch_id}}"),
    *("staff/finance/transfers/", "staff/finance/transfers/<uuid:batch_id>/", "staff/finance/transfers/batches"),
    *(f"staff/finance/transfers/<uuid:batch_id>/{act}" for act in ("execution", "cancellation")),
    "staff/finance/transfers/<uuid:batch_id>/rejections/<uuid:refund_id>",
    "staff/finance/transfers/by-hand/<uuid:refund_id>",
    "api/v1/returns/{{return_id}}/hold",
    # Goods and codes, of nobody by name.
    "api/v1/orders/{{external_id}}/gift-codes",
}
# Whole houses where no customer lives: the team's accounts and settings, counted facts, goods at the bench.
HOUSES = ("staff/settings/", "staff/insights/", "staff/login/", "staff/logout/", "staff/password/", "staff/account/")
HOUSES = (*HOUSES, "floor/", "staff/policy/", "staff/deadlines/")


def _pages(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        address = before + str(one.pattern).removeprefix("^")
        if isinstance(one, URLPattern):
            yield address
        else:
            yield from _pages(one, address)


def _addresses() -> set[str]:
    """Every page of staff and floor, and every GET of the API with its parts in double braces."""
    pages = {page for page in _pages(get_resolver()) if page.startswith(("staff/", "floor/"))}
    described = json.loads(json.dumps(api.get_openapi_schema()))["paths"]
    calls = {path.lstrip("/") for path, verbs in described.items() if "get" in verbs}
    return pages | {call.replace("{", "{{").replace("}", "}}") for call in calls}


def test_every_address_is_sorted() -> None:
    known = {*SHOWN, *LISTS, *NOBODY, *LOOKED_AT_THERE}
    found = {one for one in _addresses() if not one.startswith(HOUSES)}
    assert found - known == set(), "a new address: does it show a person? Note it (privacy.looking), and sort it here"
    assert known - found == set(), "these are gone"


@pytest.fixture
def parts(owner: Actor, asked: Callable[..., ReturnView]) -> dict[str, str]:
    """What stands in the addresses: a return that waits, its photo, a mail, a refund, a thing without a return."""
    company(owner, notes_from="2020-01-01")
    with tenancy.entered(owner.shop_id):
        digest = photos.keep(_PICTURE).digest
    view = asked(WantedItem(line=DRESS.line, quantity=1, reason="too-small", photos=(digest,)))
    ended = asked(MUG)
    box = received(owner, seen(owner, ended.id))
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=())
    blind = operations.receive(by=owner, code="8R00042FR", location=None, units=[CountedUnits(sku="TASSE")])
    said = Declared("Camille Martin", "#1001", "camille@example.com", "fr", whole=False, words="La tasse.")
    declared = withdrawals.declare(by=Actor.visitor(owner.shop_id, language="fr"), declared=said)
    react()
    operations.give_feedback(by=key(owner), return_id=ended.id, score=1)
    with tenancy.entered(owner.shop_id):
        mail, refund = messages.mails_of(subject_id=ended.id)[0], money.refunds(subject_id=ended.id)[0]
        note = ids.public("cno", notes.notes(limit=1)[0].id)
        Mail.objects.filter(id=mail.id).update(attachments=[digest], attachment_names=["photo.png"])
    return {
        "number": view.number,
        "ended": ended.number,
        "withdrawal": declared.statement.number,
        "<slug:digest>": digest,
        "<uuid:mail_id>": str(mail.id),
        "<uuid:refund_id>": str(refund.id),
        "<uuid:unit_id>": str(blind.arrival.units[0].id),
        "<str:ref>": ids.public("ret", view.id),
        "{{return_id}}": ids.public("ret", ended.id),
        "{{external_id}}": "1001",
        "{{note_id}}": note,
        "<int:place>": "0",
        "{{withdrawal_id}}": ids.public("wdr", declared.statement.id),
    }


_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000"
    "00907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def _filled(address: str, parts: dict[str, str]) -> str:
    """The return that ended has refunds, a label and an opinion; the photo and all else are of the one that waits."""
    ended = any(word in address for word in ("refund_id", "label.pdf", "feedback"))
    number = "ended" if ended else "number"
    number = "withdrawal" if "withdrawals" in address else number
    filled = address.replace("<str:number>", parts[number]).replace("(?P<number>[^/]+)", parts[number])
    filled = filled.replace(r"\.(?P<kind>pdf|json)$", ".json")
    filled = filled.replace(r"(?P<note>[^/.]+)\.(?P<kind>pdf|xml)$", parts["{{note_id}}"] + ".pdf")
    for name, value in parts.items():
        filled = filled.replace(name, value) if name.startswith(("<", "{{")) else filled
    return f"/{filled}"


@pytest.mark.usefixtures("gateway")
def test_each_address_that_shows_a_person_leaves_a_line(
    owner: Actor, boss: Client, parts: dict[str, str], order: UUID
) -> None:
    secret = people.make_key(by=owner, name="ERP", permissions=EVERYTHING).secret
    program = Client(headers={"Authorization": f"Bearer {secret}"})
    for address, (query, what) in SHOWN.items():
        with tenancy.entered(owner.shop_id):
            Look.objects.all().delete()
        asked_for = _filled(address, parts) + query.format(number=parts["number"])
        answer: HttpResponse = (program if address.startswith("api/") else boss).get(asked_for)  # type: ignore[assignment]
        shown = b"".join(answer)
        assert answer.status_code == 200, (asked_for, shown[:300])
        with tenancy.entered(owner.shop_id):
            noted = list(Look.objects.filter(what=what.value, subject_id__isnull=False))
        assert noted, f"{asked_for} shows somebody and leaves no line"
        assert {look.times for look in noted} == {1}, asked_for


def test_what_is_asked_by_post_leaves_one_too(owner: Actor, order: UUID) -> None:
    secret = people.make_key(by=owner, name="ERP", permissions=EVERYTHING).secret
    program = Client(headers={"Authorization": f"Bearer {secret}"})
    for path, sent, what in (("erasures", {"preview": True}, What.PERSON), ("exports", {}, What.EXPORT)):
        body = {"email": "camille@example.com", **sent}
        answer = program.post(f"/api/v1/privacy/{path}", json.dumps(body), content_type="application/json")
        assert answer.status_code == 200
        with tenancy.entered(owner.shop_id):
            assert Look.objects.filter(what=what.value).exclude(person="").count() == 1


def test_what_stands_on_a_page_counts_with_it(boss: Client, owner: Actor, parts: dict[str, str]) -> None:
    case = f"/staff/returns/{parts['number']}/"
    for page in (case, f"{case}photos/{parts['<slug:digest>']}"):
        assert boss.get(page).status_code == 200
    with tenancy.entered(owner.shop_id):
        assert [look.times for look in Look.objects.all()] == [1]
