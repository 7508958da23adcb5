"""The facts say what the database says: after each step, after any journey, and after whatever went wrong."""

import errno
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.insights.conftest import follow, row, table, tables
from volte.catalogue import operations as catalogue
from volte.insights import folders, projection
from volte.insights import queries as questions
from volte.insights.asked import Question, View
from volte.kit.errors import Refused
from volte.kit.words import Method, Resolution
from volte.logistics.rules.tracking import ScanKind
from volte.money.models import Promise
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.project import pulse
from volte.project.doctor.checks import queue
from volte.returns import operations, queries
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, outbox, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.rules.inspection import Finding

MUG = WantedItem(line="l2", quantity=1, reason="changed-mind", comment="Trop lourde.")


def ask(owner: Actor, order_id: UUID, *items: WantedItem) -> UUID:
    shopper = Actor.shopper(owner.shop_id, order_id=order_id, language="fr", name="Camille")
    wanted = Wanted(items=items or (MUG,), method=Method.DROP_OFF, language="fr")
    return operations.request(by=shopper, order_id=order_id, wanted=wanted)


def program(owner: Actor) -> Actor:
    """Nobody who may take a look back, so money follows at once."""
    return Actor(owner.shop_id, "key", None, "WMS", owner.permissions)


def brought_back(owner: Actor, return_id: UUID, *findings: Finding) -> None:
    with tenancy.entered(owner.shop_id):
        code = queries.by_id(return_id=return_id).parcel_code
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    box = operations.receive(by=owner, code=code, location=None, units=())
    for unit in box.arrival.units:
        operations.inspect(by=program(owner), unit_id=unit.id, findings=frozenset(findings))


def test_nobody_else_on_the_machine_reads_facts(owner: Actor, order: UUID, settings: Any, tmp_path: Path) -> None:
    settings.FACTS = str(tmp_path / "made" / "facts")
    before = os.umask(0o022)
    try:
        follow(owner.shop_id)
    finally:
        os.umask(before)
    found = [path for path in (tmp_path / "made").rglob("*")] + [tmp_path / "made"]
    assert any(path.is_file() for path in found)
    assert {path.stat().st_mode & 0o077 for path in found} == {0}


def test_parts_of_a_kit_are_sold_for_their_share_and_the_kit_is_not(owner: Actor, order: UUID) -> None:
    mug = cast.order()["lines"][1]
    kit = {"id": "k1", "sku": "KIT", "title": "Tea for two", "quantity": 1, "unit_price": 4000}
    parts = [
        mug | {"id": "k2", "sku": "TEAPOT", "quantity": 1, "unit_price": 0, "bundle": "k1", "bundle_weight": 3},
        mug | {"id": "k3", "sku": "CUP", "quantity": 2, "unit_price": 0, "bundle": "k1", "bundle_weight": 1},
    ]
    document = cast.order("1077", lines=[kit, *parts], discounts=[], payments=[], shipments=[])
    made = catalogue.take_in(by=owner, document=document).order_id
    follow(owner.shop_id)
    sold = {line["sku"]: line["paid"] for line in table(owner.shop_id, "sold") if line["order_id"] == made}
    assert sold == {"TEAPOT": 2400, "CUP": 1600}


def test_an_order_becomes_its_lines(owner: Actor, order: UUID) -> None:
    follow(owner.shop_id)
    dress, mug = sorted(table(owner.shop_id, "sold"), key=lambda line: line["sku"])
    assert (dress["order_id"], dress["product"], dress["category"]) == (order, "robe-ines", "Femme › Robes")
    assert (dress["country"], dress["region"], dress["channel"]) == ("FR", "75", "online")
    # 2 x 49.99 less 10.00; 15.00 off the order shared over 89.98 and 15.00.
    assert (dress["quantity"], dress["paid"], mug["paid"]) == (2, 7712, 1286)
    assert dress["customer_rank"] == 1
    assert dress["delivered_at"] == datetime(2026, 11, 5, 14)


