"""From scored pairs to utterances, without chaining unlike quotes together.

Two steps. Quotes of like fullness are joined by average linkage: two groups become one only if
their pairs agree on average. Then a group of fragments, or of reports without marks, hangs on the
one fuller group that it fits best; it never ties two fuller groups together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotes.utterances.features import contradicts, same_words
from quotes.utterances.items import Item
from quotes.utterances.parties import Tie, tie

_FRAGMENT = 0.5
"""A quote of at most this share of another's words is a fragment beside it."""

_MOST = 24
"""Of each group at most so many quotes are compared, or the work would grow with its square."""

_REPORT = 0.6
"""A report without marks hangs on words of its own speaker from this share of the threshold on:
it shares few words with them, but the best match among what that speaker is quoted with is right
more often than its score says."""

_AGREE = frozenset([Tie.SAME, Tie.SHORT, Tie.FOR, Tie.FITS])

Pair = tuple[int, int]


def cluster(
    items: Sequence[Item], scores: Mapping[Pair, float], threshold: float
) -> list[list[int]]:
    """Groups of positions in `items` that render one utterance, all items once.

    `scores` holds pairs of positions in rising order. The result depends on neither's order.
    """
    groups = _Groups(items)
    strong = [(pair, score) for pair, score in scores.items() if score >= threshold]
    strong.sort(key=lambda row: (-row[1], items[row[0][0]].ref, items[row[0][1]].ref))
    known = _both_ways(scores)
    like = [pair for pair, _ in strong if _like(items[pair[0]], items[pair[1]])]
    for i, j in like:
        a, b = groups.of[i], groups.of[j]
        if a == b or not groups.may_join(a, b):
            continue
        if _agreement(groups.members[a], groups.members[b], items, known) >= threshold:
            groups.join(a, b)
    _hang(groups, items, known, threshold)
    _rejoin(groups, items)
    found = [sorted(members) for members in groups.members.values()]
    return sorted(found)


def _agreement(
    left: Sequence[int],
    right: Sequence[int],
    items: Sequence[Item],
    known: Mapping[int, Mapping[int, float]],
) -> float:
    """The mean score between two groups; outlets with the same words are one witness.

    Of such outlets the best score counts: others may have less around the words.
    """
    best: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
    for i in left[:_MOST]:
        for j in right[:_MOST]:
            x, y = items[i].said.stems, items[j].said.stems
            if items[i].sheet is items[j].sheet or (x == y and j not in known[i]):
                continue
            best[x, y] = max(best.get((x, y), 0.0), known[i].get(j, 0.0))
    return sum(best.values()) / len(best) if best else 1.0


class _Groups:
    """Disjoint groups of items, none of which mixes speakers of different names."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.of = list(range(len(items)))
        self.members = {i: [i] for i in range(len(items))}
        self._items = items

    def may_join(self, a: int, b: int) -> bool:
        """Whether two groups do not contradict each other, nor their speakers have other names.

        Where most of the named agree, one article's other name may be its mistake, or ours.
        """
        pairs = [
            contradicts(self._items[i], self._items[j])
            for i in self.members[a][:_MOST]
            for j in self.members[b][:_MOST]
        ]
        if 2 * sum(pairs) > len(pairs):
            return False
        left = [self._items[i] for i in self.members[a][:_MOST] if _named(self._items[i])]
        right = [self._items[j] for j in self.members[b][:_MOST] if _named(self._items[j])]
        clashes = [clash(x, y) for x in left for y in right]
        return not clashes or 2 * sum(clashes) < len(clashes)

    def join(self, a: int, b: int) -> None:
        """Make two groups one, under the name of the lower."""
        a, b = min(a, b), max(a, b)
        for i in self.members[b]:
            self.of[i] = a
        self.members[a] += self.members.pop(b)


def _named(item: Item) -> bool:
    return item.party is not None and item.party.named


def clash(a: Item, b: Item) -> bool:
    """Whether two quotes have speakers of different names, and are no copies of one long text."""
    if a.party is None or b.party is None or a.party == b.party:
        return False
    return tie(a.party, b.party) is Tie.DIFFERENT and not same_words(a, b)


def _both_ways(scores: Mapping[Pair, float]) -> Mapping[int, Mapping[int, float]]:
    known: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        known[i][j] = known[j][i] = score
    return known


def _like(a: Item, b: Item) -> bool:
    """Whether neither is a mere fragment or report of the other."""
    if a.quoted != b.quoted:
        return False
    n, m = len(a.said.stems), len(b.said.stems)
    return not a.quoted or min(n, m) > _FRAGMENT * max(n, m)


def _fullness(item: Item) -> tuple[bool, int]:
    return item.quoted, len(item.said.stems)


def _hang(
    groups: _Groups,
    items: Sequence[Item],
    known: Mapping[int, Mapping[int, float]],
    threshold: float,
) -> None:
    """Join every group to the fuller group that it fits best, if it fits one well enough."""
    fullest = {
        name: max((_fullness(items[i]), items[i].ref) for i in members)
        for name, members in groups.members.items()
    }
    homes = {i: name for name, members in groups.members.items() for i in members}
    plans = []
    for name, members in groups.members.items():
        near = {homes[j] for i in members for j in known.get(i, ())} - {name}
        fits = [
            (score, fullest[other], other)
            for other in near
            if fullest[other][0] > fullest[name][0]
            and not _full_beside(members, groups.members[other], items)
            and groups.may_join(name, other)
            if (score := _fit(members, groups.members[other], items, known))
            >= threshold * _share(members, groups.members[other], items)
        ]
        if fits:
            score, _, other = max(fits)
            plans.append((-score, fullest[name], name, other))
    for _, _, name, other in sorted(plans):
        a, b = groups.of[name], groups.of[other]
        if a != b and groups.may_join(a, b):
            groups.join(a, b)


def _share(members: Iterable[int], others: Sequence[int], items: Sequence[Item]) -> float:
    """Which share of the threshold is enough: less for reports of a speaker's quoted words."""
    reports = not any(items[i].quoted for i in members)
    if not reports or not any(items[j].quoted for j in others):
        return 1.0
    pairs = ((items[i].party, items[j].party) for i in members for j in others)
    agree = any(a is not None and b is not None and tie(a, b) in _AGREE for a, b in pairs)
    return _REPORT if agree else 1.0


def _rejoin(groups: _Groups, items: Sequence[Item]) -> None:
    """Make one of groups that hold parts of the same quotes and of no others."""
    parted: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for name, members in groups.members.items():
        held = frozenset((items[i].ref.article_id, items[i].ref.quote_id) for i in members)
        parted[held].append(name)
    for names in parted.values():
        for other in names[1:]:
            groups.join(groups.of[names[0]], groups.of[other])


def _full_beside(members: Iterable[int], others: Iterable[int], items: Sequence[Item]) -> bool:
    """Whether the fullest of a group is no fragment or report of the fullest of another."""
    a = max((items[i] for i in members), key=_fullness)
    b = max((items[i] for i in others), key=_fullness)
    return _like(a, b)


def _fit(
    members: Iterable[int],
    fuller: Sequence[int],
    items: Sequence[Item],
    known: Mapping[int, Mapping[int, float]],
) -> float:
    """The mean, over a group, of how well each quote fits its best match in the fuller group."""
    best = []
    for i in members:
        others = [j for j in fuller if items[j].sheet is not items[i].sheet]
        if others:
            best.append(max(known.get(i, {}).get(j, 0.0) for j in others))
    return sum(best) / len(best) if best else 0.0
