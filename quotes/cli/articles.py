"""The articles that commands read, from files, folders and standard input."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence

import attrs

import quotes
from quotes.cli.shared import tell
from quotes.reading import STDIN, File, Form, Settings, articles_in, files_of

_PAGE = ("<!doctype", "<html", "<head", "<body")


@attrs.define
class Reading:
    """The articles of files, read one by one, and what went wrong meanwhile.

    `complain` is told of each file and line that cannot be read; without it the first of them is
    raised. Articles whose ids are in `skip` are passed over, and `known` are the entries of
    `--known`. What is odd but no error is told on
    standard error.
    """

    files: Sequence[str]
    complain: Callable[[quotes.QuotesError], None] | None = None
    settings: Settings = attrs.field(factory=Settings)
    known: Sequence[quotes.KnownEntity] = ()
    skip: Collection[str] = ()
    _dirty: int = attrs.field(default=0, init=False)
    """How many articles have leftovers of other formats in them."""
    _dated: bool = attrs.field(init=False)
    """Whether entries of `--known` have dates, so that an article without one is worth a word."""

    def __attrs_post_init__(self) -> None:
        self._dated = any(entity.is_dated for entity in self.known)

    def __iter__(self) -> Iterator[quotes.Article]:
        """Each article.

        Raises:
            QuotesError: one cannot be read, and there is nobody to complain to.
        """
        # Of a page without an article trafilatura says less to the user than the error here.
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        for file in files_of(self.files, tell):
            for read in self._read(file):
                if isinstance(read, quotes.Article):
                    if read.id not in self.skip:
                        self._check_date(read)
                        yield read
                elif self.complain is None:
                    raise read
                else:
                    self.complain(read)
        if self._dirty > 1:
            tell(f"{self._dirty - 1} more of the articles have such leftovers in them")

    def _read(
        self, file: File | quotes.QuotesError
    ) -> Iterator[quotes.Article | quotes.QuotesError]:
        if isinstance(file, quotes.QuotesError):
            yield file
        elif file.id not in self.skip:
            yield from articles_in(file, self.settings, tell, self._warn)

    def _check_date(self, article: quotes.Article) -> None:
        """Tell of the first article for which entries with dates do not count."""
        if self._dated and article.published is None:
            self._dated = False
            tell(
                f"{article.id} has no date: entries of --known with dates are not used where there "
                "is none"
            )

    def _warn(self, place: str, examples: tuple[str, ...]) -> None:
        """Tell of the first article that shows traces of other formats; the others are counted."""
        self._dirty += 1
        if self._dirty > 1:
            return
        shown = ", ".join(examples)
        if examples[0].lower().startswith(_PAGE):
            tell(f"{place} is an HTML page ({shown}): --input html reads it as one")
        else:
            tell(
                f"{place} has leftovers of a web page or of a wrong encoding in it ({shown}): "
                "--repair takes them out"
            )

    def number(self) -> int | None:
        """How many articles there are to read; None where only reading them would tell."""
        total = 0
        others = set(self.skip)
        for file in files_of(self.files, lambda _: None):
            if isinstance(file, quotes.QuotesError) or file.id in self.skip:
                others -= {getattr(file, "id", "")}
            elif file.path == STDIN:
                return None
            elif self.settings.form is Form.JSONL or file.path.lower().endswith(".jsonl"):
                total += _lines(file.path)
            else:
                total += 1
        return max(0, total - len(others))


def _lines(name: str) -> int:
    """The lines of a file that are not empty; none if it cannot be read."""
    try:
        with open(name, "rb") as file:
            return sum(not line.isspace() for line in file)
    except OSError:
        return 0


def articles(
    files: Sequence[str],
    complain: Callable[[quotes.QuotesError], None] | None = None,
    settings: Settings | None = None,
) -> Iterator[quotes.Article]:
    """The articles of files; see `Reading`."""
    return iter(Reading(files, complain, settings or Settings()))
