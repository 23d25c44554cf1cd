"""From scored pairs to utterances, without chaining unlike quotes together.

Quotes of like fullness are joined by average linkage: two groups become one only if their pairs
agree on average. Then a group of fragments hangs on the one fuller group that it fits best, and so
does every report without marks; neither ever ties two fuller groups together. Reports that render
no quoted words are joined with one another as whole quotes are. No two quotes that exclude each
other (see `exclusions`) come into one group by any way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from quotes.utterances.exclusions import excluded
from quotes.utterances.features import one_text
from quotes.utterances.items import Item
from quotes.utterances.parties import Tie, tie
from quotes.utterances.repeats import repeats

_FRAGMENT = 0.5
"""A quote of at most this share of another's words is a fragment beside it."""

_MOST = 24
"""Of each group at most so many quotes are compared, or the work would grow with its square."""
_MOST_WORDINGS = 60
"""Of each group so many wordings are looked at for what excludes them from another group."""

Pair = tuple[int, int]

_NONE: Mapping[int, float] = {}

Compared = Callable[[int, int], float]
"""The score of two quotes at two positions."""

Excludes = Callable[[Item, Item], bool]
"""Whether two quotes are never one utterance."""

_Fullness = tuple[bool, int]
"""Whether words stand between marks, and how many words there are."""


def cluster(
    items: Sequence[Item],
    scores: Mapping[Pair, float],
    threshold: float,
    compared: Compared | None = None,
) -> list[list[int]]:
    """Groups of positions in `items` that render one utterance, all items once.

    `scores` holds pairs of positions in rising order; `compared` gives the score of a pair that is
    not among them, without it such pairs have none. The result depends on no order.
    """
    return clustered(items, _both_ways(scores), threshold, compared).groups


@attrs.frozen(eq=False)
class Clustered:
    """Groups of positions, and which other groups each could have hung on.

    `fits` holds one position of each of the two groups.
    """

    groups: list[list[int]]
    fits: list[Pair]


def clustered(
    items: Sequence[Item],
    known: Mapping[int, Mapping[int, float]],
    threshold: float,
    compared: Compared | None = None,
    *,
    excludes: Excludes = excluded,
    report_beyond: Callable[[int], float] | None = None,
) -> Clustered:
    """As `cluster`, of scores both ways, and perhaps of a part of all quotes only.

    `report_beyond` gives the best score of a quote with a report outside of that part.
    """
    groups = _Groups(items, excludes)
    for first, *others in repeats(items):
        for i in others:
            groups.join(groups.of[first], i)
    strong = [
        ((i, j), score)
        for i, row in known.items()
        for j, score in row.items()
        if i < j and score >= threshold
    ]
    refs = [(item.ref.article_id, item.ref.quote_id, item.ref.part) for item in items]
    strong.sort(key=lambda row: (-row[1], refs[row[0][0]], refs[row[0][1]]))
    scored = _Scores(items, known, compared, excludes, report_beyond)
    fits: list[Pair] = []
    like = [pair for pair, _ in strong if _like(*(_fullness(items[i]) for i in pair))]
    for i, j in like:
        if items[i].quoted:
            _join_like(groups, i, j, scored, threshold)
    fits += _hang(groups, items, scored, threshold, quoted=True)
    fits += _hang(groups, items, scored, threshold, quoted=False, nearest=True)
    for i, j in like:
        if not groups.quotes(i) and not groups.quotes(j):
            _join_like(groups, i, j, scored, threshold)
    fits += _hang(groups, items, scored, threshold, quoted=False)
    _rejoin(groups, items)
    return Clustered(sorted(sorted(members) for members in groups.members.values()), fits)


def _join_like(groups: _Groups, i: int, j: int, scored: _Scores, threshold: float) -> None:
    """Join the groups of two quotes, if these agree on average and exclude nothing."""
    a, b = groups.of[i], groups.of[j]
    if (
        a != b
        and groups.may_join(a, b)
        and scored.of(groups.members[a], groups.members[b]) >= threshold
    ):
        groups.join(a, b)


