"""Articles that copy another article's text, word by word or with words exchanged by a machine.

Such a copy aligns with its original sentence by sentence, in order. If a machine reworded it,
hardly a sentence is the same, and its words do not go together as natural words do.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotes.utterances.alignment import Sentence, align
from quotes.utterances.items import Item, Sheet
from quotes.utterances.scores import Comparison

_LEAST_SENTENCES = 4
"""Articles of fewer sentences may agree by chance."""
_ALIGNED = 0.6
"""Which share of the shorter article's sentences is to correspond, in order, in a copy."""
_CHANGED = 0.15
"""From this share of changed words on a machine seems to have reworded, not an editor."""
_GAP = 0.3
"""How much less natural the copy is to be, in nats."""
_NATURAL = 0.6
"""A text as natural as this was reworded by no machine."""
_MOST_BESIDE = 12
"""Of more quotes in one sentence the first are paired, so that pairs grow as quotes do."""
LINKED = 0.5
LEAST_LINKS = 2
"""Two articles are looked at if they have so many links of so high a score."""


def machine_reworded(
    sheets: Mapping[str, Sheet], pairs: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """The ids of the articles that seem to be reworded copies of one they are paired with."""
    found = (reworded_copy(sheets[a], sheets[b]) for a, b in pairs)
    return frozenset(key for key in found if key is not None)


def reworded_copy(a: Sheet, b: Sheet) -> str | None:
    """The id of the article of two that seems to be a reworded copy of the other, if any is."""
    x, y = a.naturalness, b.naturalness
    if x is None or y is None or abs(x - y) < _GAP or min(x, y) > _NATURAL:
        return None
    if min(len(a.sentences), len(b.sentences)) < _LEAST_SENTENCES:
        return None
    alignment = align(a.sentences, b.sentences)
    if alignment.aligned < _ALIGNED or alignment.changed < _CHANGED:
        return None
    return a.id if x < y else b.id


def may_copy(scores: Iterable[float]) -> bool:
    """Whether one of two articles may copy the other, by the scores of the links between them."""
    return sum(score >= LINKED for score in scores) >= LEAST_LINKS


def copied_quotes(
    items: Sequence[Item], links: Iterable[Comparison]
) -> Iterator[tuple[Item, Item]]:
    """Pairs of quotes that stand in matching sentences of two articles, one a copy of the other.

    Looked for in articles of which two quotes or more are linked.
    """
    shared: dict[tuple[str, str], list[float]] = defaultdict(list)
    for link in links:
        shared[link.a.article_id, link.b.article_id].append(link.score)
    by_article: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_article[item.ref.article_id].append(item)
    for a, b in sorted(pair for pair, scores in shared.items() if may_copy(scores)):
        yield from matching_quotes(by_article[a], by_article[b])


def matching_quotes(left: Sequence[Item], right: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs of quotes that stand in matching sentences of two articles, one a copy of the other.

    `left` and `right` are all quotes of the two articles in their order; the id of the left article
    is the lower. Without a copy there are no pairs.
    """
    here, there = left[0].sheet.sentences, right[0].sheet.sentences
    if min(len(here), len(there)) < _LEAST_SENTENCES:
        return
    alignment = align(here, there)
    if alignment.aligned < _ALIGNED:
        return
    found: dict[int, list[Item]] = defaultdict(list)
    for item in right:
        found[_place(there, item)].append(item)
    for item in left:
        partner = alignment.partners.get(_place(here, item))
        if partner is not None:
            yield from ((item, other) for other in found[partner][:_MOST_BESIDE])


def _place(found: Sequence[Sentence], item: Item) -> int:
    """In which sentence a quote begins."""
    return bisect.bisect_right(found, item.spans[0].start, key=lambda s: s.start) - 1
