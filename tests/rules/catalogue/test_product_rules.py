"""Barcodes by example."""

import pytest

from volte.catalogue.rules import product


@pytest.mark.parametrize("written", ["3760000000017", "0376 0000 0000 17", "03760000000017"])
def test_zeros_in_front_and_spaces_change_no_barcode(written: str) -> None:
    assert product.gtin_forms(written=written) == ("3760000000017", "03760000000017")


def test_an_american_code_is_found_as_a_european_one() -> None:
    assert product.gtin_forms(written="036000291452") == ("036000291452", "0036000291452", "00036000291452")


@pytest.mark.parametrize("written", ["", "3760000000018", "376000000001", "R2222-2222", "３７６００００００００１７"])
def test_what_no_scanner_reads_is_no_barcode(written: str) -> None:
    assert product.gtin_forms(written=written) == ()
