"""Whom mentions mean, as annotated articles and automatic coreference tell it."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Sequence

import pytest

from quotes.errors import FormatError
from quotes.names.people import people
from quotes.speakers import SpeakingMention
from quotes.training import coreference
from quotes.training.antecedents import Example, Labelled
from quotes.training.coreference import chained, fit_antecedents
from quotes.training.gold import GoldArticle, GoldAttribution, Range
from tests.attribution.sentences import StoredAnalyser
from tests.readings import reading

PIER = reading(
    "[Person|Odile/NNP Brand/NNP] met/VBD [Person|Petra/NNP Okell/NNP] ./.\n"
    "She/PRP said/VBD the/DT pier/NN was/VBD old/JJ ./."
)


def _spot(words: str, longer: int = 0) -> Range:
    start = PIER.text.index(words)
    return start, start + len(words) + longer


def _meant(*chain: Range) -> list[Labelled]:
    source = GoldAttribution((_spot("She"),), (), ())
    article = GoldArticle("pier", PIER.text, attributions=(source,))
    return chained(article, [[*chain, _spot("She")]], people(PIER))


@pytest.mark.parametrize("longer", [0, 1, 2])
def test_a_pronoun_means_whom_the_names_at_the_ends_of_its_chain_mean(longer: int) -> None:
    assert _meant(_spot("Petra Okell", longer)) == [
        Labelled(*_spot("She"), "Petra Okell", "person")
    ]


def test_a_name_in_the_midst_of_a_span_of_the_chain_does_not_count() -> None:
    assert _meant((0, _spot("Petra")[0])) == []


def test_a_chain_of_two_persons_tells_of_none() -> None:
    assert _meant(_spot("Odile Brand"), _spot("Petra Okell")) == []


def test_a_source_that_is_a_name_means_whom_it_names() -> None:
    source = GoldAttribution((_spot("Odile Brand"),), (), ())
    article = GoldArticle("pier", PIER.text, attributions=(source,))

    (found,) = chained(article, [], people(PIER))

    assert (found.start, found.end, found.speaker) == (*_spot("Odile Brand"), "Odile Brand")


def test_examples_are_made_with_whom_attribution_heard_speak(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "“The bridge is closed,” Marsh said. “It will open in May.”"
    row = {"role": "speech", "speaker": "Marsh", "mention": "Marsh"}
    (tmp_path / "a.txt").write_text(text, encoding="utf8")
    (tmp_path / "a.segs.json").write_text('[{"start": 1, "end": 22}]', encoding="utf8")
    (tmp_path / "a.gold.json").write_text(json.dumps([row]), encoding="utf8")
    heard: list[str] = []

    def examples(*_: object, mentions: Sequence[SpeakingMention]) -> list[Example]:
        heard.extend(text[m.start : m.end] for m in mentions)
        return []

    monkeypatch.setattr(coreference, "find", str)
    monkeypatch.setattr(coreference, "StanzaAnalyser", lambda _: StoredAnalyser())
    monkeypatch.setattr(coreference, "examples", examples)

    with pytest.raises(FormatError, match="no pronoun in it"):
        fit_antecedents(tmp_path, tmp_path / "out")
    assert set(heard) == {"Marsh"}
