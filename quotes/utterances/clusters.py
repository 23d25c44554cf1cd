"""From scored pairs to utterances, without chaining unlike quotes together.

Two steps. Quotes of like fullness are joined by average linkage: two groups become one only if
their pairs agree on average. Then a group of fragments, or of reports without marks, hangs on the
one fuller group that it fits best; it never ties two fuller groups together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotes.utterances.features import contradicts, one_text
from quotes.utterances.items import Item
from quotes.utterances.parties import Party, Tie, tie

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

_Fullness = tuple[bool, int]
"""Whether words stand between marks, and how many words there are."""


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
    like = [pair for pair, _ in strong if _like(*(_fullness(items[i]) for i in pair))]
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
    return tie(a.party, b.party) is Tie.DIFFERENT and not one_text(a, b)


def _both_ways(scores: Mapping[Pair, float]) -> Mapping[int, Mapping[int, float]]:
    known: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        known[i][j] = known[j][i] = score
    return known


def _fullness(item: Item) -> _Fullness:
    return item.quoted, len(item.said.stems)


def _like(a: _Fullness, b: _Fullness) -> bool:
    """Whether neither is a mere fragment or report of the other."""
    (quoted, n), (also_quoted, m) = a, b
    if quoted != also_quoted:
        return False
    return not quoted or min(n, m) > _FRAGMENT * max(n, m)


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
            and not _like(fullest[name][0], fullest[other][0])
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


def _share(members: Sequence[int], others: Sequence[int], items: Sequence[Item]) -> float:
    """Which share of the threshold is enough: less for reports of a speaker's quoted words."""
    reports = not any(items[i].quoted for i in members)
    if not reports or not any(items[j].quoted for j in others):
        return 1.0
    here, there = _parties(members, items), _parties(others, items)
    agree = any(tie(a, b) in _AGREE for a in here for b in there)
    return _REPORT if agree else 1.0


def _parties(members: Iterable[int], items: Sequence[Item]) -> set[Party]:
    return {party for i in members if (party := items[i].party) is not None}


def _rejoin(groups: _Groups, items: Sequence[Item]) -> None:
    """Make one of groups that hold parts of the same quotes and of no others."""
    parted: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for name, members in groups.members.items():
        held = frozenset((items[i].ref.article_id, items[i].ref.quote_id) for i in members)
        parted[held].append(name)
    for names in parted.values():
        for other in names[1:]:
            groups.join(groups.of[names[0]], groups.of[other])


def _fit(
    members: Sequence[int],
    fuller: Sequence[int],
    items: Sequence[Item],
    known: Mapping[int, Mapping[int, float]],
) -> float:
    """The mean, over a group, of how well each quote fits its best match in the fuller group."""
    there = set(fuller)
    articles = {items[j].ref.article_id for j in fuller}
    best = []
    for i in members:
        own = items[i].ref.article_id
        if articles != {own}:
            scores = known.get(i, {}).items()
            able = (s for j, s in scores if j in there and items[j].ref.article_id != own)
            best.append(max(able, default=0.0))
    return sum(best) / len(best) if best else 0.0
