"""Money's ports `PaymentGateway` and `HoldGateway` at the simulator."""

from urllib.parse import urlsplit

from volte.connectors.payments.simulator import setup
from volte.connectors.payments.simulator.line import HttpLine
from volte.connectors.payments.stripe.checkout import StripeCheckout
from volte.connectors.payments.stripe.holds import StripeHolds


class SimulatorCheckout(StripeCheckout):
    """The same words over the simulator's line; its pages live where it listens."""

    def __init__(self, *, configured: setup.Setup) -> None:
        parts = urlsplit(configured.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        super().__init__(line=HttpLine(setup=configured), webhook_secret=configured.webhook_secret, page_origin=origin)


def connected() -> SimulatorCheckout:
    """What `project/wiring.py` binds: the provider the settings name."""
    return SimulatorCheckout(configured=setup.configured())


def holding() -> StripeHolds:
    """What `project/wiring.py` binds for holds."""
    where = setup.configured()
    return StripeHolds(line=HttpLine(setup=where), webhook_secret=where.webhook_secret)
