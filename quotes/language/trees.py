"""The best dependency tree under scores for every pair of words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


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
    heads = _arborescence(scores.copy())
    if heads[1:].count(0) > 1:
        finite = scores[1:][np.isfinite(scores[1:])]
        scores[1:, 0] -= (finite.max() - finite.min() + 1.0) * len(scores)
        heads = _arborescence(scores)
    return heads


def _arborescence(scores: Scores) -> list[int]:
    """The best heads without a cycle, in a table of scores that is used up.

    Heads are followed from word to word; a cycle of greedy heads is contracted to one of its nodes
    (Chu and Liu; Edmonds), and the walk goes on from there.
    """
    count = len(scores)
    heads: list[int] = scores.argmax(axis=1).tolist()
    node_of = list(range(count))
    done = [False] * count
    done[0] = True
    contracted: list[tuple[int, list[int], list[int], list[int], list[int]]] = []
    for start in range(1, count):
        path: list[int] = []
        node = node_of[start]
        while not done[node]:
            if node in path:
                cycle = path[path.index(node) :]
                del path[len(path) - len(cycle) :]
                above = [heads[i] for i in cycle]
                entered, left = _contract(scores, cycle, above)
                contracted.append((node, cycle, above, entered, left))
                inside = set(cycle)
                node_of = [node if i in inside else i for i in node_of]
                heads = [node if h in inside else h for h in heads]
                heads[node] = int(scores[node].argmax())
            path.append(node)
            node = heads[node]
        for node in path:
            done[node] = True
    for node, cycle, above, entered, left in reversed(contracted):
        head = heads[node]
        heads = [left[i] if h == node else h for i, h in enumerate(heads)]
        for i, h in zip(cycle, above, strict=True):
            heads[i] = h
        heads[entered[head]] = head
    return heads


def _contract(scores: Scores, cycle: list[int], above: list[int]) -> tuple[list[int], list[int]]:
    """Make a cycle one node, the first of it; where each head enters it, what each word leaves."""
    node, rest = cycle[0], cycle[1:]
    rows = scores[cycle] - scores[cycle, above][:, None]
    columns = scores[:, cycle]
    places = np.array(cycle)
    best, chosen = rows.argmax(axis=0), columns.argmax(axis=1)
    every = np.arange(len(scores))
    scores[:, node] = columns[every, chosen]
    scores[node] = rows[best, every]
    scores[node, cycle] = -np.inf
    scores[:, rest] = -np.inf
    return places[best].tolist(), places[chosen].tolist()
