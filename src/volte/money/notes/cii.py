"""A credit note as EN 16931 wants it: Cross Industry Invoice (CII) in the profile of Factur-X, type 381.

Only what the standard can hold is written (see `obstacle`): it knows two decimals at most, one rate a row, and rounds
the tax of each rate by itself. Source: Factur-X 1.09 / ZUGFeRD 2.5, FNFE-MPE; rules EN 16931-1:2017.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as Xml

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules.credit_note import Category, Draft, Note, Paper, Party, Row, Taxed
from volte.runtime import formats

_RSM = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
_RAM = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
_UDT = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
_QDT = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
_SPACES = {"rsm": _RSM, "ram": _RAM, "udt": _UDT, "qdt": _QDT}
PROFILE = "urn:cen.eu:en16931:2017"
_CREDIT_NOTE = "381"
_SIREN, _SIRET = "0002", "0009"
_WHY = {Category.WITHIN_EU: "VATEX-EU-IC", Category.EXPORT: "VATEX-EU-G"}
# EN 16931 holds the tax of a rate to what the rate makes of its base, give or take one whole unit of the currency.
_TOLERANCE = 1
# Its rules take a rate that rounds to zero for none.
_LEAST = Fraction(1, 200)

Say = Callable[[Row], str]


def obstacle(*, draft: Draft) -> str:
    """Why this note has no file for accounting, as the end of a text id; "" where it has one."""
    if draft.paper is Paper.RECEIPT:
        return "consumer"
    if formats.in_units(Money(1, draft.currency)) < Decimal("0.01"):
        return "decimals"
    if any(len(row.rates) > 1 or (row.tax and not row.rates) or 0 < row.rate.share < _LEAST for row in draft.rows):
        return "rates"
    if any(_drift(taxed, draft.currency) > _TOLERANCE for taxed in draft.by_rate()):
        return "rounding"
    return ""


def written(*, note: Note, say: Say, terms: str) -> bytes:
    """The XML; `say` names a row in the note's language, `terms` says how the money comes back."""
    for prefix, space in _SPACES.items():
        Xml.register_namespace(prefix, space)
    root = Xml.Element(f"{{{_RSM}}}CrossIndustryInvoice")
    _context(root)
    head = _add(root, "rsm:ExchangedDocument")
    _add(head, "ram:ID", note.number)
    _add(head, "ram:TypeCode", _CREDIT_NOTE)
    _moment(_add(head, "ram:IssueDateTime"), "udt", note.issued_on)
    deal = _add(root, "rsm:SupplyChainTradeTransaction")
    for place, row in enumerate(_goods(note.draft), 1):
        _line(deal, place, row, note.draft, say)
    _agreement(deal, note.draft)
    _delivery(deal, note.draft)
    _settlement(deal, note.draft, say, terms)
    made: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _goods(draft: Draft) -> list[Row]:
    """A row above zero is a line; the others lower the whole."""
    return [row for row in draft.rows if row.gross >= 0]


def _allowances(draft: Draft) -> list[Row]:
    return [row for row in draft.rows if row.gross < 0]


def _context(root: Xml.Element) -> None:
    context = _add(root, "rsm:ExchangedDocumentContext")
    _add(_add(context, "ram:GuidelineSpecifiedDocumentContextParameter"), "ram:ID", PROFILE)


def _line(deal: Xml.Element, place: int, row: Row, draft: Draft, say: Say) -> None:
    line = _add(deal, "ram:IncludedSupplyChainTradeLineItem")
    _add(_add(line, "ram:AssociatedDocumentLineDocument"), "ram:LineID", str(place))
    product = _add(line, "ram:SpecifiedTradeProduct")
    if row.sku:
        _add(product, "ram:SellerAssignedID", row.sku)
    _add(product, "ram:Name", say(row))
    price = _add(_add(line, "ram:SpecifiedLineTradeAgreement"), "ram:NetPriceProductTradePrice")
    # The price of all units, for as many units: a price of one might have no end.
    _add(price, "ram:ChargeAmount", _units(row.net, draft.currency))
    _add(price, "ram:BasisQuantity", str(row.quantity), unitCode="C62")
    _add(_add(line, "ram:SpecifiedLineTradeDelivery"), "ram:BilledQuantity", str(row.quantity), unitCode="C62")
    settled = _add(line, "ram:SpecifiedLineTradeSettlement")
    _tax_of(_add(settled, "ram:ApplicableTradeTax"), row, draft)
    sums = _add(settled, "ram:SpecifiedTradeSettlementLineMonetarySummation")
    _add(sums, "ram:LineTotalAmount", _units(row.net, draft.currency))


def _agreement(deal: Xml.Element, draft: Draft) -> None:
    agreed = _add(deal, "ram:ApplicableHeaderTradeAgreement")
    _party(_add(agreed, "ram:SellerTradeParty"), draft.seller)
    if draft.buyer is not None:
        _party(_add(agreed, "ram:BuyerTradeParty"), draft.buyer)
    _add(_add(agreed, "ram:BuyerOrderReferencedDocument"), "ram:IssuerAssignedID", draft.bought.order_number)


def _delivery(deal: Xml.Element, draft: Draft) -> None:
    delivered = _add(deal, "ram:ApplicableHeaderTradeDelivery")
    if draft.bought.delivered_to:
        there = _add(_add(delivered, "ram:ShipToTradeParty"), "ram:PostalTradeAddress")
        _add(there, "ram:CountryID", draft.bought.delivered_to)
    supplied = _add(delivered, "ram:ActualDeliverySupplyChainEvent")
    _moment(_add(supplied, "ram:OccurrenceDateTime"), "udt", draft.bought.supplied_on)


