"""Which institution of an article a noun or a pronoun takes up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.language.sentences import Reading
from quotes.names.known import Known, known_of
from quotes.names.organisations import organisations

Read = Callable[[str], Reading]

ARTICLE = """The/DT Harbour/NNP Board/NNP met/VBD ./.
The/DT Elmford/NNP Court/NNP met/VBD ./.
[Organization|Halden/NNP Group/NNP] met/VBD the/DT Elmford/NNP Bank/NNP ./.
It/PRP rained/VBD ./.
It/PRP snowed/VBD ./.
It/PRP froze/VBD ./.
It/PRP thawed/VBD ./.
It/PRP rained/VBD ./.
It/PRP snowed/VBD ./.
It/PRP froze/VBD ./.
It/PRP thawed/VBD ./.
It/PRP rained/VBD ./."""


@pytest.fixture
def known(read: Read) -> tuple[Reading, Known]:
    article = read(ARTICLE)
    return article, known_of(organisations(article))


def _before(found: tuple[Reading, Known], sentence: int, word: int, noun: str) -> str | None:
    reading, known = found
    mention = known.before(sentence, word, noun)
    return None if mention is None else reading.text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("sentence", "word", "noun", "expected"),
    [
        (3, 0, "its", "Elmford Bank"),
        (2, 3, "its", "Halden Group"),
        (2, 0, "its", "Elmford Court"),
        (0, 0, "its", None),
        (0, 1, "its", None),
        (0, 2, "its", "Harbour Board"),
        (3, 0, "board", "Harbour Board"),
        (3, 0, "court", "Elmford Court"),
        (8, 0, "board", "Harbour Board"),
        (9, 0, "board", None),
        (3, 0, "company", "Elmford Bank"),
        (5, 0, "its", "Elmford Bank"),
        (6, 0, "its", None),
        (5, 0, "whose", "Elmford Bank"),
        (2, 0, "company", None),
        (3, 0, "ministry", None),
        (10, 0, "bank", "Elmford Bank"),
        (11, 0, "bank", None),
    ],
)
def test_the_last_institution_that_a_noun_may_mean_is_taken_up(
    sentence: int, word: int, noun: str, expected: str | None, known: tuple[Reading, Known]
) -> None:
    assert _before(known, sentence, word, noun) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        (1, 0, "Harbour Board"),
        (2, 0, "Elmford Court"),
        (2, 3, "Halden Group"),
        (3, 0, None),
        (0, 0, None),
    ],
)
def test_the_only_institution_of_the_nearest_sentence_is_sure(
    sentence: int, word: int, expected: str | None, known: tuple[Reading, Known]
) -> None:
    reading, forms = known
    mention = forms.only(sentence, word)

    assert (mention and reading.text[mention.start : mention.end]) == expected


@pytest.mark.parametrize(("sentence", "expected"), [(2, "Acme Bank"), (3, None)])
def test_an_institution_of_three_sentences_ago_is_not_the_nearest(
    sentence: int, expected: str | None, read: Read
) -> None:
    article = read("Acme/NNP Bank/NNP met/VBD ./.\n" + "It/PRP rained/VBD ./.\n" * 4)
    mention = known_of(organisations(article)).only(sentence, 0)

    assert (mention and article.text[mention.start : mention.end]) == expected


def test_an_institution_named_after_a_person_has_all_words_of_the_name_and_more(
    read: Read,
) -> None:
    article = read(
        """The/DT Ada/NNP Marsh/NNP Foundation/NNP met/VBD ./.
The/DT Marsh/NNP Institute/NNP met/VBD ./."""
    )
    known = known_of(organisations(article))

    assert list(known.named_after(frozenset({"ada", "marsh"}))) == [0]
    assert list(known.named_after(frozenset({"marsh"}))) == [0, 1]
    assert list(known.named_after(frozenset({"ada", "marsh", "foundation"}))) == []
    assert list(known.named_after(frozenset({"odo"}))) == []
    assert list(known.named_after(frozenset())) == []
