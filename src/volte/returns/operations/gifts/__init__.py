"""Gifts: a code for whoever received the goods, and what they send back with it."""

from volte.returns.operations.gifts.making import make_gift_code, revoke_gift_code
from volte.returns.operations.gifts.requesting import Recipient, request_gift

__all__ = ["Recipient", "make_gift_code", "request_gift", "revoke_gift_code"]
