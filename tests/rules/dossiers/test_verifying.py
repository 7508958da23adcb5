"""A dossier that was sealed, and everything somebody could do to it afterwards."""

import copy
import hashlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import example, given
from hypothesis import strategies as st

from tests.rules.returns.test_chain import RETURN, chained, spoken
from volte.dossiers.rules import manifest, seal, timeline, verifying, zipping
from volte.dossiers.rules.manifest import File
from volte.dossiers.rules.verifying import Report, What
from volte.kit import canonical
from volte.kit.errors import Invalid, TooLarge
from volte.returns.rules import chain

OURS, THEIRS = Ed25519PrivateKey.from_private_bytes(b"o" * 32), Ed25519PrivateKey.from_private_bytes(b"t" * 32)
PHOTO, PAPER = bytes(range(256)), b"%PDF-1.7 a paper"
FILES = {"files/photo-1.jpg": PHOTO, "dossier.pdf": PAPER}


def public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def content() -> dict[str, Any]:
    decision = {"verdict": "accepted", "reasons": []}
    photo = hashlib.sha256(PHOTO).hexdigest()
    first = spoken("requested", {"units": 1}, actor="shopper")
    bound = {"decision:i1": canonical.digest(decision), "photos:i1": chain.salted(salt="p" * 32, value=[photo])}
    steps = chained(
        [
            replace(first, bound=bound, salts={chain.PHOTOS: "p" * 32}),
            spoken("refused_by_staff", {"reason": "Worn"}, actor="member"),
            spoken("refund_succeeded", {"amount": {"amount": 100, "currency": "EUR"}}),
        ]
    )
    entries, before = [], ""
    for step in steps:
        entries.append(timeline.entry(step, return_id=RETURN, before=before) | {"said": step.kind})
        before = step.digest
    return {
        "about": {"number": "R1", "made_at": "2026-11-22T10:00:00Z", "customer": {"name": "Zoé", "email": ""}},
        "items": [
            {"id": "i1", "decision": {"kept": decision}, "photos": [{"sha256": photo}], "counts": {"quantity": 1}}
        ],
        "money": {"settlements": []},
        "withdrawals": [],
        "timeline": entries,
        "chain": {"return": RETURN, "length": 3, "head": before},
    }


def sealed(said: dict[str, Any], files: dict[str, bytes] = FILES, key: Ed25519PrivateKey = OURS) -> bytes:
    listed = {name: File(hashlib.sha256(one).hexdigest(), len(one), "x/y", "x") for name, one in files.items()}
    made = manifest.made(said, listed)
    sealing = {"algorithm": "Ed25519", "public_key": public(key), "signature": key.sign(manifest.sealed(made)).hex()}
    return manifest.written({"content": said, "manifest": made, "seal": sealing})


def packed(document: bytes, files: dict[str, bytes] = FILES) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in zipping.in_order(["dossier.json", *files]):
            archive.writestr(zipping.entry(name), document if name == "dossier.json" else files[name])
    return out.getvalue()


def verified(archive: bytes, key: str | None = public(OURS)) -> Report:
    opened = zipping.opened(archive)
    return verifying.check(raw=opened.document, files=opened.files, key=key, repacked=opened.repacked)


def found(report: Report) -> set[tuple[What, str]]:
    return {(each.what, each.where) for each in report.findings}


def test_what_was_sealed_is_whole() -> None:
    report = verified(packed(sealed(content())))
    assert (report.whole, report.findings, report.repacked) == (True, (), False)
    assert (report.number, report.steps, report.files, report.key_known) == ("R1", 3, 2, True)


def _retell(document: dict[str, Any]) -> None:
    document["content"]["timeline"][1]["words"]["reason"] = "Torn"


def _redate(document: dict[str, Any]) -> None:
    document["content"]["timeline"][2]["content"]["at"] = "2026-11-11T09:00:00Z"


def _rename(document: dict[str, Any]) -> None:
    document["content"]["about"]["customer"]["name"] = "Zoë"


def _drop_step(document: dict[str, Any]) -> None:
    del document["content"]["timeline"][1]


def _decide(document: dict[str, Any]) -> None:
    document["content"]["items"][0]["decision"]["kept"]["verdict"] = "refused"


