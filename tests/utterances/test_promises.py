"""What holds of every result, on retellings and at every threshold."""

from __future__ import annotations

import itertools

import pytest

import quotes
from quotes.evaluation.retelling import generate
from quotes.types import QuoteRef
from quotes.utterances import Utterances
from quotes.utterances.contradictions import contradict
from quotes.utterances.items import items_of
from tests.utterances.building import normalised, story

RETOLD = generate(300, seed=23)
FOUND = quotes.normalise(RETOLD.articles, quotes=RETOLD.quotes)
THRESHOLDS = [0.1, 0.3, 0.5, 0.8, 0.9]


def joined(found: Utterances) -> int:
    return sum(len(utterance.versions) > 1 for utterance in found)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_no_version_is_less_like_the_form_than_the_threshold_asks(threshold: float) -> None:
    found = FOUND.at(threshold)

    assert joined(found) > 10
    assert all(v.similarity >= threshold for u in found for v in u.versions)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_every_link_is_between_versions(threshold: float) -> None:
    found = FOUND.at(threshold)
    versions = {version.ref for utterance in found for version in utterance.versions}

    assert len(found.links) > 100
    assert {ref for link in found.links for ref in (link.a, link.b)} <= versions
    assert {ref for link in found.related for ref in (link.a, link.b)} <= versions


def test_no_two_versions_contradict_each_other() -> None:
    whole = {
        item.ref: item
        for article, row in zip(RETOLD.articles, RETOLD.quotes, strict=True)
        for item in items_of(article, str(article.id), row)
    }
    pairs = [
        (whole[a.ref], whole[b.ref])
        for utterance in FOUND
        for a, b in itertools.combinations(utterance.versions, 2)
        if whole[a.ref].spans == a.spans and whole[b.ref].spans == b.spans
    ]

    assert len(pairs) > 100
    assert not any(contradict(a, b) for a, b in pairs)


def test_links_of_a_part_of_a_split_quotation_are_those_of_its_version() -> None:
    split = "⟦marsh: “The ferry is wet,”⟧ said Ada Marsh. ⟦+: “We need a new school here.”⟧"
    other = "⟦fenn: “The tram is much too late,”⟧ said Fenn. ⟦+: “We need a new school here.”⟧"

    found = normalised(story("a", split), story("b", other))

    (link,) = found.links
    assert (link.a, link.b) == (QuoteRef("a", "q1"), QuoteRef("b", "q1"))
    assert [v.ref for u in found for v in u.versions] == [link.a, link.b]
