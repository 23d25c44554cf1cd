"""The tables of an archive, how a file of them is opened, and what its errors mean."""

from __future__ import annotations

import contextlib
import os
import pathlib
import sqlite3
from collections.abc import Iterator

from quotes.errors import ArchiveError

MARK = 0x51554F54
"""By this application id a file is known as an archive (the letters QUOT)."""
WAIT = 10.0
"""How many seconds a writer waits for another one."""

_HEAD = 100
"""So many bytes every file of SQLite begins with."""

_TABLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    day INTEGER,
    outlet TEXT COLLATE NOCASE,
    about TEXT NOT NULL,     -- all but the text, as JSON
    text BLOB NOT NULL,      -- UTF-8, deflated
    sketch TEXT NOT NULL     -- the telling words of the article
);
-- The id begins with the day: quotes lie in the order of time, and so do the rows of `words`.
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    outlet TEXT COLLATE NOCASE,
    local TEXT,              -- the speaker's id within the article
    speaker INTEGER,
    body BLOB NOT NULL       -- `quotes/1`: Quote.to_dict as JSON, deflated
);
CREATE UNIQUE INDEX quotes_of ON quotes (article, name);
CREATE INDEX quotes_by ON quotes (speaker, id);
CREATE INDEX quotes_in ON quotes (outlet, id);
CREATE VIRTUAL TABLE words USING fts5 (
    text, content='', tokenize='porter unicode61 remove_diacritics 2'
);
-- What is compared: a quote, or a part of a split one.
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    quote INTEGER NOT NULL REFERENCES quotes,
    article INTEGER NOT NULL REFERENCES articles,
    part INTEGER NOT NULL,
    head INTEGER,            -- the item of the article that this one repeats word for word
    telling TEXT NOT NULL,
    context TEXT NOT NULL,
    utterance INTEGER
);
CREATE INDEX items_of_quote ON items (quote);
CREATE INDEX items_of_article ON items (article);
CREATE INDEX items_of_utterance ON items (utterance);
CREATE INDEX items_repeating ON items (head) WHERE head IS NOT NULL;
CREATE TABLE keys (
    key INTEGER NOT NULL, day INTEGER NOT NULL, item INTEGER NOT NULL, asks INTEGER NOT NULL,
    PRIMARY KEY (key, day, item)
) WITHOUT ROWID;
CREATE TABLE links (
    a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX links_back ON links (b, a, score);
CREATE TABLE utterances (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    chosen INTEGER NOT NULL REFERENCES items,
    speaker INTEGER
);
CREATE INDEX utterances_by ON utterances (speaker);
CREATE TABLE versions (
    utterance INTEGER NOT NULL, place INTEGER NOT NULL, item INTEGER NOT NULL,
    relation TEXT NOT NULL, similarity REAL NOT NULL, reworded INTEGER NOT NULL,
    spans TEXT NOT NULL, PRIMARY KEY (utterance, place)
) WITHOUT ROWID;
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL
);
-- The speakers of each article, and who they are in the archive.
CREATE TABLE bearers (
    article INTEGER NOT NULL, local TEXT NOT NULL, speaker INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX bearers_of ON bearers (speaker, article);
-- How often a speaker has a name, a role, an affiliation, a description that is compared.
CREATE TABLE told (
    speaker INTEGER NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL, often INTEGER NOT NULL,
    PRIMARY KEY (speaker, what, value)
) WITHOUT ROWID;
CREATE TABLE names (
    sort TEXT NOT NULL, key TEXT NOT NULL, speaker INTEGER NOT NULL,
    PRIMARY KEY (sort, key, speaker)
) WITHOUT ROWID;
"""

_READY = """
-- What `items_of` made of the quotes of an article, as `packing` writes it. Of an article that an
-- earlier version added it is written when that is first compared again.
CREATE TABLE ready (article INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""

STEPS: tuple[str, ...] = (_TABLES, _READY)
"""What leads from each version of the schema to the next; the first makes an archive."""

_MEANT = {
    "SQLITE_FULL": "there is no room left on the disk; what was complete is kept",
    "SQLITE_READONLY": "the file cannot be written",
    "SQLITE_NOTADB": "not an archive of quotes",
    "SQLITE_CORRUPT": "the file is damaged",
    "SQLITE_BUSY": "another program is writing to it",
    "SQLITE_LOCKED": "another program is writing to it",
    "SQLITE_CANTOPEN": "the file cannot be opened",
    "SQLITE_IOERR": "the file cannot be read or written",
    "SQLITE_PERM": "the file cannot be opened",
}


@contextlib.contextmanager
def speaking_of(path: str) -> Iterator[None]:
    """Whatever SQLite complains of is one sentence on the archive at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        meant = next((text for code, text in _MEANT.items() if name.startswith(code)), str(error))
        raise ArchiveError(f"{path}: {meant}") from error


def connect(path: str, *, read_only: bool) -> sqlite3.Connection:
    """A connection to the archive at `path`, which is made or brought up to date if it may be.

    Raises:
        ArchiveError: it cannot be opened, is no archive, or is of a later version.
    """
    exists = _exists(path)
    if read_only and not exists:
        raise ArchiveError(f"{path}: there is no such archive")
    if os.path.isdir(path):
        raise ArchiveError(f"{path} is a folder, not an archive")
    folder = os.path.dirname(os.path.abspath(path))  # SQLite keeps files beside it
    able = os.access(path, os.W_OK) and os.access(folder, os.W_OK)
    writes = not read_only and (able or not exists)
    if exists and 0 < os.path.getsize(path) < _HEAD:
        raise ArchiveError(f"{path}: not an archive of quotes")  # SQLite would write over it
    with speaking_of(path):
        connection = _open(path, "rwc" if writes else "ro")
        try:
            _prepare(connection, path, writes)
        except BaseException:
            connection.close()
            raise
    return connection


def _exists(path: str) -> bool:
    """Whether there is anything at a path; nobody can tell of a folder that may not be entered."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise ArchiveError(f"{path}: the file cannot be opened: {error.strerror}") from error
    return True


def _open(path: str, mode: str) -> sqlite3.Connection:
    address = pathlib.Path(path).absolute().as_uri()
    connection = sqlite3.connect(
        f"{address}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None
    )
    if mode == "ro":
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:  # a folder that takes no file beside it: nobody writes
            connection.close()
            connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    return connection


def _prepare(connection: sqlite3.Connection, path: str, writes: bool) -> None:
    version, mark = _versions(connection)
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if mark != MARK and not (empty and writes and mark == 0 and version == 0):
        raise ArchiveError(f"{path}: not an archive of quotes")
    if version > len(STEPS):
        raise ArchiveError(f"{path}: made by a later version of quotes (schema {version})")
    if version < len(STEPS) and not writes:
        raise ArchiveError(f"{path}: of schema {version}; open it once for writing to update it")
    if not writes:
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if version < len(STEPS):
        with writing(connection):
            version, _ = _versions(connection)  # another program may have been faster
            for step in STEPS[version:]:
                _run(connection, step)
            connection.execute(f"PRAGMA application_id = {MARK}")
            connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _versions(connection: sqlite3.Connection) -> tuple[int, int]:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    mark: int = connection.execute("PRAGMA application_id").fetchone()[0]
    return version, mark


def _run(connection: sqlite3.Connection, script: str) -> None:
    """The statements of a script within the transaction that is open (`executescript` ends it)."""
    statement = ""
    for line in script.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all that is written within is kept, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """All questions within see the same state, whatever is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
