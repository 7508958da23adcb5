"""How does an area say no? With a code and its parameters; the sentence is written at the door.

Every code has a sentence in each language (`error-<code>` in `texts/*.ftl`, held by a test). The interface maps
the class to its own status; areas never know one.
"""

from typing import Any


class Refused(Exception):
    """Something expected went against the wish of the caller.

    `code` is a stable snake_case word for programs; `params` are plain values (str, int, Money …) for the sentence.
    """

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({shown})"


class NotFound(Refused):
    """The thing does not exist, or the caller may not know that it does."""


class NotAllowed(Refused):
    """The caller is known and lacks the permission."""


class NotKnown(Refused):
    """The caller did not say who they are, or we do not believe it."""


class Conflict(Refused):
    """The world moved on: the state no longer allows this, or somebody else was first."""


class Invalid(Refused):
    """What was sent makes no sense as it stands; the caller can correct it."""


class TooMany(Refused):
    """Too often, too fast. `params["retry_after"]` is whole seconds."""


class TooLarge(Refused):
    """More bytes or items than we take in one go."""
