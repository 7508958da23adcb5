"""A credit note as paper: PDF/A-3 and tagged, with the XML of Factur-X inside where there is one."""

import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdf

from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money.notes import cii
from volte.money.rules.credit_note import Category, Draft, Note, Paper, Party, Row, Taxed
from volte.runtime import formats, paper, texts

_TEMPLATE = Path(__file__).with_name("note.typ")
_NAMED = (
    "outbound_shipping",
    "goodwill",
    "restocking_fee",
    "return_shipping_fee",
    "fees_cap",
    "ceiling",
    "deduction",
    "price_reduction",
    "reduced_before",
)
_MEANS = (Resolution.CREDIT, Resolution.EXCHANGE, Resolution.PRICE_REDUCTION)
_KEPT = b"<pdfaid:part>3</pdfaid:part>"
# Latin, Greek and Cyrillic, punctuation, currencies and arrows are drawn.
_UNDRAWN = re.compile("[^\u0000-\u052f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff]")
_STANDARDS: tuple[paper.Standard, ...] = ("a-3b", "ua-1")


def xml(*, note: Note) -> bytes | None:
    """The file for accounting; None where the standard has no room for this note (`cii.obstacle` says why)."""
    if cii.obstacle(draft=note.draft):
        return None
    language = note.draft.language
    return cii.written(note=note, say=lambda row: row_name(row=row, language=language), terms=_means(note.draft))


def pdf(*, note: Note, xml: bytes | None, brand: str, made_at: datetime) -> bytes:
    """The paper; the same note gives the same bytes."""
    told = json.dumps(_told(note, xml is not None, brand), ensure_ascii=False)
    inside = {"xml": xml.decode()} if xml else {}
    made = paper.pdf(_TEMPLATE, inputs={"note": told, **inside}, made_at=made_at, standards=_STANDARDS)
    if _KEPT not in made:
        # PDF/A forbids letters no font of ours draws. A paper to be kept ten years shows a box for them; in the file
        # for accounting they stand as they are.
        drawn = {"note": _UNDRAWN.sub("□", told), **inside}
        made = paper.pdf(_TEMPLATE, inputs=drawn, made_at=made_at, standards=_STANDARDS)
    return _as_factur_x(made) if xml else made


def row_name(*, row: Row, language: str) -> str:
    """What a row is called: the goods by their own name, the rest by its kind."""
    if row.title:
        return row.title
    return texts.say(f"note-row-{row.kind if row.kind in _NAMED else 'other'}", language)


def _told(note: Note, has_file: bool, brand: str) -> dict[str, Any]:
    draft, language = note.draft, note.draft.language

    def say(name: str, **params: Any) -> str:
        return texts.say(f"note-{name}", language, **params)

    net = draft.paper is Paper.CREDIT_NOTE
    kind = say(f"kind-{draft.paper}")
    return {
        "language": language,
        "brand": brand,
        "kind": kind,
        "title": f"{kind} {note.number}",
        "number": note.number,
        "attached": say("attached"),
        "seller": _lines(draft.seller, language),
        "buyer_word": say("buyer"),
        "buyer": [*_lines(draft.buyer, language), *_vat(draft.buyer, language)] if draft.buyer else [],
        "facts": _facts(note),
        "head": [say(f"head-{name}") for name in ("name", "quantity", "rate", "net" if net else "gross")],
        "rows": [_row(row, draft, net=net) for row in draft.rows],
        "sums": _sums(draft),
        "total": [say("total"), formats.money(draft.gross(), language)],
        "said": _said(note, has_file),
        "footer": _footer(draft.seller, language),
    }


def _facts(note: Note) -> list[tuple[str, str]]:
    bought, language = note.draft.bought, note.draft.language

    def day(value: date) -> str:
        return formats.short_day(value, language)

    def of(name: str, number: str, on: date | None) -> str:
        return texts.say(f"note-{name}-of", language, number=number, day=day(on)) if on else number

    found = [("issued", day(note.issued_on)), ("order", of("order", bought.order_number, bought.placed_on))]
    if bought.invoice_number:
        found.append(("invoice", of("invoice", bought.invoice_number, bought.invoice_on)))
    found.append(("supplied", day(bought.supplied_on)))
    return [(texts.say(f"note-{name}", language), value) for name, value in found]


def _row(row: Row, draft: Draft, *, net: bool) -> dict[str, str]:
    amount = Money(row.net if net else row.gross, draft.currency)
    return {
        "name": row_name(row=row, language=draft.language),
        "sku": row.sku,
        "quantity": formats.number(row.quantity, draft.language),
        "rate": formats.percent(row.rate, draft.language) if row.rate.share else "–",
        "amount": formats.money(amount, draft.language),
    }


