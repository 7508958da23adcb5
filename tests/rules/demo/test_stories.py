"""The returns: every ending is told, every line exists, nothing happens before its cause or after now."""

from collections import Counter

from tests.rules.demo.conftest import NOW
from volte.catalogue.documents import orders as documents
from volte.catalogue.rules import delivery
from volte.project.demo import products, shop
from volte.project.demo.stories.story import Act, Ending
from volte.project.demo.world import World
from volte.returns.rules import request
from volte.warehouse.rules import grading, inspection


def test_about_a_hundred_and_twenty_with_every_ending(made: World) -> None:
    assert 110 <= len(made.stories) <= 135
    endings = Counter(story.ending for story in made.stories)
    assert set(endings) == set(Ending)
    assert endings[Ending.SETTLED] > len(made.stories) // 3


def test_every_request_makes_sense_for_its_order(made: World) -> None:
    orders = {order["id"]: order for order in made.orders}
    reasons = [reason["handle"] for reason in shop.settings()["reasons"]]
    for story in made.stories:
        lines = {
            line["id"]: request.SoldLine(line["id"], line["title"], line["sku"], line["quantity"])
            for line in orders[story.order]["lines"]
        }
        items = tuple(
            request.WantedItem(
                line=item.line,
                quantity=item.quantity,
                reason=item.reason,
                comment=item.comment,
                condition=item.condition,
                resolution=item.resolution,
                exchange_sku=item.exchange_sku,
            )
            for item in story.items
        )
        wanted = request.Wanted(items=items, method=story.method, language=story.language, store=story.store)
        assert list(request.faults(wanted=wanted, lines=lines, reasons=reasons)) == [], story.key
        assert all(lines[item.line].sku == item.sku for item in story.items), story.key


def test_what_is_asked_for_instead_is_another_variant_in_stock(made: World) -> None:
    for story in made.stories:
        for item in story.items:
            if item.exchange_sku:
                product, other = products.by_sku()[item.exchange_sku]
                assert product is products.by_sku()[item.sku][0], story.key
                assert item.exchange_sku != item.sku, story.key
                assert sum(other.stock.values()) > 0, story.key


def test_steps_follow_one_another_after_delivery_and_before_now(made: World) -> None:
    orders = {order["id"]: documents.order(document=order) for order in made.orders}
    for story in made.stories:
        moments = [step.at for step in story.steps]
        assert moments == sorted(moments), story.key
        assert moments[-1] <= NOW, story.key
        order = orders[story.order]
        for item in story.items:
            line = next(line for line in order.lines if line.id == item.line)
            arrived = delivery.delivered_at(
                line_id=line.id, expected=line.quantity - line.cancelled_quantity, shipments=order.shipments
            )
            assert arrived is not None, story.key
            assert arrived < moments[0], story.key
            assert (moments[0] - arrived).days <= 30, story.key


def test_a_story_begins_with_a_request_unless_the_parcel_came_blind(made: World) -> None:
    for story in made.stories:
        first = story.steps[0].act
        assert first is (Act.ARRIVE if story.ending is Ending.BLIND else Act.REQUEST), story.key


def test_findings_are_words_of_the_warehouse_and_give_the_grade_told(made: World) -> None:
    seen = set()
    for story in made.stories:
        for step in story.steps:
            if step.act is not Act.INSPECT or story.ending is Ending.WRONG_ITEM:
                continue
            product = products.by_sku()[story.items[0].sku][0]
            group = inspection.group_of(category=product.category, traits=product.traits)
            findings = [inspection.Finding(word) for word in step.findings]
            assert grading.grade(findings=findings, group=group).grade.value == step.grade, story.key
            seen.add(step.grade)
    assert seen == {"A", "B", "C", "D"}


def test_arrivals_name_units_of_the_return_and_a_place_of_the_shop(made: World) -> None:
    places = {place["handle"] for place in shop.settings()["locations"]}
    for story in made.stories:
        asked = {item.line: item.quantity for item in story.items}
        for step in story.steps:
            if step.act is Act.ARRIVE:
                assert step.location in places
                assert all(quantity <= asked[line] for line, quantity in step.units), story.key


def test_some_come_back_in_part_only(made: World) -> None:
    for story in made.stories:
        if story.ending is Ending.PARTIAL:
            arrived = sum(quantity for step in story.steps for _, quantity in step.units)
            assert 0 < arrived < sum(item.quantity for item in story.items)


def test_refusals_and_kindness_give_their_reason(made: World) -> None:
    for story in made.stories:
        for step in story.steps:
            if step.act in {Act.REFUSE, Act.GOODWILL, Act.ASK}:
                assert step.words, story.key


def test_comments_come_in_both_languages(made: World) -> None:
    languages = Counter(story.language for story in made.stories if any(item.comment for item in story.items))
    assert languages["fr"] > languages["en"] > 15
