"""Readings from tagged text, so that these tests run without models."""

from __future__ import annotations

from quotes.language.sentences import Entity, Reading, Sentence, Word
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs

_LEMMAS = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "added": "add",
    "is": "be",
    "was": "be",
    "heads": "head",
    "works": "work",
    "lectures": "lecture",
    "leads": "lead",
    "runs": "run",
    "founded": "found",
    "joined": "join",
    "has": "have",
    "had": "have",
    "served": "serve",
    "issued": "issue",
    "published": "publish",
    "released": "release",
}
_TIGHT = {",", ".", "'s", "’s", ")", "”", ":", ";", "-", "—"}


def _entity(token: str) -> tuple[str, str | None, bool]:
    """A token without its brackets, the kind of entity that it opens, whether it closes one."""
    kind = None
    if token.startswith("["):
        kind, token = token[1:].split("|", 1)
    closes = token.endswith("]")
    return token.removesuffix("]"), kind, closes


def reading(tagged: str) -> Reading:
    """A reading from lines of `word/TAG`; a line is a sentence, an empty line parts paragraphs.

    An entity is written as `[Kind|word/TAG word/TAG]`.
    """
    text = ""
    drafts = []
    for number, block in enumerate(tagged.strip().split("\n\n")):
        text += "\n\n" if text else ""
        for row, line in enumerate(block.strip().split("\n")):
            text += " " if row else ""
            words: list[Word] = []
            entities: list[Entity] = []
            opened = (0, "")
            for token in line.split():
                plain, kind, closes = _entity(token)
                form, tag = plain.rsplit("/", 1)
                tight = form in _TIGHT or not words or text[-1:] in {"(", "-"}
                tight = tight or text[-1:] in {"“", "—"}
                text += "" if tight else " "
                if kind:
                    opened = (len(words), kind)
                start = len(text)
                text += form
                plain = fold(form)
                lemma = _LEMMAS.get(plain.lower(), plain.lower())
                words.append(Word(start, len(text), plain, lemma, "", tag))
                if closes:
                    entities.append(Entity(opened[0], len(words), opened[1]))
            drafts.append((number, tuple(words), tuple(entities)))
    sentences = tuple(Sentence(n, p, words, e) for n, (p, words, e) in enumerate(drafts))
    return Reading(text, fold(text), paragraphs(text), sentences)