def _settlement(deal: Xml.Element, draft: Draft, say: Say, terms: str) -> None:
    settled = _add(deal, "ram:ApplicableHeaderTradeSettlement")
    _add(settled, "ram:InvoiceCurrencyCode", draft.currency)
    for taxed in draft.by_rate():
        _tax_total(settled, taxed, draft)
    for row in _allowances(draft):
        _allowance(settled, row, draft, say)
    _add(_add(settled, "ram:SpecifiedTradePaymentTerms"), "ram:Description", terms)
    _sums(settled, draft)
    if draft.bought.invoice_number:
        before = _add(settled, "ram:InvoiceReferencedDocument")
        _add(before, "ram:IssuerAssignedID", draft.bought.invoice_number)
        if draft.bought.invoice_on is not None:
            _moment(_add(before, "ram:FormattedIssueDateTime"), "qdt", draft.bought.invoice_on)


def _tax_total(settled: Xml.Element, taxed: Taxed, draft: Draft) -> None:
    tax = _add(settled, "ram:ApplicableTradeTax")
    _add(tax, "ram:CalculatedAmount", _units(taxed.tax, draft.currency))
    _add(tax, "ram:TypeCode", "VAT")
    if taxed.category is Category.EXEMPT:
        _add(tax, "ram:ExemptionReason", draft.exemption)
    _add(tax, "ram:BasisAmount", _units(taxed.net, draft.currency))
    _add(tax, "ram:CategoryCode", taxed.category.value)
    if taxed.category in _WHY:
        _add(tax, "ram:ExemptionReasonCode", _WHY[taxed.category])
    _add(tax, "ram:RateApplicablePercent", _percent(taxed.rate))


def _allowance(settled: Xml.Element, row: Row, draft: Draft, say: Say) -> None:
    allowance = _add(settled, "ram:SpecifiedTradeAllowanceCharge")
    _add(_add(allowance, "ram:ChargeIndicator"), "udt:Indicator", "false")
    _add(allowance, "ram:ActualAmount", _units(-row.net, draft.currency))
    _add(allowance, "ram:Reason", say(row))
    _tax_of(_add(allowance, "ram:CategoryTradeTax"), row, draft)


def _sums(settled: Xml.Element, draft: Draft) -> None:
    sums = _add(settled, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")
    lines = sum(row.net for row in _goods(draft))
    lowered = -sum(row.net for row in _allowances(draft))
    _add(sums, "ram:LineTotalAmount", _units(lines, draft.currency))
    if lowered:
        _add(sums, "ram:AllowanceTotalAmount", _units(lowered, draft.currency))
    _add(sums, "ram:TaxBasisTotalAmount", _units(draft.net().amount, draft.currency))
    _add(sums, "ram:TaxTotalAmount", _units(draft.tax().amount, draft.currency), currencyID=draft.currency)
    _add(sums, "ram:GrandTotalAmount", _units(draft.gross().amount, draft.currency))
    _add(sums, "ram:DuePayableAmount", _units(draft.gross().amount, draft.currency))


def _party(party: Xml.Element, told: Party) -> None:
    french = told.country == "FR"
    if told.site and french:
        _add(party, "ram:GlobalID", told.site, schemeID=_SIRET)
    _add(party, "ram:Name", told.name)
    if told.legal:
        _add(party, "ram:Description", told.legal)
    if told.registration:
        scheme = {"schemeID": _SIREN} if french else {}
        _add(_add(party, "ram:SpecifiedLegalOrganization"), "ram:ID", told.registration, **scheme)
    address = _add(party, "ram:PostalTradeAddress")
    for name, value in (
        ("PostcodeCode", told.postcode),
        ("LineOne", told.line1),
        ("LineTwo", told.line2),
        ("CityName", told.city),
    ):
        if value:
            _add(address, f"ram:{name}", value)
    _add(address, "ram:CountryID", told.country)
    if told.vat_id:
        _add(_add(party, "ram:SpecifiedTaxRegistration"), "ram:ID", told.vat_id, schemeID="VA")
    elif told.registration:
        _add(_add(party, "ram:SpecifiedTaxRegistration"), "ram:ID", told.registration, schemeID="FC")


def _tax_of(tax: Xml.Element, row: Row, draft: Draft) -> None:
    _add(tax, "ram:TypeCode", "VAT")
    _add(tax, "ram:CategoryCode", draft.category(row=row).value)
    _add(tax, "ram:RateApplicablePercent", _percent(row.rate))


def _moment(parent: Xml.Element, space: str, day: date) -> None:
    _add(parent, f"{space}:DateTimeString", f"{day:%Y%m%d}", format="102")


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    prefix, _, local = name.partition(":")
    made = Xml.SubElement(parent, f"{{{_SPACES[prefix]}}}{local}", attributes)
    if text:
        # XML knows no control characters, and the rules take what is only spaces for missing.
        made.text = "".join(letter for letter in text if letter.isprintable()).strip() or "–"
    return made


def _units(amount: int, currency: str) -> str:
    return f"{formats.in_units(Money(amount, currency)):f}"


def _percent(rate: Rate) -> str:
    return rate.written().removesuffix(" %")


def _drift(taxed: Taxed, currency: str) -> Fraction:
    """How far the tax of a rate is from what the rate makes of its base, in whole units of the currency."""
    unit = Fraction(formats.in_units(Money(1, currency)))
    wanted = Fraction(round(abs(taxed.net) * unit * taxed.rate.share * 100), 100)
    return abs(abs(taxed.tax) * unit - wanted)
