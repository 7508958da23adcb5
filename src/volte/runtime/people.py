"""Members and keys: who may come in, and as whom."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound, NotKnown
from volte.runtime import clock, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import ApiKey, Member, Person, Shop
from volte.runtime.operation import operation
from volte.runtime.permissions import EVERYTHING, OF_ROLE, Morning, Permission, Role, usual_morning


@dataclass(frozen=True, slots=True)
class KeyShown:
    """A new key. `secret` is shown now and never again."""

    id: UUID
    secret: str


@dataclass(frozen=True, slots=True)
class KeyView:
    id: UUID
    name: str
    prefix: str
    permissions: tuple[str, ...]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class MemberView:
    id: UUID
    name: str
    email: str
    role: Role
    language: str
    morning: Morning
    """Which mornings they get the mail of what is due."""


@operation(Permission.KEYS_WRITE)
def make_key(*, by: Actor, name: str, permissions: Iterable[Permission]) -> KeyShown:
    """A new API key with at most the maker's own permissions."""
    wanted = frozenset(permissions)
    if not wanted <= (by.permissions & EVERYTHING):
        raise Invalid("key_above_own_permissions")
    secret = f"vlt_{secrets.token_urlsafe(32)}"
    row = ApiKey.objects.create(
        name=name, prefix=secret[:10], digest=_digest(secret), permissions=sorted(wanted), created_at=clock.now()
    )
    return KeyShown(id=row.id, secret=secret)


@operation(Permission.KEYS_WRITE)
def revoke_key(*, by: Actor, key_id: UUID) -> None:
    """The key opens nothing from now on."""
    if ApiKey.objects.filter(id=key_id, revoked_at=None).update(revoked_at=clock.now()) != 1:
        raise NotFound("key_unknown")


@operation(Permission.MEMBERS_WRITE)
def invite(*, by: Actor, email: str, name: str, role: Role, password: str | None = None) -> UUID:
    """Make a person a member, or a former member one again. Refuses `member_already` and `person_elsewhere`.

    Somebody who has an account with another shop is refused: whoever made that account may know its password, and
    nothing proves yet that its owner reads this address.
    """
    address = email.strip().lower()
    person = Person.objects.filter(email__iexact=address).first()
    if person is not None and not Member.objects.filter(person=person).exists():
        raise Conflict("person_elsewhere")
    if person is None:
        person = Person(email=address, name=name, language=by.language, created_at=clock.now())
        if password is None:
            person.set_unusable_password()
        else:
            person.set_password(password)
        person.save(force_insert=True)
    if Member.objects.filter(person=person, left_at=None).exists():
        raise Conflict("member_already")
    row, _made = Member.objects.update_or_create(
        person=person,
        shop_id=by.shop_id,
        defaults={"role": role.value, "left_at": None},
        create_defaults={"role": role.value, "joined_at": clock.now()},
    )
    return UUID(str(row.id))


@operation(Permission.MEMBERS_WRITE)
def change_role(*, by: Actor, member_id: UUID, role: Role) -> None:
    """Give a member another role; the last owner stays owner."""
    _keep_an_owner(member_id, leaving=role is not Role.OWNER)
    if Member.objects.filter(id=member_id, left_at=None).update(role=role.value) != 1:
        raise NotFound("member_unknown")


@operation(Permission.MEMBERS_WRITE)
def remove_member(*, by: Actor, member_id: UUID) -> None:
    """The person no longer comes in; what they did keeps their name."""
    _keep_an_owner(member_id, leaving=True)
    if Member.objects.filter(id=member_id, left_at=None).update(left_at=clock.now()) != 1:
        raise NotFound("member_unknown")


@operation(Permission.RETURNS_READ)
def choose_morning(*, by: Actor, morning: Morning) -> None:
    """Which mornings somebody gets the mail of what is due: each chooses for themselves. Refuses `member_unknown`."""
    if by.kind != "member" or Member.objects.filter(id=by.id, left_at=None).update(morning=morning.value) != 1:
        raise NotFound("member_unknown")


def _keep_an_owner(member_id: UUID, *, leaving: bool) -> None:
    owners = Member.objects.select_for_update().filter(role=Role.OWNER.value, left_at=None)
    if leaving and {row.id for row in owners} == {member_id}:
        raise Conflict("last_owner_stays")


def members() -> list[MemberView]:
    """The members of the entered shop, by name."""
    rows = Member.objects.filter(left_at=None).select_related("person").order_by("person__name")
    return [_member(row) for row in rows]


def member(*, member_id: UUID) -> MemberView:
    """One member of the entered shop; refuses `member_unknown`."""
    row = Member.objects.filter(id=member_id, left_at=None).select_related("person").first()
    if row is None:
        raise NotFound("member_unknown")
    return _member(row)


def _member(row: Member) -> MemberView:
    granted = OF_ROLE[Role(row.role)] | {Permission(each) for each in row.extra_permissions}
    return MemberView(
        id=row.id,
        name=row.person.name,
        email=row.person.email,
        role=Role(row.role),
        language=row.person.language,
        morning=Morning(row.morning) if row.morning else usual_morning(granted),
    )


def keys() -> list[KeyView]:
    """The keys of the entered shop that open something."""
    rows = ApiKey.objects.filter(revoked_at=None).order_by("created_at")
    return [KeyView(row.id, row.name, row.prefix, tuple(row.permissions), row.created_at) for row in rows]


def actor_of_key(secret: str) -> Actor:
    """Whose key is this? Refuses `key_unknown` (NotKnown) for anything that opens nothing."""
    found = sql.run(
        "SELECT id, shop_id, name, permissions, last_used_on FROM volte_key_of(%s)", [_digest(secret)]
    ).fetchone()
    if found is None:
        raise NotKnown("key_unknown")
    key_id, shop_id, name, permissions, last_used_on = found
    today = clock.now().date()
    if last_used_on != today:
        with tenancy.entered(shop_id):
            ApiKey.objects.filter(id=key_id).update(last_used_on=today)
    return Actor(shop_id=shop_id, kind="key", id=key_id, name=name, permissions=_granted(tuple(permissions)))


_PERMISSIONS = frozenset(permission.value for permission in Permission)


@lru_cache(maxsize=256)
def _granted(permissions: tuple[str, ...]) -> frozenset[Permission]:
    return frozenset(Permission(item) for item in permissions if item in _PERMISSIONS)


def actor_of_person(person_id: UUID, *, shop_handle: str | None = None) -> Actor:
    """The person as a member of a shop (their only or first one when none is named); refuses `not_a_member`."""
    with tenancy.everywhere():
        rows = Member.objects.filter(person_id=person_id, left_at=None).select_related("person", "shop")
        chosen = rows.filter(shop__handle=shop_handle) if shop_handle else rows
        row = chosen.order_by("joined_at").first()
    if row is None:
        raise NotKnown("not_a_member")
    extra = frozenset(Permission(item) for item in row.extra_permissions)
    granted = OF_ROLE[Role(row.role)] | extra
    return Actor(row.shop_id, "member", row.id, row.person.name, granted, row.person.language)


def shop_by_handle(handle: str) -> Shop:
    """Refuses `shop_unknown`."""
    shop = Shop.objects.filter(handle=handle).first()
    if shop is None:
        raise NotFound("shop_unknown")
    return shop


def _digest(secret: str) -> str:
    """Keys carry 256 bits of chance, so a plain hash is enough and quick (passwords get Argon2)."""
    return hashlib.sha256(secret.encode()).hexdigest()