def _other_photo(document: dict[str, Any]) -> None:
    document["content"]["items"][0]["photos"][0]["sha256"] = "0" * 64


def _add(document: dict[str, Any]) -> None:
    document["content"]["about"]["vip"] = True


def _take(document: dict[str, Any]) -> None:
    del document["content"]["about"]["customer"]["email"]


def _list(document: dict[str, Any]) -> None:
    document["manifest"]["files"]["files/photo-1.jpg"]["sha256"] = "0" * 64


def _rename_with_care(document: dict[str, Any]) -> None:
    """The short digest of the field is made anew as well; the section still knows."""
    _rename(document)
    document["manifest"]["fields"][NAME] = manifest.short("Zoë")


def _unseal(document: dict[str, Any]) -> None:
    del document["seal"]


def _resign(document: dict[str, Any]) -> None:
    document["seal"]["signature"] = "0" * 128


NAME = "/about/customer/name"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_rename, {(What.FIELD_CHANGED, NAME)}),
        (_add, {(What.FIELD_ADDED, "/about/vip")}),
        (_take, {(What.FIELD_MISSING, "/about/customer/email")}),
        (_retell, {(What.FIELD_CHANGED, "/timeline/1/words/reason"), (What.WORDS_CHANGED, "2")}),
        (_redate, {(What.FIELD_CHANGED, "/timeline/2/content/at"), (What.STEP_CHANGED, "3")}),
        (_drop_step, {(What.STEP_MISSING, "2")}),
        (_decide, {(What.FIELD_CHANGED, "/items/0/decision/kept/verdict"), (What.BESIDE_CHANGED, "1 decision:i1")}),
        (_other_photo, {(What.FIELD_CHANGED, "/items/0/photos/0/sha256"), (What.BESIDE_CHANGED, "1 photos:i1")}),
        (_list, {(What.MANIFEST_CHANGED, ""), (What.FILE_CHANGED, "files/photo-1.jpg")}),
        (_rename_with_care, {(What.MANIFEST_CHANGED, ""), (What.PART_CHANGED, "about")}),
        (_unseal, {(What.NOT_SEALED, ""), (What.WRITTEN_OTHERWISE, "dossier.json")}),
        (_resign, {(What.MANIFEST_CHANGED, "")}),
    ],
)
def test_each_change_is_named(change: Callable[[dict[str, Any]], None], expected: set[tuple[What, str]]) -> None:
    document = json.loads(sealed(content()))
    change(document)
    report = verified(packed(manifest.written(document)))
    assert expected <= found(report), found(report)
    if change is not _drop_step:
        assert found(report) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({**FILES, "files/photo-1.jpg": PHOTO[:-1]}, (What.FILE_CHANGED, "files/photo-1.jpg")),
        ({"dossier.pdf": PAPER}, (What.FILE_MISSING, "files/photo-1.jpg")),
        ({**FILES, "files/photo-2.jpg": PHOTO}, (What.FILE_ADDED, "files/photo-2.jpg")),
        ({**FILES, "dossier.pdf": PAPER + b" "}, (What.FILE_CHANGED, "dossier.pdf")),
    ],
)
def test_each_file_is_named(files: dict[str, bytes], expected: tuple[What, str]) -> None:
    assert found(verified(packed(sealed(content()), files))) == {expected}


def test_who_makes_everything_anew_lacks_the_key() -> None:
    """A forger who knows the program makes a dossier that hangs together; the seal is theirs."""
    said = copy.deepcopy(content())
    said["about"]["customer"]["name"] = "Somebody"
    forged = packed(sealed(said, key=THEIRS))
    assert found(verified(forged)) == {(What.OTHER_KEY, public(THEIRS))}
    report = verified(forged, key=None)
    assert (report.whole, report.key_known, report.key) == (True, None, public(THEIRS))


def test_written_anew_with_the_same_content() -> None:
    document = sealed(content())
    for other in (document + b"\n", document.replace(b"\n ", b"\n  ", 1), json.dumps(json.loads(document)).encode()):
        assert found(verified(packed(other))) == {(What.WRITTEN_OTHERWISE, "dossier.json")}


