"""A dossier of a whole journey: what stands in it, in which language, for whom, and what verifies."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from tests.operations.privacy.conftest import (
    COMMENT,
    EMAIL,
    GESTURE,
    NAME,
    NOTE,
    OVERRIDE,
    QUESTION,
    Camille,
)
from tests.operations.returns.test_journey import see
from volte.cli import dossier as command
from volte.dossiers import operations
from volte.dossiers.operations import Kind
from volte.dossiers.rules import verifying, zipping
from volte.kit import canonical, ids
from volte.kit.errors import Invalid, NotAllowed, NotFound, TooMany
from volte.kit.money import Money
from volte.messages.models import Mail
from volte.money import operations as money
from volte.money.rules import ledger
from volte.money.rules.outcomes import Outcome
from volte.money.rules.standing import Subject
from volte.privacy import operations as privacy
from volte.privacy.models import Look
from volte.privacy.rules.erasure import Why
from volte.returns import operations as returns
from volte.returns.models import Step
from volte.runtime import formats, paper, signing, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.permissions import OF_ROLE, Role


def made(by: Actor, return_id: UUID, language: str = "fr", kind: Kind = Kind.ZIP) -> bytes:
    with operations.make(by=by, return_id=return_id, language=language, kind=kind).file as file:
        return file.read()


def opened(archive: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as unpacked:
        parts = {name: unpacked.read(name) for name in unpacked.namelist()}
    return json.loads(parts["dossier.json"]), parts


def report(archive: bytes, key: str | None = None) -> verifying.Report:
    found = zipping.opened(archive)
    return verifying.check(raw=found.document, files=found.files, key=key, repacked=found.repacked)


def test_all_of_a_journey_stands_in_it_and_verifies(camille: Camille, owner: Actor) -> None:
    archive = made(owner, camille.return_id)
    seen = report(archive, signing.public_key())
    assert (seen.findings, seen.key_known, seen.repacked, seen.adopted) == ((), True, False, 0)
    document, parts = opened(archive)
    said = document["content"]
    assert said["about"]["customer"] == {"name": NAME, "email": EMAIL, "language": "fr"}
    (item,) = said["items"]
    assert (item["comment"], item["photos"][0]["file"]) == (COMMENT, "files/photo-1.jpg")
    assert "files/photo-1.jpg" in parts
    assert item["decision"]["shown"].startswith("Vous pouvez retourner")
    assert item["decision"]["because"][-2]["words"] == "Accepté."
    assert item["records"][0]["replay"] == {
        "same": True,
        "verdict": "accepted",
        "differs": [],
        "law_files_changed": False,
    }
    assert said["policy"]["shown"]
    assert parts[said["policy"]["file"]].decode().startswith("Maison Test")
    assert [line["id"] for line in said["order"]["lines"]] == ["l1"]
    assert said["order"]["other_lines"] == 1
    assert [scan["what"]["code"] for scan in said["transport"][0]["scans"]] == ["delivered"]
    (unit,) = said["goods"]
    assert unit["looks"][0]["grade"]["code"] == "b"
    assert OVERRIDE in unit["looks"][0]["reason"]
    assert [one["gateway_refund"] for one in said["money"]["refunds"]] == ["re_1", "re_2"]
    assert [len(one["attempts"]) for one in said["money"]["refunds"]] == [1, 1]
    assert sum(one["amount"] for entry in said["money"]["ledger"] for one in entry["postings"]) == 0
    assert [each["kind"] for each in said["money"]["settlements"]] == ["refund", "goodwill"]
    assert QUESTION in str(said["conversation"])
    assert [mail["occasion"]["code"] for mail in said["mails"]].count("approved") == 1
    assert {clock["what"]["code"] for clock in said["clocks"]} >= {"refund_law", "withdrawal_period"}
    assert said["timeline"][-1]["said"] == "1,00\u00a0€ remboursés"
    assert said["chain"]["flaws"] == []


def test_every_field_stands_in_the_reference(camille: Camille, owner: Actor) -> None:
    page = Path(__file__).parents[3] / "docs" / "reference" / "dossier.md"
    told = {row.split("|")[1].strip(" `"): row for row in page.read_text("utf-8").splitlines() if row.startswith("| `")}
    document, _ = opened(made(owner, camille.return_id))
    assert document["content"].keys() <= told.keys()
    for name, section in document["content"].items():
        for one in section if isinstance(section, list) else [section]:
            fields = {"other_lines"} if name == "order" else (one or {}).keys()
            assert [field for field in fields if f"`{field}`" not in told[name]] == [], name
    for name in document["manifest"]:
        assert f"`{name}`" in page.read_text("utf-8")


def test_it_goes_to_strangers(camille: Camille, owner: Actor) -> None:
    """No note for colleagues, and no link that lets whoever has it into the customer's order."""
    document, parts = opened(made(owner, camille.return_id))
    everything = json.dumps(document, ensure_ascii=False)
    assert NOTE not in everything
    links = re.findall(r"https?://[^\s\"\\]+", " ".join(mail["text"] for mail in document["content"]["mails"]))
    assert links
    assert all(re.search(r"/l/…(\?|$)", link) for link in links), links
    assert not any(b"/l/" in part for name, part in parts.items() if not name.startswith("dossier."))


