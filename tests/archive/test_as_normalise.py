"""An archive joins what `quotes.normalise` joins, whatever the order in which articles come."""

from __future__ import annotations

import pathlib
import random
from collections.abc import Iterable

import pytest

import quotes
from quotes.evaluation.retelling import generate

Group = frozenset[tuple[str, str, int]]


def _groups(found: Iterable[quotes.Utterance]) -> set[Group]:
    return {frozenset((v.article_id, v.quote.id, v.part) for v in u.versions) for u in found}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_utterances_are_those_of_normalise_in_any_order(seed: int, tmp_path: pathlib.Path) -> None:
    told = generate(110, seed)
    pairs = list(zip(told.articles, told.quotes, strict=True))
    whole = quotes.normalise(told.articles, quotes=told.quotes)
    random.Random(seed).shuffle(pairs)

    with quotes.Archive(tmp_path / "news.db") as archive:
        archive.add([a for a, _ in pairs], [q for _, q in pairs])
        found = list(archive.utterances())

    assert _groups(found) == _groups(whole)
    known = {u.id: u for u in found}
    same = [u.id in known and known[u.id].versions == u.versions for u in whole]
    assert sum(same) >= 0.97 * len(same)


def test_two_people_of_one_surname_are_never_one(tmp_path: pathlib.Path) -> None:
    told = generate(150, 7)

    with quotes.Archive(tmp_path / "news.db") as archive:
        archive.add(told.articles, told.quotes)
        found = list(archive.utterances())

    retold = {(r.article_id, r.quote_id): r.speaker for r in told.retold}
    bearers: dict[str, set[int]] = {}
    for utterance in found:
        if utterance.speaker is None or len(utterance.speaker.name.split()) < 2:
            continue
        for known in utterance.speaker.known_as:
            full = known.speaker.kind is quotes.SpeakerKind.PERSON and " " in known.speaker.name
            if full:
                for version in utterance.versions:
                    if version.article_id == known.article_id and version.quote.speaker is not None:
                        ref = version.article_id, version.quote.id
                        if version.quote.speaker.id == known.speaker.id:
                            bearers.setdefault(utterance.speaker.id, set()).add(retold[ref])
    assert bearers
    assert max(map(len, bearers.values())) == 1
