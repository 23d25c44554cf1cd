"""From the mention beside a cue to the speaker: full name, roles, affiliations.

A small resolver for the mentions that speak. Names go by their parts, pronouns and descriptions by
a conditional logit over the figures of the article (`antecedents`), roles and institutions by the
words around each name (`profiles`).
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.language.sentences import Reading
from quotes.speakers.build import Described, descriptions, speaker, stated_of
from quotes.speakers.cast import assemble
from quotes.speakers.pointing import Ask
from quotes.speakers.resolver import Outcome, Resolver
from quotes.types import Speaker, Unresolved

Range = tuple[int, int]

LEAST = 0.3
"""Below this probability a speaker is left open."""


@attrs.frozen
class SpeakingMention:
    """One attribution that needs a speaker.

    `start` and `end` span the source mention in the article, titles and appositives included;
    `at` is the offset of the quotation it serves, `content` the ranges of what is reported there.
    A continuation uses the same mention again.
    """

    start: int
    end: int
    at: int
    content: tuple[tuple[int, int], ...] = ()


@attrs.frozen
class Resolution:
    """The speaker of one attribution; without one, `unresolved` says why.

    `confidence` is how sure it is whom the mention means, `evidence` what decided.
    """

    speaker: Speaker | None
    confidence: float
    unresolved: Unresolved | None
    evidence: str = ""


def contents(mentions: Sequence[SpeakingMention]) -> dict[tuple[int, int], tuple[Range, ...]]:
    """What is reported beside each mention, by the mention's range."""
    found: dict[tuple[int, int], tuple[Range, ...]] = {}
    for mention in mentions:
        key = (mention.start, mention.end)
        found[key] = (*found.get(key, ()), *mention.content)
    return found


def resolve(
    reading: Reading,
    quoted: Sequence[tuple[int, int]],
    mentions: Sequence[SpeakingMention],
    ask: Ask | None = None,
) -> list[Resolution]:
    """Name the speakers of an article.

    Args:
        reading: The article, read.
        quoted: The outer spans between quotation marks.
        mentions: The attributions that need a speaker, in text order.
        ask: Where whoever the mention in a range means is named, for pronouns in doubt.

    Returns:
        One resolution for each mention, in the same order. Mentions of one speaker hold equal
        values; ids count the speakers in the order in which they speak.
    """
    resolver, outcomes, places = _outcomes(reading, quoted, mentions, ask)
    speakers: dict[int, Speaker] = {}
    for outcome in outcomes:
        if outcome.figure is not None and outcome.figure not in speakers:
            figure = resolver.discourse.figures[outcome.figure]
            ident = f"s{len(speakers) + 1}"
            cast = resolver.discourse.cast
            speakers[outcome.figure] = speaker(cast, figure, ident, places[outcome.figure])
    return [
        Resolution(
            speakers[o.figure] if o.figure is not None else None,
            round(o.confidence, 3),
            None if o.figure is not None else Unresolved.NO_ANTECEDENT,
            o.feature,
        )
        for o in outcomes
    ]


def described(
    reading: Reading, quoted: Sequence[tuple[int, int]], mentions: Sequence[SpeakingMention]
) -> list[tuple[str, tuple[Described, ...]]]:
    """The name of each speaker of an article, with all descriptions that may be its roles.

    The arguments are those of `resolve`.
    """
    resolver, _, places = _outcomes(reading, quoted, mentions)
    cast = resolver.discourse.cast
    found = []
    for number, spoken in places.items():
        figure = resolver.discourse.figures[number]
        stated = stated_of(cast, figure, spoken)
        found.append((figure.name, tuple(descriptions(cast, figure, stated))))
    return found


def _outcomes(
    reading: Reading,
    quoted: Sequence[tuple[int, int]],
    mentions: Sequence[SpeakingMention],
    ask: Ask | None = None,
) -> tuple[Resolver, list[Outcome], dict[int, list[tuple[int, int]]]]:
    """Whom each mention means, and by which mentions each figure speaks."""
    resolver = Resolver(assemble(reading, quoted), contents(mentions), ask)
    cache: dict[tuple[int, int], Outcome] = {}
    outcomes = []
    places: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        key = (mention.start, mention.end)
        if key not in cache:
            reference, outcome = resolver.resolve(*key)
            if outcome.figure is not None and outcome.confidence < LEAST:
                outcome = attrs.evolve(outcome, figure=None)
            cache[key] = outcome
            if outcome.figure is not None and reference is not None:
                place = (reference.start, reference.end)
                places.setdefault(outcome.figure, []).append(place)
        outcomes.append(cache[key])
    return resolver, outcomes, places
