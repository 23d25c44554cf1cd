"""What `verify` says of given words, case by case: each row says why it is there."""

from __future__ import annotations

import pytest

import quotes
from quotes import DifferenceKind, Marking, VerificationStatus
from quotes.verification import Verifier

ARTICLE = """Harbour board defends its plan

The board met on Friday. “We will go ahead with the wall,” Ines Varley said, “if the council \
pays its share.” She added that it was “a matter of months, not years”.

‘It can’t wait’, said Dr. Tom Ash, the engineer. ‘The gates are fifty years old, and they don’t \
close.’

“We have talked to everyone… and nobody objected,” Varley wrote. “Will they sign? I don’t know.”

“No, more money is needed,” Ash wrote. Mara Quill disagreed: “That is nonsense.”

The long-promised wall – all 900 yards of it – costs $4.5 million.

“Our fathers built it for a hundred winters.

“Our children will build it anew,” said Odo Brandreth.
"""

EXACT = [
    ("a whole segment", "We will go ahead with the wall"),
    ("marks around the words are the writer's", "“We will go ahead with the wall”"),
    ("other marks around them too", '"We will go ahead with the wall"'),
    ("a comma that the article has", "We will go ahead with the wall,"),
    ("a question with its sign", "Will they sign?"),
    ("a part of a question", "Will they sign"),
    ("one word", "nonsense"),
    ("the writer's own words", "The board met on Friday."),
    ("words and marks as they stand", "was “a matter of months, not years”."),
    ("white space around the words", "  a matter of months \n"),
    ("signs", "$4.5 million"),
    ("an ellipsis of the article's own", "everyone… and nobody"),
]

FOLDED = [
    ("straight for curly marks", "It can't wait"),
    ("a small letter at the start", "we will go ahead"),
    ("capitals", "WE WILL GO AHEAD"),
    ("a capital in brackets", "[G]o ahead with the wall"),
    ("a full stop for the comma at the end", "We will go ahead with the wall."),
    ("a comma inside the closing mark", "“a matter of months, not years,”"),
    ("a line break for a space", "We will go\nahead"),
    ("a no-break space for a space", "We will go\u00a0ahead"),
    ("an em dash for an en dash", "wall — all 900 yards"),
    ("two hyphens for a dash", "wall -- all 900 yards"),
    ("a space for a hyphen", "The long promised wall"),
    ("three stops for an ellipsis", "everyone... and nobody"),
    ("an invisible soft hyphen", "We will go a\u00adhead"),
    ("a full stop behind a title", "said Dr Tom Ash"),
    ("over an attribution", "We will go ahead with the wall if the council pays its share."),
    ("over an attribution that ends a sentence", "It can't wait. The gates are fifty years old"),
    (
        "over a paragraph that opens again",
        "Our fathers built it for a hundred winters. Our children",
    ),
    ("an ellipsis for words left out", "We will go ahead … if the council pays its share"),
    ("an ellipsis in brackets", "The gates […] don’t close"),
    ("an ellipsis where only an attribution stands", "with the wall ... if the council"),
    ("an ellipsis at the ends", "… ahead with the wall …"),
    ("words put in", "We [the board] will go ahead"),
    ("words that explain", "[The gates] are fifty years old"),
    ("words in brackets for others", "they don’t [shut]"),
    ("an ending in brackets", "the council pay[ing] its share"),
]

ALTERED = [
    ("a word dropped", "We will go with the wall", ["dropped"]),
    ("a word put in", "We will not go ahead with the wall", ["added"]),
    ("a word replaced", "The gates are sixty years old", ["replaced"]),
    ("a number changed", "costs $5.4 million", ["replaced"]),
    ("a sign dropped", "The wall costs 4.5 million", None),
    (
        "a contraction spelt out",
        "The gates are fifty years old, and they do not close",
        ["replaced"],
    ),
    ("a comma that changes the sense", "No more money is needed", ["punctuation"]),
    ("a question made a statement", "Will they sign.", ["punctuation"]),
    ("a question made a statement inside", "Will they sign. I don’t know.", ["punctuation"]),
    ("a statement made a question", "That is nonsense?", ["punctuation"]),
    ("an exclamation", "That is nonsense!", ["punctuation"]),
    ("an ellipsis taken out", "talked to everyone and nobody", ["punctuation"]),
    ("marks put in", "We will “go ahead” with the wall", ["punctuation"] * 2),
    ("the writer's words and a quotation", "it was a matter of months", ["joined"]),
    ("parts in the wrong order", "pays its share … We will go ahead", None),
    ("two speakers", "more money is needed … That is nonsense", ["omitted", "joined"]),
]

