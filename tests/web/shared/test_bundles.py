"""One small stylesheet and script per face, kept for ever by whoever got them."""

import gzip

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from volte.web.shared import bundles

pytestmark = pytest.mark.django_db
BUDGET = 100_000


@pytest.mark.parametrize("face", bundles.FACES)
def test_a_face_stays_small(face: str) -> None:
    """What every page of a face loads beside its own words, unpacked; the pages have the rest (test_pages)."""
    weight = len(bundles.bundle(face, "css").content) + len(bundles.bundle(face, "js").content)
    if face == "staff":
        library = finders.find("django_htmx/htmx-2.min.js")
        assert isinstance(library, str)
        with open(library, "rb") as file:  # noqa: PTH123
            packed = len(gzip.compress(file.read()))
        weight = packed + sum(len(bundles.bundle(face, kind).packed) for kind in ("css", "js"))
    assert weight < 0.8 * BUDGET


@pytest.mark.parametrize("kind", ["css", "js"])
@pytest.mark.parametrize("face", bundles.FACES)
def test_the_address_names_the_content(client: Client, face: str, kind: str) -> None:
    made = bundles.bundle(face, kind)
    answer = client.get(made.address, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == made.content
    assert "immutable" in answer["Cache-Control"]
    assert client.get(made.address).content == made.content


def test_an_old_address_answers_but_is_not_kept(client: Client) -> None:
    answer = client.get("/assets/portal-000000000000.css")
    assert answer.status_code == 200
    assert "immutable" not in answer["Cache-Control"]


def test_what_is_no_bundle_is_not_found(client: Client) -> None:
    assert client.get("/assets/other-1.css").status_code == 404
    assert client.get("/accent/nothex.css").status_code == 404


def test_braces_still_match_after_tightening() -> None:
    for face in bundles.FACES:
        for kind in ("css", "js"):
            text = bundles.bundle(face, kind).content.decode()
            assert text.count("{") == text.count("}")


def test_styles_use_only_properties_that_are_set() -> None:
    """A misspelt `var(--…)` fails in silence: found here."""
    import re

    for face in bundles.FACES:
        text = bundles.bundle(face, "css").content.decode()
        used = set(re.findall(r"var\((--[a-z0-9-]+)\)", text))
        assert used <= set(re.findall(r"(--[a-z0-9-]+)\s*:", text)), used
