"""Who acts? The people of the shop with their logins, a shopper for each order, and the carrier's own voice."""

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from volte.project.demo import shop
from volte.project.demo.stories.story import Who
from volte.runtime import people
from volte.runtime.actor import Actor
from volte.runtime.permissions import OF_ROLE, Role


@dataclass(frozen=True, slots=True)
class Login:
    """How somebody comes in. The passwords of a demo are no secrets."""

    role: str
    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who works at the shop, and the shop's own rules as `system`."""

    shop_id: UUID
    owner: Actor
    agent: Actor
    picker: Actor
    finance: Actor
    system: Actor

    def member(self, who: Who) -> Actor:
        """The person of the shop who does it. A shopper is known by their order: see `shopper`."""
        match who:
            case Who.OWNER:
                return self.owner
            case Who.AGENT:
                return self.agent
            case Who.PICKER:
                return self.picker
            case Who.CARRIER | Who.CALENDAR:
                return self.system
            case Who.SHOPPER:
                raise ValueError("a shopper acts on an order of their own")
            case _:
                assert_never(who)

    def shopper(self, *, order_id: UUID, language: str, name: str) -> Actor:
        return Actor.shopper(self.shop_id, order_id=order_id, language=language, name=name)


def logins() -> tuple[Login, ...]:
    """Everybody of `shop.staff()`, each with a password of the form `agent-linotte`."""
    return tuple(Login(one.role, one.name, one.email, f"{one.role}-linotte") for one in shop.staff())


def hired(*, shop_id: UUID) -> Cast:
    """Make everybody a member."""
    system = Actor.system(shop_id)
    actors: dict[Role, Actor] = {}
    for member, login in zip(shop.staff(), logins(), strict=True):
        role = Role(member.role)
        # Invited in their own language: it becomes theirs.
        by = replace(system, language=member.language)
        member_id = people.invite(by=by, email=login.email, name=login.name, role=role, password=login.password)
        actors[role] = Actor(shop_id, "member", member_id, member.name, OF_ROLE[role], member.language)
    return Cast(
        shop_id=shop_id,
        owner=actors[Role.OWNER],
        agent=actors[Role.AGENT],
        picker=actors[Role.PICKER],
        finance=actors[Role.FINANCE],
        system=system,
    )
