"""Two workers begin the morning of one shop in the same moment, in real transactions."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection

from tests.conftest import open_shop
from volte.messages.models import Mail
from volte.returns.operations import mornings
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING, Morning, Role

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
HANDS = 8
MORNING = datetime(2026, 11, 24, 6, 5, tzinfo=UTC)


def test_each_person_gets_one_mail_however_many_workers_there_are() -> None:
    owner = Actor(open_shop("maison"), "member", None, "Odile", EVERYTHING, language="fr")
    for name in ("lea", "sam"):
        member = people.invite(by=owner, email=f"{name}@maison.example", name=name, role=Role.AGENT)
        people.choose_morning(by=Actor(owner.shop_id, "member", member, name, EVERYTHING), morning=Morning.EVERY)
    start = Barrier(HANDS)

    def one(_hand: int) -> int:
        start.wait()
        try:
            with clock.at(MORNING):
                return mornings.tell_morning(by=Actor.system(owner.shop_id))
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as hands:
        told = list(hands.map(one, range(HANDS)))
    assert sorted(told) == [0] * (HANDS - 1) + [2]
    with tenancy.entered(owner.shop_id):
        assert Mail.objects.filter(occasion="deadlines_due").count() == 2
