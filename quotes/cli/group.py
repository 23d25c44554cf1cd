"""What the command line makes of wrong calls: one sentence, and the exit status 2."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from quotes.cli.shared import tell

# typer is built on click, in some versions on a copy of its own: the bases of what it exports are
# those of the copy that is in use.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]
_NUMBERS = {"int": "a whole number", "float": "a number"}


class Group(TyperGroup):
    """Commands that say in one sentence what is wrong with a call."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, whose help names no types of Python."""
        command = super().get_command(ctx, cmd_name)
        _untyped(command)
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; a wrong call ends with 2 and a sentence on standard error."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        try:
            status = super().main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )
        except _UsageError as error:
            message = _sentence(error)
            if message:
                tell(message)
            status = 2
        except typer.Abort:
            tell("aborted")
            status = 1
        sys.exit(status if isinstance(status, int) else 0)


def _untyped(command: Any) -> None:
    """Show arguments by their names alone, without `<list[str]>` behind them."""
    for parameter in getattr(command, "params", ()):
        if parameter.param_type_name == "argument":
            parameter.display_type = _nothing
    for below in getattr(command, "commands", {}).values():
        _untyped(below)


def _nothing(ctx: Any) -> str:
    return ""


def _sentence(error: Any) -> str:
    """What is wrong, in the words of this library; empty where the help was asked for instead."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return ""
    given = _wrong_value(error)
    if given:
        return given
    message = " ".join(error.format_message().split()).rstrip(".")
    help_of = getattr(error.ctx, "command_path", "")
    hint = f"; see {help_of} --help" if help_of and not message.endswith("?") else ""
    return f"{message[:1].lower()}{message[1:]}{hint}"


def _wrong_value(error: Any) -> str:
    """The sentence for a value that does not fit its option."""
    parameter = getattr(error, "param", None)
    found = getattr(error.__cause__, "errors", None)
    if parameter is None or found is None:
        return ""
    first: Mapping[str, Any] = found()[0]
    name = max(parameter.opts, key=len)
    number = _NUMBERS.get(re.sub(r"_.*", "", first["type"]), "a number")
    bounds = first.get("ctx", {})
    if "ge" in bounds:
        expected = f"a number of {bounds['ge']} or more"
    elif "le" in bounds:
        expected = f"a number of {bounds['le']} or less"
    elif first["type"].endswith("parsing"):
        expected = number
    else:
        choices = getattr(parameter.type_descriptor, "choices", None)
        if not choices:
            return ""
        expected = f"one of {', '.join(map(str, choices))}"
    return f"{name}: expected {expected}, not {first['input']!r}"
