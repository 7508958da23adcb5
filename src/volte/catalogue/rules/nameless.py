"""What is left of an order when nobody may know any more who bought it?

The goods, the money and the country (which law holds, which tax) stay; the person goes: name, e-mail, addresses, tax
number, the shop's own id and tags. What kind of customer it was (a consumer, a business) stays too: it decides rights.
So does the number of the shop's invoice: it names a paper of the shop, which its books refer to.
"""

from dataclasses import replace

from volte.catalogue.rules import identity
from volte.catalogue.rules.order import Customer, Order
from volte.kit.address import Address


def nameless(*, order: Order) -> Order:
    """The same order without the person."""
    customer, address, billed = order.customer, order.shipping_address, order.billing_address
    return replace(
        order,
        customer=Customer(kind=customer.kind) if customer else None,
        shipping_address=Address(country=address.country) if address else None,
        billing_address=Address(country=billed.country) if billed else None,
    )


def recognised_by(*, customer: Customer | None) -> tuple[tuple[str, str], ...]:
    """By what an erased person would be recognised in a copy of an order: their e-mail, the shop's id for them."""
    if customer is None:
        return ()
    email = identity.normal_email(written=customer.email)
    found = (("mail", email), ("id", customer.id))
    return tuple((kind, value) for kind, value in found if value)
