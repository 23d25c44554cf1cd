"""From figures to speakers: name, kind, roles, affiliations and mentions with stable ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import load
from quotes.lexicons.persons import Sort
from quotes.names.organisations import form_of
from quotes.names.parts import bare, words_of
from quotes.speakers.describe import describe
from quotes.speakers.figures import Cast, Figure
from quotes.speakers.mentions import locate
from quotes.speakers.nouns import role_kind, singular
from quotes.speakers.statements import Statement, said_of
from quotes.types import Affiliation, Span, Speaker, SpeakerKind

_MAX = 4


def speaker(cast: Cast, figure: Figure, ident: str, places: Sequence[tuple[int, int]]) -> Speaker:
    """The speaker that a figure is; `places` are the mentions that speak."""
    reading = cast.reading
    stated = figure.statements
    if figure.person is None and figure.organisation is None:
        stated = _own(cast, figure)
    elif figure.person is not None:
        stated = (*stated, *_by_mentions(cast, places))
    spans = {(a, b) for a, b in places}
    if figure.person is not None:
        spans |= {(m.start, m.end) for m in figure.person.mentions}
    if figure.organisation is not None:
        spans |= {(m.start, m.end) for m in figure.organisation.mentions}
    return Speaker(
        ident,
        figure.name,
        figure.kind,
        _roles(reading, stated),
        _affiliations(cast, stated),
        tuple(Span(a, b, reading.text[a:b]) for a, b in sorted(spans)),
    )


def _written(reading: Reading, sentence: Sentence, first: int, stop: int) -> str:
    start, end = sentence.words[first].start, sentence.words[stop - 1].end
    return " ".join(reading.text[start:end].split())


def _roles(reading: Reading, stated: Sequence[Statement]) -> tuple[str, ...]:
    """The roles, most certain first; a role within a longer one is left out."""
    rows: dict[tuple[str, ...], tuple[float, int, str]] = {}
    for order, statement in enumerate(stated):
        if statement.role is None:
            continue
        sentence = reading.sentences[statement.sentence]
        text = _written(reading, sentence, *statement.role)
        if (
            statement.role[1] - statement.role[0] == 1
            and statement.head
            and (sentence.words[statement.role[0]].xpos.startswith("V"))
        ):
            text = statement.head
        key = words_of(text)
        weight, first, known = rows.get(key, (0.0, order, text))
        rows[key] = (max(weight, statement.weight) + (0.2 if weight else 0.0), first, known)
    ordered = sorted(rows.items(), key=lambda r: (-r[1][0], r[1][1]))
    kept: list[tuple[tuple[str, ...], str]] = []
    for key, (_, _, text) in ordered[: _MAX * 5]:
        if not any(set(key) <= set(other) for other, _ in kept):
            kept = [(k, t) for k, t in kept if not set(k) < set(key) or len(key) > 8]
            kept.append((key, text))
    return tuple(text for _, text in kept[:_MAX])


def _affiliations(cast: Cast, stated: Sequence[Statement]) -> tuple[Affiliation, ...]:
    """The institutions, most certain first, each once and by the full name that the article has."""
    reading = cast.reading
    rows: dict[str, tuple[float, int, Span]] = {}
    for order, statement in enumerate(stated):
        for n, (place, first, stop) in enumerate(statement.affiliations):
            sentence = reading.sentences[place]
            start, end = sentence.words[first].start, sentence.words[stop - 1].end
            span = Span(start, end, reading.text[start:end])
            key = _full(cast, span)
            weight, at, known = rows.get(key, (-9.0, order, span))
            rows[key] = (max(weight, statement.weight - 0.1 * n), at, known)
    ordered = sorted(rows.items(), key=lambda r: (-r[1][0], r[1][1]))
    return tuple(Affiliation(name, span) for name, (_, _, span) in ordered[:_MAX])


def _full(cast: Cast, span: Span) -> str:
    """The full name of an institution written as `span`."""
    number = cast.by_form.get(form_of(span.text))
    form = form_of(span.text)
    if number is not None and len(form) == 1:
        name = cast.figures[number].name
        return (_wider(cast, form[0]) if form_of(name) == form else None) or name
    return bare(" ".join(span.text.split()))


def _wider(cast: Cast, word: str) -> str | None:
    """The only longer name with a common noun for a body in it: *the Federation* in short."""
    if word not in load("organisation_nouns"):
        return None
    names = {f.name for f in cast.figures if f.organisation is not None and word in f.words}
    longer = {n for n in names if len(form_of(n)) > 1}
    return longer.pop() if len(longer) == 1 else None


def _by_mentions(cast: Cast, places: Sequence[tuple[int, int]]) -> Iterator[Statement]:
    """What the descriptions say by which a person speaks: *the company's chief executive said*."""
    for start, end in places:
        place = locate(cast.reading, start, end)
        if place is None:
            continue
        sentence, first, _ = place
        names = cast.names.of(sentence.index)
        if sentence.words[first].lower == "the" and not cast.inside(start):
            described = describe(sentence, first, len(sentence.words), cast.known, names)
            if described is not None and described.stop not in names:
                yield from said_of(sentence, described, 0.2, cast.known)


def _own(cast: Cast, figure: Figure) -> tuple[Statement, ...]:
    """What the phrase of an unnamed source says itself."""
    if figure.kind is SpeakerKind.ORGANIZATION or not figure.events:
        return ()
    sentence = cast.reading.sentences[figure.events[0].sentence]
    first = next((i for i, w in enumerate(sentence.words) if w.start == figure.start), None)
    if first is None:
        return ()
    described = describe(
        sentence, first, len(sentence.words), cast.known, cast.names.of(sentence.index)
    )
    if described is None:
        return ()
    if first > 0 and sentence.words[first - 1].lower == "whose":
        described = attrs.evolve(described, anaphor=first - 1)
    head = singular(sentence.words[described.head].text)
    kind = role_kind(head.rsplit("-", 1)[-1])
    return tuple(
        attrs.evolve(statement, role=statement.role if kind is Sort.ROLE else None)
        for statement in said_of(sentence, described, 1.0, cast.known, person=False)
    )
