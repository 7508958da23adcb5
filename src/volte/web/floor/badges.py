"""What is printed on a badge or a station's sign, and whose is it?

A code says who is working, not that they may: the device is logged in, and a badge never gives more permissions than
the device has. Only letters that sit on the same key on English, French and German keyboards, so a scanner set to
another layout than its computer reads it all the same.
"""

from collections.abc import Iterable
from uuid import UUID

from django.utils.crypto import salted_hmac

from volte.logistics.rules import parcel
from volte.runtime.people import MemberView
from volte.runtime.shop_settings import Location

_LETTERS = "BCDEFGHJKNPRSTVX"
_LENGTH = 12


def of_member(*, member_id: UUID) -> str:
    return "B" + _letters("member", str(member_id))


def of_place(*, shop_id: UUID, handle: str) -> str:
    return "P" + _letters("place", f"{shop_id}/{handle}")


def member_of(*, code: str, members: Iterable[MemberView]) -> MemberView | None:
    """Whose badge this is; None when it is nobody's here."""
    return next((member for member in members if of_member(member_id=member.id) == code), None)


def place_of(*, code: str, shop_id: UUID, places: Iterable[Location]) -> Location | None:
    return next((place for place in places if of_place(shop_id=shop_id, handle=place.handle) == code), None)


def read(written: str) -> str | None:
    """A scanned text as one of these codes; None when it cannot be one."""
    text = "".join(letter for letter in parcel.tidy(written) if letter.isalnum())
    looks_right = len(text) == _LENGTH + 1 and text[0] in "BP" and all(letter in _LETTERS for letter in text)
    return text if looks_right else None


def _letters(what: str, whose: str) -> str:
    """Hard to make up without the server's key."""
    digest = salted_hmac(f"volte.floor.{what}", whose, algorithm="sha256").digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_LENGTH])