def test_a_credit_is_told_and_cannot_be_spent_by_its_reader(camille: Camille, owner: Actor) -> None:
    """The letter holds the code of the credit; whoever reads the dossier is not who may spend it."""
    subject = Subject("return", camille.return_id)
    with tenancy.entered(owner.shop_id):
        code = money.issue_credit(by=owner, subject=subject, amount=Money(500, "EUR")).code
        Mail.objects.filter(subject_id=camille.return_id).update(text=f"Votre code : {code}.")
    archive = made(owner, camille.return_id)
    document, parts = opened(archive)
    assert [one["code_ends_in"] for one in document["content"]["money"]["credits"]] == [code[-4:]]
    assert f"Votre code : …{code[-4:]}." in str(document["content"]["mails"])
    assert code not in json.dumps(document, ensure_ascii=False)
    _reads(parts["dossier.pdf"], (f"… {code[-4:]}", "Avoir offert", "Avoirs dus"), "fr")


def test_words_for_all_that_stands_in_the_books() -> None:
    for language in formats.LANGUAGES:
        for name in [f"account-{each}" for each in ledger.Account] + [f"entry-{each}" for each in ledger.What]:
            assert texts.known(f"money-{name}".replace("_", "-"), language), (name, language)
        for outcome in Outcome:
            assert texts.known(f"money-status-{outcome}", language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fr",
            [
                "Dossier de preuve du retour",
                "Ce qui s’est passé",
                "40,66\u00a0€",
                "Livré à",
                "forment une chaîne continue",
            ],
        ),
        ("en", ["Evidence dossier of return", "What happened", "€40.66", "Sent to", "form an unbroken chain"]),
    ],
)
def test_the_paper_says_what_matters(
    camille: Camille, owner: Actor, monkeypatch: pytest.MonkeyPatch, language: str, words: list[str]
) -> None:
    laid_out: dict[str, Any] = {}
    lay_out = paper.pdf_with_pictures

    def noted(template: Path, **given: Any) -> bytes:
        laid_out.update(given)
        return lay_out(template, **given)

    monkeypatch.setattr(paper, "pdf_with_pictures", noted)
    archive = made(owner, camille.return_id, language)
    document, parts = opened(archive)
    said = laid_out["inputs"]["dossier"]
    always = [
        camille_number(owner, camille),
        EMAIL,
        COMMENT,
        GESTURE,
        "re_1",
        "L221-18",
        "ROBE-M",
        signing.public_key(),
    ]
    always.append(canonical.digest(document["content"]))
    for word in (*words, *always):
        assert word in said, word
    assert NOTE not in said
    for account in ledger.Account:
        assert account not in said or "_" not in account, f"{account} is a code"
    assert '"succeeded"' not in said
    assert len(laid_out["pictures"]) == 1
    pdf = parts["dossier.pdf"]
    assert lay_out(Path(__file__).parents[3] / "src/volte/dossiers/papers/dossier.typ", **laid_out) == pdf
    _reads(pdf, (*words, COMMENT, "re_1", "L221-18", "ROBE-M"), language)


