"""The steps of `normalise` one by one give what it gives (`quotes/utterances/steps.py`)."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import pytest

import quotes
from quotes.evaluation.retelling import generate
from quotes.types import QuoteRef
from quotes.utterances import steps
from quotes.utterances.partners import CROWD, NEAR, Order

WEIGHTS = steps.shipped()


def test_step_by_step_as_all_at_once() -> None:
    made = generate(200, 3)
    whole = quotes.normalise(made.articles, quotes=made.quotes)
    by_article = {
        article.id or "": steps.items_of(article, article.id or "", row)
        for article, row in zip(made.articles, made.quotes, strict=True)
    }
    items = sorted((i for row in by_article.values() for i in row), key=steps.place)
    taking = {row[k].ref for row in by_article.values() for k in steps.leading(row)}

    near = _links(items, taking)
    for a, b in sorted({(x.article_id, y.article_id) for x in list(near) for y in near[x]}):
        between = [
            score
            for item in by_article[a]
            for other, score in near[item.ref].items()
            if other.article_id == b
        ]
        if a < b and steps.may_copy(between):
            pairs = list(steps.matching_quotes(by_article[a], by_article[b]))
            for (x, y), score in zip(pairs, steps.scored(pairs, WEIGHTS, copied=True), strict=True):
                if score >= steps.FLOOR:
                    near[x.ref][y.ref] = near[y.ref][x.ref] = score
    places = {item.ref: i for i, item in enumerate(items)}
    known = {places[x]: {places[y]: s for y, s in row.items()} for x, row in near.items()}
    judged = steps.Judged(WEIGHTS)
    found = steps.clustered(
        items, known, 0.5, lambda i, j: judged.score(items[i], items[j]), excludes=judged.excluded
    )
    likeness = steps.similarity_of(
        lambda a, b: (
            near[a.ref].get(b.ref, judged.score(a, b))
            if items[places[a.ref]] is a and items[places[b.ref]] is b
            else None
        ),
        WEIGHTS,
    )
    groups = [[items[i] for i in group] for group in found.groups]
    shared = Counter(pair for group in groups for pair in steps.sharing(group))
    sheets = {item.sheet.id: item.sheet for item in items}
    copies = (steps.reworded_copy(sheets[a], sheets[b]) for a, b in steps.suspected(shared))
    reworded = frozenset(key for key in copies if key is not None)
    settled = [s for group in groups for s in steps.settled_of(group, reworded, likeness, 0.5)]
    speakers = steps.People.of([each.voices for each in settled], reworded).speakers
    settled.sort(key=lambda each: steps.order(each.items[0]))

    assert [steps.utterance_of(each, speakers) for each in settled] == list(whole)


def _links(items: list[steps.Item], taking: set[QuoteRef]) -> dict[QuoteRef, dict[QuoteRef, float]]:
    """Both ways, of the quotes in `taking`, which are in order."""
    buckets: dict[int, list[tuple[steps.Item, bool]]] = defaultdict(list)
    for item in items:
        if item.ref in taking:
            for key in steps.keys_of(item):
                buckets[key.code].append((item, key.asks))
    offers: dict[QuoteRef, dict[QuoteRef, tuple[float, Order, steps.Item]]] = defaultdict(dict)
    for code, owners in buckets.items():
        if any(asks for _, asks in owners):
            for i, j in steps.met(len(owners)):
                a, b = owners[i][0], owners[j][0]
                hoped = steps.hope(steps.outline_of(a), steps.outline_of(b), code & 3)
                if hoped is not None:
                    offers[a.ref][b.ref] = hoped, steps.place(b), b
                    offers[b.ref][a.ref] = hoped, steps.place(a), a
    by_ref = {item.ref: item for item in items}
    pairs = {
        (min(ref, other.ref), max(ref, other.ref))
        for ref, row in offers.items()
        for other in steps.chosen(row.values())
    }
    listed = [(by_ref[a], by_ref[b]) for a, b in sorted(pairs)]
    near: dict[QuoteRef, dict[QuoteRef, float]] = defaultdict(dict)
    for (a, b), score in zip(listed, steps.scored(listed, WEIGHTS), strict=True):
        if score >= steps.FLOOR:
            near[a.ref][b.ref] = near[b.ref][a.ref] = score
    return near


@pytest.mark.parametrize("threshold", [0.3, 0.5])
def test_components_beside_their_neighbours_make_the_groups_of_all(threshold: float) -> None:
    made = generate(300, 4)
    items = sorted(
        (
            item
            for article, row in zip(made.articles, made.quotes, strict=True)
            for item in steps.items_of(article, article.id or "", row)
        ),
        key=steps.place,
    )
    firsts = {items[k].ref for k in steps.leading(items)}
    places = {item.ref: i for i, item in enumerate(items)}
    known = {
        places[x]: {places[y]: score for y, score in row.items()}
        for x, row in _links(items, firsts).items()
    }
    judged = steps.Judged(WEIGHTS)

    def clusters(own: Iterable[int], beside: Sequence[Sequence[Sequence[int]]]) -> steps.Clustered:
        linked = {j for i in own for j in known.get(i, ())}
        listed = sorted(linked.union(own, *(group for stage in beside for group in stage)))
        at = {i: k for k, i in enumerate(listed)}
        near = {
            at[i]: {at[j]: s for j, s in known.get(i, {}).items() if j in at and {i, j} & set(own)}
            for i in listed
        }
        one, two, three = ([[at[i] for i in group] for group in stage] for stage in beside)
        found = steps.clustered(
            [items[i] for i in listed],
            near,
            threshold,
            lambda a, b: judged.score(items[listed[a]], items[listed[b]]),
            excludes=judged.excluded,
            beside=steps.Beside({at[i] for i in own}, (one, two, three)),
        )
        back = [
            [[listed[k] for k in group] for group in groups]
            for groups in (found.groups, *found.stages)
        ]
        crossing = [(listed[a], listed[b]) for a, b in found.crossing]
        return steps.Clustered(back[0], [], crossing, (back[1], back[2], back[3]))

    edges = [(i, j) for i, row in known.items() for j, s in row.items() if s >= threshold]
    quotes_of = defaultdict(list)
    for i, item in enumerate(items):
        quotes_of[item.ref.article_id, item.ref.quote_id].append(i)
    for group in (*steps.repeats(items), *quotes_of.values()):
        edges += [(group[0], i) for i in group]
    while True:
        names = steps.components(len(items), np.array(edges)).tolist()
        alone = {
            name: clusters([i for i, n in enumerate(names) if n == name], ((), (), ()))
            for name in set(names)
        }
        where = [
            {i: group for found in alone.values() for group in found.stages[k] for i in group}
            for k in range(3)
        ]
        more, groups = [], []
        for name in alone:
            own = [i for i, n in enumerate(names) if n == name]
            linked = {j for i in own for j in known.get(i, ()) if names[j] != name}
            beside = [list({tuple(stage[j]) for j in linked}) for stage in where]
            found = clusters(own, beside)
            more += found.crossing
            groups += found.groups
        if not more:
            break
        edges += more

    whole = clusters(range(len(items)), ((), (), ()))
    assert len(set(names)) > 10
    assert sorted(groups) == sorted(whole.groups)


def test_a_score_is_that_of_the_whole_comparison_or_none() -> None:
    made = generate(120, 5)
    items = [
        item
        for article, row in zip(made.articles, made.quotes, strict=True)
        for item in steps.items_of(article, article.id or "", row)
    ]
    chance = random.Random(1)
    for _ in range(1500):
        a, b = chance.sample(items, 2)
        for copied in (False, True):
            full = WEIGHTS.compared(a, b, copied).score
            assert WEIGHTS.scored(a, b, copied) == (full if full >= steps.FLOOR else 0.0)


def test_quotes_hang_together_by_their_lowest() -> None:
    chain = np.array([*((i, i + 1) for i in range(7, -1, -1)), (11, 10)])

    assert steps.components(12, chain).tolist() == [0] * 9 + [9, 10, 10]
    assert steps.components(3, np.zeros((0, 2), np.int64)).tolist() == [0, 1, 2]


@pytest.mark.parametrize(("size", "expected"), [(1, 0), (3, 3), (CROWD, CROWD * (CROWD - 1) // 2)])
def test_few_under_one_key_all_meet(size: int, expected: int) -> None:
    assert len(list(steps.met(size))) == expected


def test_many_under_one_key_meet_who_stands_near() -> None:
    assert max(j - i for i, j in steps.met(3 * CROWD)) == NEAR


def test_the_most_promising_are_chosen_and_of_equals_the_first() -> None:
    offers = [(0.5, place, f"half {place}") for place in range(30)] + [(0.9, 99, "best")]

    found = steps.chosen(random.Random(2).sample(offers, len(offers)))

    assert found == ["best", *(f"half {place}" for place in range(19))]
