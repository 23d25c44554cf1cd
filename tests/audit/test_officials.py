"""Whether a source speaks for a state (`quotes/audit/officials.py`)."""

from __future__ import annotations

import pytest

from quotes.audit.officials import official_by, public
from quotes.types import (
    ArticleSpan,
    ArticleSpeaker,
    MergedAffiliation,
    MergedSpeaker,
    Span,
    Speaker,
    SpeakerKind,
)


def person(*roles: str, of: str | None = None) -> str | None:
    """What makes a person of these roles official."""
    return merged([roles], of)


def merged(articles: list[tuple[str, ...]], of: str | None = None) -> str | None:
    """What makes a person official who has other roles in every article."""
    known = tuple(
        ArticleSpeaker(f"a{i}", Speaker("s1", "Ada Marsh", SpeakerKind.PERSON, roles))
        for i, roles in enumerate(articles)
    )
    evidence = (ArticleSpan("a0", Span(0, 1, "A")),)
    bodies = (MergedAffiliation(of, evidence),) if of else ()
    every = tuple(role for roles in articles for role in roles)
    kind = SpeakerKind.PERSON
    return official_by(MergedSpeaker("ada-marsh", "Ada Marsh", kind, every, bodies, known))


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("mayor", None),
        ("Sen.", None),
        ("Minister for Harbours", None),
        ("Members of the council and MPs", None),
        ("President", None),
        ("police officer", None),
        ("president", "Supreme Court"),
        ("spokeswoman", "Ministry of Transport"),
        ("State Department spokesman", None),
        ("press secretary", "White House"),
        ("Chinese leader", None),
        ("chief", "Lowmere Police"),
        ("detectives", None),
        ("director", "Federal Bureau of Investigation"),
        ("Secretary", "U.S. Defense"),
    ],
)
def test_a_role_of_a_state_makes_a_source_official(role: str, body: str | None) -> None:
    assert person(role, of=body) == role


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("engineer", None),
        ("spokesman", None),
        ("spokeswoman", "Lowmere Widgets"),
        ("president", "Lowmere Widgets"),
        ("president", "Chatham House"),
        ("union president", None),
        ("company official", None),
        ("chief executive officer", None),
        ("former minister", None),
        ("ex-mayor", None),
        ("the late president", None),
        ("party leader", None),
        ("director", "University of Lowmere"),
        ("campaign manager", None),
        ("defense attorney", None),
    ],
)
def test_any_other_role_does_not(role: str, body: str | None) -> None:
    assert person(role, of=body) is None


def test_an_office_that_was_left_is_none_even_where_former_is_left_out() -> None:
    assert person("former harbour director", "director", of="Ministry of Transport") is None
    assert person("former mayor", "senator") == "senator"


def test_most_articles_decide_whether_an_office_was_left() -> None:
    assert merged([("mayor",), ("mayor",), ("former mayor",), ()]) == "mayor"
    assert merged([("mayor",), ("former mayor",)]) is None


@pytest.mark.parametrize(
    ("phrase", "official"),
    [
        ("two senior officials", True),
        ("a western official", True),
        ("a federal appeals court", True),
        ("authorities in the capital", True),
        ("a critic of the government", False),
        ("a passer-by", False),
    ],
)
@pytest.mark.parametrize("kind", [SpeakerKind.UNNAMED, SpeakerKind.GROUP])
def test_the_phrase_of_a_source_without_a_name_counts_as_a_role(
    phrase: str, official: bool, kind: SpeakerKind
) -> None:
    known = (ArticleSpeaker("a", Speaker("s1", phrase, kind)),)

    found = official_by(MergedSpeaker("s", phrase, kind, known_as=known))

    assert found == (phrase if official else None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Health", True),
        ("Kremlin", True),
        ("Kenya", True),
        ("Lowmere County Council", True),
        ("Lowmere Police", True),
        ("Lowmere Police Federation", False),
        ("Chatham House", False),
        ("Lowmere Widgets", None),
        ("University of Lowmere", False),
    ],
)
def test_a_body_is_public_by_the_lexicon_or_by_its_words(name: str, expected: bool | None) -> None:
    assert public(name) is expected


def test_a_public_body_that_speaks_is_official_by_its_name() -> None:
    body = MergedSpeaker("kremlin", "the Kremlin", SpeakerKind.ORGANIZATION)
    place = MergedSpeaker("beijing", "Beijing", SpeakerKind.ORGANIZATION)
    other = MergedSpeaker("widgets", "Lowmere Widgets", SpeakerKind.ORGANIZATION)

    assert official_by(body) == "the Kremlin"
    assert official_by(place) == "Beijing"
    assert official_by(other) is None
