"""What every text is put through: quotes that are sound, and the same ones each time."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import quotes
from quotes import engine
from quotes.language.sentences import Analyser
from quotes.testing import faults
from quotes.types import Article, Quote
from tests.fuzz.chance import ChanceAnalyser

OTHER = "“The bridge is closed,” said Ada Marsh, the mayor. Joel Fenn warned that it was “old”."
"""An article that texts are read beside."""


def by_chance(texts: Sequence[str]) -> list[list[Quote]]:
    """The quotes of texts, all kinds, as analysed by lot."""
    return _found(ChanceAnalyser(), texts)


def by_models(texts: Sequence[str]) -> list[list[Quote]]:
    """The quotes of texts, all kinds, as analysed by the bundled models."""
    return _found(_models(), texts)


@functools.cache
def _models() -> Analyser:
    return engine.analyser("bundled")


def _found(analyser: Analyser, texts: Sequence[str]) -> list[list[Quote]]:
    articles = [Article(text, id="a") for text in texts]
    return engine.quotes_of(articles, analyser, quotes.api.MIN_SPEAKER_CONFIDENCE)


def wrong(text: str, *, models: bool, again: bool) -> list[str]:
    """What is wrong with the quotes of a text, read by the models or by lot.

    `again` reads it a second time, beside another text.
    """
    read = by_models if models else by_chance
    [found] = read([text])
    lines = faults(text, found)
    if again and read([OTHER, text, OTHER])[1] != found:
        lines.append("other quotes in another batch")
    return lines