class _Scores:
    """How well groups agree; pairs that were not compared before are compared when asked for."""

    def __init__(
        self,
        items: Sequence[Item],
        known: Mapping[int, Mapping[int, float]],
        compared: Compared | None,
        excludes: Excludes,
        report_beyond: Callable[[int], float] | None,
    ) -> None:
        self._items = items
        self._known = known
        self._compared = compared
        self._excludes = excludes
        self._beyond = report_beyond
        self._more: dict[Pair, float] = {}

    def of(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The mean score between two groups; outlets with the same words are one witness.

        Of such outlets the best score counts: others may have less around the words.
        """
        best: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
        pending: dict[tuple[tuple[str, ...], tuple[str, ...]], Pair] = {}
        for i in left[:_MOST]:
            for j in right[:_MOST]:
                x, y = self._items[i].said.stems, self._items[j].said.stems
                if self._items[i].sheet is self._items[j].sheet:
                    continue
                score = self._known.get(i, _NONE).get(j)
                if score is not None:
                    best[x, y] = max(best.get((x, y), 0.0), score)
                elif x != y:
                    pair = min(i, j), max(i, j)
                    pending[x, y] = min(pending.get((x, y), pair), pair)
        for key, pair in pending.items():
            if key not in best:
                best[key] = self._score(pair)
        return sum(best.values()) / len(best) if best else 1.0

    def met(self, i: int) -> Iterable[int]:
        """The quotes that one was compared with."""
        return self._known.get(i, {})

    def nearest_report(self, members: Sequence[int]) -> float:
        """The best score of any of a group with a report of another article."""
        best = max(
            (
                score
                for i in members
                for j, score in self._known.get(i, _NONE).items()
                if not (self._items[j].quoted or self._excludes(self._items[i], self._items[j]))
            ),
            default=0.0,
        )
        return best if self._beyond is None else max(best, *map(self._beyond, members))

    def fit(self, members: Sequence[int], fuller: Sequence[int]) -> float:
        """The mean, over a group, of how well each quote fits its best match in a fuller group.

        What an article repeats counts once; of the fuller group reports are no match. Where a quote
        was compared with none of it, the fullest is its match.
        """
        there = {j for j in fuller if self._items[j].quoted}
        best: dict[tuple[str, tuple[str, ...]], float | None] = {}
        firsts: dict[tuple[str, tuple[str, ...]], Pair] = {}
        for i in members:
            own, said = self._items[i].ref.article_id, self._items[i].said.stems
            others = [j for j in fuller[:_MOST] if self._items[j].ref.article_id != own]
            if not others:
                continue
            able = [s for j, s in self._known.get(i, _NONE).items() if j in there]
            before = best.get((own, said))
            best[own, said] = max([*able, *([before] if before is not None else [])], default=None)
            match = max(others, key=lambda j: (_fullness(self._items[j]), self._items[j].ref))
            firsts[own, said] = min(i, match), max(i, match)
        found = [score for score in best.values() if score is not None]
        if not found:
            return 0.0
        found += [self._score(firsts[key]) for key, score in best.items() if score is None]
        return sum(found) / len(found)

    def _score(self, pair: Pair) -> float:
        if self._compared is None:
            return 0.0
        if pair not in self._more:
            self._more[pair] = self._compared(*pair)
        return self._more[pair]


class _Groups:
    """Disjoint groups of items, none of which mixes speakers of different names."""

    def __init__(self, items: Sequence[Item], excludes: Excludes) -> None:
        self.of = list(range(len(items)))
        self.members = {i: [i] for i in range(len(items))}
        self._items = items
        self._excludes = excludes
        self._known: dict[Pair, bool] = {}

    def may_join(self, a: int, b: int) -> bool:
        """Whether no quote of one group excludes one of the other, nor their speakers differ.

        Where most of the named agree, one article's other name may be its mistake, or ours.
        """
        if any(self._excluded(i, j) for i in self._wordings(a) for j in self._wordings(b)):
            return False
        left = [self._items[i] for i in self.members[a][:_MOST] if _named(self._items[i])]
        right = [self._items[j] for j in self.members[b][:_MOST] if _named(self._items[j])]
        clashes = [clash(x, y) for x in left for y in right]
        return not clashes or 2 * sum(clashes) < len(clashes)

    def quotes(self, i: int) -> bool:
        """Whether the group of a quote has any words between marks."""
        return any(self._items[j].quoted for j in self.members[self.of[i]])

    def _excluded(self, i: int, j: int) -> bool:
        if (i, j) not in self._known:
            self._known[i, j] = self._excludes(self._items[i], self._items[j])
        return self._known[i, j]

    def _wordings(self, name: int) -> list[int]:
        """One quote of each wording, cue and speaker of a group, of very many the first."""
        found: dict[tuple[object, ...], int] = {}
        for i in self.members[name]:
            item = self._items[i]
            found.setdefault((item.content, item.quoted, item.cue, item.party), i)
        return list(found.values())[:_MOST_WORDINGS]

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
    scored: _Scores,
    threshold: float,
    *,
    quoted: bool,
    nearest: bool = False,
) -> list[Pair]:
    """Join every group to the fuller group that it fits best, if it fits one well enough.

    `quoted`: groups of fragments, else of reports. `nearest`: only those which no other report is
    nearer to. Returns all fits, joined or not, by a position of each group.
    """
    found: list[Pair] = []
    fullest = {
        name: max((_fullness(items[i]), items[i].ref) for i in members)
        for name, members in groups.members.items()
    }
    homes = {i: name for name, members in groups.members.items() for i in members}
    plans = []
    for name, members in groups.members.items():
        if fullest[name][0][0] is not quoted:
            continue
        near = {homes[j] for i in members for j in scored.met(i)} - {name}
        fits = [
            (score, fullest[other], other)
            for other in near
            if fullest[other][0] > fullest[name][0]
            and not _like(fullest[name][0], fullest[other][0])
            and groups.may_join(name, other)
            if (score := scored.fit(members, groups.members[other])) >= threshold
        ]
        found += ((name, other) for _, _, other in fits)
        if fits:
            score, _, other = max(fits)
            if nearest and scored.nearest_report(members) > score:
                continue
            plans.append((-score, fullest[name], name, other))
    for _, _, name, other in sorted(plans):
        a, b = groups.of[name], groups.of[other]
        if a != b and groups.may_join(a, b):
            groups.join(a, b)
    return found


def _rejoin(groups: _Groups, items: Sequence[Item]) -> None:
    """Make one of groups that hold parts of the same quotes and of no others."""
    parted: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for name, members in groups.members.items():
        held = frozenset((items[i].ref.article_id, items[i].ref.quote_id) for i in members)
        parted[held].append(name)
    for names in parted.values():
        for other in names[1:]:
            groups.join(groups.of[names[0]], groups.of[other])
