"""What lies in deploy/ is written with care: as far as this machine can tell.

Docker, nginx and Caddy are not here, so their files are read, not run; systemd's own checker runs where it is found.
"""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))


def understood(words: list[str]) -> None:
    """The program takes these words."""
    from volte.project.commands import volte

    command = volte.get_command(click.Context(volte), words[0])
    assert command is not None
    with command.make_context(words[0], list(words[1:]), resilient_parsing=False) as context:
        assert isinstance(context, click.Context)


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_start_what_there_is_and_give_away_nothing(unit: Path, tmp_path: Path) -> None:
    text = unit.read_text()
    for line in re.findall(r"^ExecStart=(.*)$", text, re.M):
        words = shlex.split(line)
        if words[0] == "/bin/sh":
            words = shlex.split(words[2].removeprefix("exec "))
            words = [*words[:2], "x.zip"]
        assert words[0] == "/opt/volte/.venv/bin/volte"
        understood(words[1:])
    for wish in ("NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "User=volte", "UMask=0077"):
        assert wish in text, wish


def test_the_database_belongs_to_its_own_service() -> None:
    joins = {unit.stem for unit in UNITS if "\nEnvironment=VOLTE_DATABASE_JOIN=1\n" in unit.read_text()}
    assert joins == {unit.stem for unit in UNITS} - {"volte-database"}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_understands_its_units(tmp_path: Path) -> None:
    for file in (DEPLOY / "systemd").iterdir():
        # It also looks whether the program is there.
        text = file.read_text().replace("/opt/volte/.venv/bin/volte ", "/bin/true ")
        (tmp_path / file.name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and "Unknown" not in done.stderr, done.stderr


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, words)."""
    text = re.sub(r"\\\n\s*", " ", (DEPLOY / "Dockerfile").read_text())
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines]


def test_the_image_is_built_from_locked_packages_and_runs_as_nobody_in_particular() -> None:
    found = instructions()
    known = {"FROM", "ENV", "WORKDIR", "RUN", "COPY", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD"}
    assert {name for name, _ in found} <= known
    stages = [words for name, words in found if name == "FROM"]
    assert len(stages) == 2 and stages[0].endswith("AS build") and all("python:3.11-slim" in one for one in stages)
    assert any("--require-hashes -r requirements.lock" in words for name, words in found if name == "RUN")
    # From USER on, nothing is run as root.
    names = [name for name, _ in found]
    assert dict(found)["USER"] == "volte" and "RUN" not in names[names.index("USER") :]
    assert "/healthz" in dict(found)["HEALTHCHECK"]
    understood(yaml.safe_load(dict(found)["CMD"]))
    assert yaml.safe_load(dict(found)["ENTRYPOINT"]) == ["volte"]
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {word for name, words in found if name == "COPY" and "--from" not in words for word in words.split()[:-1]}
    assert copied == let_in and all((ROOT / name).exists() for name in copied)


def test_compose_starts_web_and_worker_once_the_database_is_up_to_date() -> None:
    file: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    services = file["services"]
    assert set(services) == {"postgres", "migrate", "web", "worker"}
    assert re.match(r"postgres:1[6-9]", services["postgres"]["image"])
    for name in ("web", "worker"):
        assert services[name]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
        assert services[name]["read_only"] and services[name]["cap_drop"] == ["ALL"]
    for service in services.values():
        if service.get("command"):
            understood(service["command"])
        for volume in service["volumes"]:
            assert volume.partition(":")[0] in file["volumes"]
    # To the world only through a proxy.
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"] and "ports" not in services["postgres"]
    from volte import __version__

    assert services["web"]["image"] == f"volte:{__version__}"


def test_every_variable_named_is_described() -> None:
    described = (ROOT / "docs" / "reference" / "settings.md").read_text()
    for file in (DEPLOY / "compose.env.example", *UNITS):
        for name in re.findall(r"\b(VOLTE_[A-Z_]+)=", file.read_text()):
            short = name.replace("VOLTE_SMTP", "")
            assert name in described or f"`{short}`" in described, name


def test_proxies_pass_on_what_volte_needs_and_keep_what_it_does_not() -> None:
    nginx, caddy = (DEPLOY / "nginx.conf").read_text(), (DEPLOY / "Caddyfile").read_text()
    assert nginx.count("{") == nginx.count("}") and caddy.count("{") == caddy.count("}")
    for header in ("Host $host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", "X-Request-ID"):
        assert header in nginx
    assert "proxy_request_buffering on" in nginx and "access_log off" in nginx and "request_buffers" in caddy
    assert "location = /metrics { return 404; }" in nginx and "respond /metrics 404" in caddy


def test_alerts_ask_for_numbers_there_are() -> None:
    from volte.project.watching import numbers

    told = {"volte_database_up", "volte_requests_total", "volte_request_seconds_bucket"}
    told |= {f"volte_{name}" for name in re.findall(r'_gauge\("(\w+)"', Path(numbers.__file__).read_text())}
    rules = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"][0]["rules"]
    for rule in rules:
        assert set(re.findall(r"volte_\w+", rule["expr"])) <= told, rule["alert"]
