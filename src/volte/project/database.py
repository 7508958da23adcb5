"""What the settings need to know before Django starts: where the database is, and the key that signs."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from volte.runtime.postgres.server import Place


def secret_key(home: Path) -> str:
    """From VOLTE_SECRET_KEY, else one made once and kept in VOLTE_HOME, readable by its owner only."""
    given = os.environ.get("VOLTE_SECRET_KEY")
    if given:
        return given
    file = home / "secret_key"
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text().strip()


def secret_keys_before() -> list[str]:
    """VOLTE_SECRET_KEY_BEFORE: keys that no longer sign and still open what they signed or sealed, newest first."""
    return [key.strip() for key in os.environ.get("VOLTE_SECRET_KEY_BEFORE", "").split(",") if key.strip()]


def url(home: Path) -> str:
    """DATABASE_URL, else the embedded server of this home."""
    given = os.environ.get("DATABASE_URL")
    if given:
        return given
    place = Place(home)
    if not place.password_file.exists():
        return "postgresql://volte@/volte?host=" + str(place.socket_dir)
    return place.url()


def connection(home: Path) -> dict[str, Any]:
    """Django's description of the database. Web and worker act in a role that owns nothing (see runtime.isolation)."""
    parts = urlsplit(url(home))
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    # What comes again and again is prepared in runtime.sql; psycopg, preparing too, would empty both after a rollback.
    options: dict[str, Any] = {"server_side_binding": True, "prepare_threshold": None}
    if os.environ.get("VOLTE_TESTING") != "1":
        options["pool"] = {"min_size": 0, "max_size": 16, "timeout": 20}
    if os.environ.get("VOLTE_DATABASE_ROLE"):
        # Not `assume_role`: to quote the name Django asks the pool for a second connection, and waits for ever.
        options["options"] = f"-c role={os.environ['VOLTE_DATABASE_ROLE']}"
    for key in ("sslmode", "sslrootcert", "connect_timeout"):
        if key in query:
            options[key] = query[key]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "volte",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": parts.port or "",
        "OPTIONS": options,
        # The pool asks each connection whether it still stands: a database that came back costs no shopper an error.
        "CONN_HEALTH_CHECKS": True,
    }
