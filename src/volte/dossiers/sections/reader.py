"""One return with all that every section needs of it, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from volte.catalogue.rules.order import Flag, OrderView
from volte.dossiers.rules.manifest import File
from volte.kit.errors import Refused
from volte.returns.views import ReturnView, SettlementView
from volte.runtime import files, texts
from volte.runtime.actor import Actor
from volte.runtime.shop_settings import ShopSettings

Json = dict[str, Any]
_ENDING = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf"}


@dataclass(slots=True)
class Files:
    """What goes along: stored files by their digest, and texts made here. Bytes of stored files are read only when
    they are packed, one after another."""

    stored: dict[str, File] = field(default_factory=dict)
    made: dict[str, bytes] = field(default_factory=dict)

    def add(self, digest: str, *, name: str, what: str) -> str | None:
        """The name of a stored file in the archive; None when the shop holds it no longer or it is not whole."""
        known = next((known for known, file in self.stored.items() if file.sha256 == digest), None)
        if known is not None:
            return known
        try:
            about = files.about(digest)
        except Refused:
            return None
        if not files.is_whole(digest):
            return None
        full = f"files/{name}.{_ENDING.get(about.media_type, 'bin')}"
        self.stored[full] = File(digest, about.size, about.media_type, what)
        return full


@dataclass(frozen=True, slots=True)
class Reader:
    """`language` is the one of the dossier; the customer's is on the view."""

    view: ReturnView
    order: OrderView | None
    settlements: Sequence[SettlementView]
    settings: ShopSettings
    handle: str
    language: str
    by: Actor
    now: datetime
    files: Files

    @property
    def erased(self) -> bool:
        """Was the customer erased from their order?"""
        return self.order is not None and Flag.FORGOTTEN in self.order.flags

    def say(self, name: str, **params: Any) -> str:
        return texts.say(f"dossier-{name}", self.language, **params)

    def coded(self, name: str, code: str) -> Mapping[str, str]:
        """A code beside its word; the code alone where there is no word for it."""
        text = f"{name}-{code}".replace("_", "-")
        return {"code": code, "said": texts.say(text, self.language) if texts.known(text, self.language) else code}

    def who(self, kind: str, name: str = "") -> str:
        return name or texts.say(f"dossier-who-{kind}", self.language)
