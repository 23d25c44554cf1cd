"""Whatever the articles and their quotes hold: a result that is sound, the same in any order."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes.types import Affiliation, Article, Kind, Span, Speaker, SpeakerKind, VersionRelation
from quotes.utterances import Utterances
from tests.utterances.building import Story, normalised, quote_of, story

PLAIN = "⟦marsh: “The bridge is closed until the spring,”⟧ ⟦+cue: said⟧ Ada Marsh, the mayor."

STRANGE = {
    "NULs": PLAIN.replace("bridge", "bri\x00dge"),
    "a lone surrogate": PLAIN.replace("bridge", "brid\ud800ge") + "\udfff",
    "combining marks": PLAIN.replace("closed", "clo\u0301\u0323sed"),
    "emoji": PLAIN.replace("closed", "👩‍👩‍👧‍👦 closed 🇩🇰👍🏽"),
    "right-to-left text": "⟦marsh: “الجسر مغلق”⟧ said Ada Marsh.",
    "no spaces": "⟦marsh: “桥关闭了”⟧",
    "carriage returns": PLAIN.replace("is closed until ", "\r\nis\rclosed\r\n\r\nuntil\r\n"),
    "unassigned code points": PLAIN.replace("bridge", "\U000e0fff\uffff"),
    "digits of other scripts": PLAIN.replace("spring", "٣ ३ ３"),
    "odd numbers": PLAIN.replace("spring", "1,,2 3..4 0.0 00.00 1.2.3.4 .5 5. ,, 1:2:3,4"),
    "clitics alone": PLAIN.replace("spring", "n't 's '' I'm ’n’ rock'n'roll o'o'o'o"),
    "one mark": "⟦marsh: “…”⟧ said Ada Marsh.",
    "one word": "⟦marsh: “No”⟧ said Ada Marsh.",
    "nothing but commas": "⟦marsh: “,,,”⟧ said Ada Marsh.",
    "one very long word": f"⟦marsh: “{'m' * 20_000}”⟧ said Ada Marsh.",
    "a very long quote": f"⟦marsh: “{'the bridge is closed and ' * 2_000}”⟧ said Ada Marsh.",
    "many new lines": f"⟦marsh: “No”⟧{chr(10) * 20_000} said Ada Marsh.",
}


def assert_sound(found: Utterances, stories: list[Story]) -> None:
    """What holds for any result."""
    refs = [(v.article_id, v.quote.id) for u in found for v in u.versions]
    given_ = [(s.article.id, q.id) for s in stories for q in s.quotes if q.kind is not Kind.OTHER]
    assert sorted(refs) == sorted(set(given_))
    assert len({u.id for u in found}) == len(found)
    for utterance in found:
        form = [v for v in utterance.versions if v.quote.id == utterance.chosen.quote_id]
        form = [v for v in form if v.article_id == utterance.chosen.article_id]
        assert len(form) == 1
        assert form[0].similarity == 1.0
        assert form[0].relation in (VersionRelation.VERBATIM, VersionRelation.INDIRECT)
        assert all(0.0 <= v.similarity <= 1.0 for v in utterance.versions)
    people = {id(u.speaker): u.speaker for u in found if u.speaker is not None}.values()
    assert len({p.id for p in people}) == len({(p.id, p.known_as) for p in people})
    assert found.at(1.0).links == found.links


@pytest.mark.parametrize("marked", STRANGE.values(), ids=STRANGE)
def test_strange_words_give_a_sound_result(marked: str) -> None:
    stories = [story("a", marked), story("b", marked), story("c", PLAIN)]

    assert_sound(normalised(*stories), stories)


@pytest.mark.parametrize("marked", STRANGE.values(), ids=STRANGE)
def test_strange_words_word_for_word_are_one_utterance_of_one_speaker(marked: str) -> None:
    found = normalised(story("a", marked), story("b", marked))

    assert len(found) == (2 if "…" in marked or ",,,”" in marked else 1)


@pytest.mark.parametrize(
    "character", ["\x00", "\ud800", "\u200b", "\u200f", "\u0301"], ids=lambda c: f"{ord(c):04x}"
)
def test_an_odd_character_beside_a_word_does_not_part_versions(character: str) -> None:
    odd = PLAIN.replace("bridge ", f"bridge{character} ")

    assert len(normalised(story("a", PLAIN), story("b", odd))) == 1


texts = st.text(
    st.sampled_from("aA bthewallsaid0123,.!?'’“”\n\x00\ud800\u0301\u200f👍 No3 ") | st.characters(),
    max_size=60,
)
names = st.sampled_from(["Ada Marsh", "Marsh", "a", "", "…", "the official", "\ud800", "Dr", "X 2"])


@st.composite
def _spans(draw: st.DrawFn, text: str, least: int) -> tuple[Span, ...]:
    cuts = st.integers(0, len(text))
    rows = draw(st.lists(st.tuples(cuts, cuts).map(sorted), min_size=least, max_size=3))
    return tuple(Span(i, j, text[i:j]) for i, j in rows)


@st.composite
def _stories(draw: st.DrawFn) -> list[Story]:
    rows = []
    for n in range(draw(st.integers(0, 4))):
        text = draw(texts)
        article = Article(
            text,
            f"a{n}",
            draw(st.none() | names),
            published=draw(st.none() | st.dates() | st.datetimes()),
        )
        found = []
        for k in range(draw(st.integers(0, 3))):
            content = draw(_spans(text, 1))
            kind = draw(st.sampled_from(Kind))
            segments = () if kind is Kind.INDIRECT else draw(_spans(text, 0))
            evidence = draw(_spans(text, 1))[0]
            speaker = draw(
                st.none()
                | st.builds(
                    Speaker,
                    id=st.sampled_from(["s1", "s2"]),
                    name=names,
                    kind=st.sampled_from(SpeakerKind),
                    roles=st.lists(names, max_size=2).map(tuple),
                    affiliations=st.lists(
                        st.builds(Affiliation, names, st.just(evidence)), max_size=2
                    ).map(tuple),
                )
            )
            cue = evidence if k else None
            quote = quote_of(f"q{k}", kind, segments, content, cue, speaker)
            found.append(attrs.evolve(quote, speaker_confidence=draw(st.floats(0, 1))))
        rows.append(Story(article, tuple(found)))
    return rows


@settings(deadline=None, max_examples=50)
@given(_stories(), st.sampled_from([0.1, 0.5, 1.0]))
def test_any_spans_of_any_texts_give_a_sound_result(stories: list[Story], threshold: float) -> None:
    found = normalised(*stories, threshold=threshold)

    assert_sound(found, stories)
    assert normalised(*stories[::-1], threshold=threshold) == found


@settings(deadline=None, max_examples=25)
@given(_stories())
def test_any_result_is_the_same_after_json(stories: list[Story]) -> None:
    stories = [s for s in stories if json.loads(json.dumps(s.article.text)) == s.article.text]
    found = normalised(*stories)

    again = Utterances.from_dict(json.loads(json.dumps(found.to_dict())))

    assert again == found
    assert again.related == found.related


def test_empty_segments_and_contents_are_no_trouble() -> None:
    one = story("a", PLAIN)
    empty = Span(5, 5, "")
    quote = attrs.evolve(one.quotes[0], segments=(empty, empty), content=(empty,))

    found = quotes.normalise([one.article, story("b", PLAIN).article], quotes=[[quote], [quote]])

    assert len(found) == 2


def test_a_thousand_articles_without_quotes_are_no_trouble() -> None:
    articles = [Article(f"Rain {n}.", str(n)) for n in range(1000)]

    assert len(quotes.normalise(articles, quotes=[[]] * 1000)) == 0
