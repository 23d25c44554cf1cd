"""From groups of quotes to utterances, and pairs that may coincide (`assembly.py`)."""

from __future__ import annotations

import itertools

from quotes.types import Article, Kind, Link, QuoteRef, Reason, VersionRelation
from quotes.utterances.assembly import Home, related
from quotes.utterances.items import Item
from tests.utterances.building import (
    CAST,
    Story,
    Who,
    anonymous,
    groups,
    normalised,
    said,
    story,
    unnamed,
)
from tests.utterances.prose import REPORT, REWORDED

NOBODY = unnamed("someone")
HIDDEN = unnamed("a person close to the board")
WALL = "The sea wall will hold until the spring, whatever the tide brings"
BOAT = "Every gravel barge in Ostmark has been painted orange by the pilots"


def telling(
    id: str, words: str = WALL, who: str | Who = "marsh", *, day: int | None = None
) -> Story:
    """An article that quotes the words of a speaker, known or new, or of nobody."""
    key = who if isinstance(who, str) else "x"
    x = NOBODY if key == "nobody" else CAST[who] if isinstance(who, str) else who
    text = f"⟦{key}: “{words},”⟧ ⟦+cue: said⟧ {x.name} at the pier in Orrin."
    return story(id, text, outlet=f"The {id}", day=day, x=x)


def test_an_utterance_has_its_form_its_reason_its_speaker_and_its_versions() -> None:
    report = story("c", "Ada Marsh ⟦cue: said⟧ ⟦marsh: the sea wall would hold until spring⟧.")
    cut = telling("b", "The sea wall will hold until the spring")

    utterance = normalised(telling("a"), cut, report)[0]

    assert utterance.text == WALL
    assert utterance.chosen == QuoteRef("a", "q1")
    assert utterance.reason is Reason.FULLEST
    assert utterance.speaker is not None
    assert utterance.speaker.name == "Ada Marsh"
    assert [v.article_id for v in utterance.versions] == ["a", "b", "c"]
    assert [v.relation for v in utterance.versions] == [
        VersionRelation.VERBATIM,
        VersionRelation.EDITED,
        VersionRelation.INDIRECT,
    ]
    assert [v.outlet for v in utterance.versions] == ["The a", "The b", None]


def test_the_form_is_wholly_like_itself_and_the_others_as_their_links_say() -> None:
    found = normalised(telling("a"), telling("b", "The sea wall will hold until the spring"))

    one, other = found[0].versions
    assert one.similarity == 1.0
    assert other.similarity == found.links[0].score < 1.0


def test_every_utterance_has_an_id_of_its_own() -> None:
    found = normalised(telling("a"), telling("b"), telling("c", BOAT), telling("d", BOAT, "fenn"))

    assert len({u.id for u in found}) == len(found)


def test_utterances_stand_in_the_order_of_the_dates_of_their_first_versions() -> None:
    found = normalised(
        telling("a", BOAT), telling("b", WALL, day=9), telling("c", "Herons nest early", day=2)
    )

    assert [u.versions[0].article_id for u in found] == ["c", "b", "a"]


def test_versions_stand_in_the_order_of_their_dates_and_then_of_their_articles() -> None:
    (found,) = normalised(
        telling("a"), telling("b", day=9), telling("d", day=2), telling("c", day=2)
    )

    assert [v.article_id for v in found.versions] == ["c", "d", "b", "a"]


def test_quotes_of_one_article_stand_in_the_order_of_its_text() -> None:
    text = f"⟦marsh: “{WALL}.”⟧ ⟦fenn: “{BOAT}.”⟧ ⟦marsh: “Herons nest.”⟧"

    assert [u.id for u in normalised(story("a", text))] == ["a:q1", "a:q2", "a:q3"]


def test_marked_words_that_nobody_said_are_in_no_utterance() -> None:
    one = story("a", f"The ⟦scare: “wall”⟧ is closed. ⟦marsh: “{WALL},”⟧ said Ada Marsh.")

    found = normalised(one)

    assert one.quotes[0].kind is Kind.OTHER
    assert groups(found) == {frozenset({"a:q2"})}


def test_the_same_short_words_of_two_speakers_are_two_utterances() -> None:
    words = "our territorial waters"

    found = normalised(telling("a", words), telling("b", words), telling("c", words, "fenn"))

    assert groups(found) == {frozenset({"a:q1", "b:q1"}), frozenset({"c:q1"})}


def test_the_same_short_words_of_two_speakers_and_of_nobody_are_still_two_utterances() -> None:
    words = "our territorial waters"
    unknown = [telling(id, words, "nobody") for id in "xyz"]

    found = normalised(telling("a", words), telling("c", words, "fenn"), *unknown)

    assert not any({"a:q1", "c:q1"} <= group for group in groups(found))


def test_different_statements_of_one_speaker_are_two_utterances() -> None:
    found = normalised(telling("a", WALL), telling("b", BOAT))

    assert len(found) == 2


def test_a_quote_that_forty_outlets_carry_word_for_word_is_one_utterance() -> None:
    found = normalised(*(telling(f"a{n:02}", day=1 + n % 4) for n in range(40)))

    assert [len(u.versions) for u in found] == [40]


def test_a_fragment_in_a_clause_hangs_on_the_whole_quotation() -> None:
    part = story("b", "Ada Marsh said ⟦marsh: it would hold “whatever the tide brings”⟧.")

    (found,) = normalised(telling("a"), part)

    assert [v.relation for v in found.versions] == [
        VersionRelation.VERBATIM,
        VersionRelation.FRAGMENT,
    ]


