"""Items of an article as bytes, to be stored or sent: far cheaper than making them again.

Bytes hold stems and their places only; what is left out comes with the article and its quotes.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence

from quotes.errors import FormatError
from quotes.types import Article, Quote
from quotes.utterances.items import Item, Made, Sheet, day_of, item_of, spans_of
from quotes.utterances.words import NOTHING, Words

PACKED = 1
"""The form of the bytes; it rises whenever `items_of` would make other items of the same quotes."""
_HEAD = struct.Struct("<4sHII")
"""What they are, their form, the checksum of the article's text, and how long the stems are."""
_MARK = b"qitm"
_BETWEEN = "\n"
_WORD = "I"


def packed(items: Sequence[Item], quotes: Sequence[Quote]) -> bytes:
    """All items of one article as bytes, none as no bytes; `quotes` are those they were made of.

    Raises:
        ValueError: the items are not all of one article.
    """
    if not items:
        return b""
    if any(item.sheet is not items[0].sheet for item in items):
        raise ValueError("items: expected all those of one article")
    sheet = items[0].sheet
    places = {quote.id: place for place, quote in enumerate(quotes)}
    numbers: dict[str, int] = {}
    table: dict[Words, int] = {}
    rows = array(_WORD)

    def put(stems: Sequence[str]) -> None:
        rows.append(len(stems))
        rows.extend([numbers.setdefault(stem, len(numbers)) for stem in stems])

    put(sheet.told)
    rows.append(len(items))
    for item in items:
        rows.extend((places[item.ref.quote_id], item.ref.part, item.translated))
        put(item.around)
        for words in (item.said, item.content):
            known = words in table
            rows.append(table.setdefault(words, len(table)))
            if known:
                continue
            put(words.stems)
            for stems in (words.numbers, words.names):
                put(sorted(stems))
            put(words.told)
            rows.append(words.negations)
    held = _BETWEEN.join(numbers).encode("utf8", "surrogatepass")
    head = _HEAD.pack(_MARK, PACKED, _checksum(sheet.article), len(held))
    return head + zlib.compress(held + _little(rows).tobytes(), 1)


def unpacked(data: bytes, article: Article, key: str, quotes: Sequence[Quote]) -> tuple[Item, ...]:
    """The items that `items_of` makes of the same article, key and quotes, from their bytes.

    Raises:
        FormatError: the bytes are damaged, of another release, or of another article.
    """
    if not data:
        return ()
    try:
        mark, form, checksum, length = _HEAD.unpack_from(data)
        if (mark, form, checksum) != (_MARK, PACKED, _checksum(article)):
            raise FormatError("packed items: of another release, or of another article")
        body = zlib.decompress(data[_HEAD.size :])
        stems = body[:length].decode("utf8", "surrogatepass").split(_BETWEEN)
        rows = array(_WORD)
        rows.frombytes(body[length:])
        reader = _Reader(list(map(sys.intern, stems)), _little(rows).tolist())
        return reader.items(article, key, quotes)
    except FormatError:
        raise
    except Exception as error:  # of damaged bytes anything may be made
        raise FormatError("packed items: they are damaged") from error


class _Reader:
    """Numbers that are read one after the other."""

    def __init__(self, stems: Sequence[str], rows: Sequence[int]) -> None:
        self._stems = stems
        self._rows = rows
        self._at = 0
        self._table: list[Words] = []

    def items(self, article: Article, key: str, quotes: Sequence[Quote]) -> tuple[Item, ...]:
        """All items of the article."""
        sheet = Sheet(article, key, self._list(), day_of(article))
        made = [self._made(article.text, quotes) for _ in range(self._next())]
        if self._at != len(self._rows):
            raise FormatError("packed items: they are damaged")
        return tuple(item_of(sheet, i, made) for i in range(len(made)))

    def _next(self) -> int:
        self._at += 1
        return self._rows[self._at - 1]

    def _list(self) -> tuple[str, ...]:
        size = self._next()
        self._at += size
        return tuple([self._stems[n] for n in self._rows[self._at - size : self._at]])

    def _set(self) -> frozenset[str]:
        return frozenset(found) if (found := self._list()) else NOTHING

    def _made(self, text: str, quotes: Sequence[Quote]) -> Made:
        quote, part, translated = quotes[self._next()], self._next(), bool(self._next())
        spans = spans_of(text, quote)[part]
        around = self._list()
        said = self._words(tuple([span.text for span in spans]))
        content = self._words(tuple([span.text for span in quote.content]))
        return Made(quote, part, spans, said, content, around, translated)

    def _words(self, texts: tuple[str, ...]) -> Words:
        number = self._next()
        if number == len(self._table):
            stems, numbers, names, told = self._list(), self._set(), self._set(), self._list()
            self._table.append(Words(stems, numbers, names, self._next(), told, texts))
        return self._table[number]


def _checksum(article: Article) -> int:
    return zlib.crc32(article.text.encode("utf8", "surrogatepass"))


def _little(rows: array[int]) -> array[int]:
    """The same with the lowest byte first, as they are held; on most machines there they are so."""
    if sys.byteorder == "big":
        rows = array(_WORD, rows)
        rows.byteswap()
    return rows
