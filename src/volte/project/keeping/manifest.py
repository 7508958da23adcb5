"""What a backup says about itself."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

FORMAT = 1

# What is printed on a terminal may not hold more than its name promises: somebody else may have written the file.
Handle = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]{1,60}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z0-9_]{1,63}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Table(_Part):
    """`columns` in the order of the copied rows; `sha256` of the copied text."""

    columns: tuple[Name, ...]
    rows: int
    sha256: str


class Sequence(_Part):
    last_value: int
    is_called: bool


class Files(_Part):
    """`lost` were named by the database and not there, or not what their name says. `erased` were named by the
    snapshot and no longer when their turn came."""

    count: int
    size: int
    lost: tuple[Digest, ...] = ()
    erased: tuple[Digest, ...] = ()


class Manifest(_Part):
    """`taken_at` is the moment of the snapshot: everything committed before is in it, nothing after."""

    format: int
    volte: Version
    postgresql: str
    taken_at: datetime
    shops: tuple[Handle, ...]
    migrations: dict[str, tuple[str, ...]]
    tables: dict[Name, Table]
    sequences: dict[Name, Sequence]
    files: Files
    secret_key: bool
