"""Was this signed with the private half of that key?"""

import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

ALGORITHM = "Ed25519"
_KEY = re.compile("[0-9a-f]{64}")


def holds(*, key: str, signature: str, content: bytes) -> bool:
    """Both in lower hex, as they are written; anything that is no key or signature does not hold."""
    try:
        if (key, signature) != (bytes.fromhex(key).hex(), bytes.fromhex(signature).hex()):
            return False
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def key_of(written: str) -> str | None:
    """A public key as somebody gave it: 64 hex digits, or PEM. None for what is none."""
    tidy = "".join(written.split()).lower()
    if _KEY.fullmatch(tidy):
        return tidy
    try:
        found = load_pem_public_key(written.encode())
    except (ValueError, TypeError, UnicodeEncodeError):
        return None
    if not isinstance(found, Ed25519PublicKey):
        return None
    return found.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