def test_a_named_and_an_unnamed_speaker_of_like_words_are_listed_if_they_are_not_joined() -> None:
    words = "the wall is expected to hold until the spring at least"
    found = normalised(telling("a"), telling("b", words, HIDDEN), threshold=1.0)

    assert len(found) == 2
    assert [(link.a.article_id, link.b.article_id) for link in found.related] == [("a", "b")]
    assert set(found.related) <= set(found.links)


NAMED = [said(id, WALL) for id in "ab"]
OTHER = said("f", WALL, "fenn")
UNNAMED = [said(id, WALL, HIDDEN) for id in "cd"]
NO_ONE = anonymous("n", WALL)


def listed(*pairs: tuple[Item, Item, float], homes: str = "ab c d f n") -> list[tuple[str, str]]:
    """The articles of the listed pairs; `homes` are the articles of each utterance."""
    known = {i.ref: i for i in (*NAMED, *UNNAMED, OTHER, NO_ONE)}
    places = [(QuoteRef(id, "q1"), n) for n, row in enumerate(homes.split()) for id in row]
    home = {ref: Home(n, ref) for ref, n in places}
    links = [Link(a.ref, b.ref, score, ()) for a, b, score in pairs]
    rows = {
        tuple((x.a.article_id, x.b.article_id) for x in related(order, known, home))
        for order in itertools.permutations(links)
    }
    assert len(rows) == 1
    return list(rows.pop())


def test_a_name_and_a_description_or_nobody_are_listed() -> None:
    assert listed((NAMED[0], UNNAMED[0], 0.4)) == [("a", "c")]
    assert listed((NAMED[0], NO_ONE, 0.4)) == [("a", "n")]


def test_a_pair_that_is_joined_is_not_listed() -> None:
    assert listed((NAMED[0], UNNAMED[0], 0.4), homes="abc d f n") == []


def test_two_names_and_two_without_one_are_never_listed() -> None:
    assert listed((NAMED[0], OTHER, 0.9)) == []
    assert listed((UNNAMED[0], UNNAMED[1], 0.9)) == []
    assert listed((UNNAMED[0], NO_ONE, 0.9)) == []


def test_of_several_pairs_between_two_utterances_the_strongest_is_listed() -> None:
    pairs = [(NAMED[0], UNNAMED[0], 0.3), (NAMED[1], UNNAMED[0], 0.4), (NAMED[1], UNNAMED[1], 0.2)]

    assert listed(*pairs, homes="ab cd f n") == [("b", "c")]


def test_of_equally_strong_pairs_the_first_is_listed() -> None:
    pairs = [(NAMED[1], UNNAMED[0], 0.3), (NAMED[0], UNNAMED[1], 0.3), (NAMED[0], UNNAMED[0], 0.3)]

    assert listed(*pairs, homes="ab cd f n") == [("a", "c")]


def test_the_strongest_pairs_are_listed_first() -> None:
    assert listed((NAMED[0], UNNAMED[0], 0.2), (NAMED[1], NO_ONE, 0.4)) == [("b", "n"), ("a", "c")]


def _quoting(id: str, text: str, first: str, second: str) -> Story:
    """An article of prose with its two quotations marked."""
    marked = text
    for words, who in ((first, "marsh"), (second, "fenn")):
        assert words in marked
        marked = marked.replace(words, f"⟦{who}: {words}⟧")
    return story(id, marked, outlet=id)


OLD = "“It is a good wall, but it is an old wall,”"
NOW = "“We have to do this now, because we do not know what the next winter will bring,”"
AGED = "“It is a good wall, but it is an aged wall,”"
OWING = (
    "“We have to do this now, owing to the fact that we do not know what the following winter will "
    "fetch,”"
)
COPY = _quoting("copy", REWORDED, OWING, AGED)
ORIGINAL = _quoting("original", REPORT, NOW, OLD)


def test_a_natural_version_is_the_form_and_the_machine_s_are_marked() -> None:
    brief = story("brief", f"⟦marsh: {NOW}⟧ said Ada Marsh in Orrin. ⟦fenn: {OLD}⟧ said Joel Fenn.")

    found = normalised(COPY, ORIGINAL, brief)

    assert len(found) == 2
    for utterance in found:
        assert {v.article_id for v in utterance.versions if v.machine_reworded} == {"copy"}
        assert utterance.chosen.article_id != "copy"


def test_a_longer_reworded_version_yields_to_a_natural_one_and_the_reason_says_so() -> None:
    first = normalised(COPY, ORIGINAL)[0]

    assert (first.chosen.article_id, first.reason) == ("original", Reason.NATURAL)
    assert [(v.article_id, v.relation) for v in first.versions] == [
        ("copy", VersionRelation.REWORDED),
        ("original", VersionRelation.VERBATIM),
    ]


def test_articles_that_share_one_utterance_only_are_not_held_to_be_copies() -> None:
    copy = story("copy", REWORDED.replace(AGED, f"⟦fenn: {AGED}⟧"))
    original = story("original", REPORT.replace(OLD, f"⟦fenn: {OLD}⟧"))

    found = normalised(copy, original)

    assert not any(v.machine_reworded for u in found for v in u.versions)


def test_an_article_without_quotes_is_in_no_utterance() -> None:
    assert len(normalised(Story(Article("Rain.", "a"), ()), telling("b"))) == 1
