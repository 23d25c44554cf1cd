"""The speakers of the archive, kept up to date article by article.

The rule is that of `quotes.utterances.merging`, for one speaker of one article at a time: names
that agree are one person; a surname or a description joins where the articles give evidence; a
speaker whose name differs from any name of the other never joins. Since more may be known later,
those whom an article calls by a surname or a description only are placed again whenever an
utterance of theirs changes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import attrs
import regex

from quotes.archive.rows import clean, dumped, marks
from quotes.names.canonical import best_name, same_institution
from quotes.names.parts import first_name_gender, plain, same_given, split, words_of
from quotes.types import MergedAffiliation, MergedSpeaker, Speaker, SpeakerKind
from quotes.utterances.parties import Party, Tie, name_keys, party_of, tie

_NEAR_DAYS = 7
_SHARED_NEWS = 0.15
OWN = 0.5
_MOST_PARTIES = 24
_MOST_NEWS = 60
"""So many of the latest articles of a speaker are looked at for the same news."""
_SLUG = regex.compile(r"[^\p{L}\p{N}]+")
_RANK = {SpeakerKind.PERSON: 0, SpeakerKind.ORGANIZATION: 1}


@attrs.frozen(eq=False)
class Bearer:
    """A speaker of one article: the number of the article, its day and its telling words."""

    article: int
    local: str
    speaker: Speaker
    party: Party
    day: int | None
    sketch: frozenset[str]


def bearer(article: int, speaker: Speaker, day: int | None, sketch: Iterable[str]) -> Bearer:
    """A speaker of an article, ready to be placed."""
    return Bearer(article, speaker.id, speaker, party_of(speaker), day, frozenset(sketch))


def fullest_first(one: Bearer) -> tuple[int, int, str, int, str]:
    """The order in which speakers are placed: persons and full names first."""
    rank = _RANK.get(one.party.kind, 2)
    return rank, -len(words_of(one.speaker.name)), one.speaker.name, one.article, one.local


def place(connection: sqlite3.Connection, one: Bearer, beside: Iterable[int]) -> int:
    """Find out who a speaker of an article is, and remember it; the number of the speaker.

    `beside` are the speakers of the other versions of the same utterances.
    """
    shared = set(beside)
    near = shared | _met(connection, name_keys(one.party))
    strengths = {g: _strength(connection, one, g, g in shared) for g in near}
    best = max(strengths.values(), default=0)
    chosen = [g for g, strength in strengths.items() if strength == best] if best else []
    number = chosen[0] if len(chosen) == 1 else _new(connection, one)
    _remember(connection, one, number)
    return number


def forget(connection: sqlite3.Connection, one: Bearer, number: int) -> None:
    """Take a speaker of an article out again."""
    connection.execute(
        "DELETE FROM bearers WHERE article = ? AND local = ?", (one.article, clean(one.local))
    )
    for what, value in (*_own(one), ("party", _party_row(one.party))):
        connection.execute(
            "UPDATE told SET often = often - 1 WHERE speaker = ? AND what = ? AND value = ?",
            (number, what, value),
        )
    connection.execute("DELETE FROM told WHERE speaker = ? AND often < 1", (number,))
    left = connection.execute(
        "SELECT 1 FROM bearers WHERE speaker = ? LIMIT 1", (number,)
    ).fetchone()
    connection.execute("DELETE FROM names WHERE speaker = ?", (number,))
    if left is None:
        connection.execute("DELETE FROM told WHERE speaker = ?", (number,))
        connection.execute("DELETE FROM speakers WHERE id = ?", (number,))
        return
    for party in _parties(connection, number):
        _index(connection, number, party)
    _name(connection, number)


def loose(one: Bearer) -> bool:
    """Whether an article gives no full name of a speaker, so that more may tell who it is."""
    return not one.party.named or len(words_of(one.speaker.name)) < 2


def described(
    connection: sqlite3.Connection, numbers: Sequence[int]
) -> Mapping[int, MergedSpeaker]:
    """Speakers with their names, roles and affiliations, without evidence."""
    found = {}
    for number in numbers:
        slug, name, kind = connection.execute(
            "SELECT slug, name, kind FROM speakers WHERE id = ?", (number,)
        ).fetchone()
        found[number] = MergedSpeaker(
            slug,
            name,
            SpeakerKind(kind),
            roles=_once(_told(connection, number, "role")),
            affiliations=tuple(
                MergedAffiliation(body, ()) for body in _bodies(_told(connection, number, "body"))
            ),
        )
    return found


def names_of(connection: sqlite3.Connection, number: int) -> tuple[str, ...]:
    """All names of a speaker, the most frequent first."""
    return tuple(_told(connection, number, "name"))


def called(connection: sqlite3.Connection, name: str) -> list[int]:
    """The speakers with a name that holds these words one after the other."""
    words = list(words_of(name))
    if not words:
        return []
    rows = connection.execute(
        f"SELECT speaker FROM names WHERE sort = 'word' AND key IN ({marks(len(set(words)))})"
        " GROUP BY speaker HAVING count(*) = ?",
        (*(clean(w) for w in sorted(set(words))), len(set(words))),
    ).fetchall()
    return [n for (n,) in rows if any(_holds(x, words) for x in names_of(connection, n))]


def employed(connection: sqlite3.Connection, affiliation: str) -> list[int]:
    """The speakers who belong to an institution whose name holds these words."""
    words = list(words_of(affiliation))
    bodies = connection.execute("SELECT DISTINCT key FROM names WHERE sort = 'body'").fetchall()
    kept = [key for (key,) in bodies if words and _holds(key, words)]
    return [
        number
        for key in kept
        for (number,) in connection.execute(
            "SELECT speaker FROM names WHERE sort = 'body' AND key = ?", (key,)
        )
    ]


def _holds(name: str, words: Sequence[str]) -> bool:
    held = list(words_of(name))
    return any(held[i : i + len(words)] == words for i in range(len(held) - len(words) + 1))


def _met(connection: sqlite3.Connection, keys: Iterable[str]) -> set[int]:
    return {
        number
        for key in keys
        for (number,) in connection.execute(
            "SELECT speaker FROM names WHERE sort = 'key' AND key = ?", (clean(key),)
        )
    }


def _strength(connection: sqlite3.Connection, one: Bearer, number: int, shares: bool) -> int:
    """How strongly somebody belongs to a speaker: 0 not at all, 4 by name and utterance."""
    parties = _parties(connection, number)
    ties = {tie(one.party, party) for party in parties}
    if Tie.DIFFERENT in ties or Tie.APART in ties:
        return 0
    if any(_namesakes(one.party, party) for party in parties):
        return 0
    if Tie.SAME in ties:
        return 3 + shares
    if Tie.SHORT in ties:
        return 2 + shares if shares or _same_news(connection, one, number, parties) else 0
    named = any(party.named for party in parties)
    return 1 if not one.party.named and shares and (Tie.FITS in ties or not named) else 0


def _namesakes(a: Party, b: Party) -> bool:
    """Whether two people share a surname only: in an archive they may well share the news too.

    Names may be alike as far as `tie` tells since what begins one may be no first name (*Ben
    Saleh*, *Ben Marsh*): beside another first name it is one, unless it stands in both names.
    """
    if a.kind is not SpeakerKind.PERSON or b.kind is not SpeakerKind.PERSON:
        return False
    x, y = (split(party.name).words for party in (a, b))
    if min(len(x), len(y)) < 2 or x[-1] != y[-1] or x[0] in y or y[0] in x:
        return False
    known = first_name_gender(x[0]) is not None and first_name_gender(y[0]) is not None
    other = x[0][0] != y[0][0] or (known and not same_given(x[0], y[0]))
    return other and tie(a, b) is not Tie.SAME


def _same_news(
    connection: sqlite3.Connection, one: Bearer, number: int, parties: Iterable[Party]
) -> bool:
    if any(one.party.nouns & party.nouns for party in parties):
        return True
    rows = connection.execute(
        "SELECT a.day, a.sketch FROM bearers b JOIN articles a ON a.id = b.article"
        " WHERE b.speaker = ? ORDER BY b.article DESC LIMIT ?",
        (number, _MOST_NEWS),
    )
    for day, sketch in rows:
        if day is not None and one.day is not None and abs(day - one.day) > _NEAR_DAYS:
            continue
        words = set(sketch.split())
        least = min(len(words), len(one.sketch))
        if least and len(words & one.sketch) >= _SHARED_NEWS * least:
            return True
    return False


def _new(connection: sqlite3.Connection, one: Bearer) -> int:
    base = clean(_SLUG.sub("-", plain(one.speaker.name)).strip("-") or "speaker")
    (number,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM speakers").fetchone()
    taken = connection.execute("SELECT 1 FROM speakers WHERE slug = ?", (base,)).fetchone()
    connection.execute(
        "INSERT INTO speakers VALUES (?, ?, ?, ?)",
        (
            number,
            base if taken is None else f"{base}-{number}",
            clean(one.speaker.name),
            one.speaker.kind.value,
        ),
    )
    return int(number)


def _remember(connection: sqlite3.Connection, one: Bearer, number: int) -> None:
    connection.execute(
        "INSERT INTO bearers VALUES (?, ?, ?, ?)",
        (one.article, clean(one.local), number, dumped(one.speaker.to_dict())),
    )
    told = _own(one)
    parties = _parties(connection, number)
    if len(parties) < _MOST_PARTIES or not any(p.name == one.party.name for p in parties):
        told.append(("party", _party_row(one.party)))
    connection.executemany(
        "INSERT INTO told VALUES (?, ?, ?, 1)"
        " ON CONFLICT (speaker, what, value) DO UPDATE SET often = often + 1",
        [(number, *row) for row in told],
    )
    _index(connection, number, one.party)
    _name(connection, number)


def _own(one: Bearer) -> list[tuple[str, str]]:
    """What an article tells of a speaker: name, roles, institutions."""
    told = [("name", clean(one.speaker.name))]
    told += [("role", clean(role)) for role in one.speaker.roles]
    told += [("body", clean(a.name)) for a in one.speaker.affiliations]
    return list(dict.fromkeys(told))


def _parties(connection: sqlite3.Connection, number: int) -> list[Party]:
    return [_party(body) for body in _told(connection, number, "party")]


def _index(connection: sqlite3.Connection, number: int, party: Party) -> None:
    """Under which words a speaker is met and asked for."""
    keys = [("key", clean(key)) for key in name_keys(party)]
    keys += [("word", clean(word)) for word in words_of(party.name)]
    keys += [("body", clean(name)) for name in party.affiliations]
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?, ?)", [(*row, number) for row in keys]
    )


def _name(connection: sqlite3.Connection, number: int) -> None:
    """Give a speaker the fullest of its names; of equally full ones the most frequent."""
    names = [(_party(body).named, _party(body).name) for body in _told(connection, number, "party")]
    named = {clean(name) for is_name, name in names if is_name}
    able = [n for n in names_of(connection, number) if not named or n in named]
    places = {name: place for place, name in enumerate(able)}
    (kind,) = connection.execute("SELECT kind FROM speakers WHERE id = ?", (number,)).fetchone()
    if kind == SpeakerKind.ORGANIZATION:
        name = best_name(able)
    else:
        name = min(able, key=lambda n: (-len(words_of(n)), places[n], n))
    connection.execute("UPDATE speakers SET name = ? WHERE id = ?", (clean(name), number))


def _told(connection: sqlite3.Connection, number: int, what: str) -> list[str]:
    rows = connection.execute(
        "SELECT value FROM told WHERE speaker = ? AND what = ? ORDER BY often DESC, value",
        (number, what),
    )
    return [value for (value,) in rows]


def _once(roles: Iterable[str]) -> tuple[str, ...]:
    kept: dict[tuple[str, ...], str] = {}
    for role in roles:
        kept.setdefault(tuple(words_of(role)), role)
    return tuple(kept.values())


def _bodies(names: Sequence[str]) -> tuple[str, ...]:
    """Institutions each under one name, in their order."""
    groups: list[list[str]] = []
    for name in names:
        home = next((g for g in groups if same_institution(g[0], name) >= OWN), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return tuple(best_name(group) for group in groups)


def _party_row(party: Party) -> str:
    return dumped(
        {
            "kind": party.kind.value,
            "name": party.name,
            "affiliations": list(party.affiliations),
            "nouns": sorted(party.nouns),
        }
    )


def _party(body: str) -> Party:
    data = json.loads(body)
    return Party(
        SpeakerKind(data["kind"]),
        data["name"],
        tuple(data["affiliations"]),
        frozenset(data["nouns"]),
    )
