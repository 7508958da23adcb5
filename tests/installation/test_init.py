"""`volte init`: from an empty machine to a shop, once, whatever is repeated."""

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.installation.conftest import Installation
from volte.project.init import answers, environment, questions

FLAGS = (
    *("--shop", "Linge & Co", "--country", "FR", "--timezone", "Europe/Paris"),
    *("--owner-name", "Anne Été", "--owner-email", "Anne@Example.com"),
    *("--location", "Entrepôt; 3 rue du Quai; 69007; Lyon", "--location", "Boutique; 1 rue Neuve; 75011; Paris; store"),
    *("--public-url", "https://retours.example.com/", "--smtp-host", "mail.example.com", "--smtp-user", "volte"),
)
SECRETS = {"VOLTE_OWNER_PASSWORD": "linge-et-compagnie", "VOLTE_SMTP_PASSWORD": "it's $ecret"}


def test_a_shop_is_opened_with_owner_places_and_policy(installation: Installation) -> None:
    done = installation.volte("init", "--no-input", "--json", *FLAGS, **SECRETS)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["shop_made"] and told["owner_made"] and told["policy_made"] and told["first_password"] == ""
    ((settings,),) = installation.sql("SELECT settings FROM volte_runtime_shop WHERE handle = 'linge-co'")
    assert isinstance(settings, dict)
    assert [place["kind"] for place in settings["locations"]] == ["warehouse", "store"]
    assert len(settings["reasons"]) == 11 and settings["currency"] == "EUR"
    assert installation.sql("SELECT role FROM volte_runtime_member") == [("owner",)]
    assert installation.sql("SELECT count(*) FROM volte_policy_policyversion") == [(1,)]

    file = installation.home / "volte.env"
    assert file.stat().st_mode & 0o777 == 0o600
    kept = environment.read(file)
    assert kept["VOLTE_HOSTS"] == "retours.example.com,127.0.0.1,localhost"
    assert kept["VOLTE_SMTP_PASSWORD"] == "it's $ecret" and kept["DATABASE_URL"] == installation.url
    assert len(kept["VOLTE_SECRET_KEY"]) > 32 and kept["VOLTE_TRUSTED_PROXIES"] == "127.0.0.1, ::1"
    assert "linge-et-compagnie" not in file.read_text()


def test_repeated_it_overwrites_nothing(installation: Installation) -> None:
    installation.volte("init", "--no-input", *FLAGS, **SECRETS)
    file = installation.home / "volte.env"
    before = file.read_text()
    again = installation.volte(
        "init", "--no-input", *FLAGS, "--public-url", "https://other.example", "--shop", "Linge Co"
    )
    assert file.read_text() == before
    assert "exists and stays as it is" in again.stdout and "was open already" in again.stdout
    assert installation.sql("SELECT count(*) FROM volte_runtime_shop") == [(1,)]
    assert installation.sql("SELECT count(*) FROM volte_runtime_person") == [(1,)]
    assert installation.sql("SELECT count(*) FROM volte_policy_policyversion") == [(1,)]


def test_what_is_missing_is_said_at_once_and_nothing_is_written(installation: Installation) -> None:
    done = installation.volte("init", "--no-input", "--country", "XX", ok=False)
    assert done.returncode == 2
    for word in ("--shop", "--country", "--owner-email"):
        assert word in done.stderr
    assert not (installation.home / "volte.env").exists()


def test_a_database_that_does_not_answer_is_said_before_anything_is_written(installation: Installation) -> None:
    done = installation.volte(
        "init", "--no-input", *FLAGS, "--database-url", "postgresql://x@127.0.0.1:1/x", ok=False, LANG="fr_FR.UTF-8"
    )
    assert done.returncode == 1 and "ne répond pas" in done.stderr
    assert not (installation.home / "volte.env").exists()


def test_people_are_asked_in_their_language_and_again_when_it_makes_no_sense() -> None:
    typed = [
        "Maison Été",
        "",
        "Frankreich",
        "FR",
        "EUR",
        "Europe/Paris",
        "Anne",
        "anne",
        "anne@example.com",
        "",
        "",
        "",
    ]
    typed += ["", "", "", ""]
    told: dict[str, str] = {}

    @click.command()
    def asking() -> None:
        told.update(questions.ask({}, language="fr", people=True))

    shown = CliRunner().invoke(asking, input="\n".join([*typed, ""]))
    assert shown.exit_code == 0, shown.output
    assert "Comment s’appelle la boutique\u202f?" in shown.output
    assert "n’est pas un pays" in shown.output and "n’est pas une adresse" in shown.output
    assert told["handle"] == "maison-ete" and told["country"] == "FR" and told["owner_email"] == "anne@example.com"
    assert told["smtp_port"] == "" and told["public_url"] == "http://127.0.0.1:8000"


@pytest.mark.parametrize("value", ["plain", "two words", "it's", 'say "no" $HOME `x` \\', "#not a comment", "é€"])
def test_settings_come_back_as_they_were_written(tmp_path: Path, value: str) -> None:
    file = tmp_path / "volte.env"
    environment.write(file, {"VOLTE_SMTP_PASSWORD": value})
    assert environment.read(file) == {"VOLTE_SMTP_PASSWORD": value}
    with pytest.raises(FileExistsError):
        environment.write(file, {})
    assert [path.name for path in tmp_path.iterdir()] == ["volte.env"]


def test_a_handle_is_made_of_any_name() -> None:
    assert answers.handle_of("Linotte & Fils") == "linotte-fils"
    assert re.fullmatch("[a-z0-9-]+", answers.handle_of("東京"))


def test_the_demo_stays_out_of_a_real_shop(installation: Installation) -> None:
    installation.home.mkdir()
    environment.write(installation.home / "volte.env", {"VOLTE_PUBLIC_URL": "https://retours.example.com"})
    done = installation.volte("demo", ok=False)
    assert done.returncode == 1 and "real installation" in done.stderr
