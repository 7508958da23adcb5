"""What `project/wiring.py` binds: Stripe as the settings name it."""

from volte.connectors.payments.stripe import setup
from volte.connectors.payments.stripe.checkout import StripeCheckout
from volte.connectors.payments.stripe.gateway import StripeGateway
from volte.connectors.payments.stripe.holds import StripeHolds
from volte.connectors.payments.stripe.sdk import SdkLine


def refunds() -> StripeGateway:
    where = setup.configured()
    return StripeGateway(line=SdkLine(setup=where), webhook_secret=where.webhook_secret)


def payments() -> StripeCheckout:
    where = setup.configured()
    return StripeCheckout(line=SdkLine(setup=where), webhook_secret=where.webhook_secret, page_origin=where.page_origin)


def holds() -> StripeHolds:
    where = setup.configured()
    return StripeHolds(line=SdkLine(setup=where), webhook_secret=where.webhook_secret)
