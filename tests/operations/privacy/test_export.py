"""Everything held about a person, as one archive they can read and a program too."""

import getpass
import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.operations.privacy.conftest import ANSWER, COMMENT, EMAIL, NAME, OPINION, PHONE, QUESTION, STREET, Camille
from volte.cli import privacy as command
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.privacy import operations, people
from volte.privacy.models import Look
from volte.runtime import tenancy
from volte.runtime.actor import Actor


@pytest.fixture
def opened(camille: Camille, agent: Actor) -> Callable[[], zipfile.ZipFile]:
    def make() -> zipfile.ZipFile:
        packed = operations.export(by=agent, ref=ids.public("ord", camille.order_id))
        return zipfile.ZipFile(io.BytesIO(packed))

    return make


def test_all_of_it_is_there(opened: Callable[[], zipfile.ZipFile], camille: Camille) -> None:
    archive = opened()
    documents = {name: json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")}
    assert documents["person.json"]["email"] == EMAIL
    everything = json.dumps(documents, ensure_ascii=False)
    for word in (EMAIL, NAME, STREET, PHONE, COMMENT, QUESTION, ANSWER, OPINION):
        assert word in everything, word
    (told,) = documents["returns.json"]
    assert told["id"] == ids.public("ret", camille.return_id)
    assert told["feedback"]["score"] == 1
    assert told["refunds"][0]["amount"]["currency"] == "EUR"
    assert {mail["to_address"] for mail in told["mails"]} == {EMAIL}
    assert [name for name in archive.namelist() if name.startswith("photos/")]
    assert archive.read(next(n for n in archive.namelist() if n.startswith("labels/"))).startswith(b"%PDF")


def test_the_page_on_top_is_in_their_language(opened: Callable[[], zipfile.ZipFile]) -> None:
    page = opened().read("summary.html").decode()
    assert '<html lang="fr">' in page
    assert "Vos données chez Maison Test" in page
    assert COMMENT in page and "1 × Robe Inès" in page
    assert "<script" not in page and "http" not in page.replace("http-equiv", ""), "it asks nobody for anything"


def test_who_looked_is_in_it_without_names(opened: Callable[[], zipfile.ZipFile]) -> None:
    opened()
    looks = json.loads(opened().read("looks.json"))
    kinds = {look["what"]: look for look in looks}
    assert set(kinds) == {"case", "search", "export"}
    assert kinds["export"]["times"] == 2, "taken out twice that day: one line that counts"
    assert "Malik" not in json.dumps(looks), "the employee's name is not the person's to know"


def test_any_door_leads_to_the_same_person(camille: Camille, owner: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        person = people.by_email(email=f" {EMAIL.upper()} ")
        for words in (EMAIL, "1001", "c1-camille"):
            found = people.found(words=words)
            assert found is not None and found.known.order_ids == person.known.order_ids
        for ref in (ids.public("ret", camille.return_id), ids.public("ord", camille.order_id), person.ref):
            assert people.by_ref(ref=ref).return_ids == person.return_ids
        assert people.found(words="nobody@example.org") is None
    with pytest.raises(NotFound):
        operations.export(by=owner, ref="ord_x")


def test_nobody_of_the_shop_is_named_in_it(opened: Callable[[], zipfile.ZipFile]) -> None:
    """Roles, as with who looked; what the customer signed keeps their name."""
    archive = opened()
    (told,) = json.loads(archive.read("returns.json"))
    del told["mails"]  # As they were sent: who answered signed there.
    assert "Malik" not in json.dumps(told) and "Malik" not in archive.read("summary.html").decode()
    assert {step["who"] for step in told["timeline"]} <= {NAME, "staff", "program", "volte", "customer"}
    assert {look["by_name"] for look in told["inspections"]} == {"staff"}
    assert {entry["author_name"] for entry in told["messages"]} >= {NAME, "staff"}


def test_a_file_that_was_there_is_for_its_owner_alone(camille: Camille, owner: Actor, tmp_path: Path) -> None:
    out = tmp_path / "camille.zip"
    out.write_bytes(b"older")
    out.chmod(0o644)
    assert CliRunner().invoke(command.export, [EMAIL, "--out", str(out)], catch_exceptions=False).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert zipfile.is_zipfile(out)


def test_who_works_on_the_machine_is_seen_too(camille: Camille, owner: Actor, tmp_path: Path) -> None:
    """By the name they have there; the person reads only that it was the command line."""
    with tenancy.entered(owner.shop_id):
        Look.objects.all().delete()
    for words in (["export", EMAIL, "--out", str(tmp_path / "a.zip")], ["erase", EMAIL, "--dry-run"]):
        assert CliRunner().invoke(command.privacy, words, catch_exceptions=False).exit_code == 0
    with tenancy.entered(owner.shop_id):
        looks = {look.what: look for look in Look.objects.all()}
    assert set(looks) == {"export", "person"}
    assert {(look.actor_kind, look.actor_name) for look in looks.values()} == {("command", getpass.getuser())}
    packed = operations.export(by=owner, ref=ids.public("ret", camille.return_id))
    told = json.loads(zipfile.ZipFile(io.BytesIO(packed)).read("looks.json"))
    assert {look["who"] for look in told} == {"command line"}
