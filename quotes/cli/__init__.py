"""The command line: `python -m quotes`, or `quotes` once installed (needs the extra `cli`)."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from quotes.cli import check, evaluate, extract, normalise, train, verify

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        try:
            typer.echo(f"quotes-nlp {version('quotes-nlp')}")
        except PackageNotFoundError:
            typer.echo("quotes-nlp (not installed)")
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
app.command(epilog=normalise.EXAMPLES, no_args_is_help=True)(normalise.normalise)
app.command(epilog=verify.EXAMPLES, no_args_is_help=True)(verify.verify)
app.command(epilog=check.EXAMPLES, no_args_is_help=True)(check.check)
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(train.app, name="train")
