"""What sentences and readings answer about themselves."""

from __future__ import annotations

from quotes.language.sentences import ROOT, Entity, Reading, Sentence, Word
from quotes.text.paragraphs import paragraphs

TEXT = "The old bridge fell."


def _sentence() -> Sentence:
    heads = [(2, "det"), (2, "amod"), (3, "nsubj:pass"), (ROOT, "root"), (3, "punct")]
    words = []
    at = 0
    for form, (head, relation) in zip("The old bridge fell .".split(), heads, strict=True):
        start = TEXT.index(form, at)
        at = start + len(form)
        words.append(Word(start, at, form, form, "X", "X", head, relation))
    return Sentence(0, 0, tuple(words), (Entity(1, 3, "Facility"),), parsed=True)


def test_a_sentence_starts_and_ends_with_its_words() -> None:
    assert (_sentence().start, _sentence().end) == (0, len(TEXT))


def test_dependents_are_found_by_relation_with_its_subtypes() -> None:
    sentence = _sentence()

    assert sentence.children[2] == (0, 1)
    assert list(sentence.dependents(3, "nsubj")) == [2]
    assert list(sentence.dependents(3, "nsubj", "punct")) == [2, 4]
    assert list(sentence.dependents(3, "obj")) == []


def test_a_subtree_is_in_order_and_leaves_branches_out_on_demand() -> None:
    sentence = _sentence()

    assert sentence.subtree(3) == [0, 1, 2, 3, 4]
    assert sentence.subtree(3, frozenset(("nsubj",))) == [3, 4]
    assert sentence.subtree(2, frozenset(("amod",))) == [0, 2]


def test_the_entity_at_a_word_is_the_one_that_covers_it() -> None:
    sentence = _sentence()

    assert sentence.entity_at(0) is None
    assert sentence.entity_at(2) == Entity(1, 3, "Facility")
    assert sentence.entity_at(3) is None


def test_a_word_in_lower_case_keeps_its_text() -> None:
    word = _sentence().words[0]

    assert (word.lower, word.text) == ("the", "The")


def test_a_reading_knows_the_sentences_of_each_paragraph() -> None:
    text = f"{TEXT}\n\nNothing.\n\n{TEXT}"
    layout = paragraphs(text)
    first = _sentence()
    last = Sentence(1, 2, first.words)

    reading = Reading(text, text, layout, (first, last))

    assert reading.by_paragraph == ((0,), (), (1,))
