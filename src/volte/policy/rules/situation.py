"""What does the law have to know of these facts?"""

from volte.law.rules.rights import Rights, rights_for
from volte.law.rules.situation import Situation
from volte.law.rules.words import Channel
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy

NOWHERE = "ZZ"
"""ISO 3166 leaves this code to its users; no country's law is found under it."""

_OPENED = frozenset({"opened", "unsealed", "seal-broken"})
_UNOPENED = frozenset({"unopened", "sealed", "new-sealed"})
_CHANNELS = frozenset(Channel)


def situation_of(*, policy: Policy, facts: Facts) -> Situation:
    """The law's view of the facts. What the order does not say of information, the policy says of all buyers."""
    order, item, request, delivery = facts.order, facts.item, facts.request, facts.delivery
    informed = order.informed if order.informed is not None else policy.informs_of_withdrawal
    return Situation(
        country=order.country or NOWHERE,
        region=order.region,
        concluded_on=order.placed_on,
        asked_on=request.asked_on,
        delivered_on=delivery.delivered_on,
        delivery_complete=delivery.complete,
        channel=Channel(order.channel) if order.channel in _CHANNELS else None,
        buyer=facts.customer.kind,
        traits=item.traits if item.traits is not None else frozenset(),
        informed=informed,
        informed_on=order.informed_on,
        return_cost_informed=order.return_cost_informed,
        seal_broken=_seal_broken(facts),
        personalised=item.personalised,
        begun_with_consent=item.begun_with_consent,
        employees=facts.customer.employees,
        outside_main_activity=facts.customer.outside_main_activity,
        fault_major=request.fault_major,
        used_months_agreed=item.used_months_agreed,
        repairs=delivery.repairs,
    )


def rights_of(*, policy: Policy, facts: Facts) -> Rights:
    """The rights the law gives for these facts."""
    return rights_for(situation_of(policy=policy, facts=facts))


def _seal_broken(facts: Facts) -> bool | None:
    if facts.request.seal_broken is not None:
        return facts.request.seal_broken
    if facts.request.condition in _OPENED:
        return True
    return False if facts.request.condition in _UNOPENED else None
