"""How well groups of quotes agree: by the scores of their quotes, compared where that is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from quotes.utterances.items import Item

MOST = 24
"""Of each group at most so many quotes are compared, or the work would grow with its square."""

Pair = tuple[int, int]

NONE: Mapping[int, float] = {}

Compared = Callable[[int, int], float]
"""The score of two quotes at two positions."""

Excludes = Callable[[Item, Item], bool]
"""Whether two quotes are never one utterance."""

Fullness = tuple[bool, int]
"""Whether words stand between marks, and how many words there are."""


@attrs.frozen(eq=False)
class Fit:
    """The best scores of the quotes of a group, and pairs that have to be compared for more."""

    found: list[float]
    pending: list[Pair]

    @property
    def most(self) -> float:
        """What the mean is at most."""
        each = [*self.found, *([1.0] * len(self.pending))]
        return sum(each) / len(each) if self.found else 0.0


class Scores:
    """How well groups agree; pairs that were not compared before are compared when asked for."""

    def __init__(
        self,
        items: Sequence[Item],
        known: Mapping[int, Mapping[int, float]],
        compared: Compared | None,
        excludes: Excludes,
    ) -> None:
        self._items = items
        self._known = known
        self._compared = compared
        self._excludes = excludes
        self._more: dict[Pair, float] = {}

    def of(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The mean score between two groups; outlets with the same words are one witness.

        Of such outlets the best score counts: others may have less around the words.
        """
        best: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
        pending: dict[tuple[tuple[str, ...], tuple[str, ...]], Pair] = {}
        for i in left[:MOST]:
            for j in right[:MOST]:
                x, y = self._items[i].said.stems, self._items[j].said.stems
                if self._items[i].sheet is self._items[j].sheet:
                    continue
                score = self._known.get(i, NONE).get(j)
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
        return max(
            (
                score
                for i in members
                for j, score in self._known.get(i, NONE).items()
                if not (self._items[j].quoted or self._excludes(self._items[i], self._items[j]))
            ),
            default=0.0,
        )

    def _fullest(self, i: int) -> tuple[Fullness, tuple[str, str, int]]:
        return fullness(self._items[i]), ref_of(self._items[i])

    def fit(self, members: Sequence[int], fuller: Sequence[int]) -> Fit:
        """The mean, over a group, of how well each quote fits its best match in a fuller group.

        What an article repeats counts once; of the fuller group reports are no match. Where a quote
        was compared with none of it, the fullest is its match.
        """
        there = {j for j in fuller if self._items[j].quoted}
        best: dict[tuple[str, tuple[str, ...]], float | None] = {}
        firsts: dict[tuple[str, tuple[str, ...]], Pair] = {}
        for i in members:
            own, said = self._items[i].ref.article_id, self._items[i].said.stems
            others = [j for j in fuller[:MOST] if self._items[j].ref.article_id != own]
            if not others:
                continue
            able = [s for j, s in self._known.get(i, NONE).items() if j in there]
            before = best.get((own, said))
            best[own, said] = max([*able, *([before] if before is not None else [])], default=None)
            match = max(others, key=self._fullest)
            firsts[own, said] = min(i, match), max(i, match)
        found = [score for score in best.values() if score is not None]
        return Fit(found, [firsts[key] for key, score in best.items() if score is None])

    def told(self, fit: Fit) -> float:
        """A fit as a number."""
        if not fit.found:
            return 0.0
        found = fit.found + [self._score(pair) for pair in fit.pending]
        return sum(found) / len(found)

    def _score(self, pair: Pair) -> float:
        if self._compared is None:
            return 0.0
        if pair not in self._more:
            self._more[pair] = self._compared(*pair)
        return self._more[pair]


def fullness(item: Item) -> Fullness:
    return item.quoted, len(item.said.stems)


def ref_of(item: Item) -> tuple[str, str, int]:
    return item.ref.article_id, item.ref.quote_id, item.ref.part
