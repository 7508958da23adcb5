"""The online withdrawal function (Directive 2011/83/EU art. 11a): two steps, no login, no reason asked.

Nothing is kept between the steps: the second one carries what was said in the first. A page never tells whether an
order exists, unless its number comes with the e-mail address it was placed with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles, identity
from volte.catalogue.rules.order import LineView
from volte.kit import ids
from volte.kit.errors import NotFound, Refused, TooMany
from volte.law.rules import functions
from volte.runtime import clock, files, tenancy, texts, throttle, visitors
from volte.runtime.actor import Actor
from volte.web.shared import here, refusals
from volte.withdrawals import links, operations, papers, queries
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules import statement
from volte.withdrawals.rules.statement import Declared

# Beyond these a statement is recorded all the same; only its receipt waits for a second click.
WITHIN = timedelta(hours=1)
PER_VISITOR = 8
PER_ADDRESS = 5
# Looking up orders counts together with the front page of the portal.
LOOKUPS_WITHIN = timedelta(minutes=10)
LOOKUPS_PER_VISITOR = 30
LOOKUPS_PER_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Line:
    """An article that can be chosen."""

    ref: str
    title: str
    detail: str
    picture: str
    most: int
    quantity: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """What was said so far, as it was typed. `articles` are the ticked lines and how many of each."""

    declared: Declared
    articles: Mapping[str, int]
    wrong: tuple[str, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: here.PageRequest) -> HttpResponse:
    """Both steps: `do` says whether the first is looked at again (`edit`), checked, or confirmed."""
    if request.method != "POST":
        return _first(request, _Form(Declared("", "", "", request.language), {}))
    form, act = _read(request), request.POST.get("do", "check")
    if act == "edit":
        return _first(request, form)
    lines = _lines(request, form)
    faults = _faults(form, known=bool(lines))
    if faults:
        return _first(request, form, faults=faults)
    if act != "confirm":
        return _second(request, form, lines)
    if not form.declared.whole and lines and not form.articles and not form.declared.words:
        return _second(request, form, lines, fault="articles")
    return _confirm(request, form, lines)


@require_safe
def receipt(request: here.PageRequest, *, token: str) -> HttpResponse:
    """The receipt, for whoever has its link."""
    return _receipt(request, _opened(request, token), token)


@require_POST
def confirmation(request: here.PageRequest, *, token: str) -> HttpResponse:
    """The second click that sends a receipt which waited."""
    said = _opened(request, token)
    operations.confirm(by=_visitor(request), withdrawal_id=said.id)
    return HttpResponseRedirect(reverse("withdrawal_receipt", args=[token]), status=HTTPStatus.SEE_OTHER)


@require_safe
def receipt_file(request: here.PageRequest, *, token: str, kind: str) -> HttpResponse:
    """The receipt as PDF, or the statement itself as it was hashed."""
    said = _opened(request, token)
    digest, media_type = (said.receipt, "application/pdf") if kind == "pdf" else (said.digest, "application/json")
    with tenancy.entered(request.shop.id):
        content = files.read(digest)
    return _file(content, media_type, f"{said.number}.{kind}")


@require_safe
def model_form(request: here.PageRequest) -> HttpResponse:
    """The model form of the law, for whoever prefers paper."""
    form = papers.form(settings=request.shop.settings, language=request.language)
    return render(request, "public/withdrawal/form.html", {"form": form})


@require_safe
def model_form_pdf(request: here.PageRequest) -> HttpResponse:
    made = papers.form_pdf(settings=request.shop.settings, language=request.language, made_at=clock.now())
    return _file(made, "application/pdf", texts.say("withdrawal-page-form-file", request.language))


def _read(request: here.PageRequest) -> _Form:
    given = request.POST
    part = given.get("scope", "whole") == "part"
    declared = Declared(
        name=given.get("name", ""),
        contract=given.get("contract", ""),
        email=given.get("email", ""),
        language=request.language,
        whole=not part,
        words=given.get("words", "") if part else "",
    )
    articles, wrong = {}, []
    for line in given.getlist("line") if part else ():
        written = given.get(f"quantity-{line}", "1").strip()
        number = int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else 0
        articles[line] = number
        wrong += [line] if number < 1 else []
    return _Form(statement.tidy(declared), articles, tuple(wrong))


def _lines(request: here.PageRequest, form: _Form) -> tuple[Line, ...]:
    """The articles of the order, for who knows its number and its e-mail address; none for everybody else, and none
    for somebody who looks up too many."""
    said = form.declared
    if not said.contract or not said.email or statement.too_long(said) or not _may_look(request, said.contract):
        return ()
    with tenancy.entered(request.shop.id):
        found = catalogue.find(number=said.contract, email_or_postcode=said.email)
        order = catalogue.order(order_id=found) if found is not None else None
    if order is None or identity.normal_email(written=order.email) != identity.normal_email(written=said.email):
        return ()
    shown = (line for line in bundles.goods(lines=order.lines) if line.quantity - line.cancelled_quantity > 0)
    return tuple(_line(line, form.articles) for line in shown)


def _line(line: LineView, chosen: Mapping[str, int]) -> Line:
    bought = line.quantity - line.cancelled_quantity
    wanted = chosen.get(line.id, 1)
    options = " · ".join(line.options.values())
    title = line.title or line.sku or line.id
    return Line(line.id, title, options, line.image_url, bought, max(1, min(wanted, bought)), line.id in chosen)


def _may_look(request: here.PageRequest, contract: str) -> bool:
    shop, tidy = request.shop.id.hex, ids.tidy_number(contract)
    limits = (
        ("portal-visitor", visitors.counted_as(request), LOOKUPS_PER_VISITOR),
        ("portal-number", tidy, LOOKUPS_PER_NUMBER),
    )
    return not _often(shop, limits, LOOKUPS_WITHIN)


def _often(shop: str, limits: tuple[tuple[str, str, int], ...], within: timedelta) -> bool:
    """Is any of these counts above its limit? Each is counted."""
    found = False
    for what, who, limit in limits:
        try:
            throttle.count(what=what, who=f"{shop} {who}", limit=limit, within=within)
        except TooMany:
            found = True
    return found


def _faults(form: _Form, *, known: bool) -> dict[str, str]:
    """Text ids by field. Which articles is asked in the second step where the order shows them."""
    said = form.declared
    found = {name: f"withdrawal-page-{name}-missing" for name in statement.missing(said)}
    if known or form.articles:
        found.pop("words", None)
    for name in statement.too_long(said):
        found[name] = "withdrawal-page-too-long"
    if said.email and "email" not in found:
        try:
            validate_email(said.email)
        except ValidationError:
            found["email"] = "withdrawal-page-email-invalid"
    return found


def _first(request: here.PageRequest, form: _Form, *, faults: Mapping[str, str] | None = None) -> HttpResponse:
    language, said = request.language, form.declared
    written = {
        name: texts.say(fault, language, most=statement.LONGEST[name], now=len(getattr(said, name)))
        if fault.endswith("too-long")
        else texts.say(fault, language)
        for name, fault in (faults or {}).items()
    }
    context = {
        "said": said,
        "labels": functions.labels(language),
        "faults": written,
        "summary": [{"id": name, "text": sentence} for name, sentence in written.items()],
        "longest": statement.LONGEST,
        "articles": form.articles.items(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if written else HTTPStatus.OK
    return _private(render(request, "public/withdrawal/first.html", context, status=status))


def _second(
    request: here.PageRequest, form: _Form, lines: tuple[Line, ...], *, fault: str = "", refused: Refused | None = None
) -> HttpResponse:
    said = form.declared
    context = {
        "said": said,
        "labels": functions.labels(request.language),
        "sentence": papers.sentence(said),
        "lines": lines,
        "fault": texts.say("withdrawal-page-articles-missing", request.language) if fault else "",
        "refused": refused,
    }
    status = refusals.status_of(refused) if refused else HTTPStatus.OK
    if fault:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _private(render(request, "public/withdrawal/second.html", context, status=int(status)))


def _confirm(request: here.PageRequest, form: _Form, lines: tuple[Line, ...]) -> HttpResponse:
    limits = (
        ("withdrawal-visitor", visitors.counted_as(request), PER_VISITOR),
        ("withdrawal-address", identity.normal_email(written=form.declared.email), PER_ADDRESS),
    )
    try:
        made = operations.declare(
            by=_visitor(request),
            declared=form.declared,
            lines=form.articles,
            held=_often(request.shop.id.hex, limits, WITHIN),
        )
    except Refused as refused:
        return _second(request, form, lines, refused=refused)
    token = links.token(shop_id=request.shop.id, withdrawal_id=made.statement.id)
    again = "?again=1" if made.again else ""
    address = reverse("withdrawal_receipt", args=[token])
    return HttpResponseRedirect(f"{address}{again}", status=HTTPStatus.SEE_OTHER)


def _receipt(request: here.PageRequest, said: WithdrawalView, token: str) -> HttpResponse:
    context = {
        "view": said,
        "token": token,
        "facts": papers.facts(replace(said, declared=replace(said.declared, language=request.language))),
        "sentence": papers.sentence(said.declared),
        "part": papers.part(said.declared),
        "again": "again" in request.GET,
    }
    return _private(render(request, "public/withdrawal/receipt.html", context))


def _opened(request: here.PageRequest, token: str) -> WithdrawalView:
    shop_id, withdrawal_id = links.opened(written=token)
    if shop_id != request.shop.id:
        raise NotFound("link_forged")
    with tenancy.entered(request.shop.id):
        said = queries.by_id(withdrawal_id=withdrawal_id)
    if said.emptied:
        raise NotFound("withdrawal_unknown")
    return said


def _visitor(request: here.PageRequest) -> Actor:
    return Actor.visitor(request.shop.id, language=request.language)


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    """What somebody declares stays out of caches and out of other sites' referrers."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
