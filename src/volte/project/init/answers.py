"""What an installation is told about itself."""

import re
import unicodedata
from dataclasses import dataclass, field, fields
from typing import Any
from urllib.parse import urlsplit

from volte.runtime.shop_settings import Location


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything `volte init` asks, each as it was typed; empty where nothing was said."""

    shop: str
    handle: str
    country: str
    currency: str
    timezone: str
    owner_name: str
    owner_email: str
    owner_password: str
    language: str
    public_url: str
    trusted_proxies: str
    database_url: str
    smtp_host: str
    smtp_port: str
    smtp_tls: str
    smtp_user: str
    smtp_password: str
    mail_from: str
    psp_url: str
    psp_key: str
    psp_webhook_secret: str
    locations: tuple[Location, ...] = field(default=())

    def environment(self, *, secret_key: str) -> dict[str, str]:
        """The variables that must be kept. A port other than the usual is part of no host's name."""
        host = urlsplit(self.public_url).hostname or "127.0.0.1"
        hosts = dict.fromkeys((host, "127.0.0.1", "localhost"))
        return {
            "VOLTE_SECRET_KEY": secret_key,
            "VOLTE_PUBLIC_URL": self.public_url.rstrip("/"),
            "VOLTE_HOSTS": ",".join(hosts),
            "VOLTE_TRUSTED_PROXIES": self.trusted_proxies,
            "DATABASE_URL": self.database_url,
            "VOLTE_SMTP_HOST": self.smtp_host,
            "VOLTE_SMTP_PORT": self.smtp_port if self.smtp_host else "",
            "VOLTE_SMTP_TLS": self.smtp_tls if self.smtp_host else "",
            "VOLTE_SMTP_USER": self.smtp_user,
            "VOLTE_SMTP_PASSWORD": self.smtp_password,
            "VOLTE_MAIL_FROM": self.mail_from,
            "VOLTE_PSP_URL": self.psp_url,
            "VOLTE_PSP_KEY": self.psp_key,
            "VOLTE_PSP_WEBHOOK_SECRET": self.psp_webhook_secret,
            "VOLTE_LOG_LEVEL": "INFO",
            "VOLTE_LOG_FORMAT": "json",
        }

    def for_the_database(self) -> dict[str, Any]:
        """What the step that opens the shop needs, as JSON values."""
        told = {part.name: getattr(self, part.name) for part in fields(self)}
        wanted = ("shop", "handle", "country", "currency", "timezone", "language")
        owner = ("owner_name", "owner_email", "owner_password")
        chosen = {name: told[name] for name in (*wanted, *owner)}
        return chosen | {"locations": [place.model_dump(mode="json") for place in self.locations]}


def handle_of(name: str) -> str:
    """A word for addresses: `Linotte & Fils` -> `linotte-fils`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "shop"


def location_of(written: str, *, country: str) -> Location:
    """`NAME; LINE; POSTCODE; CITY[; store]`; raises ValueError."""
    parts = [part.strip() for part in written.split(";")]
    if len(parts) not in (4, 5) or not parts[0] or parts[4:] not in ([], ["store"], ["warehouse"]):
        raise ValueError(written)
    name, line1, postcode, city = parts[:4]
    kind = parts[4] if len(parts) == 5 else "warehouse"
    whole = {"handle": handle_of(name), "name": name, "kind": kind, "line1": line1, "postcode": postcode, "city": city}
    return Location.model_validate(whole | {"country": country})
