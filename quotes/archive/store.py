"""`Archive`: a file that holds the news as it comes, and answers questions on it."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self

from quotes.archive import asking
from quotes.archive.adding import append
from quotes.archive.rows import article_of, clean, quotes_of, text_hash
from quotes.archive.schema import connect, reading, speaking_of, writing
from quotes.archive.shelf import Shelf
from quotes.archive.values import Added, Found, KnownSpeaker, Wording
from quotes.errors import ArchiveError, ArticleError, InputError
from quotes.export.rows import Row, utterance_rows
from quotes.inputs import articles_of
from quotes.types import Article, Quote, Utterance
from quotes.utterances.scores import shipped
from quotes.utterances.sources import article_key

_log = logging.getLogger(__name__)
Extract = Callable[[Iterable[Article]], Iterable["list[Quote] | ArticleError"]]
"""How quotes are found: for each article its quotes, or what went wrong."""


class Archive:
    """Articles in one file, with their quotes, and the utterances and speakers that they share.

    An article is added in one step that is kept in full or not at all, whatever happens to the
    program or the machine. Many programs may read while one writes; each sees what was complete
    when its question began. An archive is used by the thread that opened it, and closed at the end:

    >>> with quotes.Archive("news.db") as archive:
    ...     archive.add(articles)
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        """Open the archive in a file, or make one there.

        Args:
            path: the file; SQLite keeps two more beside it while it is open (`-wal`, `-shm`).
            read_only: never write; a file that cannot be written is opened so anyway.

        Raises:
            ArchiveError: the file cannot be opened, is no archive, or was made by a later version.
        """
        self._path = os.fspath(path)
        self._connection = connect(self._path, read_only=read_only)
        self._shelf = Shelf(self._connection)
        self._open = True

    def add(
        self,
        articles: Iterable[str | Article],
        quotes: Iterable[Sequence[Quote]] | None = None,
        *,
        extract: Extract | None = None,
    ) -> Added:
        """Append articles, one after the other; what is there already is not read again.

        An article is known by its id, without one by its text. A text that differs from the one
        under its id is not taken: the id is in `Added.changed`.

        Args:
            articles: texts or `Article`s, taken one by one.
            quotes: the quotes of each article in the same order, if they were extracted already.
            extract: finds the quotes of those that are new; without it `quotes.extract_many` does.

        Raises:
            ArchiveError: the archive cannot be written; all articles before are kept.
            InputError: `articles` is no iterable of articles, or `quotes` are not theirs.
        """
        news = _News()
        for article, found in self._read(articles, quotes, extract, news):
            key = article_key(article)
            if isinstance(found, ArticleError):
                news.errors.append(found)
                continue
            self._check_open()
            number = None
            with speaking_of(self._path):
                try:
                    with writing(self._connection):
                        if not self._is_known(article, news):
                            (number,) = self._connection.execute(
                                "SELECT coalesce(max(id), 0) + 1 FROM articles"
                            ).fetchone()
                            append(self._connection, self._shelf, shipped(), article, key, found)
                            news.articles += 1
                            news.quotes += len(found)
                except BaseException:
                    if number is not None:
                        self._shelf.drop(number)
                    raise
        return news.added()

    def _read(
        self,
        articles: Iterable[str | Article],
        quotes: Iterable[Sequence[Quote]] | None,
        extract: Extract | None,
        news: _News,
    ) -> Iterator[tuple[Article, Sequence[Quote] | ArticleError]]:
        """The articles that are new, with their quotes or what went wrong."""
        if quotes is not None:
            try:
                for article, row in zip(articles_of(articles), quotes, strict=True):
                    if not self._is_known(article, news):
                        yield article, tuple(row)
            except ValueError as error:
                raise InputError("quotes: expected a list of quotes for each article") from error
            return
        fresh = (a for a in articles_of(articles) if not self._is_known(a, news))
        named, read = itertools.tee(fresh)
        yield from zip(named, (extract or _extract)(read), strict=False)

    def _is_known(self, article: Article, news: _News) -> bool:
        """Whether an article is there, with this text or another one."""
        self._check_open()
        key = article_key(article)
        with speaking_of(self._path):
            row = self._connection.execute(
                "SELECT hash FROM articles WHERE key = ?", (clean(key),)
            ).fetchone()
        if row is None:
            return False
        if row[0] == text_hash(article.text):
            news.known += 1
        else:
            _log.warning("%s: its text is another one than in the archive", key)
            news.changed.append(key)
        return True

    def search(
        self,
        words: str | None = None,
        *,
        speaker: str | None = None,
        affiliation: str | None = None,
        outlet: str | None = None,
        since: asking.Day = None,
        until: asking.Day = None,
        limit: int = 50,
    ) -> Iterator[Found]:
        """Quotes that fit all that is asked for, the latest first, undated ones last.

        Args:
            words: words of the quote, all of them, in any order and form; nothing in them is a
                command.
            speaker: a name in full or a part of it, capitals and accents aside, or a speaker's id.
            affiliation: an institution of the speaker, in full or a part of it.
            outlet: the outlet, capitals aside.
            since: the first day, a date or an ISO 8601 string.
            until: the last day.
            limit: how many quotes at most.

        Raises:
            OptionError: a day or the limit is none.
            ArchiveError: the archive cannot be read.
        """
        with self._asked() as connection:
            rows = asking.search(
                connection, words, speaker, affiliation, outlet, since, until, limit
            )
            return iter(list(rows))

    def speaker(self, name: str) -> tuple[KnownSpeaker, ...]:
        """The speakers whose name holds these words, or of this id, the most quoted first."""
        with self._asked():
            return asking.speakers(self._connection, name)

    def utterance(self, id: str) -> Utterance | None:
        """The utterance of this id, None if there is none.

        The id is that of the version that is the normalised form, which changes when a better one
        comes; the ids of all versions lead to their utterance. Its speaker has the roles and
        affiliations of all articles, with the evidence of those of the utterance.
        """
        with self._asked():
            return asking.utterance_of(self._connection, id)

    def first(self, utterance: Utterance | str) -> Found:
        """Who carried an utterance first: by date and time, a date alone is the end of its day.

        Raises:
            ArchiveError: there is no such utterance.
        """
        whole = self._utterance(utterance)
        with self._asked():
            return asking.first(self._connection, whole)

    def wordings(self, utterance: Utterance | str) -> tuple[Wording, ...]:
        """The wordings of an utterance in the order of time, each with what is new in it.

        Raises:
            ArchiveError: there is no such utterance.
        """
        whole = self._utterance(utterance)
        with self._asked():
            return asking.wordings(self._connection, whole)

    def _utterance(self, utterance: Utterance | str) -> Utterance:
        id = utterance if isinstance(utterance, str) else utterance.id
        found = self.utterance(id)
        if found is None:
            raise ArchiveError(f"{self._path}: there is no utterance {id!r}")
        return found

    def utterances(self) -> Iterator[Utterance]:
        """All utterances, in the order in which they were last changed."""
        with self._asked() as connection:
            names = connection.execute("SELECT name FROM utterances ORDER BY id").fetchall()
        for (name,) in names:
            found = self.utterance(name)
            if found is not None:
                yield found

    def articles(self) -> Iterator[Article]:
        """All articles in the order in which they were added."""
        with self._asked() as connection:
            keys = connection.execute("SELECT key FROM articles ORDER BY id").fetchall()
        for (key,) in keys:
            found = self.article(key)
            if found is not None:
                yield found

    def article(self, id: str) -> Article | None:
        """The article of this id, None if there is none."""
        with self._asked() as connection:
            row = connection.execute(
                "SELECT about, text FROM articles WHERE key = ?", (clean(id),)
            ).fetchone()
            return article_of(*row) if row is not None else None

    def quotes(self, article_id: str) -> tuple[Quote, ...]:
        """The quotes of an article, in text order; none of one that is not there."""
        with self._asked() as connection:
            row = connection.execute(
                "SELECT id FROM articles WHERE key = ?", (clean(article_id),)
            ).fetchone()
            return quotes_of(connection, row[0]) if row is not None else ()

    def export(self, path: str | os.PathLike[str]) -> int:
        """Write all versions of all utterances to a Parquet file, a row each; how many there are.

        Raises:
            QuotesError: pyarrow is not installed (`pip install "quotes-nlp[parquet]"`).
            OSError: the file cannot be written.
        """
        from quotes.export import write_parquet  # at first use

        with self._asked():
            return write_parquet(self._rows(), os.fspath(path))

    def _rows(self) -> Iterator[Row]:
        for utterance in self.utterances():
            ids = {version.article_id for version in utterance.versions}
            articles = {id: article for id in ids if (article := self.article(id)) is not None}
            yield from utterance_rows([utterance], articles)

    def close(self) -> None:
        """Close the file; more than once does nothing."""
        self._open = False
        self._connection.close()

    @contextlib.contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        """The connection for one question."""
        self._check_open()
        with speaking_of(self._path), reading(self._connection):
            yield self._connection

    def _check_open(self) -> None:
        if not self._open:
            raise ArchiveError(f"{self._path}: the archive is closed")

    def __len__(self) -> int:
        """How many articles there are."""
        with self._asked() as connection:
            (number,) = connection.execute("SELECT count(*) FROM articles").fetchone()
            return int(number)

    def __bool__(self) -> bool:
        """True: an archive without articles is one as well."""
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Archive: {self._path}>"


class _News:
    """What was added so far."""

    def __init__(self) -> None:
        self.articles = self.quotes = self.known = 0
        self.changed: list[str] = []
        self.errors: list[ArticleError] = []

    def added(self) -> Added:
        return Added(
            self.articles, self.quotes, self.known, tuple(self.changed), tuple(self.errors)
        )


def _extract(articles: Iterable[Article]) -> Iterable[list[Quote] | ArticleError]:
    from quotes.api import extract_many  # the models load at first use

    return extract_many(articles, errors="return")
