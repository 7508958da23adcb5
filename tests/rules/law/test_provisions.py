"""The data: complete, dated, cited, and read the way the rules expect."""

from datetime import date

import pytest

from volte.law.rules import provisions, terms, traits
from volte.law.rules.words import Coverage, Topic, Trait


def test_every_topic_of_the_union_is_provided_for() -> None:
    union = {provision.topic for provision in provisions.jurisdictions()["EU"].provisions}
    assert set(Topic) - union == {
        Topic.SMALL_PROFESSIONALS,
        Topic.LATE_REFUND,
        Topic.CONFORMITY_REJECT,
        Topic.CONFORMITY_NOTICE,
        Topic.CONFORMITY_LATE_REFUND,
        Topic.CREDIT_TERM,
    }


def test_every_provision_is_cited() -> None:
    for layer in provisions.jurisdictions().values():
        assert all(provision.citation.title and provision.citation.article for provision in layer.provisions)


@pytest.mark.parametrize("code", sorted(provisions.jurisdictions()))
def test_every_file_can_be_read_on_every_day_something_changes(code: str) -> None:
    """A field nobody reads, or a value of another type, is found here and not by a customer."""
    country, _, region = code.partition("-")
    own = provisions.jurisdictions()[code]
    for day in {date(2026, 9, 1), *(provision.valid_from for provision in own.provisions)}:
        statute = provisions.statute(country, day, region or None)
        assert all(isinstance(statute.values[topic], terms.OF_TOPIC[topic]) for topic in statute.values)
    assert code == provisions.UNION or provisions.zones(country, region or None)


def test_a_field_nobody_reads_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody reads dayz"):
        terms.read(Topic.WINDOW, {"dayz": 14})


def test_a_country_that_says_one_thing_of_its_own_keeps_the_rest_of_the_union() -> None:
    spain = provisions.statute("ES", date(2026, 1, 5))
    assert spain.get(Topic.WINDOW, terms.Window) == provisions.statute("LT", date(2026, 1, 5)).get(
        Topic.WINDOW, terms.Window
    )
    assert [one.article for one in spain.cite(Topic.WINDOW)] == ["arts 68, 102", "art. 9(1)"]
    liable = spain.get(Topic.CONFORMITY_TERM, terms.ConformityTerm)
    assert liable is not None and (liable.months, liable.digital_months) == (36, 24)


def test_a_state_has_its_own_law_above_its_countrys() -> None:
    day = date(2026, 1, 5)
    federal, california = (provisions.statute("US", day, region) for region in ("TX", "CA"))
    assert federal.get(Topic.WINDOW, terms.Window) != california.get(Topic.WINDOW, terms.Window)
    assert california.get(Topic.CONFORMITY_TERM, terms.ConformityTerm) == federal.get(
        Topic.CONFORMITY_TERM, terms.ConformityTerm
    )


def test_what_nobody_compared_yet_is_said() -> None:
    polish = provisions.statute("PL", date(2026, 1, 5))
    assert [one.title for one in polish.unverified(Topic.WINDOW)] == ["Ustawa o prawach konsumenta"]
    assert provisions.statute("FR", date(2026, 1, 5)).unverified(Topic.WINDOW) == ()


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
    found = [provisions.statute(country, day).coverage for country in ("FR", "US", "LT", "CA", "XX")]
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
    assert traits.of_category("mattress").traits == {Trait.LASTING}
    assert traits.of_category("Robes").unknown == ("Robes",)
