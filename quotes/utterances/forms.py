"""The normalised form of an utterance, and what each version is to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

import regex

from quotes.types import Kind, Reason, VersionRelation
from quotes.utterances.features import compare_words
from quotes.utterances.items import Item

_COMMA = regex.compile(r"((?:(?!,)\p{P})*),\s?")
_CAPITAL = regex.compile(r"\p{P}*\p{Lu}")
_FRAGMENT = 0.5
"""At most this share of the form's words is a fragment of it."""
_PART = 0.8
"""This share of the shorter one's words, in order, makes it a part of the other."""
_EDITED = 0.6
"""From this share of the shorter one's words on, in order, it is edited and not reworded."""


def choose(items: Sequence[Item], reworded: Container[str]) -> tuple[Item, Reason]:
    """The version that stands for all, and why it was chosen.

    Quoted before unquoted, whole quotations before fragments in a reported clause, natural before
    machine-reworded; of these the fullest, and of equally full ones the words that most outlets
    have.
    """
    if len(items) == 1:
        return items[0], Reason.ONLY
    agreed = Counter(item.said.stems for item in items)

    def fullness(item: Item) -> tuple[bool, bool, int]:
        return item.quoted, item.quote.kind is Kind.DIRECT, len(item.said.stems)

    natural = [item for item in items if item.sheet.id not in reworded]
    best_quoted = max(item.quoted for item in items)
    if not any(item.quoted == best_quoted for item in natural):
        natural = list(items)
    chosen = min(natural, key=lambda i: (_falling(fullness(i)), -agreed[i.said.stems], i.ref))
    if max(map(fullness, items)) > fullness(chosen):
        return chosen, Reason.NATURAL
    as_full = {item.said.stems for item in natural if fullness(item) == fullness(chosen)}
    if agreed[chosen.said.stems] > 1 or len(as_full) > 1:
        return chosen, Reason.AGREED
    return chosen, Reason.FULLEST


def _falling(key: tuple[bool, bool, int]) -> tuple[int, int, int]:
    return -int(key[0]), -int(key[1]), -key[2]


def text_of(item: Item) -> str:
    """The words of a version as they stand there, brackets kept.

    The quoted words alone, without those of the reporter around them; of an indirect quote all that
    is reported. Only the comma that led to the attribution is not part of the words: it goes, or
    becomes a full stop where the next stretch begins a sentence. Where the reporter puts words of
    their own between two quoted fragments, an ellipsis stands for them.
    """
    parts = [" ".join(span.text.split()) for span in item.spans]
    for i, part in enumerate(parts):
        match = _COMMA.match(part[::-1])  # from the end, so that the work is linear
        if match is None:
            continue
        follows = i + 1 < len(parts)
        opens = follows and bool(_CAPITAL.match(parts[i + 1]))
        if opens or not follows:
            parts[i] = part[: -match.end()] + ("." if opens else "") + match[1][::-1]
    return (" … " if item.quote.kind is Kind.MIXED else " ").join(parts)


def relation(item: Item, chosen: Item, reworded: Container[str]) -> VersionRelation:
    """What a version is to the chosen one."""
    if not item.quoted and chosen.quoted:
        return VersionRelation.INDIRECT
    short, long = sorted((item, chosen), key=lambda i: (len(i.said.stems), i.said.stems))
    if item is chosen or short.said.stems == long.said.stems:
        return VersionRelation.VERBATIM
    same = compare_words(short.said, long.said)
    machine = (item.sheet.id in reworded) != (chosen.sheet.id in reworded)
    part = same.contained >= _PART and same.in_order >= _PART
    if short is item and part and len(item.said.stems) <= _FRAGMENT * len(chosen.said.stems):
        return VersionRelation.FRAGMENT
    if machine and not part:
        return VersionRelation.REWORDED
    if same.contained >= _EDITED and same.in_order >= _EDITED:
        return VersionRelation.EDITED
    return VersionRelation.REWORDED