ABSENT = [
    ("other words", "Nobody ever painted the lighthouse green"),
    ("the same small words", "it was a matter for the board of it"),
    ("one word that is not there", "lighthouse"),
    ("two that are, apart", "Harbour wait"),
    ("a part of a word", "ouncil"),
    ("parts out of reach", "met … anew"),
]


def _names(rows: list[tuple[str, str]]) -> list[object]:
    return [pytest.param(words, id=name) for name, words in rows]


@pytest.mark.parametrize("words", _names(EXACT))
def test_words_that_stand_there_are_exact(words: str) -> None:
    found = quotes.verify(words, ARTICLE)

    assert found.status is VerificationStatus.EXACT
    assert found.differences == ()
    (span,) = found.spans
    assert span.text in words
    assert ARTICLE[span.start : span.end] == span.text


@pytest.mark.parametrize("words", _names(FOLDED))
def test_what_typography_and_quoting_change_openly_is_folded(words: str) -> None:
    found = quotes.verify(words, ARTICLE)

    assert found.status is VerificationStatus.FOLDED
    assert found
    assert all(d.kind in ("omitted", "bracketed") for d in found.differences)


@pytest.mark.parametrize(
    ("words", "kinds"), [pytest.param(words, kinds, id=name) for name, words, kinds in ALTERED]
)
def test_what_was_changed_is_altered_and_says_how(words: str, kinds: list[str] | None) -> None:
    found = quotes.verify(words, ARTICLE)

    assert found.status is VerificationStatus.ALTERED
    assert not found
    assert kinds is None or [d.kind for d in found.differences] == kinds


@pytest.mark.parametrize("words", _names(ABSENT))
def test_what_nothing_is_near_to_is_absent(words: str) -> None:
    found = quotes.verify(words, ARTICLE)

    assert found.status is VerificationStatus.ABSENT
    assert (bool(found), found.places, found.spans, found.marking) == (False, (), (), "none")


def test_a_split_quotation_has_a_span_for_each_side_of_its_attribution() -> None:
    found = quotes.verify("go ahead with the wall if the council pays", ARTICLE)

    assert [s.text for s in found.spans] == ["go ahead with the wall", "if the council pays"]
    assert found.marking is Marking.WHOLE


def test_two_speakers_in_one_paragraph_are_not_one_quotation() -> None:
    text = "“We pay,” said Ann Orrin, and Ben Sayle replied, “when the wall stands.”"

    assert not quotes.verify("We pay when the wall stands", text)


def test_words_that_overlap_are_all_found() -> None:
    found = quotes.verify("no, no", "“No, no, no,” she said.")

    assert [place.spans[0].start for place in found.places] == [5, 1]


def test_fragments_in_one_sentence_are_not_one_quotation() -> None:
    text = "She called it “a matter of honour,” and its critics, she said, “a band of fools”."

    assert not quotes.verify("a matter of honour, a band of fools", text)


def test_near_words_of_two_interrupted_quotations_are_not_brought_together() -> None:
    text = (
        "“The gates will open,” said Ann Orrin, “when high water comes.”\n\n"
        "“Every harbour closes,” said Ben Sayle, “before the winter storms.”"
    )

    found = quotes.verify("open when the high water comes. Every harbour shuts", text)

    assert found.status is VerificationStatus.ALTERED
    assert all(text[s.start : s.end] == s.text for s in found.spans)
    assert "joined" in [d.kind for d in found.differences]


def test_a_difference_tells_both_sides_with_their_offsets() -> None:
    words = "The gates are sixty years old"

    (difference,) = quotes.verify(words, ARTICLE).differences

    assert difference.kind is DifferenceKind.REPLACED
    assert difference.given is not None
    assert difference.original is not None
    assert (difference.given.text, difference.original.text) == ("sixty", "fifty")
    assert words[difference.given.start : difference.given.end] == "sixty"
    assert ARTICLE[difference.original.start : difference.original.end] == "fifty"


def test_a_side_that_has_nothing_is_none() -> None:
    (added,) = quotes.verify("We will not go ahead", ARTICLE).differences
    (dropped,) = quotes.verify("We go ahead with the wall", ARTICLE).differences

    assert (added.given and added.given.text, added.original) == ("not", None)
    assert (dropped.given, dropped.original and dropped.original.text) == (None, "will")


