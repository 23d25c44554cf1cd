"""Which pairs of quotes are never one utterance, whatever their score: clustering respects them."""

from __future__ import annotations

import functools

from quotes.lexicons import load
from quotes.types import SpeakerKind
from quotes.utterances.contradictions import contradict
from quotes.utterances.features import compare_words
from quotes.utterances.items import Item
from quotes.utterances.parties import Party, Tie, tie
from quotes.utterances.propositions import demands, is_bare_fact, is_proposition
from quotes.utterances.slots import aligned
from quotes.utterances.words import TELLING, stem, weight

_LONG = 8
"""So many words are hardly said twice in the same order."""
_OTHER_SOURCES = frozenset([Tie.FOR, Tie.UNLIKE, Tie.APART, Tie.DIFFERENT])


def excluded(a: Item, b: Item) -> bool:
    """Whether two quotes are never one utterance; the order of the two does not matter.

    They contradict each other; a report is no proposition, or a demand where the other is a fact;
    or two sources have other words, as a lawsuit and the statement of its author do.
    """
    if a.ref.article_id == b.ref.article_id and a.ref.quote_id == b.ref.quote_id:
        return False
    if a.said.stems == b.said.stems and a.quoted == b.quoted:
        return contradict(a, b)
    if not (_says(a) and _says(b)):
        return True
    return contradict(a, b) or _two_texts(a, b) or _two_moods(a, b)


def _says(item: Item) -> bool:
    """Whether a quote says something: any quoted words do, of a report only a proposition."""
    return item.quoted or is_proposition(item.quote)


def _two_moods(a: Item, b: Item) -> bool:
    """Whether one report is a demand or a promise, and the other tells what is so."""
    if a.quoted or b.quoted:
        return False
    return (demands(a.quote) and is_bare_fact(b.quote)) or (
        demands(b.quote) and is_bare_fact(a.quote)
    )


def _two_texts(a: Item, b: Item) -> bool:
    """Whether two sources have texts of their own, which agree in matter but not in words.

    A paper of a court is no report of what a person says, and somebody who is only described is
    not held to report the same as somebody who is named, if nothing of the description fits; of a
    document one outlet may name the author.
    """
    if a.party is None or b.party is None:
        return False
    who = tie(a.party, b.party)
    pleads = _pleads(a.party), _pleads(b.party)
    speaks = any(p.kind is SpeakerKind.PERSON for p in (a.party, b.party))
    papers = pleads[0] != pleads[1] and speaks
    if a.quoted and b.quoted:
        return (papers or who in _OTHER_SOURCES) and _replaced(a, b) and not _one_text(a, b, 0.9)
    unknown = who is Tie.OPEN and a.party.named != b.party.named
    if unknown and not (_document(a.party) or _document(b.party)):
        return not _one_text(a, b, 0.8)
    return papers


def _one_text(a: Item, b: Item, share: float) -> bool:
    """Whether the shorter of two quotes is long, and this share of it stands in the other."""
    short, long = sorted((a.content, b.content), key=lambda w: (len(w.stems), w.stems))
    same = compare_words(short, long)
    return len(short.stems) >= _LONG and min(same.contained, same.in_order) >= share


def _pleads(party: Party) -> bool:
    """Whether a source is a paper of a court or for it."""
    return not party.named and not party.nouns.isdisjoint(_pleadings())


@functools.cache
def _pleadings() -> frozenset[str]:
    return frozenset(map(stem, load("pleadings")))


def _document(party: Party) -> bool:
    return not party.named and not party.nouns.isdisjoint(_documents() | _pleadings())


@functools.cache
def _documents() -> frozenset[str]:
    return frozenset(map(stem, load("document_nouns")))


def _replaced(a: Item, b: Item) -> bool:
    """Whether telling words of one stand in the place of telling words of the other."""
    x, y = sorted((a.said, b.said), key=lambda words: words.stems)
    both = aligned(x.texts, y.texts)
    return any(
        all(any(weight(t.key) >= TELLING for t in side) for side in (slot.left, slot.right))
        for slot in both.slots
        if slot.inner or slot.held
    )