def test_a_return_carries_what_became_of_it(owner: Actor, order: UUID, gateway: FakeGateway) -> None:
    follow(owner.shop_id)
    return_id = ask(owner, order)
    follow(owner.shop_id)
    (item,) = table(owner.shop_id, "returned")
    assert (item["status"], item["outcome"], item["refund"], item["labels"]) == ("approved", "pending", 0, 0)
    assert (item["reason"], item["fault"], item["comment"]) == ("changed-mind", "customer", "Trop lourde.")
    brought_back(owner, return_id)
    follow(owner.shop_id)
    (item,) = table(owner.shop_id, "returned")
    (unit,) = table(owner.shop_id, "looked_at")
    assert (item["status"], item["outcome"], item["refund"], item["labels"]) == ("settled", "refunded", 1286, 1)
    assert (unit["item_id"], unit["grade"], unit["disposition"], unit["value"]) == (
        item["item_id"],
        "A",
        "restock",
        1286,
    )


def test_an_earlier_order_moves_the_later_ones_on(owner: Actor, order: UUID) -> None:
    follow(owner.shop_id)
    catalogue.take_in(by=owner, document=cast.order("1000", placed_at="2026-10-01T09:00:00Z"))
    follow(owner.shop_id)
    ranks = {line["order_number"]: line["customer_rank"] for line in table(owner.shop_id, "sold")}
    assert ranks == {"#1000": 1, "#1001": 2}


@pytest.mark.parametrize("seed", range(3))
def test_following_gives_the_tables_a_rebuild_gives(seed: int, owner: Actor, order: UUID, gateway: FakeGateway) -> None:
    """Any journey, followed in any bites."""
    dice = random.Random(seed)
    play = Play(owner, dice, [order])
    follow(owner.shop_id)
    for number in range(40):
        with clock.at(clock.now() + timedelta(minutes=10 * number)):
            play.something(number)
            if dice.random() < 0.4:
                follow(owner.shop_id)
    with clock.at(clock.now() + timedelta(days=1)):
        follow(owner.shop_id)
    followed = tables(owner.shop_id)
    assert row(owner.shop_id).fresh, "nothing was followed: the test compares a rebuild with itself"
    projection.rebuild(shop_id=owner.shop_id)
    assert followed == tables(owner.shop_id)
    assert len(followed["sold"]) > 10
    assert len(followed["returned"]) > 3


class Play:
    """Things that happen to a shop, by dice. What is refused did not happen."""

    def __init__(self, owner: Actor, dice: random.Random, orders: list[UUID]) -> None:
        self.owner, self.dice, self.orders, self.returns = owner, dice, orders, list[UUID]()

    def something(self, number: int) -> None:
        acts: list[Callable[[int], None]] = [
            self.order,
            self.order,
            self.change,
            self.ask,
            self.ask,
            self.end,
            self.back,
        ]
        try:
            self.dice.choice([*acts, self.back, self.back])(number)
        except (Refused, IndexError):
            return

    def order(self, number: int) -> None:
        self.orders.append(catalogue.take_in(by=self.owner, document=self.document(f"2{number:03}")).order_id)

    def change(self, number: int) -> None:
        """The shop sends an order again: another customer, another day, not delivered yet, or fewer units."""
        known = self.dice.choice(["1001", *(f"2{earlier:03}" for earlier in range(number))])
        catalogue.take_in(by=self.owner, document=self.document(known))

    def document(self, number: str) -> dict[str, Any]:
        who = self.dice.choice(["c1", "c2", "c3"])
        customer = {"id": who, "email": f"{who}@example.com", "name": who, "kind": "consumer", "tags": []}
        day = datetime(2026, 10, 20, tzinfo=UTC) + timedelta(hours=self.dice.randrange(300))
        changes: dict[str, Any] = {"customer": customer, "placed_at": day.isoformat()}
        if self.dice.random() < 0.2:
            changes["customer"] = None
        if self.dice.random() < 0.2:
            changes["shipments"] = []
        return cast.order(number, **changes)

    def ask(self, number: int) -> None:
        line = self.dice.choice(["l1", "l2"])
        reason = self.dice.choice(["too-small", "damaged", "changed-mind", ""])
        how = self.dice.choice([Resolution.REFUND, Resolution.CREDIT])
        item = WantedItem(line=line, quantity=1, reason=reason, comment=f"Essai {number}", resolution=how)
        self.returns.append(ask(self.owner, self.dice.choice(self.orders), item))

    def end(self, _: int) -> None:
        verb = self.dice.choice(["cancel", "refuse", "approve", "evidence"])
        chosen = self.dice.choice(self.returns)
        if verb == "cancel":
            operations.cancel(by=self.owner, return_id=chosen)
        elif verb == "refuse":
            operations.refuse(by=self.owner, return_id=chosen, reason="Non.")
        elif verb == "approve":
            operations.approve(by=self.owner, return_id=chosen, reason="Oui.")
        else:
            with tenancy.entered(self.owner.shop_id):
                item = queries.by_id(return_id=chosen).items[0].id
            operations.add_evidence(by=self.owner, return_id=chosen, item_id=item, comment="Voici.", photos=())

    def back(self, _: int) -> None:
        found = self.dice.choice([(), (), (Finding.WORN,)])
        brought_back(self.owner, self.dice.choice(self.returns), *found)


