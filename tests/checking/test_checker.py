"""The quotations of a draft against its sources (`quotes/checking/`)."""

from __future__ import annotations

import pytest

import quotes
from quotes import CheckStatus, Kind, Method, SpeakerKind, SpeakerMatch
from tests.checking.saying import check, said

WORDS = "We will open the gates at high water"
SOURCE = f"“{WORDS},” said Ines Varley of the Lowmere Harbour Board."
THERE = said(SOURCE, f"{WORDS},", by="Ines Varley")


def draft_of(words: str, by: str | None = "Ines Varley") -> tuple[str, quotes.Quote]:
    text = f"“{words},” said {by}."
    return text, said(text, f"{words},", by=by)


def test_words_that_the_source_has_by_the_same_speaker_are_verified() -> None:
    (found,) = check(*draft_of(WORDS), [SOURCE], [THERE])

    assert (found.status, found.source) == (CheckStatus.VERIFIED, "source 1")
    assert (found.speaker.match, found.speaker.quote) == (SpeakerMatch.SAME, THERE)
    assert found


def test_words_that_were_changed_are_altered_and_the_change_is_told() -> None:
    (found,) = check(*draft_of("We will shut the gates at high water"), [SOURCE], [THERE])

    assert found.status is CheckStatus.ALTERED
    assert [d.given and d.given.text for d in found.verification.differences] == ["shut"]
    assert not found


def test_words_that_no_source_has_are_absent() -> None:
    (found,) = check(*draft_of("The lighthouse has to go"), [SOURCE], [THERE])

    assert (found.status, found.source) == (CheckStatus.ABSENT, None)
    assert found.verification.places == ()
    assert found.speaker == quotes.SpeakerCheck(SpeakerMatch.NOT_COMPARED, None)


def test_words_that_somebody_else_says_are_misattributed() -> None:
    (found,) = check(*draft_of(WORDS, "Tom Ash"), [SOURCE], [THERE])

    assert found.status is CheckStatus.MISATTRIBUTED
    assert found.verification.verified
    assert found.speaker == quotes.SpeakerCheck(SpeakerMatch.DIFFERENT, THERE)


def test_words_without_a_speaker_in_the_draft_are_not_compared() -> None:
    (found,) = check(*draft_of(WORDS, None), [SOURCE], [THERE])

    assert (found.status, found.speaker.match) == ("verified", "not_compared")


def test_words_outside_of_any_quotation_are_not_compared() -> None:
    (found,) = check(*draft_of(WORDS), [f"{WORDS}, the board has decided."], [])

    assert (found.status, found.speaker.match) == ("verified", "not_compared")
    assert found.verification.marking == "none"


def test_the_source_that_names_the_same_speaker_counts() -> None:
    other = f"“{WORDS},” said Tom Ash."

    (found,) = check(
        *draft_of(WORDS), [other, SOURCE], [said(other, f"{WORDS},", by="Tom Ash")], [THERE]
    )

    assert (found.status, found.source) == ("verified", "source 2")


def test_a_source_that_names_somebody_else_counts_before_one_that_names_nobody() -> None:
    other = f"“{WORDS},” it was said."

    (found,) = check(
        *draft_of(WORDS, "Tom Ash"), [other, SOURCE], [said(other, f"{WORDS},", by=None)], [THERE]
    )

    assert (found.status, found.source) == ("misattributed", "source 2")


def test_the_nearest_source_of_altered_words_is_told() -> None:
    far = "“We will open some of the new gates at high water,” said Ines Varley."

    (found,) = check(*draft_of("We will shut the gates at high water"), [far, SOURCE], [], [THERE])

    assert found.source == "source 2"


def test_the_same_words_said_twice_are_compared_with_both() -> None:
    source = f"“{WORDS},” said Tom Ash. “{WORDS},” said Ines Varley."
    first = said(source, f"{WORDS},", by="Tom Ash")
    second = said(source, f"{WORDS},", f"{WORDS},", by="Ines Varley", name="q2")
    second = quotes.Quote.from_dict(
        {**second.to_dict(), "segments": [second.segments[1].to_dict()]}
    )

    (found,) = check(*draft_of(WORDS), [source], [first, second])

    assert (found.status, found.speaker.quote) == ("verified", second)


def test_words_of_somebody_inside_the_words_of_another_may_be_either_of_theirs() -> None:
    source = f"“She told me ‘{WORDS}’ and left,” said Tom Ash."
    outer = said(source, f"She told me ‘{WORDS}’ and left,", by="Tom Ash")
    inner = said(source, WORDS, by="Ines Varley", name="q2")

    for name in ("Ines Varley", "Tom Ash"):
        (found,) = check(*draft_of(WORDS, name), [source], [outer, inner])
        assert (found.status, found.speaker.match) == ("verified", "same")


SPLIT = "“We will open,” she said, “if the tide allows.” “Or later,” she said. “Nobody knows.”"


