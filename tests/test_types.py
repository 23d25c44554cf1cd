"""The values as dictionaries and back (`quotes/types/`, `quotes/serialise.py`)."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import types
from quotes.archive.values import KnownSpeaker, Wording
from quotes.audit import Source, Sources, Summary, Tally
from quotes.errors import FormatError, InputError
from quotes.export.rows import Row
from quotes.fields import Probability
from quotes.serialise import Record
from quotes.types import (
    Affiliation,
    Article,
    ArticleSpan,
    ArticleSpeaker,
    Feature,
    Kind,
    KnownEntity,
    KnownPart,
    Link,
    MergedAffiliation,
    MergedSpeaker,
    Method,
    Quote,
    QuoteRef,
    Reason,
    Span,
    Speaker,
    SpeakerKind,
    Utterance,
    Version,
    VersionRelation,
)
from tests import values

R = TypeVar("R", bound=Record)


def is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def through(data: object) -> Any:
    return json.loads(json.dumps(data))


def through_json(value: R) -> R:
    return type(value).from_dict(through(value.to_dict()))


RECORDS = [kind for kind in map(types.__dict__.get, types.__all__) if is_record(kind)]
RECORDS.remove(KnownEntity)  # its fields depend on each other
RECORDS += [Row, Source, Sources, Summary, Tally, KnownSpeaker, Wording]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(deadline=None, max_examples=25)
@given(st.data())
def test_any_value_is_the_same_after_json(kind: type[Record], drawn: st.DataObject) -> None:
    value = drawn.draw(values.any_of(kind))

    assert value == through_json(value)
    assert set(value.to_dict()) <= {field.name for field in attrs.fields(kind)}


@attrs.frozen
class LoudQuote(Quote):
    """A quote as a later release may have it: with fields that are new."""

    volume: Probability | None = None
    echoes: tuple[ArticleSpan, ...] = ()
    tone: VersionRelation = VersionRelation.VERBATIM


@settings(deadline=None, max_examples=25)
@given(values.any_of(LoudQuote))
def test_a_new_field_is_written_and_read_without_being_named_anywhere_else(
    quote: LoudQuote,
) -> None:
    assert quote == through_json(quote)
    assert list(quote.to_dict())[-3:] == ["volume", "echoes", "tone"]


@settings(deadline=None, max_examples=25)
@given(values.quotes)
def test_a_quote_of_an_earlier_release_is_read_with_the_defaults_of_new_fields(
    quote: Quote,
) -> None:
    read = LoudQuote.from_dict(through(quote.to_dict()))

    assert (read.volume, read.echoes, read.tone) == (None, (), VersionRelation.VERBATIM)
    assert Quote.from_dict(read.to_dict()) == quote


def test_a_wrong_new_field_is_named_in_the_error() -> None:
    data = LoudQuote.from_dict(QUOTE.to_dict()).to_dict()

    with pytest.raises(FormatError, match=r"^volume: expected a number from 0 to 1, not 2$"):
        LoudQuote.from_dict({**data, "volume": 2})
    with pytest.raises(FormatError, match=r"^echoes\[0\]\.span\.text: missing$"):
        LoudQuote.from_dict(
            {**data, "echoes": [{"article_id": "a", "span": {"start": 0, "end": 1}}]}
        )


def test_a_lone_surrogate_survives_json() -> None:
    span = Span(4, 7, "a\ud83db")

    assert span == through_json(span)


def test_a_date_stays_a_date_and_a_time_keeps_its_zone() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
    day = Article("", published=datetime.date(2024, 5, 1))
    time = Article("", published=datetime.datetime(2024, 5, 1, 8, 30, tzinfo=zone))

    assert day.to_dict()["published"] == "2024-05-01"
    assert type(Article.from_dict(day.to_dict()).published) is datetime.date
    assert time.to_dict()["published"] == "2024-05-01T08:30:00+05:30"
    assert time == through_json(time)


def test_what_comes_from_no_list_of_a_newsroom_is_not_marked_as_such() -> None:
    affiliation = Affiliation("Board", Span(0, 5, "Board"))
    speaker = Speaker("s1", "Ines Varley", SpeakerKind.PERSON, affiliations=(affiliation,))

    assert "known" not in affiliation.to_dict()
    assert "known" not in speaker.to_dict()
    assert attrs.evolve(affiliation, known=True).to_dict()["known"] is True
    assert attrs.evolve(speaker, known=(KnownPart.NAME,)).to_dict()["known"] == ["name"]


@pytest.mark.parametrize("missing", ["id", "article_id", "speaker", "unresolved"])
def test_a_field_without_a_default_must_be_there(missing: str) -> None:
    with pytest.raises(FormatError, match=f"^{missing}: missing$"):
        Quote.from_dict({k: v for k, v in QUOTE.to_dict().items() if k != missing})


def test_a_known_entity_may_have_null_for_what_is_not_known() -> None:
    given = {"name": "Board", "roles": None, "valid_from": None, "kind": "organization"}

    assert KnownEntity.from_dict(given) == KnownEntity("Board", SpeakerKind.ORGANIZATION)


def test_quotes_of_articles_are_in_the_order_of_their_ids() -> None:
    refs = [QuoteRef("b", "q1"), QuoteRef("a", "q2"), QuoteRef("a", "q1")]

    assert sorted(refs) == [QuoteRef("a", "q1"), QuoteRef("a", "q2"), QuoteRef("b", "q1")]


def test_a_version_is_natural_unless_it_is_said_to_be_reworded() -> None:
    assert Version("a1", None, QUOTE, VersionRelation.VERBATIM, 1.0).machine_reworded is False


def test_an_article_needs_only_its_text() -> None:
    assert Article.from_dict({"text": "Rain."}) == Article("Rain.")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": None}, "text: expected str, not NoneType"),
        ({"text": b"Rain."}, "text: expected str, not bytes"),
        ({"id": 7}, "id: expected str or None, not int"),
        ({"outlet": b"x"}, "outlet: expected str or None, not bytes"),
        ({"url": ["x"]}, "url: expected str or None, not list"),
        ({"title": 1.5}, "title: expected str or None, not float"),
        (
            {"published": 2024},
            "published: expected a date, an ISO 8601 string or None, not int",
        ),
        ({"published": "yesterday"}, "published: expected an ISO 8601 date, not 'yesterday'"),
        ({"published": ""}, "published: expected an ISO 8601 date, not ''"),
    ],
)
def test_an_article_checks_its_fields(fields: dict[str, object], message: str) -> None:
    with pytest.raises(InputError) as caught:
        Article(**{"text": "Rain.", **fields})  # type: ignore[arg-type]

    assert str(caught.value) == message


def test_the_date_of_an_article_may_be_an_iso_string() -> None:
    day = datetime.date(2024, 5, 1)
    time = datetime.datetime(2024, 5, 1, 8, 30, tzinfo=datetime.UTC)

    assert Article("Rain.", published="2024-05-01") == Article("Rain.", published=day)
    assert Article("Rain.", published="2024-05-01T08:30:00Z") == Article("Rain.", published=time)
    assert type(Article("Rain.", published="2024-05-01").published) is datetime.date


def test_fields_that_are_not_known_are_ignored() -> None:
    assert Span.from_dict({"start": 0, "end": 1, "text": "a", "colour": "red"}) == Span(0, 1, "a")


QUOTE = Quote(
    id="q1",
    article_id="a1",
    kind=Kind.DIRECT,
    text="No",
    segments=(Span(1, 3, "No"),),
    content=(Span(0, 4, "“No”"),),
    cue=Span(5, 9, "said"),
    source=Span(10, 13, "she"),
    via=None,
    speaker=Speaker(
        "s1",
        "Ines Varley",
        SpeakerKind.PERSON,
        roles=("engineer",),
        affiliations=(Affiliation("Harbour Board", Span(20, 33, "Harbour Board")),),
        mentions=(Span(10, 13, "she"),),
    ),
    confidence=0.9,
    speaker_confidence=0.8,
    method=Method.RANKER,
    unresolved=None,
)


UTTERANCE = Utterance(
    id="a1:q1",
    text="No",
    reason=Reason.ONLY,
    chosen=QuoteRef("a1", "q1"),
    speaker=MergedSpeaker(
        "ines-varley",
        "Ines Varley",
        SpeakerKind.PERSON,
        roles=("engineer",),
        affiliations=(
            MergedAffiliation("Harbour Board", (ArticleSpan("a1", Span(20, 33, "Harbour Board")),)),
        ),
        known_as=(ArticleSpeaker("a1", Speaker("s1", "Ines Varley", SpeakerKind.PERSON)),),
    ),
    versions=(Version("a1", "The Courier", QUOTE, VersionRelation.VERBATIM, 1.0, True),),
)
LINK = Link(QuoteRef("a1", "q1"), QuoteRef("a2", "q1"), 0.7, (Feature("short", 1.6, -0.8),))


def altered(path: str, value: object, whole: Record = QUOTE) -> Mapping[str, object]:
    """The dictionary of a value with the field at a dotted `path` changed."""
    data = json.loads(json.dumps(whole.to_dict()))
    *outer, last = (int(step) if step.isdigit() else step for step in path.split("."))
    inner = data
    for step in outer:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("id", ..., "id: missing"),
        ("id", 7, "id: expected a string, not 7"),
        ("text", None, "text: expected a string, not null"),
        ("kind", "loud", "kind: expected one of direct, mixed, indirect, other, not 'loud'"),
        ("method", None, "method: expected a string, not null"),
        ("confidence", 1.5, "confidence: expected a number from 0 to 1, not 1.5"),
        ("confidence", True, "confidence: expected a number from 0 to 1, not True"),
        ("confidence", float("nan"), "confidence: expected a number from 0 to 1, not nan"),
        (
            "confidence",
            10**400,
            "confidence: expected a number from 0 to 1, not a number of many digits",
        ),
        ("segments", {}, "segments: expected a list, not a dict"),
        ("segments", "No", "segments: expected a list, not 'No'"),
        ("content", [7], "content[0]: expected a dictionary, not 7"),
        ("content.0.start", "0", "content[0].start: expected a whole number, not '0'"),
        ("content.0.start", True, "content[0].start: expected a whole number, not True"),
        ("content.0.end", 9, "content[0].end: expected 4 (start + length of text), not 9"),
        ("cue", 5, "cue: expected a dictionary, not 5"),
        ("cue", ..., "cue: missing"),
        ("cue.start", -1, "cue.start: expected an offset, not -1"),
        ("speaker.roles", [1], "speaker.roles: expected a list of strings, not a list"),
        ("speaker.mentions.0.text", ..., "speaker.mentions[0].text: missing"),
        (
            "speaker.affiliations.0.as_written",
            None,
            "speaker.affiliations[0].as_written: expected a dictionary, not null",
        ),
        (
            "unresolved",
            "x" * 99,
            "unresolved: expected one of no_source, no_antecedent, low_confidence, not_speech, "
            "language, not '" + "x" * 35 + " ...",
        ),
    ],
)
def test_a_wrong_field_is_named_in_the_error(path: str, value: object, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        Quote.from_dict(altered(path, value))

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("whole", "path", "value", "message"),
    [
        (UTTERANCE, "reason", "luck", "reason: expected one of only, fullest, agreed, natural, "),
        (UTTERANCE, "chosen", None, "chosen: expected a dictionary, not null"),
        (UTTERANCE, "chosen.quote_id", 1, "chosen.quote_id: expected a string, not 1"),
        (UTTERANCE, "speaker", ..., "speaker: missing"),
        (
            UTTERANCE,
            "speaker.affiliations.0.evidence.0.span.end",
            1,
            "speaker.affiliations[0].evidence[0].span.end: expected 33 ",
        ),
        (
            UTTERANCE,
            "speaker.known_as.0.speaker.name",
            7,
            "speaker.known_as[0].speaker.name: expected a string, not 7",
        ),
        (UTTERANCE, "versions", "none", "versions: expected a list, not 'none'"),
        (UTTERANCE, "versions.0.relation", "like", "versions[0].relation: expected one of verba"),
        (
            UTTERANCE,
            "versions.0.similarity",
            1.1,
            "versions[0].similarity: expected a number from 0 to 1, not 1.1",
        ),
        (
            UTTERANCE,
            "versions.0.machine_reworded",
            1,
            "versions[0].machine_reworded: expected true or false, not 1",
        ),
        (UTTERANCE, "versions.0.quote.kind", "loud", "versions[0].quote.kind: expected one of "),
        (LINK, "score", -0.1, "score: expected a number from 0 to 1, not -0.1"),
        (LINK, "a.article_id", None, "a.article_id: expected a string, not null"),
        (LINK, "features.0.added", "much", "features[0].added: expected a number, not 'much'"),
        (LINK, "features.0.value", True, "features[0].value: expected a number, not True"),
        (
            LINK,
            "features.0.value",
            float("inf"),
            "features[0].value: expected a finite number, not inf",
        ),
    ],
)
def test_a_wrong_field_of_an_utterance_or_a_link_is_named_in_the_error(
    whole: Record, path: str, value: object, message: str
) -> None:
    with pytest.raises(FormatError) as caught:
        type(whole).from_dict(altered(path, value, whole))

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("day", ["yesterday", "2024-13-01", "2024-05-01T25:00"])
def test_a_date_that_is_none_is_an_error(day: str) -> None:
    with pytest.raises(FormatError, match=r"^published: expected an ISO 8601 date"):
        Article.from_dict({"text": "", "published": day})


def test_what_is_no_dictionary_is_an_error() -> None:
    with pytest.raises(FormatError, match="expected a dictionary, not a list"):
        Quote.from_dict([])  # type: ignore[arg-type]
