"""Learn the weights by which pronouns and descriptions find their antecedents.

A conditional logit (McFadden 1974): of all candidates of a mention the right one should have the
highest score. The likelihood is raised by gradient ascent with a quadratic penalty.
"""

from __future__ import annotations

import bisect
import pathlib
from collections.abc import Callable, Iterable, Sequence

import attrs
import numpy as np

from quotes import weight_files
from quotes.language.sentences import Reading
from quotes.speakers import SpeakingMention, contents
from quotes.speakers.antecedents import NEW
from quotes.speakers.cast import assemble
from quotes.speakers.figures import Figure
from quotes.speakers.resolver import Question, Resolver

_STEPS = 600
_RATE = 0.5


@attrs.frozen
class Labelled:
    """A speaking mention whose speaker is known."""

    start: int
    end: int
    speaker: str
    kind: str
    """person, organization or unnamed."""


@attrs.frozen
class Example:
    """The candidates of one mention with their features; `right` are the numbers in `rows`."""

    task: str
    rows: tuple[dict[str, float], ...]
    right: frozenset[int]
    weight: float = 1.0


def examples(
    reading: Reading,
    quoted: Sequence[tuple[int, int]],
    known: Sequence[Labelled],
    same: Callable[[str, str, str], bool],
    weight: float = 1.0,
    mentions: Sequence[SpeakingMention] = (),
) -> list[Example]:
    """The examples that one annotated article gives.

    Args:
        reading: The article, read.
        quoted: The outer spans between quotation marks.
        known: Speaking mentions whose speakers are known.
        same: Whether two names (found, annotated) of a kind mean the same.
        weight: How much an example of this article counts.
        mentions: All mentions that attribution found, as the resolver is given them: who spoke
            where, and which words are reported, is evidence too.
    """
    resolver = Resolver(assemble(reading, quoted), contents(mentions))
    found = []
    for start, end, mention in _in_order(known, mentions):
        reference = resolver.read(start, end)
        if reference is None:
            continue
        if mention is not None:
            question = resolver.question(reference)
            if question is not None:
                example = _example(question, resolver.discourse.figures, mention, same, weight)
                if example is not None:
                    found.append(example)
        _, outcome = resolver.resolve(start, end, quiet=True)
        truth = None
        if mention is not None:
            truth = _truth(resolver.discourse.figures, mention, same)
        number = outcome.figure if truth is None else truth
        if number is not None:
            resolver.discourse.speaks(number, reference)
    return found


def _in_order(
    known: Sequence[Labelled], mentions: Sequence[SpeakingMention]
) -> list[tuple[int, int, Labelled | None]]:
    """All mentions in text order, each once, with what is known of it.

    What is known of a mention goes to the mention found that overlaps it.
    """
    spans = sorted({(m.start, m.end) for m in mentions})
    rows: dict[tuple[int, int], Labelled | None] = dict.fromkeys(spans)
    for label in known:
        at = bisect.bisect_left(spans, (label.start, label.start))
        near = [
            s for s in spans[max(0, at - 2) : at + 2] if s[0] < label.end and label.start < s[1]
        ]
        rows.setdefault(near[0] if near else (label.start, label.end), label)
        if near and rows[near[0]] is None:
            rows[near[0]] = label
    return [(start, end, label) for (start, end), label in sorted(rows.items(), key=_span)]


def _span(row: tuple[tuple[int, int], Labelled | None]) -> tuple[int, int]:
    return row[0]


def _truth(
    figures: Sequence[Figure], mention: Labelled, same: Callable[[str, str, str], bool]
) -> int | None:
    fits = (n for n, f in enumerate(figures) if same(f.name, mention.speaker, mention.kind))
    return next(fits, None)


def _example(
    question: Question,
    figures: Sequence[Figure],
    mention: Labelled,
    same: Callable[[str, str, str], bool],
    weight: float,
) -> Example | None:
    right = {
        n
        for n, (number, _) in enumerate(question.rows)
        if number != NEW and same(figures[number].name, mention.speaker, mention.kind)
    }
    if not right and mention.kind != "person":
        right = {n for n, (number, _) in enumerate(question.rows) if number == NEW}
    if not right or len(question.rows) < 2:
        return None
    rows = tuple(row for _, row in question.rows)
    return Example(question.task, rows, frozenset(right), weight)


def fit(
    found: Sequence[Example], ridge: float = 1.0, start: dict[str, float] | None = None
) -> dict[str, float]:
    """Fit the weights of one task; `start` is where the penalty pulls to (default: zero)."""
    names = sorted({name for example in found for row in example.rows for name in row})
    prior = np.array([(start or {}).get(name, 0.0) for name in names])
    table = np.array(
        [[row.get(name, 0.0) for name in names] for e in found for row in e.rows], dtype=float
    )
    sizes = np.array([len(e.rows) for e in found])
    heads = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.array([float(n in e.right) for e in found for n in range(len(e.rows))])
    share = np.repeat(np.array([e.weight for e in found]), sizes) / sum(e.weight for e in found)
    penalty = ridge / sum(e.weight for e in found)
    weights = prior.copy()
    squares = np.zeros(len(names))
    for _ in range(_STEPS):
        scores = table @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, heads), sizes)
        powers = np.exp(scores)
        chances = powers / np.repeat(np.add.reduceat(powers, heads), sizes)
        mass = np.repeat(np.add.reduceat(chances * right, heads), sizes) + 1e-12
        slope = table.T @ (share * (chances * right / mass - chances)) - penalty * (weights - prior)
        squares += slope**2
        weights += _RATE * slope / (np.sqrt(squares) + 1e-6)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def accuracy(found: Iterable[Example], weights: dict[str, float]) -> tuple[int, int]:
    """How many examples have a right candidate on top, and how many there are."""
    right = total = 0
    for example in found:
        scores = [sum(weights.get(k, 0.0) * v for k, v in row.items()) for row in example.rows]
        total += 1
        right += scores.index(max(scores)) in example.right
    return right, total


def save(weights: dict[str, dict[str, float]], path: pathlib.Path) -> None:
    """Write the weights of all tasks as sorted JSON."""
    path.write_text(weight_files.text_of(weights, sort_keys=True), encoding="utf8")
