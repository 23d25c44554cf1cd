"""What the commands have in common: formats, the option of models, errors in one line."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

import quotes

_MODELS = (
    "bundled (inside the package), stanza (the official English models, once downloaded), or the "
    "folder of a stanza package."
)
FILES = (
    "Articles, UTF-8: text files, one article a file, or .jsonl files, one JSON object a line "
    "(text, id, outlet, url, title, published; all but text may be left out); - is standard input "
    "(text)."
)
Files = Annotated[list[str], typer.Argument(metavar="FILE", help=FILES)]
Models = Annotated[str, typer.Option(metavar="MODELS", help=_MODELS)]


@contextlib.contextmanager
def told_in_one_line() -> Iterator[None]:
    """Writing never fails on a character; what goes wrong is one line and status 1.

    That holds for errors of the library, files that cannot be read or written, and packages that
    are not installed.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
    except quotes.QuotesError as error:
        message = str(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] == "quotes":
            raise
        message = f"{error.name} is not installed: pip install {error.name.partition('.')[0]}"
    else:
        return
    tell(message)
    raise typer.Exit(1)


def tell(complaint: object) -> None:
    """Write what went wrong on one line of standard error."""
    typer.echo(f"quotes: {' '.join(str(complaint).split())}", err=True)
