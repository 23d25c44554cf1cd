"""Quotes as linked data (`quotes/export/linked.py`)."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

import quotes.export
from quotes.export.linked import annotation_page, jsonld_document
from quotes.types import Speaker, SpeakerKind
from tests.export.pairs import Pair, bridge


def through_json(data: object) -> Any:
    return json.loads(json.dumps(data))


def test_a_quotation_of_schema_org_has_the_words_the_speaker_and_the_article() -> None:
    first = through_json(next(quotes.export.jsonld([bridge()])))

    facts = {item["name"]: item["value"] for item in first.pop("additionalProperty")}
    assert first == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": "https://courier.example/bridge#q1",
        "identifier": "q1",
        "text": "The wall\nholds, It always has.",
        "spokenByCharacter": {
            "@type": "Person",
            "name": "Ines Varley",
            "jobTitle": ["engineer", "mayor"],
            "affiliation": [{"@type": "Organization", "name": "Harbour Board"}],
        },
        "isPartOf": {
            "@type": "NewsArticle",
            "@id": "https://courier.example/bridge",
            "url": "https://courier.example/bridge",
            "identifier": "a1",
            "headline": "The wall",
            "datePublished": "2031-03-04T08:30:00",
            "publisher": {"@type": "Organization", "name": "Lowmere Courier"},
        },
    }
    assert facts == {
        "kind": "direct",
        "start": 49,
        "end": 122,
        "confidence": 0.95,
        "speakerConfidence": 0.9,
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (SpeakerKind.ORGANIZATION, {"@type": "Organization", "name": "the board"}),
        (SpeakerKind.GROUP, {"@type": "Organization", "name": "the board"}),
        (SpeakerKind.UNNAMED, {"@type": "Person", "description": "the board"}),
    ],
)
def test_who_is_no_named_person_is_described_as_what_they_are(
    kind: SpeakerKind, expected: dict[str, str]
) -> None:
    article, found = bridge()
    quote = attrs.evolve(found[0], speaker=Speaker("s1", "the board", kind))

    assert next(quotes.export.jsonld([(article, [quote])]))["spokenByCharacter"] == expected


def test_a_quotation_without_a_speaker_is_spoken_by_nobody() -> None:
    *_, last = quotes.export.jsonld([bridge()])

    assert "spokenByCharacter" not in last


def test_the_selectors_of_an_annotation_find_the_words_in_the_article() -> None:
    article, found = bridge()

    for quote, annotation in zip(found, quotes.export.annotations([(article, found)]), strict=True):
        data = through_json(annotation)
        targets = data["target"] if isinstance(data["target"], list) else [data["target"]]
        assert len(targets) == len(quote.content)
        for span, target in zip(quote.content, targets, strict=True):
            words, place = target["selector"]
            assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert article.text[place["start"] : place["end"]] == words["exact"] == span.text
            whole = words["prefix"] + words["exact"] + words["suffix"]
            assert article.text.index(whole) == span.start - len(words["prefix"])


def test_an_annotation_names_the_speaker_the_kind_and_the_article() -> None:
    first = next(quotes.export.annotations([bridge()]))

    assert first["id"] == "https://courier.example/bridge#q1"
    assert first["motivation"] == "identifying"
    assert first["body"] == [
        {"type": "TextualBody", "purpose": "identifying", "value": "Ines Varley"},
        {"type": "TextualBody", "purpose": "tagging", "value": "direct"},
    ]


@pytest.mark.parametrize(
    ("id", "url", "source"),
    [
        ("a 1", None, "urn:quotes:a%201"),
        ("a", "https://courier.example/x#top", "https://courier.example/x"),
        (None, None, "urn:quotes:"),
    ],
)
def test_an_article_has_an_address_whatever_is_known_of_it(
    id: str | None, url: str | None, source: str
) -> None:
    article, found = bridge()
    told = attrs.evolve(article, id=id, url=url)

    annotation = through_json(next(quotes.export.annotations([(told, found[1:2])])))

    address = annotation["target"]["source"]
    assert address.startswith(source)
    assert len(address) > len("urn:quotes:")
    assert annotation["id"] == f"{address}#q2"


@pytest.mark.parametrize("pairs", [[], [bridge()], [bridge(), bridge()]], ids=len)
def test_a_document_holds_all_of_them_under_one_context(pairs: list[Pair]) -> None:
    graph = json.loads("".join(jsonld_document(pairs)))
    page = json.loads("".join(annotation_page(pairs)))

    assert graph["@context"] == "https://schema.org"
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len(graph["@graph"]) == len(page["items"]) == 3 * len(pairs)
    assert not any("@context" in item for item in (*graph["@graph"], *page["items"]))
