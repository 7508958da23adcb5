"""A person is erased everywhere, in one transaction: each area erases its own, and a certificate says what was done."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import Q

from volte.catalogue import operations as catalogue
from volte.catalogue.operations import forgetting as catalogue_forgetting
from volte.kit.errors import Conflict, NotFound
from volte.logistics import forgetting as logistics
from volte.messages import forgetting as messages
from volte.money import forgetting as money
from volte.policy import operations as policy
from volte.privacy import files, people, previews
from volte.privacy.events import CustomerForgotten
from volte.privacy.models import Erasure
from volte.privacy.people import Person
from volte.privacy.ports import Holder
from volte.privacy.rules.erasure import Standing, Why
from volte.returns import holdings
from volte.returns.operations import forgetting as returns
from volte.risk import operations as risk
from volte.runtime import clock, forgetting, outbox, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse.operations import forgetting as warehouse
from volte.webhooks import forgetting as webhooks


@operation(Permission.PRIVACY_ERASE)
def erase(*, by: Actor, ref: str, why: Why) -> UUID:
    """Erase the person named by a public id of theirs; the id of the certificate. It cannot be undone.

    Refuses `person_unknown`, and `erasure_blocked` while a return is open or money is under way.
    """
    person = people.by_ref(ref=ref)
    return _erase(by, _certificate(by, person, why), [person])


@operation(Permission.PRIVACY_ERASE)
def settle(*, by: Actor, erasure_id: UUID) -> UUID:
    """Do an erasure that waited, on its own certificate, whatever address the person has meanwhile.

    Refuses `erasure_unknown`, and `erasure_blocked` while something is still open.
    """
    row = Erasure.objects.select_for_update().filter(id=erasure_id, status=Standing.WAITS.value).first()
    if row is None:
        raise NotFound("erasure_unknown")
    return _erase(by, row, people.whom(customers=row.customer_ids, orders=row.order_ids, returns=row.return_ids))


@operation(Permission.PRIVACY_ERASE)
def postpone(*, by: Actor, ref: str, why: Why) -> UUID:
    """Erase the person as soon as nothing is open any more: it is tried every night. Asking again changes nothing."""
    person = people.by_ref(ref=ref)
    row = _certificate(by, person, why)
    row.save()
    return UUID(str(row.id))


@operation(Permission.PRIVACY_ERASE)
def withdraw(*, by: Actor, erasure_id: UUID) -> None:
    """Somebody changed their mind before it was done; refuses `erasure_unknown`."""
    gone, _ = Erasure.objects.filter(id=erasure_id, status=Standing.WAITS.value).delete()
    if not gone:
        raise NotFound("erasure_unknown")


def _certificate(by: Actor, person: Person, why: Why) -> Erasure:
    """The row of this person that waits, or a new one. Their address may have changed since they asked."""
    known = person.known
    theirs = Q(mark=person.mark) | Q(customer_ids__overlap=list(known.customer_ids))
    theirs |= Q(order_ids__overlap=list(known.order_ids)) | Q(return_ids__overlap=list(person.return_ids))
    rows = Erasure.objects.select_for_update().filter(theirs, status=Standing.WAITS.value)
    waiting: Erasure | None = rows.order_by("asked_at").first()
    made = waiting or Erasure.of_shop(
        mark=person.mark,
        why=why.value,
        status=Standing.WAITS.value,
        country=person.known.country,
        asked_at=clock.now(),
        asked_by=by.name[:120],
    )
    made.customer_ids, made.order_ids, made.return_ids = (
        list(known.customer_ids),
        list(known.order_ids),
        list(person.return_ids),
    )
    return made


def _erase(by: Actor, row: Erasure, persons: Sequence[Person]) -> UUID:
    """All of them or nobody: usually one, two where the shop has given a customer another address meanwhile."""
    for person in persons:
        catalogue_forgetting.hold_orders(by=by, order_ids=person.known.order_ids)
        holdings.lock(return_ids=person.return_ids)
    seen = [previews.preview(person=person) for person in persons]
    against = [one.obstacles for one in seen]
    numbers = dict.fromkeys(number for one in against for number in one.numbers)
    if numbers:
        raise Conflict("erasure_blocked", numbers=", ".join(numbers))
    row.kept = _summed(one.kept for one in seen)
    row.done = _summed(_forget(by, person) for person in persons)
    row.customer_ids = [one for person in persons for one in person.known.customer_ids]
    row.order_ids = [one for person in persons for one in person.known.order_ids]
    row.return_ids = [one for person in persons for one in person.return_ids]
    row.status, row.done_at = Standing.DONE.value, clock.now()
    row.save()
    outbox.announce(
        CustomerForgotten(
            customer_ids=tuple(row.customer_ids), order_ids=tuple(row.order_ids), return_ids=tuple(row.return_ids)
        ),
        subject_id=row.id,
    )
    return UUID(str(row.id))


def _summed(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    return dict(sum((Counter(one) for one in counts), Counter()))


def _forget(by: Actor, person: Person) -> dict[str, int]:
    """Everywhere, the words before what they hang on; how many of each kind."""
    done = {name: wiring.adapter(Holder, name).forget(person=person) for name in wiring.names(Holder)}
    subjects, known = list(person.return_ids), person.known
    units, items = warehouse.units_of(subject_ids=subjects), holdings.item_ids(return_ids=subjects)
    done["inspections"] = warehouse.forget_words(by=by, subject_ids=subjects)
    said = messages.forget(by=by, subject_ids=subjects, address=person.email)
    done |= {"mails": said.mails, "messages": said.entries}
    labels = logistics.forget_senders(by=by, subject_ids=subjects)
    money.forget_words(by=by, subject_ids=[*subjects, *known.order_ids, *known.customer_ids])
    done["decisions"] = policy.forget_facts(by=by, subject_ids=items)
    done["counts"] = risk.forget_customers(by=by, customer_ids=known.customer_ids)
    blanked = returns.forget(by=by, return_ids=subjects)
    done |= {"returns": blanked.returns, "comments": blanked.comments}
    done["files"] = files.release(digests=blanked.photos | said.attachments | labels)
    done |= catalogue.forget_customer(by=by, known=known)
    everything = [*subjects, *known.order_ids, *known.customer_ids, *units]
    words = person.words
    done["webhooks"] = webhooks.forget_answers(by=by, subject_ids=everything, words=words)
    done |= forgetting.forget_traces(by=by, subject_ids=everything, words=words)
    return {name: count for name, count in done.items() if count}
