"""Fitting the weights that tell roles from other descriptions."""

from __future__ import annotations

import pathlib

from quotes import weight_files
from quotes.speakers.roles import CONSTANT, probability, using
from quotes.training.roles import LEAST, Example, fit, save

OFFICE = Example(("sort role", "head minister"), True)
KIN = Example(("sort kin", "head cousin"), False)


def test_a_description_like_those_that_were_roles_is_probable() -> None:
    fitted = fit([OFFICE] * 30 + [KIN] * 30)

    assert probability(OFFICE.features, fitted) > 0.6 > 0.4 > probability(KIN.features, fitted)


def test_a_noun_that_was_never_seen_is_judged_by_its_sort() -> None:
    fitted = fit([OFFICE] * 30 + [KIN] * 30)

    assert probability(["sort role", "head mayor"], fitted) > 0.5
    assert probability(["sort kin", "head uncle"], fitted) < 0.5


def test_rare_features_have_no_weight() -> None:
    seldom = Example(("sort role", "head reeve"), True)

    fitted = fit([OFFICE] * 5 + [KIN] * 5 + [seldom] * (LEAST - 1))

    assert "head minister" in fitted
    assert "head reeve" not in fitted


def test_a_feature_that_is_given_twice_counts_once() -> None:
    fitted = fit([OFFICE] * 5 + [KIN] * 5)

    assert probability(OFFICE.features * 2, fitted) == probability(OFFICE.features, fitted)


def test_weights_of_roles_are_written_with_their_checksum(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "roles.json"

    save({"head minister": 1.0, CONSTANT: 0.5}, file)

    assert "sha256" in file.read_text(encoding="utf8")
    assert weight_files.read(file) == {"head minister": 1.0, CONSTANT: 0.5}


def test_other_weights_of_roles_count_within_their_block_alone() -> None:
    bundled = probability(KIN.features)

    with using({CONSTANT: -9.0}):
        unlikely = probability(KIN.features)

    assert unlikely < 0.01
    assert probability(KIN.features) == bundled
