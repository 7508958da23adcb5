"""The program `volte`: finds or starts the database, then runs a command."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    import django
    from django.core.management import call_command

    if sys.argv[1:2] == ["migrate"]:
        django.setup()
        from volte.runtime import isolation

        call_command("migrate", verbosity=0, interactive=False)
        isolation.enforce()
        return
    if sys.argv[1:2] == ["makemigrations"]:
        django.setup()
        call_command("makemigrations", *sys.argv[2:])
        return
    raise SystemExit("unknown command")


if __name__ == "__main__":
    main()
