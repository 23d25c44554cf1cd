"""Words as golden output holds them: by where they stand, so that no sentence is stored."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections.abc import Iterator, Mapping

_LONGEST = 12
_WORD = re.compile(r"\S+")


def digest(text: str) -> str:
    """The first eight hexadecimal digits of a hash."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:8]


class Words:
    """Writes words as codes, and reads the codes.

    A code is `START-END`, where the words first stand in the text; `ID@START-END` if there are
    several texts; `#HASH` if they stand in none; with `plain` it is the words themselves as JSON.

    Args:
        texts: the text of each article by its id.
        plain: whether the words may be stored.
        known: is told of all that was hashed, and asked when a hash is read.
    """

    def __init__(
        self, texts: Mapping[str, str], *, plain: bool, known: dict[str, str] | None = None
    ) -> None:
        self._texts = texts
        self._plain = plain
        self._known = known if known is not None else {}

    def write(self, words: str) -> str:
        """The code of some words."""
        self._known[digest(words)] = words
        if self._plain:
            return json.dumps(words, ensure_ascii=False)
        for name, text in self._texts.items():
            at = text.find(words)
            if words and at >= 0:
                place = f"{at}-{at + len(words)}"
                return place if len(self._texts) == 1 else f"{name}@{place}"
        return f"#{digest(words)}"

    def read(self, code: str) -> str:
        """The words of a code; the code itself if they cannot be had."""
        if code.startswith('"'):
            return str(json.loads(code))
        if code.startswith("#"):
            return self._known.get(code[1:]) or self._runs().get(code[1:], code)
        name, _, place = code.rpartition("@")
        start, end = map(int, place.split("-"))
        texts = self._texts
        text = texts.get(name) if name else next(iter(texts.values()), None)
        return code if text is None else text[start:end]

    def _runs(self) -> dict[str, str]:
        """Runs of up to twelve words by their hashes."""
        return {digest(run): run for text in self._texts.values() for run in _runs(text)}


def _runs(text: str) -> Iterator[str]:
    words = [m[0] for m in _WORD.finditer(text)]
    for at, length in itertools.product(range(len(words)), range(1, _LONGEST + 1)):
        run = " ".join(words[at : at + length])
        yield run
        yield run.strip(".,;:“”\"'’()")
