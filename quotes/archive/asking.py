"""What an archive is asked for."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterator, Sequence

import attrs
import regex

from quotes.archive.people import OWN, called, described, employed, names_of
from quotes.archive.rows import article_of, clean, first_of, marks, quote_of
from quotes.archive.values import Found, KnownSpeaker, Wording
from quotes.errors import OptionError
from quotes.fields import moment
from quotes.names.canonical import same_institution
from quotes.render.differences import Part, differences, same_words
from quotes.types import (
    ArticleSpan,
    ArticleSpeaker,
    MergedAffiliation,
    MergedSpeaker,
    Reason,
    Span,
    Utterance,
    Version,
    VersionRelation,
)

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
Day = datetime.date | str | None
_MOST_SPEAKERS = 500


def search(
    connection: sqlite3.Connection,
    words: str | None,
    speaker: str | None,
    affiliation: str | None,
    outlet: str | None,
    since: Day,
    until: Day,
    limit: int,
) -> Iterator[Found]:
    """Quotes, the latest first; see `Archive.search`."""
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise OptionError(f"limit: expected a whole number of 1 or more, not {limit!r}")
    terms = _terms(words) if words is not None else None
    people = _people(connection, speaker, affiliation)
    if terms == "" or people == []:
        return iter(())
    where, values = ["q.kind != 'other'"], list[object]()
    key = "q.id" if terms is None else "w.rowid"
    low, high = _day("since", since), _day("until", until)
    if low is not None or high is not None:  # quotes without a date have the lowest ids
        where.append(f"{key} >= ?")
        values.append(first_of(low if low is not None else 1))
    if high is not None:
        where.append(f"{key} < ?")
        values.append(first_of(high + 1))
    if people is not None:
        where.append(f"q.speaker IN ({marks(len(people))})")
        values += people
    if outlet is not None:
        where.append("q.outlet = ?")
        values.append(clean(outlet))
    table = "quotes q"
    if terms is not None:
        where.append("w.words MATCH ?")
        values.append(terms)
        table = "words w CROSS JOIN quotes q ON q.id = w.rowid"
        if people is not None and _few(connection, people):
            key, table = "q.id", "quotes q CROSS JOIN words w ON w.rowid = q.id"
    rows = connection.execute(
        f"SELECT q.id FROM {table} WHERE {' AND '.join(where)} ORDER BY {key} DESC LIMIT ?",
        (*values, limit),
    ).fetchall()
    return (found(connection, number) for (number,) in rows)


def found(connection: sqlite3.Connection, number: int) -> Found:
    """One quote by its number."""
    about, text, body, name, slug, utterance = connection.execute(
        "SELECT a.about, a.text, q.body, s.name, s.slug, u.name FROM quotes q"
        " JOIN articles a ON a.id = q.article LEFT JOIN speakers s ON s.id = q.speaker"
        " LEFT JOIN items i ON i.quote = q.id LEFT JOIN utterances u ON u.id = i.utterance"
        " WHERE q.id = ? ORDER BY i.part LIMIT 1",
        (number,),
    ).fetchone()
    return Found(article_of(about, text), quote_of(body), name, slug, utterance)


def utterance_of(connection: sqlite3.Connection, name: str) -> Utterance | None:
    """The utterance of this id, or the one that the quote which the id names is a version of."""
    row = connection.execute("SELECT id FROM utterances WHERE name = ?", (clean(name),)).fetchone()
    if row is None:
        row = _by_quote(connection, name)
    return _utterance(connection, row[0]) if row is not None else None


def _by_quote(connection: sqlite3.Connection, name: str) -> tuple[int] | None:
    """Ids change when a fuller version comes: an old one names a quote and perhaps its part."""
    parts = clean(name).split(":")
    for cut, part in ((1, "0"), (2, parts[-1])):
        if len(parts) > cut and part.isdecimal() and len(part) < 9:
            row: tuple[int] | None = connection.execute(
                "SELECT i.utterance FROM articles a JOIN quotes q ON q.article = a.id"
                " JOIN items i ON i.quote = q.id WHERE a.key = ? AND q.name = ? AND i.part = ?",
                (":".join(parts[:-cut]), parts[-cut], int(part)),
            ).fetchone()
            if row is not None:
                return row
    return None


def _utterance(connection: sqlite3.Connection, number: int) -> Utterance:
    name, text, reason, chosen, speaker = connection.execute(
        "SELECT name, text, reason, chosen, speaker FROM utterances WHERE id = ?", (number,)
    ).fetchone()
    versions = []
    chosen_ref = None
    speakers = []
    for (
        item,
        relation,
        similarity,
        reworded,
        spans,
        part,
        body,
        key,
        about,
        packed,
        who,
    ) in connection.execute(
        "SELECT v.item, v.relation, v.similarity, v.reworded, v.spans, i.part, q.body, a.key,"
        " a.about, a.text, q.speaker FROM versions v JOIN items i ON i.id = v.item"
        " JOIN quotes q ON q.id = i.quote JOIN articles a ON a.id = i.article"
        " WHERE v.utterance = ? ORDER BY v.place",
        (number,),
    ):
        article = article_of(about, packed)
        quote = quote_of(body)
        version = Version(
            article_id=article.id or key,
            outlet=article.outlet,
            quote=quote,
            relation=VersionRelation(relation),
            similarity=similarity,
            machine_reworded=bool(reworded),
            part=part,
            spans=tuple(Span(s, e, article.text[s:e]) for s, e in json.loads(spans)),
        )
        versions.append(version)
        if item == chosen:
            chosen_ref = version.ref
        if quote.speaker is not None and who == speaker:
            speakers.append(ArticleSpeaker(version.article_id, quote.speaker))
    assert chosen_ref is not None
    return Utterance(
        id=name,
        text=text,
        reason=Reason(reason),
        chosen=chosen_ref,
        speaker=_merged(connection, speaker, speakers) if speaker is not None else None,
        versions=tuple(versions),
    )


def _merged(
    connection: sqlite3.Connection, number: int, known: Sequence[ArticleSpeaker]
) -> MergedSpeaker:
    """A speaker with the evidence of the articles of one utterance."""
    whole = described(connection, [number])[number]
    bodies = []
    for body in whole.affiliations:
        evidence = {
            ArticleSpan(one.article_id, a.as_written): None
            for one in known
            for a in one.speaker.affiliations
            if not a.known and same_institution(a.name, body.name) >= OWN
        }
        bodies.append(MergedAffiliation(body.name, tuple(evidence)))
    return attrs.evolve(whole, affiliations=tuple(bodies), known_as=tuple(dict.fromkeys(known)))


def speakers(connection: sqlite3.Connection, name: str) -> tuple[KnownSpeaker, ...]:
    """The speakers with this id or a name that holds these words, the most quoted first."""
    row = connection.execute("SELECT id FROM speakers WHERE slug = ?", (clean(name),)).fetchone()
    numbers = called(connection, name) or ([row[0]] if row is not None else [])
    people = described(connection, numbers)
    found = []
    for number in numbers:
        quotes, articles, first, last = connection.execute(
            "SELECT count(*), count(DISTINCT article), min(nullif(id >> 40, 0)), max(id >> 40)"
            " FROM quotes WHERE speaker = ?",
            (number,),
        ).fetchone()
        days = [datetime.date.fromordinal(d) if d else None for d in (first, last)]
        found.append(
            KnownSpeaker(people[number], names_of(connection, number), articles, quotes, *days)
        )
    return tuple(sorted(found, key=lambda s: (-s.quotes, s.speaker.id)))


def first(connection: sqlite3.Connection, utterance: Utterance) -> Found:
    """Who carried an utterance first."""
    rows = [(_when(connection, v), v.article_id, v) for v in utterance.versions]
    _, _, version = min(rows, key=lambda row: row[:2])
    (number,) = connection.execute(
        "SELECT q.id FROM quotes q JOIN articles a ON a.id = q.article"
        " WHERE a.key = ? AND q.name = ?",
        (clean(version.article_id), clean(version.quote.id)),
    ).fetchone()
    return found(connection, number)


def wordings(connection: sqlite3.Connection, utterance: Utterance) -> tuple[Wording, ...]:
    """The wordings of an utterance in the order of time, with what became different."""
    versions = sorted(
        utterance.versions, key=lambda v: (_when(connection, v), v.article_id, v.part)
    )
    groups: list[tuple[str, list[Version]]] = []
    for version in versions:
        text = " ".join(" ".join(span.text for span in version.spans).split())
        home = next((g for words, g in groups if same_words(words, text)), None)
        if home is None:
            groups.append((text, [version]))
        else:
            home.append(version)
    result: list[Wording] = []
    for text, group in groups:
        before = result[-1].text if result else text
        result.append(
            Wording(
                text,
                group[0].article_id,
                group[0].outlet,
                _published(connection, group[0]),
                group[0].relation,
                tuple(dict.fromkeys(version.outlet for version in group)),
                added=_others(text, before),
                dropped=_others(before, text),
            )
        )
    return tuple(result)


def _others(line: str, other: str) -> tuple[str, ...]:
    return tuple(p.text for p in differences(line, other) if p.part is Part.OTHER)


def _published(
    connection: sqlite3.Connection, version: Version
) -> datetime.datetime | datetime.date | None:
    (about,) = connection.execute(
        "SELECT about FROM articles WHERE key = ?", (clean(version.article_id),)
    ).fetchone()
    return article_of(about).published


def _when(connection: sqlite3.Connection, version: Version) -> tuple[int, float]:
    """When an article appeared; one without a time counts as the end of its day, undated last."""
    moment = _published(connection, version)
    if moment is None:
        return 1 << 30, 0.0
    if not isinstance(moment, datetime.datetime):
        return moment.toordinal(), 86400.0
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC)
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6
    return moment.toordinal(), seconds


def _people(
    connection: sqlite3.Connection, speaker: str | None, affiliation: str | None
) -> list[int] | None:
    """The numbers of the speakers who are asked for; None if all are."""
    if speaker is None and affiliation is None:
        return None
    named = None if speaker is None else set(called(connection, speaker))
    if speaker is not None and not named:
        row = connection.execute(
            "SELECT id FROM speakers WHERE slug = ?", (clean(speaker),)
        ).fetchone()
        named = {row[0]} if row is not None else set()
    bodies = None if affiliation is None else set(employed(connection, affiliation))
    kept = named if bodies is None else bodies if named is None else named & bodies
    return sorted(kept or ())[:_MOST_SPEAKERS]


def _few(connection: sqlite3.Connection, people: Sequence[int]) -> bool:
    """Whether it takes less to look at all quotes of speakers than at all that hold the words."""
    (number,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM quotes WHERE speaker IN ({marks(len(people))})"
        " LIMIT 1000)",
        people,
    ).fetchone()
    return bool(number < 1000)


def _terms(words: str) -> str:
    """All words of a question for the index, each as it is; empty if there are none."""
    if not isinstance(words, str):
        raise OptionError(f"words: expected a string, not {type(words).__name__}")
    return " ".join(f'"{word}"' for word in _WORD.findall(clean(words)))


def _day(name: str, value: Day) -> int | None:
    if value is None:
        return None
    try:
        read = moment(value) if isinstance(value, str) else value
        return read.toordinal()
    except (ValueError, AttributeError) as error:
        raise OptionError(f"{name}: expected an ISO 8601 date, not {value!r:.40}") from error
