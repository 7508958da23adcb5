"""Which adapter stands behind which port: the only place that knows both."""

from django.conf import settings

from volte.connectors.mail.shelf import Shelf
from volte.connectors.mail.smtp import Smtp
from volte.connectors.payments.simulator import checkout as simulator_checkout
from volte.connectors.payments.simulator import gateway as simulator
from volte.connectors.payments.stripe import connected as stripe
from volte.connectors.webhooks.http.client import HttpCarrier
from volte.logistics import points
from volte.logistics.labels.manual import ManualCarrier
from volte.logistics.ports import DropOffPoints, LabelMaker
from volte.messages import ports as mail
from volte.money.ports import HoldGateway, PaymentGateway, RefundGateway
from volte.privacy.ports import Holder
from volte.runtime import wiring
from volte.web import holding
from volte.webhooks import operations as webhooks


def connect() -> None:
    """Bind every port. Called once per process, before the first request, job or command."""
    wiring.bind(RefundGateway, "simulator", simulator.connected)
    wiring.bind(RefundGateway, "stripe", stripe.refunds)
    if settings.STRIPE_KEY:
        wiring.bind(PaymentGateway, "stripe", stripe.payments)
        wiring.bind(HoldGateway, "stripe", stripe.holds)
    else:
        wiring.bind(PaymentGateway, "simulator", simulator_checkout.connected)
        wiring.bind(HoldGateway, "simulator", simulator_checkout.holding)
    wiring.bind(LabelMaker, "manual", ManualCarrier)
    wiring.bind(DropOffPoints, "shops", points.ShopStores)
    wiring.bind(mail.Mail, mail.OUTGOING, _mail)
    for holder in (holding.SavedSearches, holding.Drafts):
        wiring.bind(Holder, holder.name, holder)


def webhook_carrier() -> HttpCarrier:
    """Made inside the loop that uses it, so not bound like the others."""
    return HttpCarrier(allowed=webhooks.allowed())


def _mail() -> mail.Mail:
    """The shop's mail server, or the shelf where there is none (the demo's outbox page shows it)."""
    return Smtp() if settings.EMAIL_HOST else Shelf()
