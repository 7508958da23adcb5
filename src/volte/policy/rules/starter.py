"""With which policy does a new shop begin?"""

import json
from importlib import resources


def default_policy(*, name: str, country: str, currency: str, languages: tuple[str, ...]) -> str:
    """The starter policy as TOML text, ready for `operations.publish` and for the shop to change."""
    text = resources.files("volte.policy").joinpath("data/default.toml").read_text("utf-8")
    # A JSON string is a TOML string, whatever the shop is called.
    return (
        text.replace('"@name@"', json.dumps(name, ensure_ascii=False))
        .replace("@country@", country)
        .replace("@currency@", currency)
        .replace("@languages@", ", ".join(json.dumps(language) for language in languages))
    )
