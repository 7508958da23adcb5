"""What would go, what would stay and why, and what stands against it: read before anybody erases anything."""

from dataclasses import dataclass

from volte.messages import queries as messages
from volte.money import forgetting as money
from volte.money.notes import queries as notes
from volte.privacy.people import Person
from volte.privacy.ports import Holder
from volte.privacy.rules import erasure
from volte.privacy.rules.erasure import Law, Obstacles
from volte.returns import holdings
from volte.runtime import shop_settings, tenancy, wiring
from volte.warehouse.operations import forgetting as warehouse
from volte.webhooks import forgetting as webhooks
from volte.withdrawals import forgetting as withdrawals


@dataclass(frozen=True, slots=True)
class Preview:
    """Counts by what they count (a text `privacy-held-<name>`): what goes for ever, what becomes nameless, what is
    kept as it is. `law` says why the books stay."""

    goes: dict[str, int]
    nameless: dict[str, int]
    kept: dict[str, int]
    law: Law
    obstacles: Obstacles

    @property
    def held(self) -> dict[str, int]:
        """All there is but the books."""
        return {**self.nameless, **self.goes}


def preview(*, person: Person) -> Preview:
    """As things stand now."""
    subjects, known = person.return_ids, person.known
    found = holdings.held(return_ids=subjects)
    books = money.books_of(order_ids=known.order_ids, subject_ids=[*subjects, *known.order_ids, *known.customer_ids])
    held = {
        "customers": len(known.customer_ids),
        "orders": len(known.order_ids),
        "returns": found.returns,
        "comments": found.comments,
        "photos": found.photos,
        **messages.counts(subject_ids=subjects, address=person.email),
    }
    held |= {name: wiring.adapter(Holder, name).count(person=person) for name in wiring.names(Holder)}
    about = [*subjects, *known.order_ids, *known.customer_ids, *warehouse.units_of(subject_ids=list(subjects))]
    held["webhooks"] = webhooks.count_answers(subject_ids=about, words=person.words)
    books["statements"] = withdrawals.count_kept(
        email=person.email, order_ids=known.order_ids, ids=person.statement_ids
    )
    under_way = money.subjects_under_way(subject_ids=subjects)
    goes, nameless = erasure.parted(held)
    return Preview(
        goes=goes,
        nameless=nameless,
        kept={name: count for name, count in books.items() if count},
        law=erasure.books(country=shop_settings.of_shop(tenancy.current()).country),
        obstacles=Obstacles(
            found.still_open,
            holdings.numbers(return_ids=sorted(under_way)),
            holdings.numbers(return_ids=sorted(notes.naming_somebody(subject_ids=subjects))),
        ),
    )
