"""What the commands have in common: options, and errors in one line."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

import quotes
from quotes.cli.progress import aside
from quotes.reading import Form
from quotes.render.writing import write

_MODELS = (
    "bundled (inside the package), stanza (the official English models, once downloaded), or the "
    "folder of a stanza package."
)
FILES = (
    "Articles: text files and HTML pages (.txt, .html, .htm), one article a file; .jsonl files, "
    "one JSON object a line (text, id, outlet, url, title, published; all but text may be left "
    "out); folders with such files, at any depth; - is standard input."
)
_KINDS = (
    "A kind of quotes to include; may be repeated. direct: all words inside quotation marks; "
    "mixed: quoted fragments in a reported clause; indirect: no quotation marks; other: quoted "
    "words that nobody said, such as titles, nicknames, scare quotes.  [default: direct, mixed, "
    "indirect]"
)
Files = Annotated[list[str], typer.Argument(metavar="FILE", help=FILES)]
Models = Annotated[str, typer.Option(metavar="MODELS", help=_MODELS)]
Workers = Annotated[
    int, typer.Option(metavar="N", min=1, help="How many processes share the work.")
]
Kinds = Annotated[list[str] | None, typer.Option("--kind", "--kinds", metavar="KIND", help=_KINDS)]
MinConfidence = Annotated[
    float,
    typer.Option(
        metavar="P", help="Omit quotes less likely than P (0 to 1) to be reported speech."
    ),
]
MinSpeakerConfidence = Annotated[
    float,
    typer.Option(metavar="P", help="Omit speakers less likely than P (0 to 1) to be right."),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        metavar="NAME",
        help="Only quotes by NAME, in full or a part of it (a surname), capitals and accents "
        "aside; may be repeated.",
    ),
]
Input = Annotated[
    Form | None,
    typer.Option(
        "--input",
        help="What the files contain, whatever their names. By default, names decide, and for "
        "standard input its first characters.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The encoding of files that are not UTF-8, such as cp1252."),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair",
        help="Remove tags, character codes (&quot;) and wrongly decoded letters (â€™) from the "
        "texts.",
    ),
]
MaxChars = Annotated[
    int | None,
    typer.Option(
        "--max-chars", metavar="N", min=1, help="Refuse articles of more than N characters."
    ),
]
Known = Annotated[
    str | None,
    typer.Option(
        "--known",
        metavar="FILE",
        help="People and bodies that you know, as CSV or .jsonl: they give full names, and roles "
        "and affiliations where the article gives none.",
    ),
]


def kinds_of(given: Sequence[str] | None) -> tuple[quotes.Kind, ...]:
    """The kinds that `--kind` names, once or several times, with commas or without.

    Raises:
        OptionError: there is no such kind.
    """
    if given is None:
        return quotes.api.SPEECH
    names = [name.strip() for value in given for name in value.split(",") if name.strip()]
    strange = [name for name in names if name not in set(quotes.Kind)]
    if strange or not names:
        wrong = strange[0] if strange else ""
        raise quotes.OptionError(f"kind: expected any of {', '.join(quotes.Kind)}, not {wrong!r}")
    return tuple(dict.fromkeys(map(quotes.Kind, names)))


def known_of(file: str | None) -> tuple[quotes.KnownEntity, ...]:
    """The people and bodies of the file that `--known` names, none without it.

    Raises:
        QuotesError: the file cannot be read, or holds something else.
    """
    return quotes.read_known(file) if file is not None else ()


@contextlib.contextmanager
def told_in_one_line() -> Iterator[None]:
    """Writing never fails on a character; what goes wrong is one line and status 1, or 2.

    That holds for errors of the library, files that cannot be read or written, an output that takes
    no more, and packages that are not installed; the status is 2 if an option is wrong. Where
    nobody reads the output any more (`| head`), the command ends without a word and with status 0.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    status = 1
    try:
        yield
        sys.stdout.flush()
    except quotes.QuotesError as error:
        message = str(error)
        if isinstance(error, quotes.OptionError) or message.startswith("models: expected"):
            message = re.sub(r"^(\w+)(?=: )", lambda m: f"--{m[1].replace('_', '-')}", message)
            status = 2
    except BrokenPipeError:
        _leave_output()
        raise typer.Exit(0) from None
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
    raise typer.Exit(status)


class Complaints:
    """Tells of what cannot be read, while the command goes on, and remembers it for the end."""

    def __init__(self) -> None:
        self._some = False

    def __call__(self, error: quotes.QuotesError) -> None:
        """Tell of an error in one line."""
        tell(error)
        self._some = True

    def end(self) -> None:
        """End the command with 1 if there was any error."""
        if self._some:
            raise typer.Exit(1)


def _leave_output() -> None:
    """Let what is still to be written to a closed pipe go nowhere, without an error at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(complaint: object) -> None:
    """Write what went wrong on one line of standard error."""
    with aside(), contextlib.suppress(OSError):  # standard error may be closed as well
        write(f"quotes: {' '.join(str(complaint).split())}", err=True)
