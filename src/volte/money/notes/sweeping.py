"""Notes that are due are written: when their promise is made, and again when what stood in the way is gone."""

from volte.money.models import CreditNote
from volte.money.notes import issuing, jobs, queries
from volte.runtime import tenancy
from volte.runtime.actor import Actor

MOST = 500


def sweep(*, by: Actor) -> int:
    """Write what is due and was not written, and make the files that are missing; how many of both.

    Not an operation: it runs by the clock, and each note it writes is one.
    """
    with tenancy.entered(by.shop_id):
        due = queries.without(most=MOST)
        bare = list(CreditNote.objects.filter(pdf="").order_by("id").values_list("id", flat=True)[:MOST])
        for note_id in bare:
            jobs.make_later(shop_id=by.shop_id, note_id=note_id)
    for promise_id in due:
        issuing.issue(by=by, promise_id=promise_id)
    return len(due) + len(bare)
