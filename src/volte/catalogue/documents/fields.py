"""The kinds of fields a document is made of.

Numbers are whole, never text, within 64 bits; text holds no NUL byte and is valid Unicode.
"""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from volte.kit.rates import Rate

MOST_AMOUNT = 10**14
# All that an order lists together, before tax: with tax it is still far within 64 bits.
MOST_TOTAL = 10**15
MOST_UNITS = 1_000_000
MOST_LINES = 5_000
_YEARS = (1990, 2200)


def _no_nul(written: str) -> str:
    if "\x00" in written:
        raise PydanticCustomError("document_nul_byte", "NUL byte")
    return written


def _blank_is_missing(value: Any) -> Any:
    return "" if value is None else value


def _moment(value: Any) -> datetime:
    if not isinstance(value, str):
        raise PydanticCustomError("document_not_a_moment", "not text")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("document_not_a_moment", "not RFC 3339") from None
    if moment.tzinfo is None or not _YEARS[0] <= moment.year < _YEARS[1]:
        raise PydanticCustomError("document_not_a_moment", "no zone, or not of our time")
    return moment.astimezone(UTC)


def _day(value: Any) -> date:
    if not isinstance(value, str) or len(value) != len("2026-11-02"):
        raise PydanticCustomError("document_not_a_day", "not YYYY-MM-DD")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("document_not_a_day", "not YYYY-MM-DD") from None
    if not _YEARS[0] <= day.year < _YEARS[1]:
        raise PydanticCustomError("document_not_a_day", "not of our time")
    return day


def _vat_id(value: Any) -> Any:
    """As it is compared: capitals, without the spaces, dots and dashes people put between."""
    return value.upper().translate(_BETWEEN) if isinstance(value, str) else _blank_is_missing(value)


_BETWEEN = str.maketrans("", "", " .-\u00a0\u202f")


@lru_cache(maxsize=512)
def rate(*, written: str) -> Rate:
    """A percentage, parsed once per way of writing it."""
    return Rate.parse(written)


def _rate(value: Any) -> Rate:
    if not isinstance(value, str):
        raise PydanticCustomError("document_not_a_rate", "not text")
    try:
        return rate(written=value)
    except ValueError:
        raise PydanticCustomError("document_not_a_rate", "not a percentage") from None


def _capitals(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


# The last validator runs first; limits stand next to the type, where they are checked without a call.
Text = Annotated[str, Field(max_length=255), AfterValidator(_no_nul), BeforeValidator(_blank_is_missing)]
ShortText = Annotated[str, Field(max_length=40), AfterValidator(_no_nul), BeforeValidator(_blank_is_missing)]
LongText = Annotated[str, Field(max_length=500), AfterValidator(_no_nul), BeforeValidator(_blank_is_missing)]
Url = Annotated[str, Field(max_length=2000), AfterValidator(_no_nul), BeforeValidator(_blank_is_missing)]
Word = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_no_nul)]
Words = Annotated[tuple[Word, ...], Field(max_length=100)]
Id = Annotated[str, Field(min_length=1, max_length=255), AfterValidator(_no_nul)]
Amount = Annotated[int, Field(strict=True, ge=0, le=MOST_AMOUNT)]
Count = Annotated[int, Field(strict=True, ge=1, le=MOST_UNITS)]
CountOrNone = Annotated[int, Field(strict=True, ge=0, le=MOST_UNITS)]
Grams = Annotated[int, Field(strict=True, ge=0, le=100_000_000)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Day = Annotated[date, BeforeValidator(_day)]
VatId = Annotated[str, Field(pattern=r"^([A-Z]{2}[0-9A-Z+*]{2,18})?$"), BeforeValidator(_vat_id)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$"), BeforeValidator(_capitals)]
Country = Annotated[
    str, Field(pattern=r"^([A-Z]{2})?$"), BeforeValidator(_capitals), BeforeValidator(_blank_is_missing)
]
Language = Annotated[str, Field(pattern=r"^[A-Za-z-]{0,20}$"), BeforeValidator(_blank_is_missing)]
YesNo = Annotated[bool, Field(strict=True)]
Gtin = Annotated[str, Field(pattern=r"^[0-9]{0,14}$"), BeforeValidator(_blank_is_missing)]


class Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, arbitrary_types_allowed=True)


class Tax(Part):
    rate: Annotated[Rate, BeforeValidator(_rate)]
