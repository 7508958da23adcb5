"""The data: complete, dated, cited, and read the way the rules expect."""

from datetime import date

from volte.law.rules import provisions, traits
from volte.law.rules.words import Coverage, Topic, Trait


def test_every_topic_of_the_union_is_provided_for() -> None:
    union = {provision.topic for provision in provisions.all_provisions()["EU"]}
    assert set(Topic) - union == {Topic.SMALL_PROFESSIONALS}


def test_every_provision_is_cited() -> None:
    for layer in provisions.all_provisions().values():
        assert all(provision.citation.title and provision.citation.article for provision in layer)


def test_the_countrys_own_citation_stands_before_the_unions() -> None:
    cited = provisions.statute("FR", date(2026, 1, 5)).cite(Topic.WINDOW)
    assert [citation.article for citation in cited] == ["L221-18", "art. 9(1)"]


def test_the_law_of_the_day_of_the_contract_applies() -> None:
    before = provisions.statute("FR", date(2021, 12, 31))
    assert before.has(Topic.WINDOW) and not before.has(Topic.CONFORMITY_TERM)
    assert provisions.statute("FR", date(2022, 1, 1)).has(Topic.CONFORMITY_TERM)
    assert provisions.statute("FR", date(2015, 1, 1)).cite(Topic.WINDOW)[0].title == "Directive 2011/83/EU"


def test_countries_are_covered_by_their_own_law_by_the_unions_or_not() -> None:
    day = date(2026, 1, 5)
    found = [provisions.statute(country, day).coverage for country in ("FR", "DE", "LU", "GB", "US")]
    assert found == [
        Coverage.NATIONAL,
        Coverage.NATIONAL,
        Coverage.UNION,
        Coverage.NOT_COVERED,
        Coverage.NOT_COVERED,
    ]


def test_every_trait_that_ends_a_right_can_be_written_by_a_shop() -> None:
    assert traits.of_words(trait.value for trait in Trait).unknown == ()
    read = traits.of_words(["Bespoke", "second-hand", "glows in the dark"])
    assert read.traits == {Trait.MADE_TO_ORDER, Trait.USED}
    assert read.unknown == ("glows in the dark",)


def test_categories_are_read_by_their_plain_name() -> None:
    assert traits.of_category("Toothbrush heads sealed").traits == {Trait.SEALED, Trait.HYGIENE}
    assert traits.of_category("mattress").traits == frozenset()
    assert traits.of_category("Robes").unknown == ("Robes",)
