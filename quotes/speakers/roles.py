"""How probable it is that a description that the article gives of a speaker is a role.

Rules read descriptions (`profiles`, `build`): *harbour minister*, *tea seller*, *Roe's wife*. A
logistic regression on named features of each, fitted to annotated speakers
(`quotes.training.roles`), tells which are roles that an editor would name. Its weights lie beside
this module.
"""

from __future__ import annotations

import contextlib
import contextvars
import functools
import importlib.resources
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotes import weight_files
from quotes.language.sentences import Sentence
from quotes.lexicons.persons import Sort, sexes
from quotes.speakers.figures import Cast, Figure
from quotes.speakers.nouns import is_person_noun, role_kind
from quotes.speakers.statements import Statement

CONSTANT = "constant"
LEAST = 0.35
"""Descriptions that are less probable are left out."""
_WRITTEN = frozenset({"DT", "PRP$", "IN", "TO", "POS", "CC", "WP", "WP$"})
_ENDINGS = ("er", "or", "ist", "man", "woman", "ent", "ant", "ian", "ee")
_MANY = 3
_LONG = 4


def features(cast: Cast, figure: Figure, said: Sequence[Statement]) -> Iterator[str]:
    """The features of a description; `said` are the statements that hold it, best first."""
    statement = said[0]
    assert statement.role is not None
    first, stop = statement.role
    sentence = cast.reading.sentences[statement.sentence]
    words = sentence.words
    head = statement.head or words[stop - 1].lower
    kind = role_kind(head) or role_kind(head.rsplit("-", 1)[-1])
    sort = kind.value if kind else "none"
    left, weight = _beside(sentence, first - 1), round(2 * statement.weight)
    yield f"sort {sort}"
    yield f"sort {sort} {figure.kind.value}"
    yield f"kind {figure.kind.value}"
    yield f"head {head}"
    yield f"ending {next((e for e in _ENDINGS if head.endswith(e)), '')}"
    yield f"left {left}"
    yield f"{sort} left {left}"
    yield f"right {_beside(sentence, stop)}"
    yield f"weight {weight}"
    yield f"{sort} weight {weight}"
    yield f"size {min(stop - first, _LONG)}"
    yield f"places {min(len(said), _MANY)}"
    yield f"capital {words[first].text[:1].isupper()}"
    if head in sexes(Sort.ADDRESS):
        yield "address"
    if statement.former:
        yield "former"
    if statement.affiliations:
        yield "with institution"
    if cast.inside(words[first].start):
        yield "quoted"


def _beside(sentence: Sentence, i: int) -> str:
    """The word at `i` in coarse terms."""
    if not 0 <= i < len(sentence.words):
        return "edge"
    word = sentence.words[i]
    if word.xpos in _WRITTEN or not word.text[:1].isalnum():
        return word.lower
    if is_person_noun(sentence, i):
        return "role"
    return word.xpos[:2]


def probability(names: Iterable[str], fitted: Mapping[str, float] | None = None) -> float:
    """The probability that a description with these features is a role.

    `fitted`: weights in place of the bundled ones.
    """
    weight = fitted or _FITTED.get() or weights()
    score = weight[CONSTANT] + sum(weight.get(name, 0.0) for name in dict.fromkeys(names))
    return 1 / (1 + math.exp(-score))


_FITTED: contextvars.ContextVar[Mapping[str, float] | None] = contextvars.ContextVar(
    "fitted", default=None
)


@contextlib.contextmanager
def using(fitted: Mapping[str, float]) -> Iterator[None]:
    """Judge with these weights in place of the bundled ones, in this thread and block alone."""
    token = _FITTED.set(fitted)
    try:
        yield
    finally:
        _FITTED.reset(token)


@functools.cache
def weights() -> dict[str, float]:
    """The fitted weight of each feature, and the constant.

    Raises:
        ModelError: the file is missing or damaged.
    """
    file = importlib.resources.files(__package__).joinpath("roles.json")
    values = weight_files.read(file)
    with weight_files.checked(file):
        weight_files.require(CONSTANT in values, "a constant")
        return weight_files.numbers(values)
