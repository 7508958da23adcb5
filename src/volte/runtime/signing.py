"""What leaves the house and must be recognised as ours by anybody: signed with Ed25519 (RFC 8032).

The private key is derived from the key of the installation (VOLTE_SECRET_KEY) for this purpose alone, so there is no
second secret to keep, and all machines of an installation sign alike. Whoever has the public key needs nothing else of
ours to verify. After a change of the installation's key new things are signed with the new one; `public_keys` still
names those before.
"""

from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings


def sign(content: bytes) -> str:
    """The signature in hex."""
    return _private(settings.SECRET_KEY).sign(content).hex()


def public_key() -> str:
    """The public key we sign with, in hex (32 bytes)."""
    return _public(settings.SECRET_KEY)


def public_keys() -> tuple[str, ...]:
    """That key first, then those before it that we still know."""
    return tuple(_public(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


def public_pem() -> str:
    """Those keys as other tools read them (PEM), today's first."""
    return "".join(_pem(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


def _pem(secret: str) -> str:
    return _private(secret).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _public(secret: str) -> str:
    return _private(secret).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


@lru_cache(maxsize=4)
def _private(secret: str) -> Ed25519PrivateKey:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"volte.runtime.signing").derive(secret.encode())
    return Ed25519PrivateKey.from_private_bytes(derived)
