"""How many decimals has a currency? As ISO 4217 says, which payment providers and accountants go by.

What people write (Unicode CLDR) differs: nobody prices in Serbian para, yet 1.00 RSD is 100 of them on the wire. One
table for all, so that an amount means the same where it is typed, sent, booked and shown.
"""

_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE = "BHD IQD JOD KWD LYD OMR TND"
_FOUR = "CLF UYW"
_DIGITS = {code: digits for codes, digits in ((_NONE, 0), (_THREE, 3), (_FOUR, 4)) for code in codes.split()}


def digits(code: str) -> int:
    """The decimals of the currency with this ISO 4217 code; two where nobody said otherwise."""
    return _DIGITS.get(code, 2)
