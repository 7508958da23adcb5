"""Who looks at the goods says they were used, and shows it: docs/algorithms/deductions-and-reductions.md."""

import io
from uuid import UUID

import pytest
from PIL import Image

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import asked, key, react, received, see, shopper
from tests.operations.returns.test_lowering import eur, paid
from volte.kit.errors import Refused
from volte.messages.models import Mail
from volte.money.rules.plan import LineKind
from volte.returns import chains, operations, photos
from volte.returns.models import ReturnItem
from volte.returns.operations import forgetting
from volte.returns.operations.wearing import most_for_use
from volte.returns.rules.lifecycle import Act, Appeal, Status
from volte.returns.rules.request import WantedItem
from volte.returns.rules.wear import Standing
from volte.returns.views import ReturnView
from volte.runtime import files, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import OF_ROLE, Role
from volte.warehouse.rules.inspection import Finding

__all__ = ["shopper"]
WORN = "Ourlet taché"


def picture(owner: Actor) -> str:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), (140, 20, 60)).save(made, "JPEG")
    with tenancy.entered(owner.shop_id):
        return photos.keep(made.getvalue()).digest


def picker(owner: Actor) -> Actor:
    return Actor(owner.shop_id, "member", id=owner.id, name="Inès", permissions=OF_ROLE[Role.PICKER])


def opened(owner: Actor, shopper: Actor, order: UUID, *, units: int = 1) -> tuple[UUID, list[UUID]]:
    return_id = asked(shopper, order, WantedItem(line="l1", quantity=units, reason="too-small"))
    box = received(owner, see(owner, return_id))
    return return_id, [unit.id for unit in box.arrival.units]


def said(owner: Actor, unit: UUID, amount: int = 1500) -> None:
    operations.propose_deduction(
        by=picker(owner), unit_id=unit, amount=eur(amount), reason=WORN, photos=[picture(owner)]
    )


def look(owner: Actor, unit: UUID, *found: Finding) -> None:
    operations.inspect(by=key(owner), unit_id=unit, findings=found or (Finding.WORN,))
    react()


def standing(view: ReturnView) -> list[Standing]:
    return [one.standing for one in view.items[0].wear]


