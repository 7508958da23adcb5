"""What would go, what would stay and why, and what stands against it: read before anybody erases anything."""

from dataclasses import dataclass

from volte.messages import queries as messages
from volte.money import forgetting as money
from volte.privacy.people import Person
from volte.privacy.ports import Holder
from volte.privacy.rules import erasure
from volte.privacy.rules.erasure import Law, Obstacles
from volte.returns import holdings
from volte.runtime import shop_settings, tenancy, wiring
from volte.warehouse.operations import forgetting as warehouse
from volte.webhooks import forgetting as webhooks


@dataclass(frozen=True, slots=True)
class Preview:
    """Counts by what they count (a text `privacy-held-<name>`). `law` says why the books stay."""

    goes: dict[str, int]
    kept: dict[str, int]
    law: Law
    obstacles: Obstacles


def preview(*, person: Person) -> Preview:
    """As things stand now."""
    subjects, known = person.return_ids, person.known
    held = holdings.held(return_ids=subjects)
    books = money.books_of(order_ids=known.order_ids, subject_ids=subjects)
    goes = {
        "customers": len(known.customer_ids),
        "orders": len(known.order_ids),
        "returns": held.returns,
        "comments": held.comments,
        "photos": held.photos,
        **messages.counts(subject_ids=subjects, address=person.email),
    }
    goes |= {name: wiring.adapter(Holder, name).count(person=person) for name in wiring.names(Holder)}
    about = [*subjects, *known.order_ids, *known.customer_ids, *warehouse.units_of(subject_ids=list(subjects))]
    goes["webhooks"] = webhooks.count_answers(subject_ids=about, words=person.words)
    under_way = money.subjects_under_way(subject_ids=subjects)
    return Preview(
        goes={name: count for name, count in goes.items() if count},
        kept={name: count for name, count in books.items() if count},
        law=erasure.books(country=shop_settings.of_shop(tenancy.current()).country),
        obstacles=Obstacles(held.still_open, holdings.numbers(return_ids=sorted(under_way))),
    )
