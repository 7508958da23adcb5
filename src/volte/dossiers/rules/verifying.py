"""Is this dossier the one that was sealed, and if not, what exactly was changed?

Nothing of ours is asked but the file itself: its manifest says what must be there, its seal says who vouches for the
manifest, its timeline must hang together. A seal proves that the dossier was not changed since; whose seal it is, only
somebody knows who has the public key from elsewhere.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from volte.dossiers.rules import manifest as rules
from volte.dossiers.rules import seal, timeline
from volte.kit import canonical
from volte.kit.errors import Invalid


class What(StrEnum):
    """What is wrong. Each has its sentence `dossier-found-<code>`; `where` says which field, file, section or step."""

    FIELD_CHANGED = "field_changed"
    FIELD_MISSING = "field_missing"
    FIELD_ADDED = "field_added"
    PART_CHANGED = "part_changed"
    FILE_CHANGED = "file_changed"
    FILE_MISSING = "file_missing"
    FILE_ADDED = "file_added"
    WRITTEN_OTHERWISE = "written_otherwise"
    MANIFEST_CHANGED = "manifest_changed"
    NOT_SEALED = "not_sealed"
    OTHER_KEY = "other_key"
    STEP_CHANGED = "step_changed"
    STEP_MISSING = "step_missing"
    WORDS_CHANGED = "words_changed"
    END_DIFFERS = "end_differs"
    BESIDE_CHANGED = "beside_changed"
    TIMELINE_UNREADABLE = "timeline_unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    what: What
    where: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `key` sealed it; `key_known` is None where nobody said which key to expect. `not_at_hand` are
    files it speaks of that were not given along; `erased` steps whose words are gone, with the day, by place; `adopted`
    counts steps that were chained only later; `repacked`: the ZIP around it is not the one we made."""

    number: str
    made_at: str
    findings: tuple[Finding, ...]
    key: str
    key_known: bool | None
    steps: int
    adopted: int
    erased: Mapping[int, str]
    files: int
    not_at_hand: tuple[str, ...] = ()
    repacked: bool = False

    @property
    def whole(self) -> bool:
        return not self.findings


def envelope_of(raw: bytes) -> dict[str, Any]:
    """The JSON of a dossier. Refuses `dossier_unreadable`, `dossier_not_one`, `dossier_newer`."""
    try:
        found = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError, ValueError) as error:
        raise Invalid("dossier_unreadable", why=str(error)[:200]) from error
    manifest = found.get("manifest") if isinstance(found, dict) else None
    if not isinstance(manifest, dict) or manifest.get("format") != rules.FORMAT:
        raise Invalid("dossier_not_one")
    if manifest.get("version") != rules.VERSION:
        raise Invalid("dossier_newer", version=str(manifest.get("version"))[:20], known=rules.VERSION)
    envelope: dict[str, Any] = found
    return envelope


def check(*, raw: bytes, files: Mapping[str, str] | None, key: str | None, repacked: bool = False) -> Report:
    """Verify dossier.json as bytes. `files` are the SHA-256 of what came along by name, None when it came alone; `key`
    is the public key to expect, if somebody knows it. Refuses what `envelope_of` refuses."""
    envelope = envelope_of(raw)
    manifest = envelope["manifest"]
    content, sealing = _section(envelope, "content"), _section(envelope, "seal")
    findings = [
        *_written(envelope, raw),
        *_seal(manifest, sealing, key),
        *_content(content, _section(manifest, "parts"), _section(manifest, "fields")),
        *_timeline(content),
    ]
    listed = _section(manifest, "files")
    if files is not None:
        findings += _files(files, listed)
    places = _told(content)
    return Report(
        number=str(manifest.get("number", "")),
        made_at=str(manifest.get("made_at", "")),
        findings=tuple(findings),
        key=str(sealing.get("public_key", "")),
        key_known=None if key is None else sealing.get("public_key") == key,
        steps=len(places),
        adopted=sum(1 for _, adopted, _ in places if adopted),
        erased={place: erased for place, _, erased in places if erased},
        files=len(files or {}),
        not_at_hand=tuple(sorted(listed)) if files is None else (),
        repacked=repacked,
    )


