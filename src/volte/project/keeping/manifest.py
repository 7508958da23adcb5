"""What a backup says about itself."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

FORMAT = 1


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Table(_Part):
    """`columns` in the order of the copied rows; `sha256` of the copied text."""

    columns: tuple[str, ...]
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
    lost: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()


class Manifest(_Part):
    """`taken_at` is the moment of the snapshot: everything committed before is in it, nothing after."""

    format: int
    volte: str
    postgresql: str
    taken_at: datetime
    shops: tuple[str, ...]
    migrations: dict[str, tuple[str, ...]]
    tables: dict[str, Table]
    sequences: dict[str, Sequence]
    files: Files
    secret_key: bool
