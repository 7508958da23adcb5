"""In which part of a country does a postcode lie?

As coarse as people think of it: French departments, the two leading figures elsewhere. Empty where nobody knows.
"""

# How many leading characters of a postcode name a region people recognise.
_LEADING = {"FR": 2, "DE": 2, "ES": 2, "IT": 2, "BE": 1, "NL": 2, "CH": 2, "AT": 1, "PT": 1, "LU": 1, "US": 3}
_OVERSEAS = ("97", "98")


def region_of(*, country: str, postcode: str) -> str:
    """ "75" for FR 75011, "974" for FR 97400, "SW" for GB SW1A1AA; "" when nothing can be said."""
    if not postcode:
        return ""
    if country == "GB":
        letters = next((place for place, letter in enumerate(postcode) if not letter.isalpha()), len(postcode))
        return postcode[:letters]
    length = _LEADING.get(country, 0)
    if country == "FR" and postcode.startswith(_OVERSEAS):
        length = 3
    return postcode[:length]
