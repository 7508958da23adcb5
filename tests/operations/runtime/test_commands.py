"""`volte --help` tells every command without importing it, in the words of the command."""

import subprocess
import sys

import click
import pytest

from volte.cli.lazily import LazyGroup
from volte.project.commands import importing_group, volte


@pytest.mark.parametrize("group", [volte, importing_group])
def test_what_is_said_of_a_command_is_what_it_says_of_itself(group: LazyGroup) -> None:
    for name, (_, said) in group.later.items():
        command = group.get_command(click.Context(group), name)
        assert command is not None and command.name is not None
        if command.hidden:
            assert said == ""
        else:
            assert said and " ".join((command.help or "").split()).startswith(said), name


def test_whoever_asks_what_there_is_waits_for_no_area() -> None:
    asked = "import sys; sys.argv = ['volte', '--help']\nfrom volte.project import console\ntry:\n console.main()\n"
    told = "except SystemExit: pass\nprint(*[name for name in sys.modules if name.startswith('volte.')])"
    answer = subprocess.run([sys.executable, "-c", asked + told], capture_output=True, text=True, check=True)
    *_, imported = answer.stdout.splitlines()
    assert "dossier" in answer.stdout and "ledger" in answer.stdout
    assert not {"volte.dossiers", "volte.money", "volte.returns", "volte.project.wiring"} & set(imported.split())
