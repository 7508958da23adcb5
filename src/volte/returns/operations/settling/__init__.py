"""What is due is promised, once; and what somebody gives on top of it."""

from volte.returns.operations.settling.deducting import deduct
from volte.returns.operations.settling.due import due_units, finish, is_due, settle_due
from volte.returns.operations.settling.gestures import goodwill

__all__ = ["deduct", "due_units", "finish", "goodwill", "is_due", "settle_due"]
