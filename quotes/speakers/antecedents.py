"""Whom a pronoun or a description means: candidates scored by named features.

A conditional logit over the figures of the article: each candidate's score is the weighted sum of
its features, and the scores of all candidates make a probability. The weights are learned by
`quotes.training.antecedents` and lie beside this module.
"""

from __future__ import annotations

import contextlib
import contextvars
import functools
import importlib.resources
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quotes import weight_files
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, kinds
from quotes.names.institutions import state_of
from quotes.names.parts import plain
from quotes.speakers.figures import Event, Figure
from quotes.speakers.nouns import role_kind
from quotes.types import SpeakerKind

NEW = -1
"""The candidate that stands for a source not mentioned before."""


NAMELESS = frozenset({SpeakerKind.UNNAMED, SpeakerKind.GROUP, SpeakerKind.DOCUMENT})
"""The kinds of speakers that a phrase of the article describes."""
_GENERAL = of_class("general_bodies")

_ANYBODY = of_class("anybody")
"""Nouns that fit anybody of the sex and age."""


@attrs.frozen
class Setting:
    """Where a mention stands and what is known at that point of the discourse."""

    start: int
    sentence: int
    paragraph: int
    outside: Sequence[int]
    """For each sentence how many sentences outside quotation marks begin before it."""
    paragraphs: Sequence[int]
    """For each sentence the number of its paragraph."""
    last_speaker: int | None
    last_paragraph: int | None
    speakers: Mapping[int, int]
    """How often each figure has spoken so far."""
    adds: bool = False
    """Whether the verb says that the same source goes on."""


@attrs.frozen
class Wanted:
    """What a mention asks of its antecedent."""

    sex: str | None = None
    plural: bool | None = None
    head: str | None = None
    words: frozenset[str] = frozenset()
    persons: bool = True
    institutions: bool = False
    proper: frozenset[str] = frozenset()
    """The words in capitals, those of states as the state's name."""
    barred: int | None = None
    """Somebody who cannot be meant: whose lawyer speaks, does not speak himself."""


def features(
    figure: Figure,
    number: int,
    events: Sequence[Event],
    frequency: int,
    wanted: Wanted,
    setting: Setting,
    rank: int,
) -> dict[str, float]:
    """The features of one candidate, by name.

    Args:
        figure: The candidate.
        number: Its number.
        events: Its last places before the mention, in text order, not empty.
        frequency: How often it was heard of before the mention, outside quotation marks.
        wanted: What the mention asks for.
        setting: Where the mention stands.
        rank: How many other fitting candidates stand nearer.
    """
    last = events[-1]
    gap = setting.outside[setting.sentence] - setting.outside[last.sentence]
    row = {
        "gap": math.log1p(abs(gap)),
        "rank": float(min(rank, 4)),
        "nearest": float(rank == 0),
        "same_sentence": float(last.sentence == setting.sentence),
        "previous_sentence": float(gap == 1),
        "same_paragraph": float(setting.paragraphs[last.sentence] == setting.paragraph),
        "quoted": float(last.quoted),
        "reported": float(last.reported and not last.quoted),
        "only_reported": float(all(e.reported or e.quoted for e in events)),
        "subject": float(last.subject),
        "full": float(last.full),
        "oblique": float(last.oblique),
        "beside": float(last.governed and last.sentence == setting.sentence),
        "leads": float(last.leads),
        "said": float(last.said),
        "subject_near": float(last.subject and gap <= 1),
        "frequency": math.log1p(frequency),
        "last_speaker": float(setting.last_speaker == number),
        "last_speaker_here": float(
            setting.last_speaker == number and setting.last_paragraph == setting.paragraph
        ),
        "last_speaker_adds": float(setting.adds and setting.last_speaker == number),
        "last_speaker_near": float(setting.last_speaker == number and gap <= 1),
        "has_spoken": float(setting.speakers.get(number, 0) > 0),
        "unnamed": float(figure.kind in NAMELESS),
        "unnamed_silent": float(figure.kind in NAMELESS and not any(e.said for e in events)),
        "organization": float(figure.kind is SpeakerKind.ORGANIZATION),
        "opens_paragraph": float(
            any(
                e.subject and setting.paragraphs[e.sentence] == setting.paragraph
                for e in events[-4:]
            )
        ),
    }
    if wanted.sex is not None:
        row["sex"] = float(figure.sex == wanted.sex)
        row["sex_unknown"] = float(figure.sex is None)
    if wanted.head is None:
        apart = setting.paragraph - setting.paragraphs[last.sentence]
        row["paragraphs"] = math.log1p(max(0, apart))
        row["subject_here"] = row["subject"] * row["same_sentence"]
        row["spoken"] = math.log1p(setting.speakers.get(number, 0))
    else:
        row |= _head_features(figure, wanted.head) | _word_features(figure, wanted.head, wanted)
    return row


