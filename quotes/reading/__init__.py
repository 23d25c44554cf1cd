"""Articles from files, folders and standard input: text, HTML pages and JSON Lines."""

from __future__ import annotations

from quotes.reading.articles import Form, Settings, articles_in
from quotes.reading.files import STDIN, SUFFIXES, File, files_of
from quotes.reading.known import read_known

__all__ = [
    "STDIN",
    "SUFFIXES",
    "File",
    "Form",
    "Settings",
    "articles_in",
    "files_of",
    "read_known",
]
