"""Sentences written with their tags, for tests of what reads tags alone."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.language.sentences import Entity, Sentence, Word


def words(tagged: str) -> tuple[Word, ...]:
    """The words of *the/DT port/NN*; a tilde joins a word to the one before (*Elmford ~-*).

    The lemma is the word in lower case, without the ending of a plural.
    """
    found: list[Word] = []
    at = 0
    for part in tagged.split():
        form, _, tag = part.removeprefix("~").rpartition("/")
        at += 0 if part.startswith("~") or not found else 1
        lemma = form.lower().removesuffix("s") if tag == "NNS" else form.lower()
        found.append(Word(at, at + len(form), form, lemma, "X", tag))
        at += len(form)
    return tuple(found)


def sentence(tagged: str, entities: Sequence[Entity] = ()) -> Sentence:
    """A sentence of tagged words that is not parsed."""
    return Sentence(0, 0, words(tagged), tuple(entities))
