"""Pronouns: their persons, and what each asks of whom it means."""

from __future__ import annotations

from quotes.lexicons import of_class
from quotes.speakers.antecedents import Wanted

SEX = {"he": "male", "his": "male", "him": "male", "himself": "male"}
SEX |= dict.fromkeys(("she", "her", "hers", "herself"), "female")
PLURAL = of_class("plural_pronouns")
THING = of_class("thing_pronouns")
FIRST = of_class("first_person")
ONESELF = of_class("first_person_singular")
RELATIVE = of_class("relatives_with_that")


def asked(word: str) -> Wanted | None:
    """What a pronoun of the third person, in lower case, asks for; None for other pronouns."""
    if word in THING:
        return Wanted(persons=False, institutions=True)
    if word in PLURAL:
        return Wanted(plural=True, institutions=True)
    return Wanted(sex=SEX[word], plural=False) if word in SEX else None
