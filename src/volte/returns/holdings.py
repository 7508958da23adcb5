"""What returns hold about a person: which are theirs, and who stands on one. Asked inside an entered shop."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.returns.models import Return, ReturnItem
from volte.returns.operations.forgetting import ENDED


@dataclass(frozen=True, slots=True)
class Owner:
    """Who stands on a return; `order_id` is None for one taken over without its order, and of a gift, whose order is
    somebody else's."""

    order_id: UUID | None
    customer_id: UUID | None
    email: str


@dataclass(frozen=True, slots=True)
class Held:
    """What returns hold, counted. `still_open` are the numbers of those that have not ended."""

    returns: int
    comments: int
    photos: int
    still_open: tuple[str, ...]


def ids_of(*, email: str, customer_ids: Sequence[UUID], order_ids: Sequence[UUID]) -> tuple[UUID, ...]:
    """The returns of these orders, of these customers, and under this address ("" for none), oldest first. What was
    given away belongs to whoever sends it back, and is found under their address alone."""
    asked = Q(order_id__in=list(order_ids), gift_id=None) | Q(customer_id__in=list(customer_ids))
    if email:
        asked |= Q(email=email)
    return tuple(Return.objects.filter(asked).order_by("id").values_list("id", flat=True))


def id_of_number(*, number: str) -> UUID | None:
    found: UUID | None = Return.objects.filter(number=ids.tidy_number(number)).values_list("id", flat=True).first()
    return found


def owner(*, return_id: UUID) -> Owner:
    """Refuses `return_unknown`."""
    row = Return.objects.filter(id=return_id).values_list("order_id", "customer_id", "email", "gift_id").first()
    if row is None:
        raise NotFound("return_unknown")
    order_id, customer_id, email, gift_id = row
    return Owner(order_id if gift_id is None else None, customer_id, email)


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody called themselves who sent gifts back, and wrote in."""

    names: tuple[str, ...]
    language: str


def called(*, return_ids: Sequence[UUID]) -> Called:
    """Of the gifts among these returns, the newest first."""
    theirs = Return.objects.filter(id__in=list(return_ids), gift_id__isnull=False).order_by("-id")
    found = list(theirs.values_list("customer_name", "language"))
    names = dict.fromkeys(name for name, _ in found if name)
    return Called(tuple(names), found[0][1] if found else "")


def held(*, return_ids: Sequence[UUID]) -> Held:
    rows = Return.objects.filter(id__in=list(return_ids)).order_by("id").values_list("number", "status")
    items = ReturnItem.objects.filter(return_row_id__in=list(return_ids)).values_list("comment", "photos")
    return Held(
        returns=len(rows),
        comments=sum(bool(comment) for comment, _ in items),
        photos=sum(len(photos) for _, photos in items),
        still_open=tuple(number for number, status in rows if status not in ENDED),
    )


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Returns that have not ended, and their orders: whatever its age, they still need all they have."""

    return_ids: tuple[UUID, ...]
    order_ids: tuple[UUID, ...]


def under_way() -> UnderWay:
    """All of the entered shop."""
    rows = list(Return.objects.exclude(status__in=ENDED).values_list("id", "order_id"))
    orders = dict.fromkeys(order_id for _, order_id in rows if order_id is not None)
    return UnderWay(tuple(return_id for return_id, _ in rows), tuple(orders))


def lock(*, return_ids: Sequence[UUID]) -> None:
    """Nobody moves these returns until this transaction ends."""
    list(
        Return.objects.filter(id__in=list(return_ids)).order_by("id").select_for_update(of=("self",)).values_list("id")
    )


def item_ids(*, return_ids: Sequence[UUID]) -> list[UUID]:
    return list(ReturnItem.objects.filter(return_row_id__in=list(return_ids)).values_list("id", flat=True))


def numbers(*, return_ids: Sequence[UUID]) -> tuple[str, ...]:
    rows = Return.objects.filter(id__in=list(return_ids)).order_by("id")
    return tuple(rows.values_list("number", flat=True))


def numbers_by_id(*, return_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The numbers of these, for lists; what is no return is left out."""
    return dict(Return.objects.filter(id__in=list(return_ids)).values_list("id", "number"))
