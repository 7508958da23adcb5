"""The verbs of the catalogue; one file per kind of thing."""

from volte.catalogue.operations.exchanged import add_exchanged, settle_exchanged
from volte.catalogue.operations.forgetting import forget_customer
from volte.catalogue.operations.imports import (
    Counts,
    Progress,
    begin_import,
    finish_import,
    import_batch,
    import_past,
    move_on,
)
from volte.catalogue.operations.orders import Document, TakenIn, make_ready, take_in, take_in_batch, take_in_past
from volte.catalogue.operations.products import put_product
from volte.catalogue.operations.units import (
    Claim,
    PastClaim,
    SoldLine,
    cancel_units,
    claim_past_units,
    claim_units,
    release_units,
)
from volte.catalogue.writing import Ready

__all__ = [
    "Claim",
    "Counts",
    "Document",
    "PastClaim",
    "Progress",
    "Ready",
    "SoldLine",
    "TakenIn",
    "add_exchanged",
    "begin_import",
    "cancel_units",
    "claim_past_units",
    "claim_units",
    "finish_import",
    "forget_customer",
    "import_batch",
    "import_past",
    "make_ready",
    "move_on",
    "put_product",
    "release_units",
    "settle_exchanged",
    "take_in",
    "take_in_batch",
    "take_in_past",
]
