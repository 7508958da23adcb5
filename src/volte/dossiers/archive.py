"""The archive: one ZIP with dossier.json, dossier.pdf, what to do with them, and the files as they were.

Nothing is compressed and every date is the same, so that the same parts always make the same bytes. Photos are large:
they are read one after another, and the archive is written to disk.
"""

import hashlib
import tempfile
import zipfile
from collections.abc import Mapping
from typing import IO

from django.conf import settings

from volte.dossiers import papers
from volte.dossiers.gathering import Gathered
from volte.dossiers.rules import manifest as rules
from volte.dossiers.rules import seal, zipping
from volte.dossiers.rules.manifest import File
from volte.kit.errors import NotFound
from volte.runtime import files, signing, texts

_TYPES = {"txt": "text/plain; charset=utf-8", "json": "application/json", "pdf": "application/pdf"}
# Up to so many bytes an archive lives in memory.
_IN_MEMORY = 8 * 1024 * 1024


def document(gathered: Gathered) -> bytes:
    """dossier.json, sealed, for whoever needs no more."""
    return _sealed(gathered, {**gathered.files.stored, **_listed(gathered.files.made)})


def paper(gathered: Gathered) -> bytes:
    """The PDF."""
    return papers.pdf(gathered, picture=_bytes_of)


def packed(gathered: Gathered) -> IO[bytes]:
    """The ZIP, open at its beginning; it is gone once it is closed."""
    made = {**gathered.files.made, rules.PAPER: paper(gathered), rules.READ_ME: _read_me(gathered)}
    listed = {**gathered.files.stored, **_listed(made)}
    made[rules.NAME] = _sealed(gathered, listed)
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # whoever asked closes it
    try:
        with zipfile.ZipFile(out, "w") as archive:
            for name in zipping.in_order([*made, *gathered.files.stored]):
                stored = gathered.files.stored.get(name)
                archive.writestr(zipping.entry(name), _bytes_of(stored.sha256) if stored else made[name])
    except BaseException:
        out.close()
        raise
    out.seek(0)
    return out


def _sealed(gathered: Gathered, listed: Mapping[str, File]) -> bytes:
    manifest = rules.made(gathered.content, listed)
    sealing = {
        "algorithm": seal.ALGORITHM,
        "public_key": signing.public_key(),
        "signature": signing.sign(rules.sealed(manifest)),
    }
    return rules.written({"content": gathered.content, "manifest": manifest, "seal": sealing})


def _listed(made: Mapping[str, bytes]) -> dict[str, File]:
    found = {}
    for name, content in made.items():
        ending = name.rpartition(".")[2]
        what = "paper" if name == rules.PAPER else "reading" if name == rules.READ_ME else "copy"
        found[name] = File(hashlib.sha256(content).hexdigest(), len(content), _TYPES[ending], what)
    return found


def _bytes_of(digest: str) -> bytes:
    """A stored file, whose name proves what it holds. Refuses `file_unknown` when it left the disk meanwhile."""
    try:
        return files.path_of(digest).read_bytes()
    except FileNotFoundError as error:
        raise NotFound("file_unknown") from error


def _read_me(gathered: Gathered) -> bytes:
    shop, key = gathered.content["about"]["shop"]["name"], signing.public_key()
    place = f"{settings.PUBLIC_URL}/.well-known/volte-dossier-key.pem"
    told = texts.say("dossier-read-me", gathered.language, number=gathered.number, shop=shop, key=key, place=place)
    return f"{told.strip()}\n".encode()
