"""Speakers whom a newsroom's own list knows: full names, roles and affiliations from there.

A step of its own after the speakers of an article are found, and a pure function of them: what the
article says itself stays.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs
import regex

from quotes.lexicons.persons import Sort, sexes
from quotes.lexicons.pronouns import pronoun_sexes
from quotes.names.parts import (
    NameParts,
    bare,
    first_name_gender,
    plain,
    same_given,
    split,
    words_of,
)
from quotes.names.runs import is_title
from quotes.types import (
    Affiliation,
    Article,
    KnownEntity,
    KnownPart,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
)

_BEFORE = regex.compile(
    r"(?P<opening>^|[.!?:;…“‘\"'(\[]\s*|[\n\r]\s*)?(?P<word>\p{Lu}[\w.’'-]*)\s+$"
)
_NEAR = 60


@attrs.frozen
class Roster:
    """The entries of a list by their names."""

    by_name: Mapping[tuple[str, ...], tuple[KnownEntity, ...]]
    by_surname: Mapping[str, tuple[KnownEntity, ...]]

    @classmethod
    def of(cls, known: Iterable[KnownEntity]) -> Roster:
        """The roster of a list."""
        by_name: defaultdict[tuple[str, ...], list[KnownEntity]] = defaultdict(list)
        by_surname: defaultdict[str, list[KnownEntity]] = defaultdict(list)
        for entity in known:
            for form in {_key(name) for name in (entity.name, *entity.other_names)} - {()}:
                by_name[form].append(entity)
            if entity.kind is SpeakerKind.PERSON and len(words_of(entity.name)) > 1:
                by_surname[split(entity.name).surname].append(entity)
        return cls(
            {key: tuple(rows) for key, rows in by_name.items()},
            {key: tuple(rows) for key, rows in by_surname.items()},
        )

    def find(self, speaker: Speaker, article: Article) -> KnownEntity | None:
        """Whom the list has for a speaker; entries under one name are joined, of several none."""
        if speaker.kind is SpeakerKind.GROUP:
            return None
        day = article.published
        exact = _valid(self.by_name.get(_key(speaker.name), ()), day)
        if exact:
            alike = [entity for entity in exact if entity.kind is speaker.kind]
            return _joined(alike or exact)
        if speaker.kind is not SpeakerKind.PERSON:
            return None
        parts = split(speaker.name)
        near = _valid(self.by_surname.get(parts.surname, ()), day)
        if len(parts.words) > 1:
            return _joined([entity for entity in near if _same_person(parts, split(entity.name))])
        fit = [entity for entity in near if not _contradicted(entity, speaker, article.text)]
        return _joined(fit) if len(fit) == len(near) else None


def with_known(quotes: Sequence[Quote], article: Article, roster: Roster) -> list[Quote]:
    """The quotes of an article with what a newsroom's list knows of their speakers.

    A speaker whom the article calls by a name, another name, or only by the surname of an entry
    gets the entry's full name, and its roles and affiliations where the article gives none. A bare
    surname is left as it is where the list has it twice, where the article has another full name
    with it, or where *Mr.* or a pronoun shows somebody of the other sex. `Speaker.known` and
    `Affiliation.known` say what comes from the list.
    """
    found: dict[str, KnownEntity] = {}
    speakers: dict[str, Speaker] = {}
    for quote in quotes:
        if quote.speaker is not None and quote.speaker.id not in speakers:
            speakers[quote.speaker.id] = quote.speaker
            entity = roster.find(quote.speaker, article)
            if entity is not None:
                found[quote.speaker.id] = entity
    if not found:
        return list(quotes)
    together: defaultdict[str, list[Speaker]] = defaultdict(list)
    for ident, entity in found.items():
        together[entity.name].append(speakers[ident])
    changed = {
        ident: _filled(_one(together[entity.name]), entity) for ident, entity in found.items()
    }
    return [
        attrs.evolve(quote, speaker=changed.get(quote.speaker.id, quote.speaker))
        if quote.speaker is not None
        else quote
        for quote in quotes
    ]


def _key(name: str) -> tuple[str, ...]:
    return words_of(bare(name))


def _valid(entities: Sequence[KnownEntity], day: datetime.date | None) -> list[KnownEntity]:
    return [entity for entity in entities if entity.is_valid(day)]


def _joined(entities: Sequence[KnownEntity]) -> KnownEntity | None:
    """One entry of entries under one name; None of entries that differ."""
    if len({(_key(entity.name), entity.kind) for entity in entities}) != 1:
        return None
    return attrs.evolve(
        entities[0],
        roles=tuple(dict.fromkeys(role for e in entities for role in e.roles)),
        affiliations=tuple(dict.fromkeys(body for e in entities for body in e.affiliations)),
    )


def _same_person(a: NameParts, b: NameParts) -> bool:
    """Whether two full names differ in middle names or initials only."""
    within = a.within(b) or b.within(a)
    return within and a.given is not None and b.given is not None and a.given == b.given


def _contradicted(entity: KnownEntity, speaker: Speaker, text: str) -> bool:
    """Whether the article has another full name with the surname, or shows the other sex."""
    own = split(entity.name)
    sex = first_name_gender(own.given) if own.given else None
    opposite = {"female": "male", "male": "female"}.get(sex) if sex else None
    pronouns = {pronoun_sexes().get(plain(mention.text)) for mention in speaker.mentions}
    if opposite is not None and opposite in pronouns:
        return True
    surname = regex.escape(speaker.name)
    for match in regex.finditer(rf"\b{surname}\b", text):
        before = _BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
        if before is None:
            continue
        word = plain(before["word"])
        shown = sexes(Sort.ADDRESS).get(word)
        if shown is not None and shown == opposite:
            return True
        if shown is not None or is_title(word) or (own.given and same_given(word, own.given)):
            continue
        opens = before["opening"] is not None or match.start() == len(before[0])
        if word not in own.words and (first_name_gender(word) or not opens):
            return True
    return False


def _one(speakers: Sequence[Speaker]) -> Speaker:
    """One speaker of several who are the same: the first, with all that is said of the others."""
    mentions = {mention for speaker in speakers for mention in speaker.mentions}
    return attrs.evolve(
        speakers[0],
        roles=tuple(dict.fromkeys(role for s in speakers for role in s.roles)),
        affiliations=tuple({a.name: a for s in speakers for a in s.affiliations}.values()),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
    )


def _filled(speaker: Speaker, entity: KnownEntity) -> Speaker:
    """The speaker with what the entry adds."""
    by = _looked_up(speaker, entity)
    added = {
        KnownPart.NAME: entity.name != speaker.name or entity.kind is not speaker.kind,
        KnownPart.ROLES: bool(entity.roles) and not speaker.roles,
        KnownPart.AFFILIATIONS: bool(entity.affiliations and by) and not speaker.affiliations,
    }
    bodies = speaker.affiliations
    if added[KnownPart.AFFILIATIONS] and by is not None:
        bodies = tuple(Affiliation(name, by, known=True) for name in entity.affiliations)
    return attrs.evolve(
        speaker,
        name=entity.name,
        kind=entity.kind,
        roles=entity.roles if added[KnownPart.ROLES] else speaker.roles,
        affiliations=bodies,
        known=tuple(part for part, new in added.items() if new),
    )


def _looked_up(speaker: Speaker, entity: KnownEntity) -> Span | None:
    """The words of the article by which the entry was found."""
    names = {_key(name) for name in (entity.name, *entity.other_names, speaker.name)}
    surname = split(entity.name).surname
    for mention in speaker.mentions:
        if _key(mention.text) in names or surname in words_of(mention.text):
            return mention
    return speaker.mentions[0] if speaker.mentions else None
