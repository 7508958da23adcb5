"""Commands that are imported when somebody calls them: saying what there is needs none of them."""

import importlib
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """A group of commands beside those of `later`: name -> ("module:attribute", the first sentence of its help; "" for
    what is not listed). A test holds that the sentences are those of the commands.
    """

    def __init__(self, *given: Any, later: Mapping[str, tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.later = dict(later)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *self.later})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.later and cmd_name not in self.commands:
            module, _, attribute = self.later[cmd_name][0].partition(":")
            self.add_command(getattr(importlib.import_module(module), attribute), cmd_name)
        return super().get_command(ctx, cmd_name)

    def _listed(self, name: str) -> bool:
        return not self.commands[name].hidden if name in self.commands else bool(self.later[name][1])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        names = [name for name in self.list_commands(ctx) if self._listed(name)]
        room = formatter.width - 6 - max(map(len, names))
        told = [(name, _short(self.commands.get(name), self.later.get(name), room)) for name in names]
        with formatter.section("Commands"):
            formatter.write_dl(told)


def _short(command: click.Command | None, later: tuple[str, str] | None, room: int) -> str:
    if command is None:
        # What click does with the words of a command; it has no other door to it.
        command = click.Command(None, help=later[1] if later is not None else "")
    return command.get_short_help_str(room)
