"""What does Stripe call an amount of ours? Minor units as in ISO 4217, but for a few currencies.

Króna and shilling have no cents in the world and two digits there; the ariary is the other way round; and where a
currency has thousandths, the last digit must be a zero. What cannot be said is refused here, before anybody rounds.
"""

from volte.kit.money import Money

_HUNDREDFOLD = frozenset({"ISK", "UGX"})
_HUNDREDTH = frozenset({"MGA"})
_ENDS_IN_ZERO = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})


class Unsayable(Exception):
    """Stripe cannot move exactly this amount."""


def told(amount: Money) -> int:
    """Our amount in Stripe's units; raises Unsayable."""
    if amount.currency in _HUNDREDFOLD:
        return amount.amount * 100
    step = 100 if amount.currency in _HUNDREDTH else 10 if amount.currency in _ENDS_IN_ZERO else 1
    if amount.amount % step:
        raise Unsayable(f"{amount.amount} {amount.currency} is no multiple of {step}")
    return amount.amount // 100 if amount.currency in _HUNDREDTH else amount.amount


def heard(units: int, currency: str) -> Money:
    """Stripe's units as our amount; raises Unsayable for a part of a króna."""
    name = currency.upper()
    if name in _HUNDREDTH:
        return Money(units * 100, name)
    if name not in _HUNDREDFOLD:
        return Money(units, name)
    whole, rest = divmod(units, 100)
    if rest:
        raise Unsayable(f"{units} {name} is no whole amount")
    return Money(whole, name)