def _reads(pdf: bytes, words: tuple[str, ...], language: str) -> None:
    """As somebody reads it who has only the paper: whatever lines it is broken into, tagged, in its language."""
    pypdf = pytest.importorskip("pypdf", reason="`make setup` installs it")
    read = pypdf.PdfReader(io.BytesIO(pdf))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for word in words:
        assert " ".join(word.split()) in text, (word, text[:2000])
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(language)
    shown = [image for page in read.pages for image in page.images]
    assert len(shown) == 1


def camille_number(owner: Actor, camille: Camille) -> str:
    return see(owner, camille.return_id).number


def test_an_erased_person_is_told_as_erased_and_nothing_was_changed(camille: Camille, owner: Actor) -> None:
    privacy.erase(by=owner, ref=ids.public("ret", camille.return_id), why=Why.ASKED)
    archive = made(owner, camille.return_id, "en")
    seen = report(archive)
    assert seen.findings == ()
    assert seen.erased
    document, parts = opened(archive)
    everything = json.dumps(document, ensure_ascii=False)
    for word in (NAME, EMAIL, COMMENT, QUESTION, GESTURE, OVERRIDE):
        assert word not in everything
    assert document["content"]["about"]["erased"] is True
    assert not any(name.startswith("files/photo") for name in parts)


