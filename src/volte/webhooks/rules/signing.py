"""How does a receiver know that a message is ours? The three headers of Standard Webhooks.

The library signs; here stands which secrets it signs with and what a secret looks like. While a secret is being
replaced both signatures are sent, so the receiver may change its own at any moment of the overlap.
"""

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime

from standardwebhooks.webhooks import Webhook

PREFIX = "whsec_"
BYTES = 32


def new_secret() -> str:
    """`whsec_` and 256 bits of chance in base 64."""
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def headers(*, message_id: str, at: datetime, body: str, signers: Sequence[Webhook]) -> list[tuple[str, str]]:
    """The headers that sign `body`, by each signer, newest first; `at` (aware) is the moment of this try."""
    signatures = " ".join(signer.sign(message_id, at, body) for signer in signers)
    stamp = str(int(at.timestamp()))
    return [("webhook-id", message_id), ("webhook-timestamp", stamp), ("webhook-signature", signatures)]
