"""Candidates for the source of marked words, and their features."""

from __future__ import annotations

from quotes.attribution.candidates import (
    CONTINUES,
    NOBODY,
    UNSTATED,
    Candidate,
    Previous,
    advance,
    candidates,
)
from quotes.attribution.discourse import Discourse
from quotes.attribution.features import Features, bucket
from quotes.attribution.scene import Place, Scene, scenes
from tests.attribution.sentences import StoredAnalyser, scene

SAID = "“The bridge is closed,” Marsh said. “It will open in May.”"
NESTED = "“Fenn told me ‘the bridge is closed’ and left,” Marsh said."
FURNITURE = "Marsh said it was late.\n\nAdvertisement\n\n“It is old,” Fenn said."
SIGNED = "“The bridge is closed.” — Ada Marsh"
EPIGRAPH = (
    "“Be glad of any lamp that is lit in any corner of the world.”\n\n"
    "– Ada Marsh, in a letter to a friend of hers at home in the winter of 1920."
)
REOPENED = "Marsh said: “The bridge is closed.\n\n“It will open in May.”"


def _place(laid: Scene, number: int) -> Place:
    place = laid.places[number]
    assert place is not None
    return place


def _sources(laid: Scene, options: list[Candidate]) -> set[str]:
    text = laid.reading.text
    return {text[o.frame.mention.start : o.frame.mention.end] for o in options if o.frame}


def _said(laid: Scene) -> Candidate:
    options = candidates(laid, _place(laid, 0), None)
    return next(o for o in options if o.frame is not None and o.frame.lemma == "say")


def test_nobody_is_always_the_last_candidate() -> None:
    for text in (SAID, NESTED, FURNITURE, SIGNED):
        laid = scene(text)
        for place in laid.places:
            assert place is not None
            assert candidates(laid, place, None)[-1] == NOBODY


def test_to_continue_is_a_candidate_only_after_speech() -> None:
    laid = scene(SAID)
    previous = advance(None, _place(laid, 0), _said(laid))

    assert CONTINUES not in candidates(laid, _place(laid, 0), None)
    assert CONTINUES in candidates(laid, _place(laid, 1), previous)


def test_words_inside_a_quotation_never_continue_what_was_said_before() -> None:
    laid = scene(NESTED)
    previous = advance(None, _place(laid, 0), _said(laid))

    options = candidates(laid, _place(laid, 1), previous)

    assert CONTINUES not in options
    assert _sources(laid, options) == {"Fenn"}


def test_the_paragraph_before_offers_its_sources_and_furniture_is_passed_over() -> None:
    laid = scene(FURNITURE)

    found = _sources(laid, candidates(laid, _place(laid, 0), None))

    assert {"Marsh", "Fenn"} <= found
    assert "Advertisement" not in found


def test_a_name_in_a_sentence_of_its_own_after_the_words_is_a_candidate() -> None:
    laid = scene(SIGNED)

    assert _sources(laid, candidates(laid, _place(laid, 0), None)) == {"Ada Marsh"}


def test_the_speech_before_is_kept_over_words_that_nobody_said() -> None:
    laid = scene(SAID)
    first, second = _place(laid, 0), _place(laid, 1)
    said = _said(laid)
    assert said.frame is not None
    previous = advance(None, first, said)

    assert (
        advance(previous, second, NOBODY)
        == previous
        == Previous(first, said.frame.mention, said.frame)
    )
    assert advance(previous, second, CONTINUES) == Previous(second, said.frame.mention, None)
    assert advance(None, second, CONTINUES) is None


def test_the_last_readings_are_a_source_unstated_and_nobody() -> None:
    laid = scene(SAID)

    assert candidates(laid, _place(laid, 0), None)[-2:] == [UNSTATED, NOBODY]
    assert UNSTATED.is_speech
    assert not NOBODY.is_speech


def test_a_source_unstated_leaves_the_speech_before_as_it_was() -> None:
    laid = scene(SAID)
    previous = advance(None, _place(laid, 0), _said(laid))

    assert advance(previous, _place(laid, 1), UNSTATED) == previous


def _features(laid: Scene) -> list[list[list[str]]]:
    rows = []
    previous: Previous | None = None
    for place in laid.places:
        assert place is not None
        options = candidates(laid, place, previous)
        rows.append(Features(laid, place, previous, Discourse(laid)).of(options))
        previous = advance(previous, place, options[0])
    return rows


def test_features_are_the_same_alone_and_in_any_batch() -> None:
    texts = [SAID, NESTED, FURNITURE, SIGNED, REOPENED]

    together = scenes(StoredAnalyser(), texts)
    backwards = scenes(StoredAnalyser(), texts[::-1])[::-1]

    alone = [_features(scene(text)) for text in texts]
    assert list(map(_features, together)) == list(map(_features, backwards)) == alone


def test_features_speak_of_decisions_and_buckets_and_hold_no_raw_scores() -> None:
    features = {f for row in _features(scene(SAID)) for option in row for f in option}

    assert features
    assert not any("0." in f or "1." in f for f in features)


def test_every_candidate_has_features_of_its_sort() -> None:
    laid = scene(SAID)
    previous = advance(None, _place(laid, 0), _said(laid))
    options = candidates(laid, _place(laid, 1), previous)

    rows = Features(laid, _place(laid, 1), previous, Discourse(laid)).of(options)

    sorts = ["frame" if o.frame else "cont" if o.continues else "unstated" for o in options[:-1]]
    sorts.append("nobody")
    assert [row[0] for row in rows] == sorts


def test_a_distance_falls_into_the_next_larger_bucket() -> None:
    assert [bucket(n) for n in (-3, 0, 1, 3, 4, 6, 13, 40, 41)] == [
        "-",
        "0",
        "1",
        "3",
        "5",
        "8",
        "20",
        "40",
        "far",
    ]


def test_a_dash_and_a_name_in_the_next_paragraph_sign_however_long_it_is() -> None:
    laid = scene(EPIGRAPH)

    frames = [o.frame for o in candidates(laid, _place(laid, 0), None) if o.frame]

    assert ("signed", "Ada Marsh") in {
        (f.relation, EPIGRAPH[f.mention.start : f.mention.end]) for f in frames
    }