def test_what_an_ellipsis_leaves_out_is_told_and_is_in_no_span() -> None:
    found = quotes.verify("The gates … don’t close", ARTICLE)

    (difference,) = found.differences
    assert difference.kind is DifferenceKind.OMITTED
    assert difference.original is not None
    assert difference.original.text == "are fifty years old, and they"
    assert [span.text for span in found.spans] == ["The gates", "don’t close"]


@pytest.mark.parametrize(
    ("words", "marking"),
    [
        ("if the council pays its share", Marking.WHOLE),
        ("She added that it was “a matter", Marking.PARTLY),
        ("The board met on Friday", Marking.NONE),
    ],
)
def test_it_is_told_whether_the_words_stand_between_marks(words: str, marking: Marking) -> None:
    assert quotes.verify(words, ARTICLE).marking is marking


def test_every_place_is_given_the_exact_and_the_quoted_ones_first() -> None:
    text = "THE WALL STANDS. So the wall stands. “So the wall stands,” she said."

    found = quotes.verify("the wall stands", text)

    assert found.status is VerificationStatus.EXACT
    assert [(p.status.value, p.marking.value, p.spans[0].start) for p in found.places] == [
        ("exact", "whole", 41),
        ("exact", "none", 20),
        ("folded", "none", 0),
    ]


def test_page_furniture_between_two_paragraphs_of_a_quotation_does_no_harm() -> None:
    text = "“Our fathers built it.\n\nAdvertisement\n\n“We keep it,” said Odo Brandreth."

    found = quotes.verify("Our fathers built it. We keep it.", text)

    assert [span.text for span in found.spans] == ["Our fathers built it", "We keep it"]


def test_the_stop_of_an_abbreviation_is_no_sentence_end_that_of_a_pronoun_is() -> None:
    text = "“So did I. We left the U.S. team at 5 p.m. sharp,” said J. Orrin."

    assert quotes.verify("We left the US team at 5 pm sharp", text).status == "folded"
    assert quotes.verify("said J Orrin", text).status == "folded"
    assert quotes.verify("So did I We left", text).status == "altered"


def test_accents_and_the_way_they_are_coded_make_no_difference() -> None:
    assert quotes.verify("the cafe\u0301 closed", "He said the café closed.").verified
    assert quotes.verify("the cafe closed", "He said the café closed.").verified


def test_text_without_spaces_is_read_letter_by_letter() -> None:
    assert quotes.verify("港が開く", "市長は「港が開く」と述べた。").status == "exact"


def test_the_article_is_named_by_its_id() -> None:
    article = quotes.Article("“So be it,” she said.", id="tidings-4")

    assert quotes.verify("So be it", article).article_id == "tidings-4"


def test_a_long_quotation_with_a_few_changes_is_aligned_in_a_long_article() -> None:
    said = [f"w{(i * 7919) % 4001} the" for i in range(3000)]
    changed = list(said[1000:2000])
    changed[500] = "heron the"

    found = quotes.verify(" ".join(changed), " ".join(said))

    assert found.status is VerificationStatus.ALTERED
    assert [d.given.text for d in found.differences if d.given] == ["heron"]
    assert found.spans[0].text == " ".join(said[1000:2000])


@pytest.mark.parametrize("words", ["", " \n", "…", "“”", "?!", "[sic]", "\0\ud800"])
def test_words_without_words_are_refused(words: str) -> None:
    with pytest.raises(quotes.InputError, match="words: expected words"):
        quotes.verify(words, ARTICLE)


@pytest.mark.parametrize("words", [None, b"go", 3, ["go"]])
def test_words_that_are_no_string_are_refused(words: object) -> None:
    with pytest.raises(quotes.InputError, match="words: expected str, not"):
        quotes.verify(words, ARTICLE)  # type: ignore[arg-type]


def test_an_article_that_is_none_is_refused() -> None:
    with pytest.raises(quotes.InputError, match="article: expected str or Article"):
        quotes.verify("go", None)  # type: ignore[arg-type]


def test_an_article_without_words_has_none() -> None:
    assert quotes.verify("go", "").status is VerificationStatus.ABSENT


@pytest.mark.parametrize("segments", ["we go", b"we go", [1, 2], ["we go", None]])
def test_segments_that_are_no_sequence_of_strings_are_refused(segments: object) -> None:
    verifier = Verifier(quotes.Article("We go."))

    with pytest.raises(quotes.InputError, match="segments: expected a sequence of str"):
        verifier.verify_segments(segments)  # type: ignore[arg-type]
