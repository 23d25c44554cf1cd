"""How well retold quotes are brought together: pairs by kind of change, and near misses merged."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Mapping, Sequence

import attrs

from quotes.evaluation.figures import Score
from quotes.evaluation.retelling.gold import Change, Miss, Retellings, Retold
from quotes.types import Utterance


@attrs.frozen
class RetellingScore:
    """Pairs of quotes in different articles, and near misses.

    `pairs`: joined in one utterance and rightly, joined, and of one utterance by the gold.
    `by_change`: the same by the more drastic change of the two quotes; a pair of unchanged quotes
    of two utterances counts as verbatim. `merged`: of the near misses of each sort, how many are
    joined somewhere (`right`) out of all (`gold`). All add up over several sets.
    """

    pairs: Score
    by_change: tuple[tuple[Change, Score], ...]
    merged: tuple[tuple[Miss, Score], ...]

    def __add__(self, other: RetellingScore) -> RetellingScore:
        changes, misses = dict(other.by_change), dict(other.merged)
        return RetellingScore(
            self.pairs + other.pairs,
            tuple((change, score + changes[change]) for change, score in self.by_change),
            tuple((sort, score + misses[sort]) for sort, score in self.merged),
        )


def score_retellings(retellings: Retellings, utterances: Sequence[Utterance]) -> RetellingScore:
    """Score the utterances that were made of the quotes of retellings.

    Time grows with the number of quotes, not with that of pairs.

    Raises:
        ValueError: a version is of a quote that is not among the retellings.
    """
    gold = {(one.article_id, one.quote_id): one for one in retellings.retold}
    joined: list[list[Retold]] = []
    for utterance in utterances:
        keys = [(version.article_id, version.quote.id) for version in utterance.versions]
        if lost := [key for key in keys if key not in gold]:
            raise ValueError(f"not among the retellings: quote {lost[0][1]} of {lost[0][0]}")
        joined.append([gold[key] for key in keys])
    told = _by_utterance(retellings.retold)
    wanted, claimed, right = (collections.Counter[Change]() for _ in range(3))
    for group in told.values():
        wanted += _pairs(group)
    homes: dict[int, set[int]] = collections.defaultdict(set)
    for number, group in enumerate(joined):
        claimed += _pairs(group)
        for utterance_number, same in _by_utterance(group).items():
            right += _pairs(same)
            homes[utterance_number].add(number)
    by_change = tuple((c, Score(right[c], claimed[c], wanted[c])) for c in Change)
    merged: collections.Counter[Miss] = collections.Counter()
    for miss in retellings.near_misses:
        merged[miss.sort] += bool(homes[miss.a] & homes[miss.b])
    total = collections.Counter(miss.sort for miss in retellings.near_misses)
    return RetellingScore(
        Score(right.total(), claimed.total(), wanted.total()),
        by_change,
        tuple((sort, Score(merged[sort], 0, total[sort])) for sort in Miss),
    )


def _by_utterance(retold: Iterable[Retold]) -> Mapping[int, list[Retold]]:
    found: dict[int, list[Retold]] = collections.defaultdict(list)
    for one in retold:
        found[one.utterance].append(one)
    return found


def _pairs(group: Iterable[Retold]) -> collections.Counter[Change]:
    """How many pairs in different articles there are, by the more drastic change of the two."""
    found: collections.Counter[Change] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    for count, one in enumerate(sorted(group, key=lambda one: one.change or 0)):
        found[one.change or Change.VERBATIM] += count - seen[one.article_id]
        seen[one.article_id] += 1
    return found
