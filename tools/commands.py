"""docs/reference/commands.md from the program itself: `python -m tools.commands` writes it, `--check` compares."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from tools import scratch

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "commands.md"
_HEAD = """# Commands

Every command finds its settings in the environment and in `volte.env` of its `VOLTE_HOME` ([settings](settings.md)),
and joins the running embedded database of that home, or starts it for the time it needs. Written by
`python -m tools.commands`; a check holds it to the program.
"""


def main() -> None:
    scratch.begin()
    written = page()
    if "--check" in sys.argv:
        if PAGE.read_text(encoding="utf-8") != written:
            print("docs/reference/commands.md is not what the program says: python -m tools.commands")  # noqa: T201
            sys.exit(1)
        return
    PAGE.write_text(written, encoding="utf-8")


def page() -> str:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    os.environ["VOLTE_HOME"] = tempfile.mkdtemp(prefix="volte-check-")
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    # The program reads its texts and settings when it is imported.
    import django  # noqa: PLC0415

    django.setup()
    from volte.project.commands import volte  # noqa: PLC0415

    return _HEAD + "".join(_told(volte, ["volte"]))


def _told(group: click.Group, words: list[str]) -> Iterator[str]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if command is None or command.hidden:
            continue
        if isinstance(command, click.Group):
            yield from _told(command, [*words, name])
            continue
        context = click.Context(command, info_name=" ".join([*words, name]), max_content_width=110, terminal_width=110)
        help_ = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        yield f"\n## {' '.join([*words, name])}\n\n```text\n{help_}\n```\n"


if __name__ == "__main__":
    main()
