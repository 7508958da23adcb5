"""Cells of CSV files, as spreadsheets take them."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(words: str) -> str:
    """A spreadsheet takes what begins with these for a formula: a quotation mark before it says that it is none."""
    return f"'{words}" if words.startswith(_FORMULA) else words
