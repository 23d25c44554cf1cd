"""Quotes as linked data: schema.org's `Quotation`, and annotations of the W3C's model."""

import json
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from quotes.export.formats import Format
from quotes.export.rows import extent, pairs
from quotes.types import Article, Quote, Span, Speaker, SpeakerKind

Json = Mapping[str, object]
SCHEMA_ORG = "https://schema.org"
ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""How many characters before and after the words make them findable."""


def jsonld(found: Iterable[tuple[Article, Sequence[Quote]]]) -> Iterator[Json]:
    """The quotes as `Quotation`s of schema.org, one dictionary for JSON a quote.

    `text` are the words, `spokenByCharacter` is the speaker (a `Person` with `jobTitle` and
    `affiliation`, or an `Organization`; who has no name has a `description`), and `isPartOf` the
    `NewsArticle` with its `url`, `headline`, `datePublished` and `publisher`, as far as they are
    known. Kind, offsets and confidences have no place in that vocabulary and stand as
    `additionalProperty`.

    Args:
        found: pairs of an article and its quotes, as for `rows`.

    Raises:
        InputError: something else stands there (when its turn comes).
    """
    for article, quotes in pairs(found):
        whole = _article(article)
        for quote in quotes:
            yield _quotation(article, quote, whole)


def annotations(found: Iterable[tuple[Article, Sequence[Quote]]]) -> Iterator[Json]:
    """The quotes as annotations of the W3C's Web Annotation Data Model, one dictionary a quote.

    The target is the article (its `url`, else a URN made from its id), with a selector by words
    (`TextQuoteSelector`, with what stands before and after) and one by place
    (`TextPositionSelector`, in code points of the article's text) for each span of what is
    reported. The bodies name the speaker (purpose `identifying`) and the kind (`tagging`).

    Args:
        found: pairs of an article and its quotes, as for `rows`.

    Raises:
        InputError: something else stands there (when its turn comes).
    """
    for article, quotes in pairs(found):
        for quote in quotes:
            yield _annotation(article, quote)


def jsonld_document(found: Iterable[tuple[Article, Sequence[Quote]]]) -> Iterator[str]:
    """One JSON-LD document of what `jsonld` gives, piece by piece."""
    return _document({"@context": SCHEMA_ORG}, "@graph", jsonld(found))


def annotation_page(found: Iterable[tuple[Article, Sequence[Quote]]]) -> Iterator[str]:
    """One `AnnotationPage` of what `annotations` gives, piece by piece."""
    return _document(
        {"@context": ANNOTATION, "type": "AnnotationPage"}, "items", annotations(found)
    )


def _document(head: Json, name: str, items: Iterable[Json]) -> Iterator[str]:
    yield f'{json.dumps(head)[:-1]}, "{name}": ['
    between = "\n"
    for item in items:
        inner = {name: value for name, value in item.items() if name != "@context"}
        yield between + json.dumps(inner)
        between = ",\n"
    yield "\n]}\n"


def _iri(article: Article, quote: Quote | None = None) -> str:
    """The address of an article or of a quote in it; without a url a URN of their ids."""
    part = f"#{urllib.parse.quote(quote.id, safe='')}" if quote is not None else ""
    if article.url:
        return urllib.parse.urldefrag(article.url).url + part
    from quotes.utterances.sources import article_key  # at first use: it loads much

    name = article_key(article).encode("utf8", "replace")
    return f"urn:quotes:{urllib.parse.quote(name, safe='')}{part}"


def _known(**fields: object) -> dict[str, object]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}


def _article(article: Article) -> Json:
    outlet = {"@type": "Organization", "name": article.outlet} if article.outlet else None
    return {
        "@type": "NewsArticle",
        "@id": _iri(article),
        **_known(
            url=article.url,
            identifier=article.id,
            headline=article.title,
            datePublished=article.published.isoformat() if article.published else None,
            publisher=outlet,
        ),
    }


def _quotation(article: Article, quote: Quote, whole: Json) -> Json:
    start, end = extent(quote)
    told = {
        "kind": quote.kind.value,
        "start": start,
        "end": end,
        "confidence": quote.confidence,
        "speakerConfidence": quote.speaker_confidence,
    }
    return {
        "@context": SCHEMA_ORG,
        "@type": "Quotation",
        "@id": _iri(article, quote),
        **_known(
            identifier=quote.id,
            text=quote.text,
            **_said_by(quote.speaker),
        ),
        "isPartOf": whole,
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value} for name, value in told.items()
        ],
    }


def _said_by(speaker: Speaker | None) -> Json:
    """Who speaks, or the text that does."""
    if speaker is None:
        return {}
    if speaker.kind is SpeakerKind.DOCUMENT:
        return {"isBasedOn": {"@type": "CreativeWork", "description": speaker.name}}
    return {"spokenByCharacter": _speaker(speaker)}


def _speaker(speaker: Speaker) -> Json:
    person = speaker.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
    label = "description" if speaker.kind is SpeakerKind.UNNAMED else "name"
    bodies = [{"@type": "Organization", "name": a.name} for a in speaker.affiliations]
    told: dict[str, object] = {
        "@type": "Person" if person else "Organization",
        label: speaker.name,
    }
    if person:
        told |= _known(jobTitle=list(speaker.roles), affiliation=bodies)
    return told


def _annotation(article: Article, quote: Quote) -> Json:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": quote.kind.value}]
    if quote.speaker is not None:
        name = {"type": "TextualBody", "purpose": "identifying", "value": quote.speaker.name}
        bodies.insert(0, name)
    targets = [_target(article, span) for span in quote.content or quote.segments]
    return {
        "@context": ANNOTATION,
        "id": _iri(article, quote),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(article: Article, span: Span) -> Json:
    before = article.text[max(0, span.start - _AROUND) : span.start]
    after = article.text[span.end : span.end + _AROUND]
    return {
        "source": _iri(article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": before,
                "suffix": after,
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _write(pieces: Iterable[str], out: BinaryIO) -> None:
    for piece in pieces:
        out.write(piece.encode())


FORMATS = (
    Format("jsonld", (".jsonld",), lambda pairs, out, _: _write(jsonld_document(pairs), out)),
    Format("annotations", (), lambda pairs, out, _: _write(annotation_page(pairs), out)),
)
