"""From scored pairs to utterances, without chaining unlike quotes together.

Quotes of like fullness are joined by average linkage: two groups become one only if their pairs
agree on average. Then a group of fragments hangs on the one fuller group that it fits best, and so
does every report without marks; neither ever ties two fuller groups together. Reports that render
no quoted words are joined with one another as whole quotes are. No two quotes that exclude each
other (see `exclusions`) come into one group by any way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import attrs

from quotes.utterances.agreement import (
    MOST,
    NONE,
    Compared,
    Excludes,
    Fullness,
    Pair,
    Scores,
    fullness,
    ref_of,
)
from quotes.utterances.exclusions import excluded
from quotes.utterances.features import one_text
from quotes.utterances.items import Item
from quotes.utterances.parties import Tie, tie
from quotes.utterances.repeats import repeats

_FRAGMENT = 0.5
"""A quote of at most this share of another's words is a fragment beside it."""

_MOST_WORDINGS = 60
"""Of each group so many wordings are looked at for what excludes them from another group."""

Stages = tuple[Sequence[Sequence[int]], Sequence[Sequence[int]], Sequence[Sequence[int]]]
"""Groups at three times, the members of each in the order in which they came to it."""


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

    `fits` holds one position of each of the two groups, `crossing` the same of a group and one
    beside. `stages` are the groups before each of the three times that groups are hung.
    """

    groups: list[list[int]]
    fits: list[Pair]
    crossing: list[Pair]
    stages: Stages


@attrs.frozen(eq=False)
class Beside:
    """Quotes that are not to be clustered, but that others among the items are linked to.

    `own` are the positions of those that are; `stages` the groups of the others, as
    `Clustered.stages` has them, in which groups that `own` have no link to may be missing.
    """

    own: Set[int]
    stages: Stages


def clustered(
    items: Sequence[Item],
    known: Mapping[int, Mapping[int, float]],
    threshold: float,
    compared: Compared | None = None,
    *,
    excludes: Excludes = excluded,
    beside: Beside | None = None,
) -> Clustered:
    """As `cluster`, of scores both ways, and perhaps of a part of all quotes only.

    If nothing is `crossing`, the groups are those of the clustering of all quotes.
    """
    own = range(len(items)) if beside is None else sorted(beside.own)
    others: Stages = ((), (), ()) if beside is None else beside.stages
    groups = _Groups(items, own, excludes)
    for first, *more in repeats([items[i] for i in own]):
        for k in more:
            groups.join(groups.of[own[first]], own[k])
    strong = [
        ((i, j), score)
        for i in own
        for j, score in known.get(i, NONE).items()
        if i < j and score >= threshold and j in groups.of
    ]
    refs = list(map(ref_of, items))
    strong.sort(key=lambda row: (-row[1], refs[row[0][0]], refs[row[0][1]]))
    scored = Scores(items, known, compared, excludes)
    hanging = _Hanging(groups, items, scored, threshold)
    like = [pair for pair, _ in strong if _like(*(fullness(items[i]) for i in pair))]
    for i, j in like:
        if items[i].quoted:
            _join_like(groups, i, j, scored, threshold)
    stages = [hanging.hang(others[0], quoted=True)]
    stages.append(hanging.hang(others[1], quoted=False, nearest=True))
    for i, j in like:
        if not groups.quotes(i) and not groups.quotes(j):
            _join_like(groups, i, j, scored, threshold)
    stages.append(hanging.hang(others[2], quoted=False))
    _rejoin(groups, items)
    found = sorted(sorted(members) for members in groups.members.values())
    return Clustered(found, hanging.fits, hanging.crossing, (stages[0], stages[1], stages[2]))


def _join_like(groups: _Groups, i: int, j: int, scored: Scores, threshold: float) -> None:
    """Join the groups of two quotes, if these agree on average and exclude nothing."""
    a, b = groups.of[i], groups.of[j]
    if (
        a != b
        and groups.may_join(groups.members[a], groups.members[b])
        and scored.of(groups.members[a], groups.members[b]) >= threshold
    ):
        groups.join(a, b)


class _Groups:
    """Disjoint groups of items, none of which mixes speakers of different names."""

    def __init__(self, items: Sequence[Item], own: Iterable[int], excludes: Excludes) -> None:
        self.of = {i: i for i in own}
        self.members = {i: [i] for i in self.of}
        self._items = items
        self._excludes = excludes
        self._known: dict[Pair, bool] = {}

    def may_join(self, a: Sequence[int], b: Sequence[int]) -> bool:
        """Whether no quote of one group excludes one of the other, nor their speakers differ.

        Where most of the named agree, one article's other name may be its mistake, or ours.
        """
        there = self._wordings(b)
        if any(self._excluded(i, j) for i in self._wordings(a) for j in there):
            return False
        left = [self._items[i] for i in a[:MOST] if _named(self._items[i])]
        right = [self._items[j] for j in b[:MOST] if _named(self._items[j])]
        clashes = [clash(x, y) for x in left for y in right]
        return not clashes or 2 * sum(clashes) < len(clashes)

    def quotes(self, i: int) -> bool:
        """Whether the group of a quote has any words between marks."""
        return any(self._items[j].quoted for j in self.members[self.of[i]])

    def _excluded(self, i: int, j: int) -> bool:
        if (i, j) not in self._known:
            self._known[i, j] = self._excludes(self._items[i], self._items[j])
        return self._known[i, j]

    def _wordings(self, members: Sequence[int]) -> list[int]:
        """One quote of each wording, cue and speaker of a group, of very many the first."""
        if len(members) == 1:
            return [*members]
        found: dict[tuple[object, ...], int] = {}
        for i in members:
            item = self._items[i]
            found.setdefault((item.content.texts, item.quoted, item.cue, item.party), i)
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


def _like(a: Fullness, b: Fullness) -> bool:
    """Whether neither is a mere fragment or report of the other."""
    (quoted, n), (also_quoted, m) = a, b
    if quoted != also_quoted:
        return False
    return not quoted or min(n, m) > _FRAGMENT * max(n, m)


class _Hanging:
    """Groups that are hung on fuller ones.

    `fits` and `crossing` are all that could have been, by a position of each group.
    """

    def __init__(
        self, groups: _Groups, items: Sequence[Item], scored: Scores, threshold: float
    ) -> None:
        self.fits: list[Pair] = []
        self.crossing: list[Pair] = []
        self._groups = groups
        self._scored = scored
        self._threshold = threshold
        self._fullest = [(fullness(item), ref_of(item)) for item in items]

    def hang(
        self, others: Sequence[Sequence[int]], *, quoted: bool, nearest: bool = False
    ) -> list[list[int]]:
        """Join every group to the fuller group that it fits best, if it fits one well enough.

        `others` are groups beside; they stay where they are. `quoted`: groups of fragments, else of
        reports. `nearest`: only those which no other report is nearer to. Returns the groups as
        they were before.
        """
        own = {name: tuple(members) for name, members in self._groups.members.items()}
        groups = {**own, **{members[0]: tuple(members) for members in others}}
        fullest = {
            name: max(map(self._fullest.__getitem__, members)) for name, members in groups.items()
        }
        homes = {i: name for name, members in groups.items() for i in members}
        plans = []
        for name, members in groups.items():
            full = fullest[name][0]
            if full[0] is not quoted:
                continue
            near = {homes[j] for i in members for j in self._scored.met(i) if j in homes}
            fits = []
            for other in near - {name}:
                if not (name in own or other in own):
                    continue
                there = fullest[other][0]
                if there <= full or _like(full, there):
                    continue
                score = self._fit(members, groups[other])
                if score < self._threshold:
                    continue
                if name in own and other in own:
                    self.fits.append((name, other))
                    fits.append((score, fullest[other], other))
                else:
                    self.crossing.append((name, other))
            if fits:
                score, _, other = max(fits)
                if nearest and self._scored.nearest_report(members) > score:
                    continue
                plans.append((-score, fullest[name], name, other))
        for _, _, name, other in sorted(plans):
            a, b = self._groups.of[name], self._groups.of[other]
            if a != b:
                both = self._groups.members[a], self._groups.members[b]
                if self._groups.may_join(*both):
                    self._groups.join(a, b)
        return list(map(list, own.values()))

    def _fit(self, members: Sequence[int], fuller: Sequence[int]) -> float:
        """How well a group fits a fuller one; 0 where it must not."""
        fit = self._scored.fit(members, fuller)
        if fit.most < self._threshold or not self._groups.may_join(members, fuller):
            return 0.0
        return self._scored.told(fit)


def _rejoin(groups: _Groups, items: Sequence[Item]) -> None:
    """Make one of groups that hold parts of the same quotes and of no others."""
    parted: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for name, members in groups.members.items():
        held = frozenset((items[i].ref.article_id, items[i].ref.quote_id) for i in members)
        parted[held].append(name)
    for names in parted.values():
        for other in names[1:]:
            groups.join(groups.of[names[0]], groups.of[other])
