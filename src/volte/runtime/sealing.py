"""Secrets that must be read again: kept encrypted in the database, opened with the key that signs.

A hash would be better and is not possible where we have to sign with the secret. Whoever has only the database (a
backup, a dump) reads nothing; the key lies elsewhere (VOLTE_SECRET_KEY, or VOLTE_HOME/secret_key). Fernet is
AES-128-CBC with HMAC-SHA256; its key is derived for this purpose alone. Older keys (VOLTE_SECRET_KEY_BEFORE)
still open.
"""

import base64
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unreadable(Exception):
    """It was sealed with a key we no longer have."""


def seal(secret: str) -> str:
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret again; raises `Unreadable`."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _box() -> MultiFernet:
    return _made(tuple([settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]))


@lru_cache(maxsize=4)
def _made(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    derivation = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"volte.runtime.sealing")
    return base64.urlsafe_b64encode(derivation.derive(key.encode()))
