"""The entry of the program `volte`: find or start the database, set Django up, run one command."""

import os
import sys
from pathlib import Path

_OWNERS = {"migrate", "makemigrations"}
_NO_DATABASE = {"--help", "--version", "makemigrations"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    command = next((word for word in sys.argv[1:] if not word.startswith("-")), "--help")
    os.environ.setdefault("VOLTE_DATABASE_ROLE", "" if command in _OWNERS | {"demo"} else "volte_app")
    server = None
    if command not in _NO_DATABASE and "--help" not in sys.argv:
        # Before Django reads its settings: they name the database.
        from volte.project import processes  # noqa: PLC0415

        server = processes.database(Path(os.environ.get("VOLTE_HOME", "var")).resolve())
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        if server is not None:
            server.stop()


def _run() -> None:
    # Django reads its settings when these are imported, so not before the database is known.
    import django  # noqa: PLC0415

    django.setup()
    from volte.project import commands, wiring  # noqa: PLC0415

    wiring.connect()
    commands.volte(prog_name="volte")


if __name__ == "__main__":
    main()
