"""The best dependency tree under scores for every pair of words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]


def best_tree(scores: Scores) -> list[int]:
    """The heads of the best tree with one root.

    The greedy heads are tried first: where they make a tree with one root there is no better one.
    Otherwise the search of Chu and Liu (1965) and Edmonds (1967) finds it, with arcs from the root
    so dear that only one is taken (Stanojević and Cohen, EMNLP 2021) if it took several.

    Args:
        scores: `scores[d, h]` for word `d` under head `h`; 0 is the root and no word.

    Returns:
        A head for each row; the first is 0 and means nothing.
    """
    scores = np.array(scores, dtype=np.float64)
    np.fill_diagonal(scores, -np.inf)
    scores[0] = -np.inf
    scores[0, 0] = 0.0
    heads = _arborescence(scores)
    if np.count_nonzero(heads[1:] == 0) > 1:
        finite = scores[1:][np.isfinite(scores[1:])]
        scores[1:, 0] -= (finite.max() - finite.min() + 1.0) * len(scores)
        heads = _arborescence(scores)
    result: list[int] = heads.tolist()
    return result


def _arborescence(scores: Scores) -> Heads:
    """The best heads without a cycle; a cycle of greedy heads is contracted to one node."""
    heads: Heads = scores.argmax(axis=1)
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(heads)), inside, assume_unique=True)
    rest = len(outside)
    enter = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    leave = scores[np.ix_(outside, inside)]
    entered, left = enter.argmax(axis=0), leave.argmax(axis=1)
    smaller = np.full((rest + 1, rest + 1), -np.inf)
    smaller[:rest, :rest] = scores[np.ix_(outside, outside)]
    smaller[rest, :rest] = enter[entered, np.arange(rest)]
    smaller[:rest, rest] = leave[np.arange(rest), left]
    solved = _arborescence(smaller)
    broken = entered[solved[rest]]
    heads[inside[broken]] = outside[solved[rest]]
    above = solved[:rest]
    within = above == rest
    heads[outside[~within]] = outside[above[~within]]
    heads[outside[within]] = inside[left[within]]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of some cycle that does not hold the root (0), or none."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = heads[node]
        if seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return sorted(cycle)
    return []