def _written(envelope: Mapping[str, Any], raw: bytes) -> Iterator[Finding]:
    """There is one way to write it: a space more says that somebody else had it in hand."""
    try:
        same = rules.written(envelope) == raw
    except (ValueError, RecursionError):
        same = False
    if not same or set(envelope) != {"content", "manifest", "seal"}:
        yield Finding(What.WRITTEN_OTHERWISE, rules.NAME)


def _seal(manifest: Mapping[str, Any], sealing: Mapping[str, Any], key: str | None) -> Iterator[Finding]:
    theirs, signature = sealing.get("public_key"), sealing.get("signature")
    if sealing.get("algorithm") != seal.ALGORITHM or not isinstance(theirs, str) or not isinstance(signature, str):
        yield Finding(What.NOT_SEALED)
        return
    try:
        holds = seal.holds(key=theirs, signature=signature, content=rules.sealed(manifest))
    except ValueError:
        holds = False
    if not holds:
        yield Finding(What.MANIFEST_CHANGED)
    if key is not None and theirs != key:
        yield Finding(What.OTHER_KEY, theirs[:64])


def _content(content: Mapping[str, Any], parts: Mapping[str, Any], told: Mapping[str, Any]) -> Iterator[Finding]:
    """Field by field, so that the one that was changed has a name; a section without such a field by its own."""
    named: set[str] = set()
    now = {path: value for path, value in rules.fields(content) if path}
    for path in sorted(now.keys() | told.keys()):
        if path not in told:
            what = What.FIELD_ADDED
        elif path not in now:
            what = What.FIELD_MISSING
        elif _short(now[path]) != told[path]:
            what = What.FIELD_CHANGED
        else:
            continue
        named.add(path.split("/")[1])
        yield Finding(what, path)
    for name in sorted(content.keys() | parts.keys()):
        whole = name in content and name in parts and _digest(content[name]) == parts[name]
        if not whole and name not in named:
            yield Finding(What.PART_CHANGED, name)


def _files(given: Mapping[str, str], listed: Mapping[str, Any]) -> Iterator[Finding]:
    for name in sorted(given.keys() | listed.keys()):
        if name not in listed:
            yield Finding(What.FILE_ADDED, name)
        elif name not in given:
            yield Finding(What.FILE_MISSING, name)
        elif not isinstance(listed[name], dict) or listed[name].get("sha256") != given[name]:
            yield Finding(What.FILE_CHANGED, name)


def _timeline(content: Mapping[str, Any]) -> Iterator[Finding]:
    try:
        found = timeline.flaws(content)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        yield Finding(What.TIMELINE_UNREADABLE)
        return
    for each in found:
        yield Finding(What(each.flaw.value), f"{each.place} {each.name}".strip())


def _told(content: Mapping[str, Any]) -> list[tuple[int, bool, str]]:
    """Place, whether it was chained later, and when its words were erased, of every step that can be read."""
    steps = content.get("timeline")
    found = []
    for each in steps if isinstance(steps, list) else ():
        said = each.get("content") if isinstance(each, dict) else None
        if isinstance(said, dict) and isinstance(said.get("place"), int):
            found.append((said["place"], bool(said.get("adopted_at")), str(each.get("erased_at") or "")))
    return found


def _section(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def _short(value: Any) -> str:
    return _digest(value)[:16]


def _digest(value: Any) -> str:
    """As `canonical.digest`, of what may hold letters nobody can write."""
    try:
        return canonical.digest(value)
    except (ValueError, RecursionError):
        return ""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands there twice")
    return made


def _no_constant(written: str) -> None:
    raise ValueError(f"{written} is no number")