def _sums(draft: Draft) -> list[tuple[str, str]]:
    language = draft.language
    found = [(texts.say("note-sum-net", language), formats.money(draft.net(), language))]
    return found + [_sum(taxed, draft) for taxed in draft.by_rate()]


def _sum(taxed: Taxed, draft: Draft) -> tuple[str, str]:
    net, tax = Money(taxed.net, draft.currency), Money(taxed.tax, draft.currency)
    if not taxed.rate.share:
        return texts.say("note-sum-no-tax", draft.language, net=net), formats.money(tax, draft.language)
    rate = formats.percent(taxed.rate, draft.language)
    return texts.say("note-sum-tax", draft.language, rate=rate, net=net), formats.money(tax, draft.language)


def _said(note: Note, has_file: bool) -> list[str]:
    """How the money comes back, why there is no tax, and what an accountant wants to know."""
    draft, language = note.draft, note.draft.language
    found = [_means(draft)]
    categories = {taxed.category for taxed in draft.by_rate()}
    if Category.EXEMPT in categories:
        found.append(draft.exemption)
    if Category.WITHIN_EU in categories:
        found.append(texts.say("note-why-within-eu", language))
    if Category.EXPORT in categories:
        found.append(texts.say("note-why-export", language))
    if draft.paper is Paper.CREDIT_NOTE:
        found.append(texts.say("note-refers", language, number=draft.bought.invoice_number))
    return [*found, texts.say("note-has-file", language)] if has_file else found


def _means(draft: Draft) -> str:
    means = draft.means if draft.means in _MEANS else Resolution.REFUND.value
    return texts.say(f"note-means-{means}", draft.language)


def _lines(party: Party, language: str) -> list[str]:
    place = f"{party.postcode} {party.city}".strip()
    return [line for line in (party.name, party.line1, party.line2, place, _country(party, language)) if line]


def _country(party: Party, language: str) -> str:
    """In French nobody writes France."""
    return "" if party.country == "FR" and language == "fr" else formats.country(party.country, language)


def _vat(party: Party, language: str) -> list[str]:
    return [texts.say("note-vat", language, number=party.vat_id)] if party.vat_id else []


def _footer(seller: Party, language: str) -> list[str]:
    numbers = [("siren" if seller.country == "FR" else "register", seller.registration)]
    numbers += [("siret", seller.site), ("vat-id", seller.vat_id)]
    told = [texts.say(f"note-{name}", language, number=number) for name, number in numbers if number]
    return [" · ".join(_lines(seller, language)), " · ".join([*([seller.legal] if seller.legal else []), *told])]


# What Factur-X wants to read before it opens the file (Factur-X 1.09, 6.3): PDF/A asks for a description of each
# property that is not its own.
_PROPERTIES = (
    ("DocumentFileName", "The name of the embedded XML document"),
    ("DocumentType", "The type of the hybrid document in capital letters, e.g. INVOICE or ORDER"),
    ("Version", "The actual version of the standard applying to the embedded XML document"),
    ("ConformanceLevel", "The conformance level of the embedded XML document"),
)
_SPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
_DESCRIBED = "".join(
    f'<rdf:li rdf:parseType="Resource"><pdfaProperty:category>external</pdfaProperty:category>'
    f"<pdfaProperty:description>{described}</pdfaProperty:description><pdfaProperty:name>{name}</pdfaProperty:name>"
    f"<pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>"
    for name, described in _PROPERTIES
)
_SCHEMA = (
    f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>'
    f"<pdfaSchema:namespaceURI>{_SPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>"
    f"<pdfaSchema:property><rdf:Seq>{_DESCRIBED}</rdf:Seq></pdfaSchema:property></rdf:li>"
)
_SAID = (
    f'<rdf:Description rdf:about="" xmlns:fx="{_SPACE}"><fx:DocumentType>INVOICE</fx:DocumentType>'
    f"<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version>"
    f"<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>"
)
_SCHEMAS_END, _END = "</rdf:Bag></pdfaExtension:schemas>", "</rdf:RDF>"


def _as_factur_x(made: bytes) -> bytes:
    """The same file with the words of Factur-X in its metadata, appended: every byte typst wrote stays as it is."""
    writer = pypdf.PdfWriter(io.BytesIO(made), incremental=True)
    metadata: Any = writer.root_object["/Metadata"].get_object()
    told = metadata.get_data().decode()
    for mark, added in ((_SCHEMAS_END, _SCHEMA), (_END, _SAID)):
        if told.count(mark) != 1:
            raise RuntimeError("the metadata of this PDF is not as it was known")
        told = told.replace(mark, added + mark)
    metadata.set_data(told.encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
