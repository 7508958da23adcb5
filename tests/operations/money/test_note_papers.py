"""The paper of a note: PDF/A-3, tagged, and with the file for accounting inside it."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pypdf
import pytest

from tests.operations.money import notes_made as made
from volte.money.notes import papers
from volte.money.rules.credit_note import Note, Party

NOTE = made.note(
    made.goods(8332, 1667, quantity=2),
    made.goods(948, 52, made.FIVE, title="Miel"),
    made.row("restocking_fee", -417, -83),
)
RECEIPT = replace(NOTE, draft=replace(NOTE.draft, buyer=None))
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


def printed(note: Note) -> tuple[bytes, bytes | None]:
    xml = papers.xml(note=note)
    return papers.pdf(note=note, xml=xml, brand="Linotte & Fils", made_at=AT), xml


def opened(pdf: bytes) -> tuple[pypdf.PdfReader, Any, str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    return reader, root, root["/Metadata"].get_object().get_data().decode()


def words(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in opened(pdf)[0].pages)
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


def test_a_business_gets_a_factur_x() -> None:
    pdf, xml = printed(NOTE)
    reader, root, metadata = opened(pdf)
    assert reader.attachments["factur-x.xml"] == [xml]
    (embedded,) = (one.get_object() for one in root["/AF"])
    assert (embedded["/AFRelationship"], embedded["/UF"]) == ("/Alternative", "factur-x.xml")
    assert embedded["/EF"]["/F"].get_object()["/Subtype"] == "/text/xml"
    assert root["/OutputIntents"][0].get_object()["/S"] == "/GTS_PDFA1"
    assert root["/MarkInfo"]["/Marked"] is not None and root["/Lang"] == "fr"
    for told in (
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<fx:DocumentType>INVOICE</fx:DocumentType>",
        "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>",
        "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
        "<pdfaSchema:prefix>fx</pdfaSchema:prefix>",
    ):
        assert metadata.count(told) == 1, told


def test_another_program_reads_it_back() -> None:
    facturx = pytest.importorskip("facturx", reason="`make setup` installs it")
    pdf, xml = printed(NOTE)
    assert facturx.get_facturx_xml_from_pdf(pdf, check_xsd=True, check_schematron=False) == ("factur-x.xml", xml)


def test_a_consumer_gets_the_same_paper_without_a_file_and_without_a_name() -> None:
    pdf, xml = printed(RECEIPT)
    reader, root, metadata = opened(pdf)
    assert xml is None and not reader.attachments and "/AF" not in root and "fx:" not in metadata
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "Reçu d’avoir" in words(pdf) and "Optique" not in words(pdf)
    assert "93,90 €" not in words(pdf) and "99,99 €" in words(pdf), "with the tax a consumer paid"


def test_the_same_note_is_the_same_file() -> None:
    assert printed(NOTE) == printed(NOTE)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["Avoir AV-2026-000001", "Facture d’origine F-2026-17 du 3 nov. 2026", "Frais de remise en stock 1 20 %",
                "TVA 5,5 % sur 9,48 €", "Total TTC 104,99 €", "SIREN 802954784", "24 000 €"]),
        ("en", ["Credit note AV-2026-000001", "Original invoice F-2026-17 of 3 Nov 2026", "Restocking fee 1 20%",
                "VAT 5.5% on €9.48", "Total €104.99", "SIREN 802954784", "VAT number FR23802954784"]),
    ],
)  # fmt: skip
def test_all_the_law_wants_is_on_it(language: str, told: list[str]) -> None:
    text = words(printed(replace(NOTE, draft=replace(NOTE.draft, language=language)))[0])
    assert [one for one in told if one not in text] == [], text


def test_why_there_is_no_tax_is_on_it() -> None:
    why = "TVA non applicable, art. 293 B du CGI"
    free = made.note(made.goods(5000, 0, made.NONE), exemption=why)
    assert why in words(printed(free)[0])
    abroad = made.note(
        made.goods(5000, 0, made.NONE),
        buyer=Party(name="Optik See", country="DE", vat_id="DE123456789"),
        bought=replace(made.BOUGHT, delivered_to="DE"),
    )
    assert "art. 138" in words(printed(abroad)[0]) and "Allemagne" in words(printed(abroad)[0])


def test_many_rows_go_on_over_pages_under_their_heads() -> None:
    many = made.note(*[made.goods(4166, 833, title=f"Article {place} au nom assez long") for place in range(60)])
    pages = opened(printed(many)[0])[0].pages
    assert len(pages) > 2
    assert all("Désignation" in page.extract_text() for page in pages[:2])


def test_letters_no_font_has_do_not_keep_the_paper_back() -> None:
    pdf, xml = printed(made.note(made.goods(4166, 833, title="連衣裙 👗")))
    assert xml is not None and "連衣裙" in xml.decode() and "□□□" in words(pdf)
    assert "<pdfaid:part>3</pdfaid:part>" in opened(pdf)[2]
    assert opened(pdf)[0].attachments["factur-x.xml"] == [xml]
