"""What is printed is read back by a scanner's eyes, whatever the customer is called."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import zxingcpp
from PIL import Image

from volte.logistics.labels import sheet
from volte.logistics.rules import parcel

CODE = parcel.with_check("V7K2X90BD3FR")
MONDAY = datetime(2026, 11, 2, 9, 30, 15, 123456, tzinfo=UTC)

SHEET = sheet.Sheet(
    language="fr",
    title="Retour",
    brand="Maison Volière",
    method="Point de dépôt",
    from_word="Expéditeur",
    sender=("Claire Lefèvre", "12, rue des Martyrs", "Bât. B, 3e étage", "75011 Paris"),
    to_word="Destinataire",
    recipient=("Maison Volière, retours", "8, rue de l’Entrepôt", "59000 Lille"),
    code=CODE,
    code_spaced=parcel.spaced(CODE),
    facts=(("Retour", "R7K2-M4QX"), ("Commande", "#1001"), ("À remettre jusqu’au", "12 déc. 2026")),
    advice="Collez l’étiquette à plat et masquez l’ancienne.",
    bars_described="Code-barres du colis",
    square_described="Code QR du colis",
)


def seen(picture: bytes) -> dict[str, str]:
    """What a scanner reads on a picture: symbology -> text."""
    with Image.open(io.BytesIO(picture)) as image:
        return {str(mark.format): mark.text for mark in zxingcpp.read_barcodes(image.convert("L"))}


def test_both_codes_read_back_at_the_resolution_of_a_thermal_printer() -> None:
    printed = sheet.picture(SHEET, dots_per_inch=203)
    assert seen(printed) == {"Code 128": CODE, "QR Code": CODE}
    with Image.open(io.BytesIO(printed)) as image:
        assert image.size == (812, 1218)


def test_every_code_that_can_be_made_reads_back() -> None:
    for _ in range(5):
        code = parcel.new_code()
        printed = sheet.picture(replace(SHEET, code=code, code_spaced=parcel.spaced(code)))
        assert {parcel.read(text).code for text in seen(printed).values()} == {code}


def test_the_pdf_is_one_tagged_page_and_always_the_same() -> None:
    made = sheet.pdf(SHEET, made_at=MONDAY)
    assert made == sheet.pdf(SHEET, made_at=MONDAY)
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made and b"/Marked true" in made
    assert b"/Lang" in made and b"pdfuaid" in made
    assert b"/MediaBox[0 0 288 432]" in made and b"/Count 1/Kids" in made


@pytest.mark.parametrize(
    "name",
    [
        "Anne-Charlotte de la Bruyère-Montgomery " * 6,
        'Robert"); #panic("x") $x$ *b* _i_ \\ [a] <b>',
        "渡辺 直美",
        "ليلى حداد",
        "🌿" * 80,
        "W" * 300,
    ],
)
def test_no_name_breaks_the_label(name: str) -> None:
    long = replace(SHEET, sender=(name,) * 6, recipient=(name,) * 6, brand=name, facts=((name, name),) * 5, method=name)
    assert set(seen(sheet.picture(long)).values()) == {CODE}
    assert b"/Marked true" in sheet.pdf(long, made_at=MONDAY)
