"""The entry of the program `volte`: find or start the database, set Django up, run one command."""

import os
import secrets
import sys
from pathlib import Path

from volte.kit.errors import Refused
from volte.project.init import environment
from volte.runtime.postgres.server import Place, PostgresDidNotStart, Server

_OWNERS = {"migrate", "makemigrations", "doctor", "backup", "restore"}
_NO_DATABASE = {"--help", "--version", "makemigrations", "init", "law", "policy check", "policy explain"}
# These may make a database where none is. Another command in the wrong folder would only leave an empty one behind.
_BEGIN = {"init", "demo", "migrate", "restore", "database"}
# These say themselves what a database lacks, or wait for it.
_SEE_FOR_THEMSELVES = _BEGIN | {"doctor", "serve", "worker"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    command = words[0] if words else "--help"
    home = Path(os.environ.get("VOLTE_HOME", "var")).resolve()
    _take_settings(home, command)
    os.environ.setdefault("VOLTE_DATABASE_ROLE", "" if command in _OWNERS | {"demo"} else "volte_app")
    server = None
    needs_database = _needs_database(words) and "--help" not in sys.argv
    if not needs_database and command != "init" and not (home / "secret_key").exists():
        # Whoever verifies a dossier or tries a policy need have no installation here, and shall have none afterwards.
        os.environ.setdefault("VOLTE_SECRET_KEY", secrets.token_urlsafe(48))
    if needs_database:
        if command not in _BEGIN and not _has_database(home):
            sys.exit(_said("console-nothing-here", home=str(home)))
        # Before Django reads its settings: they name the database.
        server = _database(home, command)
    try:
        if needs_database and command not in _SEE_FOR_THEMSELVES:
            _require_tables()
        _run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        if server is not None:
            server.stop()


def _needs_database(words: list[str]) -> bool:
    if words[:2] == ["policy", "render"]:
        return "published" in words
    if words[:2] == ["dossier", "verify"]:
        return any(word == "--all" or word.startswith("--return") for word in sys.argv)
    return not {words[0] if words else "--help", " ".join(words[:2])} & _NO_DATABASE


def _database(home: Path, command: str) -> Server | None:
    """The embedded server where this process had to start it. The doctor works without: it says what is wrong."""
    from volte.project import processes  # noqa: PLC0415

    try:
        server = processes.database(home)
        os.environ["VOLTE_OWN_DATABASE"] = "1" if server else ""
        return server
    except PostgresDidNotStart as fault:
        if command != "doctor":
            sys.exit(str(fault))
        os.environ["VOLTE_DATABASE_FAULT"] = str(fault).strip().splitlines()[-1]
        return None


def _has_database(home: Path) -> bool:
    """Is one named, promised by somebody else, or here already?"""
    promised = os.environ.get("DATABASE_URL") or os.environ.get("VOLTE_DATABASE_JOIN") == "1"
    return bool(promised) or Place(home).data.exists()


def _require_tables() -> None:
    """Say in one sentence that nothing was migrated yet. What is only behind says so itself where it matters."""
    import psycopg  # noqa: PLC0415

    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=20) as asked:
            found = asked.execute("SELECT to_regclass('volte_runtime_shop')").fetchone()
    except psycopg.OperationalError as fault:
        sys.exit(str(fault).strip().splitlines()[-1])
    if found == (None,):
        sys.exit(_said("console-not-migrated"))


def _only_asks() -> bool:
    """Does somebody want to know what there is, and nothing done?"""
    return all(word in ("--help", "--version") for word in sys.argv[1:])


def _said(code: str, **params: str) -> str:
    from volte.project.init import places  # noqa: PLC0415
    from volte.runtime import texts  # noqa: PLC0415

    return texts.of_folder(Path(__file__).parent / "texts", code, places.language(), **params)


def _take_settings(home: Path, command: str) -> None:
    """What `volte init` wrote, before anybody reads a setting. The demo never plays in a real shop."""
    if command == "demo" and environment.file_of(home).exists():
        sys.exit(f"{home} holds a real installation ({environment.NAME}). Give the demo a VOLTE_HOME of its own.")
    try:
        environment.load(home)
        if command != "demo":
            environment.load_demo(home)
    except (OSError, ValueError) as error:
        sys.exit(f"The settings of this installation cannot be read: {error}")


def _run() -> None:
    # Django reads its settings when these are imported, so not before the database is known.
    import django.db  # noqa: PLC0415
    import psycopg  # noqa: PLC0415

    from volte.project import commands  # noqa: PLC0415

    if not _only_asks():
        django.setup()
        from volte.project import wiring  # noqa: PLC0415

        wiring.connect()
    try:
        commands.volte(prog_name="volte")
    except Refused as refused:
        from volte.project.init import places  # noqa: PLC0415
        from volte.runtime import texts  # noqa: PLC0415

        sys.exit(texts.refusal(refused, places.language()))
    except (django.db.OperationalError, psycopg.OperationalError) as fault:
        sys.exit(_said("console-database-gone", why=str(fault).strip().splitlines()[0]))


if __name__ == "__main__":
    main()
