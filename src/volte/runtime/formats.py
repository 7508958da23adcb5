"""Money, dates and numbers as people of a language write them (Babel)."""

import copy
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.numbers import NumberPattern, format_decimal

from volte.kit import currencies
from volte.kit.money import Money
from volte.kit.rates import Rate

LANGUAGES = ("fr", "en")
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, "en_GB"))


@lru_cache
def _prices(language: str, digits: int) -> NumberPattern:
    """How prices are written, with so many decimals: the locale would leave some out that are there."""
    pattern: NumberPattern = copy.copy(_locale(language).currency_formats["standard"])
    pattern.frac_prec = (digits, digits)
    return pattern


def money(amount: Money, language: str) -> str:
    """49,99 € · €49.99; what is taken away −5,00 € · −€5.00, with a true minus."""
    pattern = _prices(language, currencies.digits(amount.currency))
    written = pattern.apply(in_units(amount), _locale(language), currency=amount.currency, currency_digits=False)
    return _with_minus(written)


def in_units(amount: Money) -> Decimal:
    """49.99 for 4999 cents, 4999 for as many yen: in whole units, with as many digits as the currency has."""
    return Decimal(amount.amount).scaleb(-currencies.digits(amount.currency))


def day(value: date, language: str) -> str:
    """vendredi 12 décembre 2026 · Friday 12 December 2026."""
    pattern = "EEEE d MMMM y"
    written = format_date(value, pattern, locale=_locale(language))
    return written.replace(" 1 ", " 1er ", 1) if language == "fr" and value.day == 1 else written


def short_day(value: date, language: str) -> str:
    """12 déc. 2026 · 12 Dec 2026."""
    return format_date(value, "d MMM y", locale=_locale(language))


def weekday(value: date, language: str) -> str:
    """ven. 12 déc. · Fri 12 Dec."""
    return format_date(value, "EEE d MMM", locale=_locale(language))


def month(value: date, language: str) -> str:
    """déc. 26 · Dec 26."""
    return format_date(value, "MMM yy", locale=_locale(language))


def week(value: date, language: str) -> str:
    """12 déc. · 12 Dec, the day a week begins."""
    return format_date(value, "d MMM", locale=_locale(language))


def moment(value: datetime, language: str, zone: str = "Europe/Paris") -> str:
    """12 décembre 2026 à 14:05, in the zone of the shop."""
    local = value.astimezone(ZoneInfo(zone))
    pattern = "d MMMM y 'à' HH:mm" if language == "fr" else "d MMMM y, HH:mm"
    return format_datetime(local, pattern, locale=_locale(language))


def second(value: datetime, language: str, zone: str = "Europe/Paris") -> str:
    """12 déc. 2026, 14:05:09: where minutes do not tell one thing from the next."""
    local = value.astimezone(ZoneInfo(zone))
    return format_datetime(local, "d MMM y, HH:mm:ss", locale=_locale(language))


def proven(value: datetime, language: str, zone: str) -> str:
    """12 décembre 2026 à 14:05:09 (UTC+01:00, Europe/Paris): for what must be proven to the second."""
    local = value.astimezone(ZoneInfo(zone))
    pattern = "d MMMM y 'à' HH:mm:ss" if language == "fr" else "d MMMM y, HH:mm:ss"
    return f"{format_datetime(local, pattern, locale=_locale(language))} (UTC{local.isoformat()[-6:]}, {zone})"


def hour(value: datetime, language: str, zone: str = "Europe/Paris") -> str:
    return format_time(value.astimezone(ZoneInfo(zone)), "HH:mm", locale=_locale(language))


def country(code: str, language: str) -> str:
    """FR -> France; the code itself when nobody knows it."""
    return str(_locale(language).territories.get(code, code))


def number(value: int | float, language: str) -> str:
    return _with_minus(format_decimal(value, locale=_locale(language)))


def percent(rate: Rate, language: str, *, decimals: int | None = None) -> str:
    """10 % · 10%. With `decimals` always so many, as figures under one another want it."""
    shape = None if decimals is None else f"#,##0.{'0' * decimals}"
    shown = format_decimal(float(rate.share * 100), format=shape, locale=_locale(language))
    return f"{shown}\u00a0%" if language == "fr" else f"{shown}%"


def _with_minus(written: str) -> str:
    """A hyphen is short, sits low and may end a line; U+2212 is as wide as a figure and stays with it."""
    return written.replace("-", "\u2212")
