"""From figures to speakers: name, kind, roles, affiliations and mentions with stable ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons.persons import Flag, flagged, stands_for
from quotes.names.organisations import form_of
from quotes.names.parts import bare, words_of
from quotes.speakers import roles
from quotes.speakers.describe import describe
from quotes.speakers.figures import Cast, Figure
from quotes.speakers.mentions import locate
from quotes.speakers.statements import Statement, said_of
from quotes.types import Affiliation, Span, Speaker, SpeakerKind

_MAX = 4


@attrs.frozen
class Described:
    """A description that may be a role: its words, and the features that `roles` weighs.

    The lowest `order` is the most certain; `rank`: it is a short title of rank (*Capt.*), a role
    in any case.
    """

    text: str
    features: tuple[str, ...]
    order: tuple[float, int]
    rank: bool = False


def stated_of(
    cast: Cast, figure: Figure, places: Sequence[tuple[int, int]]
) -> tuple[Statement, ...]:
    """What the article states of a figure; `places` are the mentions by which it speaks."""
    if figure.person is None and figure.organisation is None:
        return _own(cast, figure)
    if figure.person is not None:
        return (*figure.statements, *_by_mentions(cast, places))
    return figure.statements


def speaker(cast: Cast, figure: Figure, ident: str, places: Sequence[tuple[int, int]]) -> Speaker:
    """The speaker that a figure is; `places` are the mentions that speak."""
    reading = cast.reading
    stated = stated_of(cast, figure, places)
    spans = {(a, b) for a, b in places}
    if figure.person is not None:
        spans |= {(m.start, m.end) for m in figure.person.mentions}
    if figure.organisation is not None:
        spans |= {(m.start, m.end) for m in figure.organisation.mentions}
    return Speaker(
        ident,
        figure.name,
        figure.kind,
        _roles(descriptions(cast, figure, stated)),
        _affiliations(cast, stated),
        tuple(Span(a, b, reading.text[a:b]) for a, b in sorted(spans)),
    )


def _written(reading: Reading, sentence: Sentence, first: int, stop: int) -> str:
    start, end = sentence.words[first].start, sentence.words[stop - 1].end
    return " ".join(reading.text[start:end].split())


def descriptions(cast: Cast, figure: Figure, stated: Sequence[Statement]) -> Iterator[Described]:
    """The descriptions of a figure, each once with all places that hold it."""
    rows: dict[tuple[str, ...], list[tuple[int, str, Statement]]] = {}
    for order, statement in enumerate(stated):
        if statement.role is None:
            continue
        sentence = cast.reading.sentences[statement.sentence]
        text = _written(cast.reading, sentence, *statement.role)
        verb = sentence.words[statement.role[0]].xpos.startswith("V")
        if statement.role[1] - statement.role[0] == 1 and statement.head and verb:
            text = statement.head
        rows.setdefault(words_of(text), []).append((order, text, statement))
    for said in rows.values():
        order, text, _ = said[0]
        best = sorted((s for _, _, s in said), key=lambda s: -s.weight)
        features = tuple(roles.features(cast, figure, best))
        rank = best[0].head in flagged(Flag.RANK)
        yield Described(text, features, (-best[0].weight, order), rank)


def _roles(found: Iterable[Described]) -> tuple[str, ...]:
    """The descriptions that are roles, most certain first; one within another is left out."""
    kept: list[tuple[frozenset[str], str]] = []
    for described in sorted(found, key=lambda d: d.order):
        key = frozenset(w for word in words_of(described.text) for w in _in_full(word))
        if any(key <= other for other, _ in kept):
            continue
        if described.rank or roles.probability(described.features) >= roles.LEAST:
            kept = [(k, text) for k, text in kept if not k < key]
            kept.append((key, described.text))
    return tuple(text for _, text in kept[:_MAX])


def _in_full(word: str) -> Sequence[str]:
    """A word of a role, or what it abbreviates: *Sen.* is a senator."""
    return stands_for().get(word, (word,))


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
    form = form_of(span.text)
    number = cast.by_form.get(form)
    if number is None and len(form) > 1:  # *Liberal Democrat spokesman* of the Liberal Democrats
        several = cast.by_form.get((*form[:-1], form[-1] + "s"))
        return bare(" ".join(span.text.split())) if several is None else cast.figures[several].name
    if number is not None and len(form) == 1:
        return cast.figures[number].name
    return bare(" ".join(span.text.split()))


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
    return tuple(said_of(sentence, described, 1.0, cast.known, person=False))
