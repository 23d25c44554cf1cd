"""From features to a probability (`quotes/utterances/scores.py`)."""

from __future__ import annotations

import importlib.resources
import json
import math
import pathlib

import pytest

from quotes.errors import ModelError
from quotes.types import Link
from quotes.utterances.features import NAMES, compare
from quotes.utterances.items import Item
from quotes.utterances.scores import Weights, shipped
from tests.utterances.building import anonymous, item, said, told

WALL = "The sea wall will hold until the spring, whatever the tide brings"


def weights(**values: float) -> Weights:
    """Weights that are 0 for all that is not named."""
    return Weights.of({"bias": 0.0, **dict.fromkeys(NAMES, 0.0), **values})


def link(by: Weights, a: Item, b: Item) -> Link:
    """Two quotes compared, with the reasons."""
    return by.explained(by.compared(a, b))


def odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def test_without_weights_nothing_is_known() -> None:
    assert link(weights(), said("a", WALL), said("b", WALL)).score == 0.5


def test_a_feature_adds_its_value_times_its_weight() -> None:
    found = link(weights(identical=2.0, bias=-1.0), said("a", WALL), said("b", WALL))

    assert [(f.name, f.value, f.added) for f in found.features] == [("identical", 1.0, 2.0)]
    assert found.score == pytest.approx(1 / (1 + math.exp(-1.0)), abs=0.001)


@pytest.mark.parametrize(
    "other",
    [
        said("b", WALL, "fenn"),
        said("b", "whatever the tide brings"),
        anonymous("b", "The wall will hold till spring"),
        told("b", "the wall would hold until the spring"),
    ],
    ids=["other speaker", "fragment", "edited", "report"],
)
def test_what_the_features_of_a_link_add_is_the_log_odds_of_its_score(other: Item) -> None:
    # So large that nothing is left out of the link, so even that no score is near 0 or 1.
    large = Weights.of({"bias": 0.0} | {name: (-1.0) ** n for n, name in enumerate(NAMES)})
    this = said("a", WALL)
    values = compare(this, other)
    found = link(large, this, other)

    shown = {f.name for f in found.features}
    left_out = [v for name, v in zip(NAMES, values, strict=True) if name not in shown]
    added = sum(f.added for f in found.features) + large.bias

    slack = (
        sum(map(abs, left_out)) + 0.0005 * len(shown) + 0.0005 / (found.score * (1 - found.score))
    )
    assert all(abs(v) < 0.05 for v in left_out)
    assert odds(found.score) == pytest.approx(added, abs=slack)


def test_a_link_is_the_same_from_both_sides() -> None:
    a, b = said("a", WALL), said("b", "The wall will hold till spring", "fenn")

    assert link(shipped(), a, b) == link(shipped(), b, a)
    assert link(shipped(), b, a).a == a.ref


def test_scores_are_probabilities_however_large_the_weights() -> None:
    a, b = said("a", WALL), said("b", WALL)

    assert link(weights(bias=1e9), a, b).score == 1.0
    assert link(weights(bias=-1e9), a, b).score == 0.0


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"bias": 0.0},
        dict.fromkeys(NAMES, 0.0),
        {"bias": 0.0, "colour": 1.0, **dict.fromkeys(NAMES, 0.0)},
    ],
    ids=["nothing", "no features", "no bias", "an unknown feature"],
)
def test_weights_that_do_not_fit_the_features_are_a_model_error(values: dict[str, float]) -> None:
    with pytest.raises(ModelError, match="features"):
        Weights.of(values)


def test_the_feature_that_is_missing_or_unknown_is_named() -> None:
    values = {"bias": 0.0, "colour": 1.0, **dict.fromkeys(NAMES, 0.0)}

    with pytest.raises(ModelError, match="colour"):
        Weights.of(values)


RIGHT = {"bias": 0.0, **dict.fromkeys(NAMES, 0.0)}


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"bias": 0.0}),
        "",
        "{",
        "[]",
        json.dumps(RIGHT | {"bias": "much"}),
        json.dumps(RIGHT | {"bias": None}),
        json.dumps(RIGHT | {"bias": math.nan}),
        None,
    ],
    ids=["wrong names", "empty", "cut off", "a list", "a word", "null", "no number", "no file"],
)
def test_a_bad_file_of_weights_is_a_model_error(
    content: str | None, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (tmp_path / "weights.json").write_text(content, encoding="utf8")
    monkeypatch.setattr(importlib.resources, "files", lambda package: tmp_path)

    with pytest.raises(ModelError):
        shipped.__wrapped__()


def test_the_shipped_weights_fit_the_features_and_are_read_once() -> None:
    assert len(shipped().features) == len(NAMES)
    assert shipped() is shipped()


def test_the_shipped_weights_tell_the_same_words_from_other_words() -> None:
    same = link(shipped(), said("a", WALL), said("b", WALL)).score
    other = link(shipped(), said("a", WALL), said("b", "Herons nest early", "fenn")).score

    assert same > 0.9
    assert other < 0.1


def test_two_translations_of_the_same_speaker_are_likelier_one_and_the_reason_is_told() -> None:
    first = item("a", "⟦marsh: “We go to the end,”⟧ ⟦+cue: said⟧ Ada Marsh in Ostmarkian.")
    second = item("b", "⟦marsh: “We go all the way,”⟧ ⟦+cue: said⟧ Ada Marsh in Ostmarkian.")
    plain = item("b", "⟦marsh: “We go all the way,”⟧ ⟦+cue: said⟧ Ada Marsh in Orrin.")

    found = link(shipped(), first, second)

    assert "translated" in {feature.name for feature in found.features}
    assert found.score > link(shipped(), first, plain).score
