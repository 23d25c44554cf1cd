"""Articles that copy another article's text, word by word or with words exchanged by a machine.

Such a copy aligns with its original sentence by sentence, in order. If a machine reworded it,
hardly a sentence is the same, and its words do not go together as natural words do.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
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
_LINKED = 0.5
_LEAST_LINKS = 2


def machine_reworded(
    sheets: Mapping[str, Sheet], pairs: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """The ids of the articles that seem to be reworded copies of one they are paired with."""
    found = set()
    for a, b in pairs:
        x, y = sheets[a].naturalness, sheets[b].naturalness
        if x is None or y is None or abs(x - y) < _GAP or min(x, y) > _NATURAL:
            continue
        left, right = sheets[a].sentences, sheets[b].sentences
        if min(len(left), len(right)) >= _LEAST_SENTENCES:
            alignment = align(left, right)
            if alignment.aligned >= _ALIGNED and alignment.changed >= _CHANGED:
                found.add(a if x < y else b)
    return frozenset(found)


def copied_quotes(
    items: Sequence[Item], links: Iterable[Comparison]
) -> Iterator[tuple[Item, Item]]:
    """Pairs of quotes that stand in matching sentences of two articles, one a copy of the other.

    Looked for in articles of which two quotes or more are linked.
    """
    shared = Counter(
        (link.a.article_id, link.b.article_id) for link in links if link.score >= _LINKED
    )
    pairs = sorted(pair for pair, n in shared.items() if n >= _LEAST_LINKS)
    wanted = {key for pair in pairs for key in pair}
    by_article: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.ref.article_id in wanted:
            by_article[item.ref.article_id].append(item)
    for a, b in pairs:
        left, right = (by_article[key][0].sheet.sentences for key in (a, b))
        if min(len(left), len(right)) < _LEAST_SENTENCES:
            continue
        alignment = align(left, right)
        if alignment.aligned < _ALIGNED:
            continue
        there: dict[int, list[Item]] = defaultdict(list)
        for item in by_article[b]:
            there[_place(right, item)].append(item)
        for item in by_article[a]:
            partner = alignment.partners.get(_place(left, item))
            if partner is not None:
                yield from ((item, other) for other in there[partner][:_MOST_BESIDE])


def _place(found: Sequence[Sentence], item: Item) -> int:
    """In which sentence a quote begins."""
    return bisect.bisect_right(found, item.spans[0].start, key=lambda s: s.start) - 1
