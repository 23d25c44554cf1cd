"""Lemmas from the dictionary of a stanza model."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable

from quotes.language.checkpoints import Checkpoint, UnsupportedModelError

_VERSION = 3
_ANY = "*"


class Lemmatiser:
    """Looks a word up with its universal tag, then alone; a word not found is its own lemma."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        checkpoint.must(dict_only=True)
        if checkpoint.content.get("dicts_version") != _VERSION or checkpoint.content["contextual"]:
            raise UnsupportedModelError("another kind of dictionary")
        self._entries: dict[str, dict[str, str]] = json.loads(
            gzip.decompress(checkpoint.content["dicts"])
        )
        self._any = self._entries.get(_ANY, {})
        self._caseless = bool(checkpoint.settings.get("caseless"))

    def lemmas(self, words: Iterable[tuple[str, str]]) -> list[str]:
        """The lemmas of words with their universal tags."""
        found = []
        for text, upos in words:
            word = text.lower() if self._caseless else text
            lemma = self._entries.get(upos, self._any).get(word)
            if lemma is None:
                lemma = self._any.get(word, word)
            found.append(lemma or "_")
        return found