def test_a_broken_chain_is_told_on_the_paper_and_found_in_the_dossier(camille: Camille, owner: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        Step.objects.filter(return_row_id=camille.return_id, kind="arrived").update(actor_name="Nobody")
    archive = made(owner, camille.return_id)
    found = [(each.what.value, each.where) for each in report(archive).findings]
    assert found == [("step_changed", "6")]
    document, _ = opened(archive)
    assert document["content"]["chain"]["flaws"] == [{"flaw": "step_changed", "place": 6, "name": ""}]


def test_who_may_have_one_and_that_it_is_noted(camille: Camille, owner: Actor, agent: Actor, other_shop: UUID) -> None:
    picker = Actor(owner.shop_id, "member", ids.new_id(), "Pia", OF_ROLE[Role.PICKER])
    assert not operations.may(picker)
    with pytest.raises(NotAllowed):
        made(picker, camille.return_id)
    for missing in operations.NEEDED:
        lacking = Actor(owner.shop_id, "key", ids.new_id(), "ERP", frozenset(operations.NEEDED) - {missing})
        with pytest.raises(NotAllowed):
            made(lacking, camille.return_id)
    stranger = Actor(other_shop, "member", ids.new_id(), "Stranger", OF_ROLE[Role.OWNER])
    with pytest.raises(NotFound, match="return_unknown"):
        made(stranger, camille.return_id)
    with pytest.raises(Invalid, match="dossier_language_unknown"):
        made(agent, camille.return_id, "de")
    with tenancy.entered(owner.shop_id):
        assert not Look.objects.filter(what="dossier").exists()
    made(agent, camille.return_id, kind=Kind.JSON)
    with tenancy.entered(owner.shop_id):
        (look,) = Look.objects.filter(what="dossier")
    assert (look.actor_name, look.subject_id) == ("Malik", camille.return_id)


def test_not_too_many_an_hour(camille: Camille, agent: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_AN_HOUR", 1)
    made(agent, camille.return_id, kind=Kind.JSON)
    with pytest.raises(TooMany):
        made(agent, camille.return_id, kind=Kind.JSON)


def test_a_return_that_was_only_asked_for(camille: Camille, owner: Actor, order: UUID) -> None:
    """Nothing was sent, paid or looked at; and a photo that left the disk is said to be gone."""
    from tests.operations.returns.test_journey import wanted
    from volte.returns.rules.request import WantedItem
    from volte.runtime import files

    files.path_of(camille.photo).unlink()
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr")
    item = WantedItem(line="l1", quantity=1, reason="changed-mind", photos=(camille.photo,))
    other = returns.request(by=shopper, order_id=order, wanted=wanted(item))
    archive = made(owner, other, "en")
    assert report(archive).findings == ()
    document, _ = opened(archive)
    assert document["content"]["items"][0]["photos"] == [{"sha256": camille.photo, "file": None}]
    assert document["content"]["money"]["refunds"] == []


def run(*words: str) -> Result:
    return CliRunner().invoke(command.dossier, list(words))


def test_the_commands(camille: Camille, owner: Actor, tmp_path: Path) -> None:
    number = camille_number(owner, camille)
    for kind in ("zip", "json", "pdf"):
        done = run("make", number, "--out", str(tmp_path / f"d.{kind}"), "--json")
        assert done.exit_code == 0, done.output
        assert json.loads(done.output)["bytes"] == (tmp_path / f"d.{kind}").stat().st_size
        assert (tmp_path / f"d.{kind}").stat().st_mode & 0o777 == 0o600
    fine = run("verify", str(tmp_path / "d.zip"))
    assert (fine.exit_code, "nothing was changed" in fine.output, "this installation" in fine.output) == (0, True, True)
    assert run("verify", str(tmp_path / "d.zip"), "--public-key", signing.public_key()).exit_code == 0
    assert "were not given along" in run("verify", str(tmp_path / "d.json")).output
    other = run("verify", str(tmp_path / "d.zip"), "--public-key", "0" * 64, "--json")
    assert (other.exit_code, json.loads(other.output)["findings"][0]["what"]) == (1, "other_key")
    with zipfile.ZipFile(tmp_path / "d.zip") as archive:
        archive.extractall(tmp_path / "d")
    assert run("verify", str(tmp_path / "d")).exit_code == 0
    (tmp_path / "d" / "files" / "photo-1.jpg").write_bytes(b"another")
    changed = run("verify", str(tmp_path / "d"))
    assert changed.exit_code == 1
    assert "files/photo-1.jpg: this file was changed." in changed.output
    assert signing.public_key() in run("key").output
    assert run("key", "--pem").output.startswith("-----BEGIN PUBLIC KEY-----")


def test_the_command_over_the_database(camille: Camille, owner: Actor) -> None:
    number = camille_number(owner, camille)
    assert run("verify", "--return", number).exit_code == 0
    told = json.loads(run("verify", "--all", "--json").output)
    assert (told["returns"], told["whole"], told["not_chained_yet"]) == (1, True, 0)
    with tenancy.entered(owner.shop_id):
        Step.objects.filter(return_row_id=camille.return_id, kind="goodwill").delete()
    broken = run("verify", "--all")
    assert broken.exit_code == 1
    assert re.search(rf"{number}: Step \d+: this step was taken out\.", broken.output)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Give one of"),
        (("--all", "--return", "R1"), "Give one of"),
        (("--return", "R999"), "There is no return"),
        (("{pdf}",), "A paper alone cannot be verified"),
        (("{nothing}",), "There is no evidence dossier in it"),
        (("{text}",), "cannot be unpacked"),
        (("{text}", "--public-key", "zz"), "This is no public key"),
    ],
)
def test_commands_that_say_what_they_want(owner: Actor, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "d.txt").write_text("no")
    (tmp_path / "empty").mkdir()
    places = {"pdf": tmp_path / "d.pdf", "nothing": tmp_path / "empty", "text": tmp_path / "d.txt"}
    done = run("verify", *(word.format(**places) for word in words))
    assert done.exit_code == 1
    assert said in done.output, done.output
