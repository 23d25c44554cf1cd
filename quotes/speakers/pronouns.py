"""Pronouns: their persons, and what each asks of whom it means."""

from __future__ import annotations

from quotes.lexicons import pronouns as lexicon
from quotes.lexicons.pronouns import Form, pronoun_sexes, pronouns
from quotes.speakers.antecedents import Wanted

SEX = pronoun_sexes()
PLURAL = pronouns(number="plural", person=lexicon.THIRD)
THING = pronouns(sex=lexicon.THING)
FIRST = pronouns(person=lexicon.FIRST)
ONESELF = pronouns(number="singular", person=lexicon.FIRST)
OWN = pronouns(form=Form.DETERMINER, person=lexicon.THIRD)
RELATIVE = pronouns(person=lexicon.RELATIVE)


def asked(word: str) -> Wanted | None:
    """What a pronoun of the third person, in lower case, asks for; None for other pronouns."""
    if word in THING:
        return Wanted(persons=False, institutions=True)
    if word in PLURAL:
        return Wanted(plural=True, institutions=True)
    return Wanted(sex=SEX[word], plural=False) if word in SEX else None
