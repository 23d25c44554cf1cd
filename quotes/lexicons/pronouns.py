"""Pronouns that may stand for a speaker, with what each shows of whom it means.

The table is `pronouns.tsv`: one row a word, its columns explained in its header.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping

from quotes.lexicons import load_rows


class Form(enum.StrEnum):
    """The forms of a pronoun: *she*, *her* (seen), *her* (hat), *hers*, *herself*."""

    SUBJECT = "subject"
    OBJECT = "object"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    REFLEXIVE = "reflexive"


FIRST, SECOND, THIRD, RELATIVE = "1", "2", "3", "relative"
"""The persons of the table."""
THING = "thing"
"""What stands for the sex of *it*."""


@functools.cache
def table() -> Mapping[str, tuple[str, str, str, Form]]:
    """Every pronoun with its sex, number, person and form; "" where it shows none."""
    return {
        word: ("".join(sex), "".join(number), person, Form(form))
        for word, (sex, number, (person,), (form,)) in load_rows("pronouns").items()
    }


@functools.cache
def pronouns(
    *,
    sex: str | None = None,
    number: str | None = None,
    person: str | None = None,
    form: Form | None = None,
) -> frozenset[str]:
    """The pronouns that show all that is given."""
    asked = (sex, number, person, form)
    return frozenset(
        word
        for word, row in table().items()
        if all(want in (None, has) for want, has in zip(asked, row, strict=True))
    )


@functools.cache
def pronoun_sexes(form: Form | None = None) -> Mapping[str, str]:
    """The pronouns, of one form or of all, that show a sex, with that: "female" or "male"."""
    return {word: sex for sex in ("female", "male") for word in pronouns(sex=sex, form=form)}
