"""Cases without goods that come back: what never arrived, and what has not left."""

from volte.returns.operations.without_goods.found import record_found
from volte.returns.operations.without_goods.inquiries import end_inquiry
from volte.returns.operations.without_goods.opening import cancel_units, claim_missing, weigh

__all__ = ["cancel_units", "claim_missing", "end_inquiry", "record_found", "weigh"]
