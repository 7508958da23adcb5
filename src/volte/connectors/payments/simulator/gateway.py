"""Money's port `RefundGateway` at the simulator."""

from typing import Any

from volte.connectors.payments.simulator import setup
from volte.connectors.payments.simulator.line import HttpLine
from volte.connectors.payments.stripe.gateway import StripeGateway
from volte.money.ports import GatewayRequest


class SimulatorGateway(StripeGateway):
    """The same words over the simulator's line."""

    def __init__(self, *, configured: setup.Setup) -> None:
        super().__init__(line=HttpLine(setup=configured), webhook_secret=configured.webhook_secret)

    def _wish(self, request: GatewayRequest) -> dict[str, Any]:
        """With the currency, unlike Stripe: a charge nobody seeded is opened in it."""
        return {**super()._wish(request), "currency": request.amount.currency.lower()}


def connected() -> SimulatorGateway:
    """What `project/wiring.py` binds: the provider the settings name."""
    return SimulatorGateway(configured=setup.configured())
