"""What a description asks for, and what speaks for a source that nobody has named."""

from __future__ import annotations

from quotes.lexicons import load
from quotes.lexicons.persons import Sort
from quotes.names.parts import plain
from quotes.speakers.antecedents import Wanted, proper_words
from quotes.speakers.describe import describe
from quotes.speakers.figures import Cast
from quotes.speakers.mentions import Determiner, Reference
from quotes.speakers.nouns import is_person_noun, noun_sex, role_kind


def sought(cast: Cast, reference: Reference) -> Wanted | None:
    """What a definite description asks for; None if it introduces or names nobody."""
    head = reference.head_key
    if head is None or reference.determiner is Determiner.INDEFINITE:
        return None
    person = reference.head is not None and is_person_noun(reference.sentence, reference.head)
    if reference.plural and not person:
        return None
    thing = head in load("organisation_nouns") or head in load("organisation_words")
    called = any(head in f.nouns for f in cast.figures if f.organisation is not None)
    if not person and not thing:
        return None
    if person and reference.plural and reference.determiner is Determiner.BARE:
        return None
    return _wanted(cast, reference, head, person, (thing and not person) or called)


def _wanted(cast: Cast, reference: Reference, head: str, person: bool, thing: bool) -> Wanted:
    sentence = reference.sentence
    described = describe(
        sentence, reference.first, reference.stop, cast.known, cast.names.of(sentence.index)
    )
    stop = described.stop if described is not None else reference.stop
    small = load("small_words") | load("particles")
    content = frozenset(
        k
        for w in sentence.words[reference.first : stop]
        if (k := plain(w.text)) and k.isalnum() and k not in small
    )
    sex = noun_sex(head)
    return Wanted(
        sex=sex if sex in {"male", "female"} else None,
        plural=reference.plural if person else None,
        head=head,
        words=content,
        persons=person,
        institutions=thing,
        proper=proper_words(w.text for w in sentence.words[reference.first : stop]),
    )


def unknown(reference: Reference) -> dict[str, float]:
    """The features of the answer that a description means none of the figures so far."""
    head = reference.head_key or ""
    return {
        "new": 1.0,
        "new_bare": float(reference.determiner is Determiner.BARE),
        "new_possessive": float(reference.determiner is Determiner.POSSESSIVE),
        "new_kin": float(role_kind(head) is Sort.KIN),
        "new_plural": float(reference.plural),
        "new_length": min(reference.stop - reference.first, 8) / 4.0,
    }
