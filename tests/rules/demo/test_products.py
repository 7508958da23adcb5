"""The shelves: numbers nobody else uses, both languages, and pictures a phone can take."""

from xml.etree import ElementTree

import pytest

from volte.catalogue.documents import products as documents
from volte.law.rules import traits
from volte.project.demo import logo, products, reading
from volte.project.demo.pictures import gallery

SVG = "{http://www.w3.org/2000/svg}"


def test_about_sixty_products_with_variants() -> None:
    assert 55 <= len(products.everything()) <= 75
    assert len(products.by_sku()) == sum(len(product.variants) for product in products.everything())


def test_gtins_are_internal_and_their_check_digit_is_right() -> None:
    gtins = [variant.gtin for _, variant in products.by_sku().values()]
    assert len(set(gtins)) == len(gtins)
    for gtin in gtins:
        assert len(gtin) == 13
        assert gtin.startswith("2")
        total = sum(int(digit) * (1 if place % 2 == 0 else 3) for place, digit in enumerate(gtin))
        assert total % 10 == 0, gtin


@pytest.mark.parametrize(("digits", "check"), [("400638133393", "1"), ("978020137962", "4"), ("629104150021", "3")])
def test_check_digit_of_known_numbers(digits: str, check: str) -> None:
    assert products.check_digit(digits) == check


def test_prices_leave_a_margin_and_everything_weighs_something() -> None:
    for product in products.everything():
        cheapest = min(variant.price for variant in product.variants)
        assert product.cost * 5 < cheapest * 3 or "final-sale" in product.tags, product.id
        assert product.weight > 0 or "digital" in product.traits, product.id


def test_traits_are_words_the_law_knows() -> None:
    for product in products.everything():
        assert traits.of_words(product.traits).unknown == (), product.id


def test_every_product_document_is_taken_in() -> None:
    for product in products.everything():
        read = documents.product(document=product.document())
        assert len(read.variants) == len(product.variants)


def test_every_kind_the_demo_needs_is_on_the_shelf() -> None:
    tags = {tag for product in products.everything() for tag in product.tags}
    found = {trait for product in products.everything() for trait in product.traits}
    assert {"final-sale", "bulky", "fragile", "gift-card", "engraved"} <= tags
    assert {"sealed", "hygiene", "made_to_order", "digital"} <= found


def test_french_is_written_with_its_spaces_and_apostrophes() -> None:
    for name in (*reading.names("products"), "shop", "tales", "comments", "opinions", "tour", "policy"):
        for number, row in enumerate(reading.text(f"{name}.toml").splitlines(), start=1):
            if row.lstrip().startswith(("fr =", "comment =", "opinion =", "why =")) or "{ fr = " in row:
                for bad in (" !", " ?", " :", "« ", " »", " €", "'"):
                    assert bad not in row, f"{name}:{number}: {row}"


def test_every_picture_is_small_and_well_formed() -> None:
    drawn = products.pictures()
    assert len(drawn) > 150
    for name, picture in drawn.items():
        assert len(picture.encode()) < 4_000, name
        root = ElementTree.fromstring(picture)
        assert root.tag == f"{SVG}svg"
        title = root.find(f"{SVG}title")
        assert title is not None
        assert title.text, name


def test_pictures_use_nothing_from_elsewhere_and_refer_to_what_they_define() -> None:
    for name, picture in products.pictures().items():
        root = ElementTree.fromstring(picture)
        defined = {element.get("id") for element in root.iter() if element.get("id")}
        used = {element.get("href", "").removeprefix("#") for element in root.iter(f"{SVG}use")}
        clipped = {element.get("clip-path", "")[5:-1] for element in root.iter() if element.get("clip-path")}
        assert used | clipped <= defined, name
        assert "http" not in picture.replace("http://www.w3.org/2000/svg", ""), name


def test_each_colour_of_a_product_has_its_own_picture() -> None:
    drawn = products.pictures()
    for product in products.everything():
        urls = {product.picture_url(colour=variant.colour.handle) for variant in product.variants}
        pictures = [drawn[url.rsplit("/", 1)[1]] for url in urls]
        assert len(set(pictures)) == len(pictures), product.id


def test_every_product_says_which_drawing_it_wants() -> None:
    assert all(gallery.known(product.design.draw) for product in products.everything())


def test_the_logo_is_well_formed() -> None:
    assert ElementTree.fromstring(logo.full()).tag == f"{SVG}svg"
    assert len(logo.full().encode()) < 4_000
