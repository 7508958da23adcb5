"""Whoever was sent a dossier finds the key it is sealed with where they find the shop."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from volte.dossiers.rules import seal
from volte.runtime import signing


@pytest.mark.parametrize("path", ["/.well-known/volte-dossier-key.pem", "/s/maison/.well-known/volte-dossier-key.pem"])
def test_the_key_is_public(portal_shop: UUID, path: str, settings: Any) -> None:
    before = signing.public_key()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = (
        "another one, of a length nobody guesses",
        [settings.SECRET_KEY],
    )
    answer = Client().get(path)
    assert answer.status_code == 200
    keys = [
        f"{one}-----END PUBLIC KEY-----" for one in answer.content.decode().split("-----END PUBLIC KEY-----\n") if one
    ]
    assert [seal.key_of(key) for key in keys] == [signing.public_key(), before]
    assert seal.key_of(answer.content.decode()) == signing.public_key()
    assert Client().post(path).status_code == 405
