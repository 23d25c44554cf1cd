"""What the commands have in common: formats, the option of models, errors in one line."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

import quotes
from quotes.render.writing import write

_MODELS = (
    "bundled (inside the package), stanza (the official English models, once downloaded), or the "
    "folder of a stanza package."
)
_FILES = (
    "Articles, UTF-8: text files, one article a file, or .jsonl files, one JSON object a line "
    "(text, id, outlet, url, title, published; all but text may be left out); - is standard input "
    "(text)."
)
Files = Annotated[list[str], typer.Argument(metavar="FILE", help=_FILES)]
Models = Annotated[str, typer.Option(metavar="MODELS", help=_MODELS)]


@contextlib.contextmanager
def told_in_one_line() -> Iterator[None]:
    """Writing never fails on a character; what goes wrong is one line and status 1.

    That holds for errors of the library, files that cannot be read or written, an output that takes
    no more, and packages that are not installed.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
    except quotes.QuotesError as error:
        message = str(error)
    except BrokenPipeError:
        _leave_output()
        message = "standard output was closed before all was written"
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{error.filename}: {reason}" if error.filename else reason
        if not error.filename:
            _leave_output()
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
    with contextlib.suppress(OSError):  # standard error may be closed as well
        write(f"quotes: {' '.join(str(complaint).split())}", err=True)


def _leave_output() -> None:
    """Let what is still to be written go nowhere, so that the end of the process is quiet."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