def test_a_sentence_that_an_attribution_interrupts_has_to_stand_in_one_piece() -> None:
    draft = said(SPLIT, "We will open,", "if the tide allows.", by="Ines Varley")

    (good,) = check(SPLIT, draft, ["“We will open if the tide allows.”"], [])
    (bad,) = check(SPLIT, draft, ["“We will open no gate, not even if the tide allows.”"], [])

    assert (good.status, bad.status) == ("verified", "altered")


def test_sentences_on_both_sides_of_an_attribution_may_stand_apart() -> None:
    draft = said(SPLIT, "Or later,", "Nobody knows.", by="Ines Varley")

    (found,) = check(
        SPLIT, draft, ["“Nobody knows. On Friday? Or later, if it must,” she said."], []
    )

    assert found.status == "verified"
    assert [span.text for span in found.verification.spans] == ["Or later,", "Nobody knows."]


def test_an_attribution_with_a_title_in_it_still_interrupts_a_sentence() -> None:
    text = "“We will open,” said Mr. Orrin, “if the tide allows.”"
    draft = said(text, "We will open,", "if the tide allows.", by="Ben Orrin")

    (found,) = check(text, draft, ["“We will open no gate, not even if the tide allows.”"], [])

    assert found.status == "altered"


@pytest.mark.parametrize(
    "text",
    [
        "“We will open,” she had said. Though the rain came, “if the tide allows.”",
        "“We will open,” she said, adding that it would be done “if the tide allows.”",
    ],
)
def test_words_that_the_writer_goes_on_to_put_into_a_clause_stand_by_themselves(text: str) -> None:
    draft = said(text, "We will open,", "if the tide allows.", by="Ines Varley")

    (found,) = check(text, draft, ["“If the tide allows. Then we will open,” she said."], [])

    assert found.status == "verified"


def test_the_fragments_of_a_mixed_quote_stand_each_by_itself() -> None:
    text = "She called it “a bet on good weather” and “a folly of old men”."
    draft = said(
        text, "a bet on good weather", "a folly of old men", by="Ines Varley", kind=Kind.MIXED
    )

    (good,) = check(
        text, draft, ["“It is a folly of old men and a bet on good weather,” she said"], []
    )
    (half,) = check(text, draft, ["“It is a bet on good weather,” she said."], [])

    assert good.status == "verified"
    assert half.status == "altered"
    (difference,) = half.verification.differences
    assert (difference.kind, difference.given and difference.given.text) == (
        "added",
        "a folly of old men",
    )
    assert half.verification.words[difference.given.start :] == "a folly of old men"  # type: ignore[union-attr]


def test_brackets_and_ellipses_of_the_draft_are_read() -> None:
    source = "“We never took money, and we gladly gave what we had,” said Ines Varley."
    for words, status in (
        ("we … gave what we had", "verified"),
        ("we gladly gave what [the board] had", "verified"),
        ("We … took money", "altered"),
    ):
        (found,) = check(*draft_of(words), [source], [])
        assert found.status == status


def test_indirect_and_other_quotes_are_left_aside() -> None:
    text = "Varley said the gates will open. “The Old Wall” is a book."
    found = [
        said(text, "the gates will open", by="Ines Varley", kind=Kind.INDIRECT),
        said(text, "The Old Wall", by=None, kind=Kind.OTHER, name="q2"),
    ]

    assert check(text, found, [SOURCE], [THERE]) == []


@pytest.mark.parametrize("words", ["[sic]", "…", "[the wall]"])
def test_a_quotation_without_words_is_left_aside(words: str) -> None:
    text = f"Varley wrote “{words}”."

    assert check(text, said(text, words, by="Ines Varley"), [SOURCE], [THERE]) == []


def test_sources_are_called_by_their_ids() -> None:
    article = quotes.Article(SOURCE, id="courier-7")

    (found,) = check(*draft_of(WORDS), [article], [THERE])

    assert (found.source, found.verification.article_id) == ("courier-7", "courier-7")


def test_without_sources_everything_is_absent() -> None:
    (found,) = check(*draft_of(WORDS), [])

    assert found.status == "absent"


DIFFERENT = [
    ("another person", "Tom Ash", "Ines Varley", SpeakerMatch.DIFFERENT),
    ("another given name", "Ada Varley", "Ines Varley", SpeakerMatch.DIFFERENT),
    ("a surname", "Varley", "Ines Varley", SpeakerMatch.SAME),
    ("an honorific", "Ms. Varley", "Ines Varley", SpeakerMatch.SAME),
    ("a middle name", "Ines Maria Varley", "Ines Varley", SpeakerMatch.SAME),
    ("a first name only", "Ines", "Ines Varley", SpeakerMatch.UNSURE),
]


@pytest.mark.parametrize(
    ("one", "two", "match"), [pytest.param(*row, id=name) for name, *row in DIFFERENT]
)
def test_names_of_persons_are_compared_with_care(one: str, two: str, match: SpeakerMatch) -> None:
    source = f"“{WORDS},” said {two}."

    (found,) = check(*draft_of(WORDS, one), [source], [said(source, f"{WORDS},", by=two)])

    assert found.speaker.match is match


