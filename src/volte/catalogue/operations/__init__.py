"""The verbs of the catalogue; one file per kind of thing."""

from volte.catalogue.operations.orders import Document, TakenIn, take_in, take_in_batch
from volte.catalogue.operations.products import put_product
from volte.catalogue.operations.units import claim_units, release_units

__all__ = ["Document", "TakenIn", "claim_units", "put_product", "release_units", "take_in", "take_in_batch"]
