"""Pictures are served where the orders say they are, to be kept for long, without asking the database."""

from django.test import Client

from volte.project.demo import products


def test_each_picture_an_order_can_name_is_served() -> None:
    product = products.everything()[0]
    url = product.picture_url(colour=product.variants[0].colour.handle)
    answer = Client().get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert "max-age=2592000" in answer["Cache-Control"]
    assert "Vary" not in answer
    assert answer.content.startswith(b"<svg")


def test_nobody_drew_this_one() -> None:
    assert Client().get(f"{products.PICTURES}/robe-en-papier.svg").status_code == 404
    assert Client().get(f"{products.PICTURES}/../secret_key").status_code == 404
