"""Shop, policy and first owner in the database: each made unless it is there."""

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any
from uuid import UUID

from django.conf import settings

from volte.policy import operations as policies
from volte.policy import queries as policy
from volte.policy.rules import starter
from volte.runtime import people, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Member, Person, Shop
from volte.runtime.permissions import EVERYTHING, Role
from volte.runtime.shop_settings import ShopSettings
from volte.web.staff import accounts


@dataclass(frozen=True, slots=True)
class Opened:
    """`shop_made`, `policy_made` and `owner_made` say what was not there before; `first_password` is the address where
    the owner chooses a password, when there is none yet."""

    handle: str
    shop_made: bool
    policy_made: bool
    owner_made: bool
    first_password: str


def open_installation(told: dict[str, Any]) -> Opened:
    """Make what is missing of shop, starter policy and owner. `told` as `Answers.for_the_database` gives it."""
    shop_id, shop_made = _shop(told)
    by = Actor(shop_id, "system", None, "volte init", EVERYTHING, told["language"])
    policy_made = _policy(by, told)
    owner_made = _owner(by, told)
    person = Person.objects.get(email__iexact=told["owner_email"])
    link = "" if person.has_usable_password() else _first_password(person)
    return Opened(told["handle"], shop_made, policy_made, owner_made, link)


def _shop(told: dict[str, Any]) -> tuple[UUID, bool]:
    row = Shop.objects.filter(handle=told["handle"]).first()
    if row is not None:
        return row.id, False
    reasons = tomllib.loads(resources.files("volte.runtime").joinpath("data/reasons.toml").read_text("utf-8"))
    wished = ShopSettings.model_validate(
        {
            "brand": {"name": told["shop"], "support_email": told["owner_email"]},
            "country": told["country"],
            "currency": told["currency"],
            "timezone": told["timezone"],
            "locations": told["locations"],
            "reasons": reasons["reasons"],
        }
    )
    return shops.open_shop(handle=told["handle"], settings=wished), True


def _policy(by: Actor, told: dict[str, Any]) -> bool:
    with tenancy.entered(by.shop_id):
        if policy.versions():
            return False
        written = starter.default_policy(
            name=told["shop"], country=told["country"], currency=told["currency"], languages=("fr", "en")
        )
        policies.publish(by=by, document_text=written)
    return True


def _owner(by: Actor, told: dict[str, Any]) -> bool:
    """An account that is an owner already stays as it is, password and all."""
    with tenancy.entered(by.shop_id):
        if Member.objects.filter(person__email__iexact=told["owner_email"], left_at=None).exists():
            return False
        people.invite(
            by=by,
            email=told["owner_email"],
            name=told["owner_name"],
            role=Role.OWNER,
            password=told["owner_password"] or None,
        )
    return True


def _first_password(person: Person) -> str:
    return str(settings.PUBLIC_URL) + accounts.first_password_path(person)
