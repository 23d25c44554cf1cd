"""What the ranker and the encoder say of a quoted span, made one probability.

They fail differently: the ranker weighs named features of the parse, the encoder reads the words.
A source has the ranker's probability over all its cues and the encoder's that it points to the
mention; a log-linear model weighs both (a product of experts: Hinton, *Training products of
experts*, Neural Computation 2002). `quotes.training.joint` fits its weights.
"""

from __future__ import annotations

import functools
import importlib.resources
import math
from collections.abc import Mapping, Sequence

import attrs

from quotes import weight_files
from quotes.attribution.candidates import Candidate, Previous
from quotes.attribution.mentions import Mention
from quotes.attribution.scene import Place, Scene

Key = tuple[int, int] | str
NOBODY = "nobody"
UNSTATED = "unstated"
NAMES = frozenset(("ranker", "encoder", "unseen", UNSTATED, NOBODY, "speech"))
SURE = 0.95
"""From this probability on the ranker decides alone, and the encoder is not asked."""
_LEAST = -8.0
_MOST_SPEECH = 6.0
_TINY = 1e-6


def key_of(option: Candidate, previous: Previous | None) -> Key:
    """What tells sources apart: where they end (*the clerk of the port* and *the port* are one)."""
    mention = _source(option, previous)
    if mention is not None:
        return mention.sentence, mention.stop
    return UNSTATED if option.unstated else NOBODY


def _source(option: Candidate, previous: Previous | None) -> Mention | None:
    if option.frame is not None:
        return option.frame.mention
    return previous.mention if option.continues and previous is not None else None


@attrs.frozen
class Group:
    """The candidates of one source: what the ranker gives them together, and what is weighed."""

    key: Key
    members: tuple[int, ...]
    chance: float
    inputs: Mapping[str, float]


def groups(
    scene: Scene,
    place: Place,
    options: Sequence[Candidate],
    odds: Sequence[float],
    previous: Previous | None,
) -> list[Group]:
    """The candidates by source, with the inputs of the model."""
    members: dict[Key, list[int]] = {}
    for i, option in enumerate(options):
        members.setdefault(key_of(option, previous), []).append(i)
    answer = scene.pointers.source(place.marked.inner_start, place.marked.inner_end)
    speech = answer.speech if answer is not None else 0.0
    found = []
    for key, rows in members.items():
        chance = sum(odds[i] for i in rows)
        inputs = {"ranker": math.log(chance + _TINY)}
        if key == UNSTATED:
            inputs[UNSTATED] = 1.0
        elif key == NOBODY:
            inputs[NOBODY] = 1.0
            inputs["speech"] = max(-_MOST_SPEECH, min(_MOST_SPEECH, speech))
        else:
            mention = _source(options[rows[0]], previous)
            seen = answer.at(mention.start, mention.end) if answer and mention else None
            inputs["unseen" if seen is None else "encoder"] = (
                1.0 if seen is None else max(_LEAST, seen)
            )
        found.append(Group(key, tuple(rows), chance, inputs))
    return found


def joined(
    scene: Scene,
    place: Place,
    options: Sequence[Candidate],
    odds: Sequence[float],
    previous: Previous | None,
    fitted: Mapping[str, float] | None = None,
) -> list[float]:
    """The probability of each candidate by both; what one source gets is shared as the ranker does.

    `odds` are the ranker's; they are returned where it is sure. `fitted`: weights in place of the
    bundled ones.
    """
    members: dict[Key, float] = {}
    for option, p in zip(options, odds, strict=True):
        key = key_of(option, previous)
        members[key] = members.get(key, 0.0) + p
    if max(members.values()) >= SURE:
        return list(odds)
    weight = fitted or weights()
    found = groups(scene, place, options, odds, previous)
    scores = [sum(weight[n] * value for n, value in g.inputs.items()) for g in found]
    top = max(scores)
    exponents = [math.exp(s - top) for s in scores]
    total = sum(exponents)
    result = [0.0] * len(options)
    for group, e in zip(found, exponents, strict=True):
        for i in group.members:
            share = odds[i] / group.chance if group.chance > 0 else 1 / len(group.members)
            result[i] = e / total * share
    return result


@functools.cache
def weights() -> dict[str, float]:
    """The fitted weight of each input.

    Raises:
        ModelError: the file is missing or damaged.
    """
    file = importlib.resources.files(__package__).joinpath("joint.json")
    values = weight_files.read(file)
    with weight_files.checked(file):
        weight_files.require(set(values) == NAMES, f"weights of {sorted(NAMES)}")
        return weight_files.numbers(values)