def test_what_the_bench_proposes_waits_for_an_agent_who_takes_it_off(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id, (unit,) = opened(owner, shopper, order)
    said(owner, unit, 2000)
    said(owner, unit)
    look(owner, unit)
    view = see(owner, return_id)
    assert (view.status, view.waits_for, paid(owner, return_id)) == (Status.INSPECTED, "shop", {})
    (found,) = view.items[0].wear
    assert (found.amount, found.why, found.by, found.seen, len(found.photos)) == (1500, WORN, "Inès", True, 1)
    operations.deduct(by=owner, return_id=return_id, item_id=view.items[0].id, amount=eur(1200), reason=WORN)
    react()
    view = see(owner, return_id)
    assert (view.status, view.waits_for, standing(view)) == (Status.SETTLED, "", [Standing.TAKEN])
    assert paid(owner, return_id)[LineKind.DEDUCTION] == -1200


def test_an_agent_who_sees_it_otherwise_pays_in_full(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id, (unit,) = opened(owner, shopper, order)
    said(owner, unit)
    look(owner, unit)
    operations.approve(by=owner, return_id=return_id)
    react()
    assert LineKind.DEDUCTION not in paid(owner, return_id)
    assert standing(see(owner, return_id)) == [Standing.DECLINED]


def test_the_shop_may_let_the_bench_decide_small_amounts(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    shops.change_settings(by=owner, changes={"bench": {"alone": 1500}})
    return_id, (first, second) = opened(owner, shopper, order, units=2)
    said(owner, first, 1500)
    said(owner, second, 1501)
    look(owner, first)
    assert paid(owner, return_id)[LineKind.DEDUCTION] == -1500
    look(owner, second)
    view = see(owner, return_id)
    assert (view.waits_for, view.items[0].settled) == ("shop", 1)
    assert standing(view) == [Standing.ALONE, Standing.PROPOSED]
    assert paid(owner, return_id)[LineKind.DEDUCTION] == -1500


@pytest.mark.parametrize("alone", [0, 5000])
def test_a_look_taken_back_takes_back_what_it_decided(shopper: Actor, owner: Actor, order: UUID, alone: int) -> None:
    shops.change_settings(by=owner, changes={"bench": {"alone": alone}})
    return_id, (unit,) = opened(owner, shopper, order)
    said(owner, unit)
    inspector = picker(owner)
    operations.inspect(by=inspector, unit_id=unit, findings=(Finding.WORN,))
    assert see(owner, return_id).items[0].deduction == (1500 if alone else 0)
    operations.undo_inspection(by=inspector, unit_id=unit)
    view = see(owner, return_id)
    item = view.items[0]
    assert (item.inspected, item.passed, item.deduction, item.deduction_reason) == (0, 0, 0, "")
    assert (view.waits_for, standing(view)) == ("", [Standing.PROPOSED])
    operations.take_back_proposal(by=inspector, unit_id=unit)
    look(owner, unit)
    assert LineKind.DEDUCTION not in paid(owner, return_id)
    with tenancy.entered(owner.shop_id):
        assert chains.of_return(return_id=return_id).flaws == ()


def test_of_two_units_the_good_one_taken_back_leaves_the_doubtful_one_in_doubt(
    shopper: Actor, owner: Actor, order: UUID
) -> None:
    return_id, (worn, good) = opened(owner, shopper, order, units=2)
    said(owner, worn)
    inspector = picker(owner)
    for unit in (worn, good):
        operations.inspect(by=inspector, unit_id=unit, findings=())
    assert see(owner, return_id).items[0].passed == 1
    operations.undo_inspection(by=inspector, unit_id=good)
    item = see(owner, return_id).items[0]
    assert (item.inspected, item.passed) == (1, 0)


def test_what_was_graded_a_moment_ago_can_still_be_held_back(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id, (unit,) = opened(owner, shopper, order)
    operations.inspect(by=picker(owner), unit_id=unit, findings=(Finding.WORN,))
    said(owner, unit)
    react()
    assert see(owner, return_id).waits_for == "shop" and paid(owner, return_id) == {}
    with pytest.raises(Refused, match="wear_decided_elsewhere"):
        operations.take_back_proposal(by=picker(owner), unit_id=unit)


@pytest.mark.parametrize(
    ("reason", "amount", "shown", "code"),
    [
        ("defective", 500, 1, "deduction_not_allowed"),
        ("too-small", 3857, 1, "deduction_above_worth"),
        ("too-small", 0, 1, "deduction_needs_amount"),
        ("too-small", 500, 0, "wear_needs_photo"),
        ("too-small", 500, 6, "wear_too_many_photos"),
    ],
)
def test_what_may_not_be_proposed(
    shopper: Actor, owner: Actor, order: UUID, reason: str, amount: int, shown: int, code: str
) -> None:
    return_id = asked(shopper, order, WantedItem(line="l1", quantity=1, reason=reason, comment="Voir la couture"))
    if see(owner, return_id).status is Status.REQUESTED:
        operations.approve(by=owner, return_id=return_id)
    unit = received(owner, see(owner, return_id)).arrival.units[0].id
    with pytest.raises(Refused, match=code):
        operations.propose_deduction(
            by=picker(owner),
            unit_id=unit,
            amount=eur(amount),
            reason=WORN,
            photos=["0" * 63 + str(n) for n in range(shown)],
        )


def test_two_units_never_lose_more_than_both_were_paid(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id, (first, second) = opened(owner, shopper, order, units=2)
    most = most_for_use(by=picker(owner), unit_id=first)
    said(owner, first, most.amount)
    rest = most_for_use(by=picker(owner), unit_id=second)
    assert most == eur(3856) and abs(rest.amount - most.amount) <= 1
    operations.deduct(
        by=owner, return_id=return_id, item_id=see(owner, return_id).items[0].id, amount=eur(7000), reason=WORN
    )
    assert most_for_use(by=picker(owner), unit_id=second).amount < 1000


def test_what_was_written_and_shown_is_erased_with_the_person(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id, (unit,) = opened(owner, shopper, order)
    said(owner, unit)
    with tenancy.entered(owner.shop_id):
        digest = see(owner, return_id).items[0].wear[0].photos[0]
        assert forgetting.photos_held(digests=[digest, "0" * 64]) == {digest}
        assert chains.of_return(return_id=return_id).flaws == ()
        ReturnItem.objects.filter(return_row_id=return_id).update(
            wear=[{**row, "photos": ["0" * 64]} for row in ReturnItem.objects.get(return_row_id=return_id).wear]
        )
        assert len(chains.of_return(return_id=return_id).flaws) == 1
        gone = forgetting.forget(by=Actor.system(owner.shop_id), return_ids=[return_id])
        assert gone.photos == {"0" * 64} and forgetting.photos_held(digests=[digest]) == set()
        kept = see(owner, return_id).items[0].wear[0]
        assert (kept.why, kept.photos, kept.amount) == ("…", (), 1500)
        assert chains.of_return(return_id=return_id).flaws == ()
        assert files.read(digest)


def settled_for_less(owner: Actor, shopper: Actor, order: UUID) -> UUID:
    shops.change_settings(by=owner, changes={"bench": {"alone": 1500}})
    return_id, (unit,) = opened(owner, shopper, order)
    said(owner, unit)
    look(owner, unit)
    return return_id


def test_the_customer_is_told_where_the_photos_are_and_objects_once(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id = settled_for_less(owner, shopper, order)
    with tenancy.entered(owner.shop_id):
        mail = Mail.objects.filter(occasion="refund_on_its_way").get()
    assert WORN in mail.text and "#taken-off" in mail.text and "#taken-off" in mail.html
    assert Act.APPEAL in see(owner, return_id).next_acts
    operations.appeal(by=shopper, return_id=return_id, why="La tache y était à la livraison.")
    view = see(owner, return_id)
    assert (view.waits_for, view.appeal, view.deadline_at is not None) == ("shop", Appeal.OPEN, True)
    with pytest.raises(Refused, match="return_not_possible_now"):
        operations.appeal(by=shopper, return_id=return_id, why="Encore")
    operations.give_deduction_back(by=owner, return_id=return_id, reason="Vous avez raison.")
    view = see(owner, return_id)
    assert (view.status, view.waits_for, view.appeal) == (Status.SETTLED, "", Appeal.ANSWERED)
    lines = paid(owner, return_id)
    assert lines[LineKind.DEDUCTION] + lines[LineKind.GOODWILL] == 0
    with pytest.raises(Refused, match="objection_unknown"):
        operations.uphold_deduction(by=owner, return_id=return_id, reason="Non")


def test_an_objection_may_be_answered_with_no(shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway) -> None:
    return_id = settled_for_less(owner, shopper, order)
    with pytest.raises(Refused, match="objection_unknown"):
        operations.uphold_deduction(by=owner, return_id=return_id, reason="Les photos le montrent.")
    operations.appeal(by=shopper, return_id=return_id, why="La tache y était.")
    operations.uphold_deduction(by=owner, return_id=return_id, reason="Les photos le montrent.")
    with tenancy.entered(owner.shop_id):
        assert Mail.objects.filter(occasion="answer", text__contains="Les photos le montrent").count() == 1
    assert see(owner, return_id).appeal is Appeal.ANSWERED and paid(owner, return_id)[LineKind.DEDUCTION] == -1500
