"""Entry points for the worker."""

from uuid import UUID

from volte.logistics import labelling
from volte.runtime import jobs
from volte.runtime.actor import Actor


@jobs.job(queue="documents")
def make_label(*, shop_id: str, parcel_id: str) -> None:
    """Make the label of a parcel unless it is there already."""
    labelling.make_label(by=Actor.system(UUID(shop_id)), parcel_id=UUID(parcel_id))