def _head_features(figure: Figure, head: str) -> dict[str, float]:
    """How the head noun of a description agrees with the nouns used of a figure."""
    named = head in figure.nouns or head in figure.words
    other = bool(figure.nouns) and not named
    related = any(head in kinds(noun) or noun in kinds(head) for noun in figure.nouns)
    return {
        "head": float(head in figure.nouns),
        "head_word": float(head in figure.words and head not in figure.nouns),
        "other_role": float(other),
        "kind_of": float(not named and any(head in kinds(noun) for noun in figure.nouns)),
        "conflict": float(other and not related and head not in _ANYBODY),
        "kin_mismatch": float(not named and role_kind(head) is Sort.KIN),
        "generic": float(not named and (head in _ANYBODY or head in _GENERAL)),
        "unshown": float(not figure.nouns and role_kind(head) is Sort.ROLE),
        "unlike": float(
            figure.kind is SpeakerKind.ORGANIZATION
            and not (named or related)
            and head not in _GENERAL
        ),
    }


def _word_features(figure: Figure, head: str, wanted: Wanted) -> dict[str, float]:
    """How the other words of a description agree with those used of a figure."""
    rest, own = wanted.words - {head}, figure.words - {head}
    hit = len(rest & figure.words)
    clash = figure.person is None and bool(own - wanted.words) and bool(rest - figure.words)
    return {
        "clash": float(clash),
        "words_hit": hit / len(rest) if rest else 0.0,
        "words_missed": (len(rest) - hit) / 2.0,
    }


def proper_words(words: Iterable[str]) -> frozenset[str]:
    """Those of the words, as written, that stand in capitals: plain, of states the state's name."""
    return frozenset(
        state_of(key)
        for word in words
        if word[:1].isupper() and (key := plain(word)) not in load("small_words")
    )


def _another(figure: Figure, wanted: Wanted) -> bool:
    """Whether a body is told apart from the one that is meant by land, place or owner.

    *The Russian ministry* is not *Norland's ministry*.
    """
    if not wanted.proper or figure.person is not None or wanted.head not in figure.words:
        return False
    own = proper_words(figure.name.replace("’s", "").replace("'s", "").split()) - {wanted.head}
    described = figure.organisation is None or own <= load("places") | load("demonyms")
    return bool(own) and described and wanted.proper.isdisjoint(own | figure.words)


def fits(figure: Figure, wanted: Wanted) -> bool:
    """Whether a figure can be meant at all."""
    if _another(figure, wanted):
        return False
    if figure.kind is SpeakerKind.ORGANIZATION:
        return wanted.institutions
    if not wanted.persons:
        return False
    if wanted.sex and figure.sex and wanted.sex != figure.sex:
        return False
    if figure.person is None and not any(role_kind(noun) for noun in figure.nouns):
        return wanted.sex is None and wanted.plural is not False
    return wanted.plural is None or figure.plural == wanted.plural


Weights = Mapping[str, Mapping[str, float]]
"""For each task the weight of each feature."""
_FITTED: contextvars.ContextVar[Weights | None] = contextvars.ContextVar("fitted", default=None)


@contextlib.contextmanager
def using(fitted: Weights) -> Iterator[None]:
    """Resolve with these weights in place of the bundled ones, in this thread and block alone."""
    token = _FITTED.set(fitted)
    try:
        yield
    finally:
        _FITTED.reset(token)


@functools.cache
def weights() -> Weights:
    """The bundled weights.

    Raises:
        ModelError: the file is missing or damaged.
    """
    file = importlib.resources.files(__package__).joinpath("antecedents.json")
    values = weight_files.read(file)
    with weight_files.checked(file):
        weight_files.require(set(values) == {"pronoun", "description"}, "pronoun and description")
        return {task: weight_files.numbers(row) for task, row in values.items()}


def probabilities(task: str, rows: Sequence[Mapping[str, float]]) -> list[float]:
    """The probability of each candidate, given the features of all."""
    weight = (_FITTED.get() or weights())[task]
    scores = [sum(weight.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]
