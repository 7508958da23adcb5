"""Who is meant? A person is everything under one e-mail address, or one customer of the shop without any."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from volte.catalogue import people as catalogue
from volte.catalogue import queries as orders
from volte.catalogue.people import Known
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.kit.naming import Words
from volte.returns import holdings
from volte.runtime import forgetting
from volte.withdrawals import queries as withdrawals
from volte.withdrawals.queries import WithdrawalView


@dataclass(frozen=True, slots=True)
class Person:
    """One person as all areas know them. `ref` names them in addresses of pages: the public id of a customer, an order,
    a return or a withdrawal of theirs, never an e-mail address."""

    known: Known
    return_ids: tuple[UUID, ...]
    ref: str
    statement_ids: tuple[UUID, ...] = ()
    """Withdrawals of somebody who is known by nothing else."""

    @property
    def id(self) -> UUID:
        """What `ref` is the public form of."""
        found = ids.parse(self.ref.partition("_")[0], self.ref)
        assert found is not None
        return found

    @property
    def email(self) -> str:
        return self.known.email

    @property
    def name(self) -> str:
        return self.known.names[0] if self.known.names else ""

    @property
    def mark(self) -> str:
        """The keyed hash they are recognised by when everything else is gone; without an e-mail that of the most
        lasting there is, by whatever reference somebody found them."""
        kind, value = ("mail", self.email) if self.email else ("ref", _ref(self.known, self.return_ids))
        return forgetting.mark_of(kind=kind, value=value)

    @property
    def words(self) -> Words:
        """What would give them away, public ids of their returns and orders included, as programs write them to one
        another."""
        known = self.known
        theirs = (("cus", known.customer_ids), ("ord", known.order_ids), ("ret", self.return_ids))
        public = (ids.public(kind, one) for kind, found in theirs for one in found)
        return Words(tuple(filter(None, (self.email, *public))), known.names, known.external_ids)


def by_email(*, email: str) -> Person:
    """Refuses `person_unknown` when nothing is held under this address."""
    return _whole(catalogue.by_email(email=email))


def by_ref(*, ref: str) -> Person:
    """By the public id of a customer, an order, a return or a withdrawal; refuses `person_unknown`."""
    kind = ref.partition("_")[0]
    found = ids.parse(kind, ref)
    if found is None:
        raise NotFound("person_unknown")
    try:
        return _by_id(kind, found, ref)
    except NotFound as error:
        raise NotFound("person_unknown") from error


def whom(*, customers: Sequence[UUID], orders: Sequence[UUID], returns: Sequence[UUID]) -> list[Person]:
    """Everybody these belong to now: their customers say who it is, without any their orders, else their returns.
    Refuses `person_unknown` when nobody is left."""
    kind, theirs = next((each for each in (("cus", customers), ("ord", orders), ("ret", returns)) if each[1]), ("", ()))
    persons: dict[str, Person] = {}
    for one in theirs:
        with suppress(NotFound):
            person = by_ref(ref=ids.public(kind, one))
            persons.setdefault(person.mark, person)
    if not persons:
        raise NotFound("person_unknown")
    return list(persons.values())


def found(*, words: str) -> Person | None:
    """By an e-mail address, the number of an order or of a return, a public id, or the shop's own id of a customer;
    None when nobody is found."""
    try:
        if ids.parse(words.partition("_")[0], words) is not None:
            return by_ref(ref=words)
        if "@" in words:
            return by_email(email=words)
        return _by_number(words)
    except NotFound:
        return None


def _by_number(words: str) -> Person | None:
    return_id = holdings.id_of_number(number=words)
    if return_id is not None:
        return by_ref(ref=ids.public("ret", return_id))
    said = withdrawals.id_of_number(number=words)
    if said is not None:
        return by_ref(ref=ids.public("wdr", said))
    listed = orders.page(number=words, limit=1).orders
    if listed:
        return by_ref(ref=ids.public("ord", listed[0].order_id))
    customer_id = catalogue.id_of_external(external_id=words)
    return by_ref(ref=ids.public("cus", customer_id)) if customer_id is not None else None


def _by_id(kind: str, found: UUID, ref: str) -> Person:
    match kind:
        case "cus":
            return _whole(catalogue.by_customer(customer_id=found), ref)
        case "ord":
            return _whole(catalogue.by_order(order_id=found), ref)
        case "ret":
            return _of_return(found, ref)
        case "wdr":
            return _of_statement(withdrawals.by_id(withdrawal_id=found), ref)
        case _:
            raise NotFound("person_unknown")


def _of_return(return_id: UUID, ref: str) -> Person:
    """A return taken over from before Volte may know no order: then its customer or its address says who it was."""
    owner = holdings.owner(return_id=return_id)
    if owner.order_id is not None:
        return _whole(catalogue.by_order(order_id=owner.order_id), ref)
    if owner.email:
        return _whole(catalogue.by_email(email=owner.email), ref)
    if owner.customer_id is not None:
        return _whole(catalogue.by_customer(customer_id=owner.customer_id), ref)
    return Person(catalogue.nobody(), (return_id,), ref)


def _of_statement(said: WithdrawalView, ref: str) -> Person:
    """Somebody may withdraw from an order we do not know: then the statement alone says who they are."""
    if said.emptied:
        raise NotFound("person_unknown")
    if said.order_id is not None and said.known:
        return _whole(catalogue.by_order(order_id=said.order_id), ref)
    if said.declared.email:
        return _whole(catalogue.by_email(email=said.declared.email), ref)
    return Person(_declared(catalogue.nobody(), said), (), ref, (said.id,))


def _whole(known: Known, ref: str = "") -> Person:
    return_ids = holdings.ids_of(email=known.email, customer_ids=known.customer_ids, order_ids=known.order_ids)
    known = _called(known, return_ids)
    named = _ref(known, return_ids)
    if named:
        return Person(known, return_ids, ref or named)
    said = withdrawals.latest_under(email=known.email)
    if said is None and not ref:
        raise NotFound("person_unknown")
    if said is None:
        return Person(known, return_ids, ref)
    return Person(_declared(known, said), return_ids, ref or ids.public("wdr", said.id), (said.id,))


def _called(known: Known, return_ids: tuple[UUID, ...]) -> Known:
    """With the name under which they sent gifts back: no order of theirs says it."""
    called = holdings.called(return_ids=return_ids) if return_ids else None
    if called is None or not called.names:
        return known
    names = tuple(dict.fromkeys((*known.names, *called.names)))
    return replace(known, names=names, language=known.language or called.language)


def _declared(known: Known, said: WithdrawalView) -> Known:
    """With the name and language of a statement, where no order says them."""
    return replace(known, names=(said.declared.name,), language=said.declared.language)


def _ref(known: Known, return_ids: tuple[UUID, ...]) -> str:
    """The most lasting of what there is."""
    for kind, found in (("cus", known.customer_ids), ("ord", known.order_ids), ("ret", return_ids)):
        if found:
            return ids.public(kind, found[0])
    return ""
