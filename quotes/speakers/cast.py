"""The cast of an article: its people, organisations, and sources without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from quotes.language.sentences import Reading
from quotes.lexicons import load, load_rows
from quotes.lexicons.persons import Sort, sexes, stands_for
from quotes.names.known import Organisation, known_of
from quotes.names.lookup import look_up
from quotes.names.organisations import form_of, organisations
from quotes.names.parts import plain
from quotes.names.people import Person, people
from quotes.speakers.figures import (
    LEADING,
    Cast,
    Event,
    Figure,
    governed,
    oblique,
    reports,
    subject_like,
)
from quotes.speakers.profiles import statements
from quotes.speakers.pronouns import SEX
from quotes.speakers.statements import NameIndex
from quotes.speakers.unnamed import introduced
from quotes.types import SpeakerKind


def assemble(reading: Reading, quoted: Sequence[tuple[int, int]]) -> Cast:
    """Find everybody who may speak in an article."""
    spans = tuple(sorted(quoted))
    persons = people(reading, spans)
    institutions = organisations(reading, persons)
    names = NameIndex(persons, reading.sentences)
    known = known_of(institutions)
    bare = Cast(reading, spans, (), names, known, {}, {}, {}, {})
    figures = [_person(bare, p) for p in persons]
    by_span = {(m.sentence, m.first): n for n, p in enumerate(persons) for m in p.mentions}
    by_form: dict[tuple[str, ...], int] = {}
    standing: dict[tuple[int, int], int] = {}
    for organisation in institutions:
        for form in organisation.forms:
            by_form.setdefault(form, len(figures))
        for m in organisation.mentions:
            standing.update(((m.sentence, i), len(figures)) for i in range(m.first, m.stop))
        figures.append(_organisation(bare, organisation))
    figures.extend(introduced(bare))
    return attrs.evolve(
        bare,
        figures=tuple(figures),
        by_span=by_span,
        ends={(m.sentence, m.first): m.stop for p in persons for m in p.mentions},
        institutions=standing,
        by_form=by_form,
    )


def _person(cast: Cast, person: Person) -> Figure:
    said = statements(cast.reading, person, cast.names, cast.known, cast.inside)
    nouns = _in_full(s.head for s in said if s.head)
    words = set(person.parts.words) | nouns
    initials = set()
    for statement in said:
        spans = [(statement.sentence, *statement.role)] if statement.role else []
        for place, first, stop in [*spans, *statement.affiliations]:
            sentence = cast.reading.sentences[place]
            words.update(plain(w.text) for w in sentence.words[first:stop])
            form = tuple(
                k
                for w in sentence.words[first:stop]
                if (k := plain(w.text)) not in load("small_words")
            )
            words.add("".join(w[:1] for w in form))
        if statement.role is not None:
            role = cast.reading.sentences[statement.sentence].words[slice(*statement.role)]
            initials.add("".join(w.text[:1] for w in role if w.text[:1].isupper()))
    return Figure(
        SpeakerKind.PERSON,
        person.name,
        person.mentions[0].start,
        sex=_sex(cast, person),
        nouns=nouns,
        words=frozenset(words - load("small_words")),
        initials=frozenset(i for i in initials if len(i) > 1),
        events=tuple(
            Event(
                m.start,
                m.sentence,
                m.quoted,
                subject_like(cast.reading.sentences[m.sentence], m.first, m.stop),
                m.full,
                oblique(cast.reading.sentences[m.sentence], m.first, m.stop),
                m.first < LEADING,
                reports(cast.reading.sentences[m.sentence], m.first, m.stop),
                governed=governed(cast.reading.sentences[m.sentence], m.first),
            )
            for m in person.mentions
        ),
        statements=tuple(said),
        person=person,
    )


def _in_full(titles: Iterable[str]) -> frozenset[str]:
    """The nouns of titles, those that are abbreviated also in full: *sen*, *senator*."""
    given = frozenset(titles)
    return given.union(*(stands_for().get(title, ()) for title in given))


def _sex(cast: Cast, person: Person) -> str | None:
    """The sex that the name or the pronouns show; None where they disagree."""
    votes = _pronouns_behind(cast, person)
    if person.sex is not None and not person.addressed:
        against = sum(votes.values()) - votes[person.sex]
        return None if against > 1 and not votes[person.sex] else person.sex
    if person.sex is not None or not votes:
        return person.sex
    best = max(sorted(votes), key=lambda s: votes[s])
    return best if votes[best] > sum(votes.values()) / 2 else None


def _pronouns_behind(cast: Cast, person: Person) -> Counter[str]:
    """The sexes of the pronouns that follow the name before anybody else is named."""
    votes: Counter[str] = Counter()
    for mention in person.mentions:
        sentence = cast.reading.sentences[mention.sentence]
        names = cast.names.of(mention.sentence)
        for i in range(mention.stop, len(sentence.words)):
            if i in names:
                break
            sex = SEX.get(sentence.words[i].lower)
            if sex:
                votes[sex] += 1
                break
    return votes


def _organisation(cast: Cast, organisation: Organisation) -> Figure:
    words = {w for form in organisation.forms for w in form}
    return Figure(
        SpeakerKind.ORGANIZATION,
        organisation.name,
        organisation.mentions[0].start,
        nouns=frozenset(w for w in words if w in load("organisation_nouns"))
        | _nouns_beside(cast, organisation)
        | _nouns_of_kind(organisation),
        words=frozenset(words),
        events=tuple(
            Event(
                m.start,
                m.sentence,
                cast.inside(m.start),
                subject_like(cast.reading.sentences[m.sentence], m.first, m.stop),
            )
            for m in organisation.mentions
        ),
        organisation=organisation,
    )


def _nouns_beside(cast: Cast, organisation: Organisation) -> frozenset[str]:
    """What an organisation is called right before its name: *the contractor Acme*."""
    bodies = load("organisation_nouns")
    bearing = set()
    for m in organisation.mentions:
        words = cast.reading.sentences[m.sentence].words
        if m.first > 0 and words[m.first - 1].xpos == "NN":
            bearing.add(words[m.first - 1].lower)
    return frozenset(bearing & (bodies | sexes(Sort.ROLE).keys()))


_KINDS = load_rows("nouns_of_kinds")


def _nouns_of_kind(organisation: Organisation) -> frozenset[str]:
    """What an organisation of the lexicon may be called: *the bank*, *the newspaper*."""
    entry = look_up(organisation.name)
    nouns = _KINDS.get(entry.kind) if entry is not None else None
    return frozenset(nouns[0] if nouns is not None else ())


def find_organisation(cast: Cast, text: str) -> int | None:
    """The organisation that a form names, if the article has it."""
    return cast.by_form.get(form_of(text))
