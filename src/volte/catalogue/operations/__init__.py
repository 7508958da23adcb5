"""The verbs of the catalogue; one file per kind of thing."""

from volte.catalogue.operations.imports import Counts, Progress, begin_import, finish_import, import_batch
from volte.catalogue.operations.orders import Document, TakenIn, take_in, take_in_batch
from volte.catalogue.operations.products import put_product
from volte.catalogue.operations.units import Claim, claim_units, release_units

__all__ = [
    "Claim",
    "Counts",
    "Document",
    "Progress",
    "TakenIn",
    "begin_import",
    "claim_units",
    "finish_import",
    "import_batch",
    "put_product",
    "release_units",
    "take_in",
    "take_in_batch",
]
