"""What a newsroom's own list adds to speakers (`quotes/speakers/known_entities.py`)."""

from __future__ import annotations

import datetime
import pickle

import attrs
import pytest

import quotes
from quotes import Article, KnownEntity, KnownPart, Span, Speaker, SpeakerKind
from quotes.speakers.known_entities import Roster, with_known
from quotes.types import Affiliation, Kind, Method, Quote

VARLEY = KnownEntity(
    "Ines Varley",
    other_names=("the Engineer",),
    roles=("mayor",),
    affiliations=("Lowmere Council",),
)


def quoted(text: str, name: str, **more: object) -> tuple[Article, Quote]:
    """An article, and a quote in it by a speaker who is called `name` there."""
    at = text.rindex(name)
    mention = Span(at, at + len(name), name)
    options = {"kind": SpeakerKind.PERSON, "mentions": (mention,), **more}
    speaker = Speaker("s1", name, **options)  # type: ignore[arg-type]
    words = Span(0, 1, text[0])
    quote = Quote(
        "q1",
        None,
        Kind.INDIRECT,
        words.text,
        (),
        (words,),
        None,
        mention,
        None,
        speaker,
        0.9,
        0.9,
        Method.SYNTAX,
        None,
    )
    return Article(text), quote


def speaker_of(
    article: Article, quote: Quote, *known: KnownEntity, day: datetime.date | None = None
) -> Speaker:
    (found,) = with_known([quote], Article(article.text, published=day), Roster.of(known))
    assert found.speaker is not None
    return found.speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It held, Varley said.", "Varley"),
        ("It held, Mayor Varley said.", "Varley"),
        ("It held. When Varley spoke, it rained.", "Varley"),
        ("It held, Mrs. Varley said.", "Varley"),
        ("It held, the Engineer said.", "Engineer"),
        ("It held, Ines M. Varley said.", "Ines M. Varley"),
        ("It held, INES VARLEY said.", "INES VARLEY"),
    ],
)
def test_a_name_of_the_list_becomes_the_full_name_with_role_and_affiliation(
    text: str, name: str
) -> None:
    speaker = speaker_of(*quoted(text, name), VARLEY)

    assert (speaker.id, speaker.name, speaker.roles) == ("s1", "Ines Varley", ("mayor",))
    assert speaker.affiliations == (
        Affiliation("Lowmere Council", speaker.mentions[0], known=True),
    )
    assert speaker.known == tuple(KnownPart)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It held, Peter Varley said. So it did, Varley said.", "Varley"),
        ("It held, Mr. Varley said.", "Varley"),
        ("It held, Peter Varley said.", "Peter Varley"),
        ("It held, Varleys said.", "Varleys"),
        ("It held, Ines said.", "Ines"),
        ("It held, the engineers said.", "engineers"),
    ],
)
def test_where_the_article_contradicts_it_the_list_adds_nothing(text: str, name: str) -> None:
    article, quote = quoted(text, name)

    assert speaker_of(article, quote, VARLEY) == quote.speaker


def test_a_pronoun_of_the_other_sex_contradicts_a_bare_surname() -> None:
    article, quote = quoted("It held, Varley said. He left.", "Varley")
    he = Span(22, 24, "He")
    assert quote.speaker is not None
    mentions = (*quote.speaker.mentions, he)

    assert speaker_of(*quoted(article.text, "Varley", mentions=mentions), VARLEY).name == "Varley"


def test_what_the_article_says_stays() -> None:
    article, quote = quoted("It held, Varley said.", "Varley", roles=("engineer",))

    speaker = speaker_of(article, quote, VARLEY)

    assert speaker.roles == ("engineer",)
    assert speaker.known == (KnownPart.NAME, KnownPart.AFFILIATIONS)


def test_a_surname_that_two_of_the_list_bear_is_left_open() -> None:
    article, quote = quoted("It held, Varley said.", "Varley")

    assert speaker_of(article, quote, VARLEY, KnownEntity("Tomas Varley")) == quote.speaker


def test_a_body_goes_by_its_other_names_whatever_the_kind_that_was_guessed() -> None:
    board = KnownEntity("Lowmere Harbour Board", SpeakerKind.ORGANIZATION, ("LHB",))

    speaker = speaker_of(*quoted("It held, the LHB said.", "LHB"), VARLEY, board)

    assert (speaker.name, speaker.kind) == (board.name, SpeakerKind.ORGANIZATION)
    assert speaker.known == (KnownPart.NAME,)


@pytest.mark.parametrize(
    ("day", "roles"),
    [
        (datetime.date(2023, 12, 31), ("mayor",)),
        (datetime.datetime(2024, 1, 1, 9), ("senator",)),
        (datetime.date(2026, 1, 1), ()),
        (None, ()),
    ],
)
def test_entries_with_dates_count_for_articles_of_their_time(
    day: datetime.date | None, roles: tuple[str, ...]
) -> None:
    mayor = KnownEntity("Ines Varley", roles=("mayor",), valid_until=datetime.date(2023, 12, 31))
    senator = KnownEntity(
        "Ines Varley",
        roles=("senator",),
        valid_from=datetime.date(2024, 1, 1),
        valid_until=datetime.date(2025, 1, 1),
    )

    speaker = speaker_of(*quoted("It held, Varley said.", "Varley"), mayor, senator, day=day)

    assert speaker.roles == roles
    assert speaker.name == ("Ines Varley" if roles else "Varley")


def test_two_speakers_who_are_one_in_the_list_become_one() -> None:
    text = "It held, the Engineer said. So it did, Varley said."
    article, first = quoted(text, "Engineer")
    _, second = quoted(text, "Varley")
    assert second.speaker is not None
    other = Speaker("s2", "Varley", SpeakerKind.PERSON, mentions=second.speaker.mentions)
    quotes_ = [first, _by(second, other)]

    one, two = with_known(quotes_, article, Roster.of([VARLEY]))

    assert one.speaker == two.speaker
    assert one.speaker is not None
    assert [mention.text for mention in one.speaker.mentions] == ["Engineer", "Varley"]


def _by(quote: Quote, speaker: Speaker) -> Quote:
    return attrs.evolve(quote, id="q2", speaker=speaker)


@pytest.mark.parametrize("known", ["people.csv", [{"name": "Ines Varley"}], 3])
def test_only_entries_are_a_list_of_known_people(known: object) -> None:
    with pytest.raises(quotes.OptionError, match=r"^known: expected KnownEntity values"):
        quotes.Extractor(known=known)  # type: ignore[arg-type]


@pytest.mark.models
def test_the_library_names_whom_the_newsroom_knows() -> None:
    article = Article("“It held,” Varley said. “Nobody should be surprised.”", id="a")
    extractor = pickle.loads(pickle.dumps(quotes.Extractor(known=[VARLEY])))

    (quote,) = extractor.extract(article)
    (utterance,) = quotes.normalise([article], known=[VARLEY])

    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.roles) == ("Ines Varley", ("mayor",))
    assert utterance.speaker is not None
    assert utterance.speaker.name == "Ines Varley"
    assert [(a.name, a.evidence) for a in utterance.speaker.affiliations] == [
        ("Lowmere Council", ())
    ]