def test_whatever_an_event_is_called_the_ids_it_carries_are_read(owner: Actor, order: UUID) -> None:
    from volte.catalogue.events import OrdersTakenIn
    from volte.catalogue.models import OrderLine

    follow(owner.shop_id)
    with tenancy.entered(owner.shop_id):
        OrderLine.objects.filter(order_id=order, external_id="l2").update(title="Grande tasse")
        outbox.announce(OrdersTakenIn(order_ids=(order,)))
    follow(owner.shop_id)
    assert {line["title"] for line in table(owner.shop_id, "sold")} == {"Robe Inès", "Grande tasse"}


def test_a_full_disk_moves_nothing_says_so_and_heals(
    owner: Actor, order: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    follow(owner.shop_id)
    before, stood = row(owner.shop_id), tables(owner.shop_id)
    ask(owner, order)

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(folders, "_flush", full)
        follow(owner.shop_id)
    after = row(owner.shop_id)
    assert (after.position, after.base, after.fresh) == (before.position, before.base, before.fresh)
    assert "No space left" in after.failure
    assert tables(owner.shop_id) == stood
    assert not list(folders.home(owner.shop_id).glob("*.part")), "half a set was left behind"

    follow(owner.shop_id)
    assert row(owner.shop_id).failure, "tried again at once instead of waiting"
    with clock.at(clock.now() + timedelta(seconds=3)):
        follow(owner.shop_id)
    assert row(owner.shop_id).failure == ""
    assert len(table(owner.shop_id, "returned")) == 1


def test_facts_whose_files_are_gone_are_written_anew(owner: Actor, order: UUID) -> None:
    """Such as after a database was restored onto a new machine; not before nobody can be said to see them."""
    follow(owner.shop_id)
    stood = tables(owner.shop_id)
    folders.remove(owner.shop_id, [row(owner.shop_id).base])
    follow(owner.shop_id)
    assert not folders.are_there(owner.shop_id, [row(owner.shop_id).base])
    with clock.at(clock.now() + timedelta(minutes=6)):
        follow(owner.shop_id)
        assert tables(owner.shop_id) == stood


def test_two_machines_that_share_no_folder_do_not_undo_each_other(
    owner: Actor,
    order: UUID,
    settings: Any,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queue, "_pulse", pulse.take)

    def at(machine: str, after: timedelta) -> tuple[str, str]:
        settings.FACTS = str(tmp_path / machine)
        with clock.at(today + after):
            follow(owner.shop_id)
        return row(owner.shop_id).base, row(owner.shop_id).fresh

    today = clock.now()
    projection._told_elsewhere.clear()
    mine = at("one", timedelta())
    for minutes in range(0, 30, 2):
        assert at("one", timedelta(minutes=minutes)) == at("two", timedelta(minutes=minutes, seconds=30)) == mine
    assert caplog.text.count("share VOLTE_FACTS") == 1
    with tenancy.entered(owner.shop_id):
        assert questions.standing().elsewhere
    assert {each.code for each in queue.facts()} == {"facts-elsewhere"}
    # The first machine is gone: the second makes its own, and the first, back again, leaves them alone.
    taken_over = at("two", timedelta(minutes=40))
    assert taken_over != mine
    assert at("one", timedelta(minutes=41)) == taken_over
    with tenancy.entered(owner.shop_id):
        assert questions.standing().elsewhere
    settings.FACTS = str(tmp_path / "two")
    assert [line["sku"] for line in table(owner.shop_id, "sold")]


def test_another_shops_facts_lie_elsewhere(owner: Actor, order: UUID, other_shop: UUID) -> None:
    follow(owner.shop_id)
    follow(other_shop)
    assert table(owner.shop_id, "sold")
    assert table(other_shop, "sold") == []


def test_what_was_replaced_is_removed_once_nobody_reads_it(owner: Actor, order: UUID) -> None:
    follow(owner.shop_id)
    projection.rebuild(shop_id=owner.shop_id)
    assert len(list(folders.home(owner.shop_id).glob("*-*"))) == 2
    with clock.at(clock.now() + timedelta(minutes=2)):
        follow(owner.shop_id)
    assert [one.name for one in folders.home(owner.shop_id).glob("*-*")] == [row(owner.shop_id).base]


def test_enough_changes_are_put_together(owner: Actor, order: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(owner.shop_id)
    monkeypatch.setattr(projection, "PUT_TOGETHER_AT", 1)
    ask(owner, order)
    follow(owner.shop_id)
    assert row(owner.shop_id).fresh == ""
    assert len(table(owner.shop_id, "returned")) == 1
    followed = tables(owner.shop_id)
    projection.rebuild(shop_id=owner.shop_id)
    assert followed == tables(owner.shop_id)


def test_costs_tell_what_was_promised_though_the_first_item_was_refused(owner: Actor, order: UUID) -> None:
    """Held against the promises themselves: way out, return fee and label belong to the return, not to an item."""
    terms = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
    terms = terms.replace('drop_off = "free"', 'drop_off = "3.90"').replace('"when_at_fault"', '"always"')
    with clock.at(datetime(2026, 11, 1, tzinfo=UTC)):
        policy.publish(by=owner, document_text=terms)
    document = cast.order("3001")
    document["lines"][0]["tags"] = ["final-sale"]
    mixed = catalogue.take_in(by=owner, document=document).order_id
    with clock.at(datetime(2026, 11, 25, tzinfo=UTC)):  # the right to withdraw is over
        return_id = ask(owner, mixed, WantedItem(line="l1", quantity=1, reason="changed-mind"), MUG)
        brought_back(owner, return_id)
        follow(owner.shop_id)
    first, second = sorted(table(owner.shop_id, "returned"), key=lambda item: item["sku"])
    assert (first["counts"], second["counts"]) == (False, True)
    with tenancy.entered(owner.shop_id):
        lines = [line for one in Promise.objects.filter(subject_id=return_id) for line in one.lines]
        kept = sum(line["amount"] for line in lines if line["kind"] == "return_shipping_fee")
        out = sum(line["amount"] for line in lines if line["kind"] == "outbound_shipping")
        asked = View(datetime(2026, 11, 26, tzinfo=UTC), "en", shop_settings.of_shop(owner.shop_id))
        told = questions.answer(Question.COSTS, of=questions.standing(), view=asked)
    amounts = {row[0]: row[1] for row in told.rows}
    assert kept < 0 < out
    assert (amounts["Delivery given back"], amounts["Fees kept back"]) == (out, kept)
    assert second["labels"] == 1