@given(seed=st.integers(0, 2**32))
def test_no_byte_of_the_archive_changes_unseen(seed: int) -> None:
    """Wherever it lies: in a field, a photo, the seal, or in the wrapping, of which `repacked` tells."""
    archive = _WHOLE
    chance = random.Random(seed)
    place = chance.randrange(len(archive))
    other = archive[:place] + bytes([archive[place] ^ chance.randrange(1, 256)]) + archive[place + 1 :]
    try:
        report = verified(other)
    except (Invalid, TooLarge):
        return
    assert report.findings or report.repacked, f"byte {place} of {len(archive)}"


_WHOLE = packed(sealed(content()))


@example(seed=145695)  # a digit of the signature in capitals
@given(seed=st.integers(0, 2**32))
def test_no_byte_of_what_is_in_it_changes_unseen(seed: int) -> None:
    """As somebody does who unpacks, changes, and packs again with care."""
    chance = random.Random(seed)
    parts = {"dossier.json": sealed(content()), **FILES}
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name])
    place = chance.randrange(len(part))
    part[place] ^= chance.randrange(1, 256)
    parts[name] = bytes(part)
    try:
        report = verified(packed(parts.pop("dossier.json"), parts))
    except Invalid:
        return
    assert not report.whole, f"byte {place} of {name}"


def test_packed_anew_by_somebody_else_is_a_note_and_no_fault() -> None:
    document, out = sealed(content()), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {"dossier.json": document, **FILES}.items():
            archive.writestr(name, part)
    report = verified(out.getvalue())
    assert (report.whole, report.repacked) == (True, True)


def test_the_document_alone_says_which_files_it_has_not_seen() -> None:
    report = verifying.check(raw=sealed(content()), files=None, key=None)
    assert (report.whole, report.not_at_hand) == (True, ("dossier.pdf", "files/photo-1.jpg"))


def test_an_erased_step_is_told_as_erased() -> None:
    said = content()
    said["timeline"][1] |= {"words": {"reason": "…"}, "salts": {}, "erased_at": "2027-01-01T00:00:00Z"}
    report = verified(packed(sealed(said)))
    assert (report.whole, report.erased) == (True, {2: "2027-01-01T00:00:00Z"})


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "dossier_unreadable"),
        (b"\xff", "dossier_unreadable"),
        (b"[1, 2]", "dossier_not_one"),
        (b'{"manifest": {"format": "other"}}', "dossier_not_one"),
        (b'{"manifest": {"format": "volte-dossier", "version": 2}}', "dossier_newer"),
        (b'{"manifest": {}, "manifest": {}}', "dossier_unreadable"),
        (b'{"manifest": NaN}', "dossier_unreadable"),
        (b"[" * 100_000, "dossier_unreadable"),
    ],
)
def test_what_is_no_dossier_says_what_is_expected(raw: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        verifying.check(raw=raw, files=None, key=None)
    assert refused.value.code == code


@pytest.mark.parametrize("part", ["content", "seal", "timeline", "chain", "items"])
@pytest.mark.parametrize("value", [None, 7, "x", [], [[]], {"a": 1}, [{"content": 3}], "\ud800"])
def test_any_other_shape_is_a_finding_and_no_crash(part: str, value: Any) -> None:
    document = json.loads(sealed(content()))
    (document if part in document else document["content"])[part] = value
    raw = json.dumps(document).encode()
    assert not verifying.check(raw=raw, files={}, key=None).whole


def test_archives_nobody_should_open() -> None:
    with pytest.raises(Invalid, match="dossier_archive_broken"):
        zipping.opened(b"PK\x03\x04 no")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("other.json", b"{}")
    with pytest.raises(Invalid, match="dossier_not_one"):
        zipping.opened(out.getvalue())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(zipping.MOST_FILES + 1):
            archive.writestr(f"{number}", b"")
    with pytest.raises(TooLarge, match="dossier_archive_too_large"):
        zipping.opened(out.getvalue())


def test_a_key_as_people_give_it() -> None:
    pem = OURS.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    assert seal.key_of(pem) == seal.key_of(f" {public(OURS).upper()}\n") == public(OURS)
    for nothing in ("", "zz", public(OURS)[:-1], "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"):
        assert seal.key_of(nothing) is None


def test_moments_and_money_are_whole_numbers_and_text() -> None:
    """So that any JSON reader writes the same again."""
    for _, value in manifest.fields(content()):
        assert value in ([], {}) or isinstance(value, str | int | bool | None), value
