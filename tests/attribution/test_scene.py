"""The scene: marked stretches laid over words, and which sentences are parsed."""

from __future__ import annotations

import pytest

from quotes.attribution.scene import Place, Scene, scenes, sentences_wanted
from quotes.marks import find
from tests.attribution.sentences import StoredAnalyser, StubAnalyser, read, scene

LONG = (
    "Marsh spoke. “The bridge is closed. It is old. It will fall. It will open in May,” "
    "Fenn said. The rain fell.\n\nIt was late.\n\nFenn said it was old."
)
NESTED = "“Fenn told me ‘the bridge is closed’ and left,” Marsh said."
MIXED = "Marsh said the bridge was “a danger to every child” in Elmford."


def _place(laid: Scene, number: int) -> Place:
    place = laid.places[number]
    assert place is not None
    return place


def _words(laid: Scene, first: int, stop: int) -> list[str]:
    return [laid.word(i).text for i in range(first, stop)]


def test_a_place_holds_the_words_between_the_marks_and_the_nearest_outside() -> None:
    laid = scene(MIXED)
    place = _place(laid, 0)

    assert _words(laid, place.first, place.stop) == ["a", "danger", "to", "every", "child"]
    assert laid.word(place.before).text == "was"
    assert laid.word(place.after).text == "in"
    assert place.sentences == (0,)


def test_a_stretch_over_several_sentences_names_them_all() -> None:
    laid = scene(LONG)

    assert _place(laid, 0).sentences == (1, 2, 3, 4)


def test_words_are_counted_over_the_whole_article() -> None:
    laid = scene(LONG)
    every = [word for sentence in laid.reading.sentences for word in sentence.words]

    assert [laid.word(i) for i in range(len(every))] == every
    assert [laid.word_at(word.start) for word in every] == list(range(len(every)))
    assert laid.word_at(len(LONG)) == len(every)


def test_the_outermost_stretch_covers_its_words_and_its_marks() -> None:
    laid = scene(NESTED)
    stretched = [laid.top_at(i) for i in range(len(laid.sentence_of))]

    outside = [laid.word(i).text for i, top in enumerate(stretched) if top < 0]
    assert outside == ["Marsh", "said", "."]
    assert set(stretched) == {-1, 0}


@pytest.mark.parametrize("text", [LONG, NESTED, MIXED])
def test_words_outside_marks_and_stretches_are_counted_between_any_two_words(text: str) -> None:
    laid = scene(text)
    tops = [laid.top_at(i) for i in range(laid.words)]

    for low in range(laid.words + 1):
        for high in range(laid.words + 1):
            assert laid.outside(low, high) == sum(top < 0 for top in tops[low:high])
            assert laid.tops(low, high) == set(tops[low:high])


def test_marks_without_a_word_between_have_no_place() -> None:
    laid = scene(MIXED)
    hollow = [m for m, place in zip(laid.marked, laid.places, strict=True) if place is None]

    assert hollow == []
    assert Scene(laid.reading, ()).places == []


def test_the_inside_of_a_long_quotation_is_not_parsed() -> None:
    analyser = StoredAnalyser()

    laid = scenes(analyser, [LONG])[0]

    assert not {"It is old .", "It will fall ."} & set(analyser.asked)
    assert [s.parsed for s in laid.reading.sentences][2:4] == [False, False]


def test_sentences_that_hold_a_mark_or_stand_beside_one_or_report_are_parsed() -> None:
    analyser = StoredAnalyser()

    scenes(analyser, [LONG])

    assert "Marsh spoke ." in analyser.asked
    assert 'It will open in May , " Fenn said .' in analyser.asked
    assert "The rain fell ." in analyser.asked
    assert "Fenn said it was old ." in analyser.asked
    assert "It was late ." not in analyser.asked


def test_without_reports_those_far_from_any_marks_are_not_parsed() -> None:
    analyser = StoredAnalyser()

    scenes(analyser, [LONG], reports=False)

    assert "Fenn said it was old ." not in analyser.asked
    assert 'It will open in May , " Fenn said .' in analyser.asked


@pytest.mark.parametrize(
    ("behind", "parsed"),
    [
        (" Oda said that the long road to the old harbour was not the one.", True),
        ("\n\nOda said that the long road to the old harbour was not the one.", False),
        ("\n\nOda said that, in Elmford.", True),
    ],
)
def test_without_reports_only_what_may_hold_the_source_is_parsed_behind_marked_words(
    behind: str, parsed: bool
) -> None:
    [reading] = StubAnalyser().read(["It was “the closed bridge.”" + behind])
    marked = find(reading.text, reading.folded, reading.paragraphs)

    assert (1 in sentences_wanted(reading, marked, reports=False)) == parsed


def test_all_articles_are_parsed_together_and_given_in_order() -> None:
    analyser = StoredAnalyser()
    texts = [MIXED, LONG, NESTED]

    found = scenes(analyser, texts)

    assert [laid.reading.text for laid in found] == texts
    assert found[2].reading.sentences == read(NESTED).sentences
    assert found[0].reading.sentences == read(MIXED).sentences


def test_frames_are_found_once_and_kept() -> None:
    laid = scene(MIXED)

    assert laid.frames_in(0) is laid.frames_in(0)


def test_no_articles_give_no_scenes() -> None:
    assert scenes(StoredAnalyser(), []) == []


@pytest.mark.parametrize("text", [LONG, NESTED, MIXED])
def test_the_words_of_a_place_lie_inside_its_marks(text: str) -> None:
    laid = scene(text)
    for place in laid.places:
        assert place is not None
        assert place.marked.inner_start <= laid.word(place.first).start
        assert laid.word(place.stop - 1).end <= place.marked.inner_end
        assert place.before < place.first < place.stop <= place.after
