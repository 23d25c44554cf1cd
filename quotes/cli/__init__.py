"""The command line: `python -m quotes`, or `quotes` once installed (needs the extra `cli`)."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from quotes.cli import archive, check, evaluate, extract, normalise, sources, train, verify, view
from quotes.cli.group import Group
from quotes.cli.shared import tell
from quotes.render.writing import write

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        try:
            write(f"quotes-nlp {version('quotes-nlp')}")
        except PackageNotFoundError:
            write("quotes-nlp (not installed)")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Find the quotations in English news text and say who said them."""


app.command(epilog=extract.EXAMPLES, no_args_is_help=True)(extract.extract)
app.command(epilog=view.EXAMPLES, no_args_is_help=True)(view.view)
app.command(epilog=normalise.EXAMPLES, no_args_is_help=True)(normalise.normalise)
app.command(epilog=sources.EXAMPLES, no_args_is_help=True)(sources.sources)
app.command(epilog=verify.EXAMPLES, no_args_is_help=True)(verify.verify)
app.command(epilog=check.EXAMPLES, no_args_is_help=True)(check.check)
app.add_typer(archive.app, name="archive")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(train.app, name="train")


def run(program: str) -> int:
    """Run the command line with the arguments of the process; the exit status."""
    if sys.stdout is None:
        tell("standard output is closed")
        return 1
    try:
        app(prog_name=program)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