BODIES = [
    ("one name", "Lowmere Harbour Board", "the Lowmere Harbour Board", SpeakerMatch.SAME),
    ("a short form", "World Health Organization", "WHO", SpeakerMatch.SAME),
    ("another body", "Lowmere Harbour Board", "Skerrow Ferry Company", SpeakerMatch.DIFFERENT),
    ("no name", "Lowmere Harbour Board", "the production company", SpeakerMatch.UNSURE),
]


@pytest.mark.parametrize(
    ("one", "two", "match"), [pytest.param(*row, id=name) for name, *row in BODIES]
)
def test_names_of_bodies_are_compared_with_care(one: str, two: str, match: SpeakerMatch) -> None:
    draft, source = f"“{WORDS},” said {one}.", f"“{WORDS},” said {two}."
    body = SpeakerKind.ORGANIZATION

    (found,) = check(
        draft,
        said(draft, f"{WORDS},", by=one, who=body),
        [source],
        [said(source, f"{WORDS},", by=two, who=body)],
    )

    assert found.speaker.match is match


@pytest.mark.parametrize(
    "unclear",
    [
        {"by": "the chief engineer", "who": SpeakerKind.UNNAMED},
        {"by": "Lowmere Harbour Board", "who": SpeakerKind.ORGANIZATION},
        {"by": "Ines Varley and Odo Quill", "who": SpeakerKind.GROUP},
        {"by": "Ines Varley", "sure": 0.6},
        {"by": "Ines Varley", "method": Method.CONTINUATION},
    ],
    ids=["a description", "a body", "a group", "a doubtful speaker", "no attribution of its own"],
)
def test_nobody_is_accused_where_the_source_is_not_clear(unclear: dict[str, object]) -> None:
    there = said(SOURCE, f"{WORDS},", **unclear)  # type: ignore[arg-type]

    (found,) = check(*draft_of(WORDS, "Tom Ash"), [SOURCE], [there])

    assert (found.status, found.speaker.match) == ("verified", "unsure")


def test_a_surname_that_two_people_of_the_source_have_is_not_sure() -> None:
    source = f"{SOURCE} “Nobody asked the ferrymen about it,” said Ada Varley."
    there = said(source, f"{WORDS},", by="Ines Varley")
    other = said(source, "Nobody asked the ferrymen about it,", by="Ada Varley", name="q2")

    (found,) = check(*draft_of(WORDS, "Varley"), [source], [there, other])

    assert found.speaker == quotes.SpeakerCheck(SpeakerMatch.UNSURE, there)


def test_words_that_anybody_says_accuse_nobody() -> None:
    source = "“We have to repair all of the old wall as quickly as possible,” said Ines Varley."
    there = said(
        source, "We have to repair all of the old wall as quickly as possible,", by="Ines Varley"
    )
    text = "Tom Ash wants to vote “as quickly as possible”."
    draft = said(text, "as quickly as possible", by="Tom Ash", kind=Kind.MIXED)

    (found,) = check(text, draft, [source], [there])

    assert (found.status, found.speaker.match) == ("verified", "unsure")


def test_a_few_words_that_are_all_that_the_source_quotes_tell_somebody_else() -> None:
    source = "Varley called them “a band of fools”."
    there = said(source, "a band of fools", by="Ines Varley", kind=Kind.MIXED)
    text = "Ash called them “a band of fools”."

    (found,) = check(
        text, said(text, "a band of fools", by="Tom Ash", kind=Kind.MIXED), [source], [there]
    )

    assert found.status == "misattributed"


def test_quotes_that_are_not_those_of_the_article_are_refused() -> None:
    text, quote = draft_of(WORDS)

    with pytest.raises(quotes.InputError, match="draft_quotes: 'q1' does not fit the text"):
        check("Another text altogether.", quote, [SOURCE], [THERE])
    with pytest.raises(quotes.InputError, match="source_quotes: 'q1' does not fit the text"):
        check(text, quote, ["Another text."], [THERE])
    with pytest.raises(quotes.InputError, match="source_quotes: 0 lists for 1 sources"):
        check(text, quote, [SOURCE])
    with pytest.raises(quotes.InputError, match="draft_quotes: expected Quote, not str"):
        quotes.check(text, [SOURCE], draft_quotes=["go"])  # type: ignore[list-item]


@pytest.mark.parametrize("given", [7, "go", {}, object()])
def test_what_is_no_list_of_quotes_is_refused(given: object) -> None:
    with pytest.raises(quotes.InputError, match="draft_quotes: expected a list of quotes, not"):
        quotes.check(WORDS, [SOURCE], draft_quotes=given)  # type: ignore[arg-type]
    with pytest.raises(quotes.InputError, match="source_quotes: expected a list of quotes, not"):
        quotes.check(WORDS, [SOURCE], source_quotes=[given])  # type: ignore[list-item]
    with pytest.raises(quotes.InputError, match="source_quotes: "):
        quotes.check(WORDS, [SOURCE], source_quotes=given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("draft", "sources"), [(7, []), ("go", "go"), ("go", [7]), ("go", None)])
def test_what_is_no_article_is_refused(draft: object, sources: object) -> None:
    with pytest.raises(quotes.InputError, match="expected"):
        quotes.check(draft, sources, draft_quotes=[])  # type: ignore[arg-type]
