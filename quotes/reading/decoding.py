"""From the bytes of a file to its text: encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import contextlib
import re

from quotes.errors import OptionError, QuotesError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 50_000
_LATIN = frozenset({"ascii", "iso8859-1"})
"""What pages in Windows-1252 call themselves; browsers read them all as Windows-1252."""

_LIKELY = ("cp1252", "mac_roman")

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_PACKED = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"epub", "an e-book"),
)
_SAVE = "save it as plain text (.txt, UTF-8) or as a web page (.html) first"


def decoded(data: bytes, encoding: str | None = None, *, page: bool = False) -> str:
    """The text of a file, without a byte order mark; line ends stay as they are.

    A byte order mark decides; then what is UTF-8 is UTF-8, and only what is not is read as the
    HTML `page` declares, and otherwise in `encoding`.

    Raises:
        OptionError: there is no such `encoding`.
        QuotesError: the file is no text, or in an encoding that has to be given.
    """
    if encoding is not None:
        _known(encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _read(data, name)
    if encoding is None or not _is_wide(encoding):
        _refuse_binary(data)
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-8")
    declared = _DECLARED.search(data[:_HEAD]) if page else None
    if declared is not None:
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            name = codecs.lookup(declared[1].decode("ascii", "replace")).name
            return data.decode("cp1252" if name in _LATIN else name)
    if encoding is not None:
        return _read(data, encoding)
    guess = _guess(data)
    if guess is None:
        raise QuotesError("is not UTF-8; say what it is with --encoding, such as cp1252")
    raise QuotesError(f"is not UTF-8; it looks like {_called(guess)}: --encoding {guess}")


def _known(encoding: str) -> None:
    try:
        if codecs.lookup(encoding)._is_text_encoding:
            return
    except (LookupError, ValueError):
        pass
    raise OptionError(
        f"encoding: expected the name of an encoding, such as cp1252, not {encoding!r}"
    )


def _is_wide(encoding: str) -> bool:
    """Whether letters of English have zero bytes in an encoding (UTF-16)."""
    return b"\x00" in "a".encode(encoding)


def _read(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise QuotesError(f"is not {encoding}: byte {error.start} does not fit") from error


def _refuse_binary(data: bytes) -> None:
    head = data[:_HEAD]
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if head.startswith(b"PK\x03\x04"):
        kind = next((kind for part, kind in _PACKED if part in data), "a ZIP archive")
    if kind is not None:
        raise QuotesError(f"is {kind}, which cannot be read here: {_SAVE}")
    if b"\x00" not in data:
        return
    even, odd = head[::2].count(0), head[1::2].count(0)
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > len(head) / 3 and not others:
            raise QuotesError(f"is not UTF-8; it looks like UTF-16: --encoding {name}")
    raise QuotesError(f"is not a text file: {_SAVE}")


def _guess(data: bytes) -> str | None:
    """The encoding that a file seems to have: one that English is written in, if one fits."""
    try:
        from charset_normalizer import from_bytes  # part of the extra `cli`
    except ModuleNotFoundError:
        return None
    sample = data[:_SAMPLE]
    likely = [
        m.encoding for m in from_bytes(sample, cp_isolation=[*_LIKELY], enable_fallback=False)
    ]
    if likely:
        # Newspapers have curly marks and dashes, which tell the two apart.
        return max(likely, key=lambda name: (_typography(sample, name), -_LIKELY.index(name)))
    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def _typography(data: bytes, encoding: str) -> int:
    text = data.decode(encoding, "replace")
    return sum(text.count(char) for char in "‘’“”–—…£")


def _called(encoding: str) -> str:
    """The name that people know an encoding by."""
    return re.sub(r"^cp125(\d)$", r"windows-125\1", encoding).replace("_", "-")
