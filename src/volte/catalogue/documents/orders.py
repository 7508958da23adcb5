"""The door for untrusted orders: JSON in, a frozen order out, or every fault with its field and reason.

Fields we do not know are ignored: shops send more than we ask.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from volte.catalogue.documents import faults, fields
from volte.catalogue.rules import bundles
from volte.catalogue.rules import order as rules
from volte.kit.address import Address
from volte.kit.words import CustomerKind, PaymentKind


def order(*, document: Mapping[str, Any]) -> rules.Order:
    """The order in a document; refuses `order_invalid` with the first fault and all of them in `problems`."""
    try:
        return _Order.model_validate(document).made()
    except ValidationError as error:
        raise faults.refusal(code="order_invalid", error=error) from None


class _Customer(fields.Part):
    id: fields.Text = ""
    email: fields.Text = ""
    name: fields.Text = ""
    kind: CustomerKind | None = None
    tags: fields.Words = ()
    vat_id: fields.VatId = ""

    def made(self) -> rules.Customer:
        return rules.Customer(**self.__dict__)


class _Invoice(fields.Part):
    number: fields.Id
    issued_on: fields.Day | None = None

    def made(self) -> rules.Invoice:
        return rules.Invoice(number=self.number, issued_on=self.issued_on)


class _Address(fields.Part):
    name: fields.Text = ""
    line1: fields.Text = ""
    line2: fields.Text = ""
    postcode: fields.ShortText = ""
    city: fields.Text = ""
    country: fields.Country = ""
    email: fields.Text = ""
    phone: fields.Text = ""

    def made(self) -> Address:
        return Address(**self.__dict__)


class _Line(fields.Part):
    id: fields.Id
    product: fields.Text = ""
    sku: fields.Text = ""
    gtin: fields.Gtin = ""
    title: fields.LongText = ""
    quantity: fields.Count
    cancelled_quantity: fields.CountOrNone = 0
    unit_price: fields.Amount
    discount: fields.Amount = 0
    taxes: Annotated[tuple[fields.Tax, ...], Field(max_length=20)] = ()
    tax_included: fields.YesNo = True
    unit_cost: fields.Amount | None = None
    category: fields.Words = ()
    tags: fields.Words = ()
    traits: fields.Words = ()
    options: Annotated[dict[fields.Word, fields.Text], Field(max_length=30)] = {}
    weight_g: fields.Grams | None = None
    image_url: fields.Url = ""
    bundle: fields.Text = ""
    bundle_weight: fields.Amount | None = None
    wraps: Annotated[tuple[fields.Id, ...], Field(max_length=100)] = ()
    seller: fields.Text = ""

    @model_validator(mode="after")
    def _cancelled_within(self) -> "_Line":
        if self.cancelled_quantity > self.quantity:
            raise PydanticCustomError("document_cancelled_above_quantity", "more cancelled than ordered")
        return self

    def made(self) -> rules.Line:
        told = dict(self.__dict__)
        told["taxes"] = tuple(tax.rate for tax in self.taxes)
        told["title"] = self.title or self.sku or self.id
        return rules.Line(**told)


class _Discount(fields.Part):
    code: fields.Text = ""
    amount: fields.Amount


class _Shipping(fields.Part):
    price: fields.Amount
    standard_price: fields.Amount | None = None
    taxes: Annotated[tuple[fields.Tax, ...], Field(max_length=20)] = ()
    tax_included: fields.YesNo = True

    def made(self) -> rules.Shipping:
        return rules.Shipping(
            price=self.price,
            standard_price=self.standard_price,
            taxes=tuple(tax.rate for tax in self.taxes),
            tax_included=self.tax_included,
        )


class _Payment(fields.Part):
    id: fields.Id
    kind: PaymentKind
    gateway: fields.ShortText = ""
    reference: fields.Text = ""
    amount: fields.Amount
    status: rules.PaymentStatus = rules.PaymentStatus.CAPTURED


class _Units(fields.Part):
    line: fields.Id
    quantity: fields.Count

    def made(self) -> rules.Units:
        return rules.Units(self.line, self.quantity)


class _Refund(fields.Part):
    id: fields.Id
    payment: fields.Text = ""
    amount: fields.Amount
    lines: Annotated[tuple[_Units, ...], Field(max_length=fields.MOST_LINES)] = ()


class _Shipment(fields.Part):
    id: fields.Id
    lines: Annotated[tuple[_Units, ...], Field(max_length=fields.MOST_LINES)] = ()
    shipped_at: fields.Moment | None = None
    delivered_at: fields.Moment | None = None


class _Order(fields.Part):
    id: fields.Id
    number: fields.Text = ""
    placed_at: fields.Moment
    channel: Annotated[fields.ShortText, Field(min_length=1)] = "online"
    country: fields.Country = ""
    currency: fields.Currency
    language: fields.Language = ""
    informed_of_withdrawal: fields.YesNo | None = None
    customer: _Customer | None = None
    shipping_address: _Address | None = None
    billing_address: _Address | None = None
    invoice: _Invoice | None = None
    lines: Annotated[tuple[_Line, ...], Field(min_length=1, max_length=fields.MOST_LINES)]
    discounts: Annotated[tuple[_Discount, ...], Field(max_length=100)] = ()
    shipping: _Shipping | None = None
    payments: Annotated[tuple[_Payment, ...], Field(max_length=100)] = ()
    refunds: Annotated[tuple[_Refund, ...], Field(max_length=500)] = ()
    shipments: Annotated[tuple[_Shipment, ...], Field(max_length=500)] = ()

    @model_validator(mode="after")
    def _ids_hold(self) -> "_Order":
        for things in (self.lines, self.payments, self.refunds, self.shipments):
            seen: set[str] = set()
            for thing in things:
                if thing.id in seen:
                    raise PydanticCustomError("document_id_twice", "{value} twice", {"value": thing.id})
                seen.add(thing.id)
        known = {line.id: line for line in self.lines}
        for line in self.lines:
            for name in line.wraps:
                if name not in known or known[name].wraps:
                    raise PydanticCustomError("document_unknown_line", "{value} is no line", {"value": name})
        for part in (part for holders in (self.refunds, self.shipments) for holder in holders for part in holder.lines):
            if part.line not in known:
                raise PydanticCustomError("document_unknown_line", "{value} is no line", {"value": part.line})
        return self

    @model_validator(mode="after")
    def _bundles_can_be_shared(self) -> "_Order":
        if any(line.bundle for line in self.lines):
            mixed = bundles.mixed(lines=[line.made() for line in self.lines])
            if mixed:
                raise PydanticCustomError("document_bundle_two_terms", "{value} in two terms", {"value": mixed})
        return self

    @model_validator(mode="after")
    def _can_be_reckoned_with(self) -> "_Order":
        listed = sum(line.unit_price * line.quantity for line in self.lines)
        if listed + (self.shipping.price if self.shipping else 0) > fields.MOST_TOTAL:
            raise PydanticCustomError("document_total_too_large", "more than {le}", {"le": fields.MOST_TOTAL})
        return self

    def made(self) -> rules.Order:
        address = self.shipping_address.made() if self.shipping_address else None
        made = rules.Order(
            id=self.id,
            number=self.number or self.id,
            placed_at=self.placed_at,
            channel=self.channel,
            country=self.country or (address.country if address else ""),
            currency=self.currency,
            language=self.language,
            informed_of_withdrawal=self.informed_of_withdrawal,
            customer=self.customer.made() if self.customer else None,
            shipping_address=address,
            billing_address=self.billing_address.made() if self.billing_address else None,
            invoice=self.invoice.made() if self.invoice else None,
            lines=tuple(line.made() for line in self.lines),
            discounts=tuple(rules.Discount(code=each.code, amount=each.amount) for each in self.discounts),
            shipping=self.shipping.made() if self.shipping else None,
            payments=tuple(rules.Payment(**payment.__dict__) for payment in self.payments),
            refunds=tuple(_refund(refund) for refund in self.refunds),
            shipments=tuple(_shipment(shipment) for shipment in self.shipments),
        )
        return bundles.spread(order=made)


def _refund(sent: _Refund) -> rules.Refund:
    return rules.Refund(id=sent.id, amount=sent.amount, payment=sent.payment, lines=_units(sent.lines))


def _shipment(sent: _Shipment) -> rules.Shipment:
    lines = _units(sent.lines)
    return rules.Shipment(id=sent.id, lines=lines, shipped_at=sent.shipped_at, delivered_at=sent.delivered_at)


def _units(sent: tuple[_Units, ...]) -> tuple[rules.Units, ...]:
    """The same line twice in one parcel is one entry."""
    together: dict[str, int] = {}
    for part in sent:
        together[part.line] = together.get(part.line, 0) + part.quantity
    return tuple(rules.Units(line, quantity) for line, quantity in together.items())
