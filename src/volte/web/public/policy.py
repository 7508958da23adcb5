"""The shop's return policy for everybody to read, and the same for programs: what the shop promises, and beside it what
the law gives anyway.

Both come from where decisions come from: the published version and the law's provisions. So neither can promise what a
decision would not keep.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Method
from volte.policy import publishing, queries
from volte.policy.publishing import Publication
from volte.policy.rules.model import MethodTerm
from volte.policy.rules.telling.rights import Place
from volte.policy.rules.telling.statements import Part, Statement
from volte.policy.rules.words import Field
from volte.runtime import clock, tenancy
from volte.web.shared import here

# A hundred cases are looked through by whoever has one of them: the first few stand open.
_SHOWN = 6
_KEPT_SECONDS = 3600
_REFUND = (Field.REFUND_AT, Field.REFUND_SHIPPING, Field.RESTOCKING_FEE, Field.EXCHANGE_FEE)
_ASKED = (Field.SEND_WITHIN, Field.APPROVAL, Field.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Way:
    """One way back and what it costs: a price, nothing, or the customer's own postage."""

    name: Message
    price: Money | None
    cost: Message


@dataclass(frozen=True, slots=True)
class Group:
    """Cases of one kind: the `first` few, and the `rest`."""

    title: Message
    first: tuple[Statement, ...]
    rest: tuple[Statement, ...]


@require_safe
def page(request: here.PageRequest) -> HttpResponse:
    """`/s/<shop>/policy`; refuses `policy_none_in_force` for a shop that has published none."""
    now = clock.now()
    with tenancy.entered(request.shop.id):
        publication, planned = publishing.in_force(at=now), queries.coming(at=now)
    data = [_script(one) for one in publication.json_ld()]
    return _page(request, publication, data=data, coming=planned[0] if planned else None)


@require_safe
def coming(request: here.PageRequest) -> HttpResponse:
    """`/s/<shop>/policy/coming`: the next one, as it will read on its first day; refuses `policy_none_planned`."""
    with tenancy.entered(request.shop.id):
        planned = queries.coming(at=clock.now())
        if not planned:
            raise NotFound("policy_none_planned")
        publication = publishing.of_shop(version=planned[0], at=planned[0].valid_from)
    return _page(request, publication, early=True)


def _page(request: here.PageRequest, publication: Publication, **more: Any) -> HttpResponse:
    terms, told = publication.policy.terms, publication.told
    context = {
        "publication": publication,
        "closed": not terms.accept,
        "how_long": told.terms[Field.WINDOW],
        "ways": [_way(term) for term in terms.methods],
        "gets": told.terms[Field.RESOLUTIONS] + (told.terms[Field.CREDIT_BONUS] if terms.credit_bonus.share else ()),
        "refund": [one for field in _REFUND for one in told.terms.get(field, ())],
        "asked": [
            one for field in _ASKED for one in told.terms[field] if field is not Field.EVIDENCE or terms.evidence
        ],
        "groups": _groups(publication),
        "places": [(place, _open(place, request, publication)) for place in publication.places],
        **more,
    }
    return render(request, "public/policy.html", context)


@require_safe
def document(request: here.PageRequest) -> HttpResponse:
    """`/.well-known/return-policy.json`: the whole policy for programs, from anywhere on the web."""
    now = clock.now()
    with tenancy.entered(request.shop.id):
        written, planned = publishing.document(at=now), queries.coming(at=now)
    # Nobody keeps it past the midnight at which another one begins.
    ends = int((planned[0].valid_from - now).total_seconds()) if planned else _KEPT_SECONDS
    response = HttpResponse(written.content, content_type="application/json")
    response["ETag"] = written.etag
    response["Cache-Control"] = f"public, max-age={min(_KEPT_SECONDS, ends)}"
    response["Access-Control-Allow-Origin"] = "*"
    return get_conditional_response(request, etag=written.etag, response=response) or response


def _way(term: MethodTerm) -> Way:
    free = term.price is not None and not term.price
    cost = "own" if term.price is None else "free" if free else "price"
    if term.method is Method.KEEP:
        cost = "nothing"
    name = message(f"logistics-method-{term.method}".replace("_", "-"))
    return Way(name, term.price, message(f"policy-page-cost-{cost}"))


def _groups(publication: Publication) -> list[Group]:
    found = []
    for part in Part:
        cases = publication.told.of_part(part)
        if cases:
            title = message(f"policy-page-part-{_title(part, cases, publication)}")
            # One more is no reason to hide it.
            shown = len(cases) if len(cases) <= _SHOWN + 1 else _SHOWN
            found.append(Group(title, cases[:shown], cases[shown:]))
    return found


def _title(part: Part, cases: tuple[Statement, ...], publication: Publication) -> str:
    if part is not Part.ACCEPTED:
        return part.value
    rules = publication.policy.rules
    takes = any(rules[each.place - 1].then[Field.ACCEPT] for each in cases)
    return "taken" if takes else "refused"


def _open(place: Place, request: here.PageRequest, publication: Publication) -> bool:
    """The law of the shop's own country stands open, or the only one."""
    return len(publication.places) == 1 or place.code == request.shop.settings.country


def _script(value: object) -> SafeString:
    """JSON that may stand inside a page: nothing in it can end its element."""
    written = json.dumps(value, ensure_ascii=False)
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(written)  # noqa: S308  # every sign that could end the element was replaced
