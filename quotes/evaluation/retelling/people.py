"""Invented people, places and institutions, and what outlets make of their names."""

from __future__ import annotations

import attrs

from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.tables import rows
from quotes.evaluation.retelling.topics import Matter, Role

_PEOPLES = rows("names")
_LANDS = (
    "Ver Mal Ost Kar Bel Tor Sil Dran Cor Al Lun Per Gal Ner Zam Hol Bar Quer Mon Sar Tol".split()
)
_ENDINGS = (
    "avia onia mere holm stead ville burgh ino ara ovo port minster anta esh ora ides".split()
)
# The last words of names that have no article.
_BARE = frozenset(
    "Motors Telecom Energy Foods Software Police United Rovers Estates Mining".split()
)
_SPELLINGS = (
    ("ov", "off"), ("ksa", "xa"), ("sky", "ski"), ("ch", "tch"), ("ei", "ey"), ("ey", "ei"),
    ("yo", "e"), ("ou", "u"), ("ii", "i"), ("kh", "h"), ("ü", "ue"), ("y", "i"), ("qv", "kv"),
    ("ss", "s"), ("ll", "l"), ("th", "t"), ("z", "s"), ("w", "v"), ("k", "c"), ("ee", "i"),
)  # fmt: skip


@attrs.frozen
class Persona:
    """An invented speaker; `number` tells one from all others, whatever their names.

    A witness has no organisation (an empty name).
    """

    number: int
    first: str
    surname: str
    female: bool
    role: Role
    title: str
    organisation: str

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.surname}"


def place(dice: Dice) -> str:
    """An invented town or country."""
    name = dice.pick(_LANDS) + dice.pick(_ENDINGS)
    return (
        f"{dice.pick(('North', 'Port', 'New', 'San', 'East'))} {name}" if dice.chance(0.2) else name
    )


def organisations(matter: Matter, where: str) -> tuple[str, ...]:
    """The institutions of one story."""
    return tuple(name.format(where) for name in matter.organisations)


def persona(
    dice: Dice, number: int, matter: Matter, where: str, houses: tuple[str, ...], surname: str = ""
) -> Persona:
    """An invented speaker on a matter; with the surname of another one if it is given."""
    women, men, heads, tails = dice.pick(_PEOPLES).split("|")
    female = dice.chance(0.45)
    first = dice.pick((women if female else men).split())
    role = dice.pick(matter.roles)
    surname = surname or dice.pick(heads.split()) + dice.pick(tails.split())
    title = role.title.format(where) if "{}" in role.title else role.title
    if female:
        title = title.replace("spokesman", "spokeswoman").replace("chairman", "chairwoman")
    return Persona(
        number, first, surname, female, role, title, dice.pick(houses) if role.voice != "w" else ""
    )


def house(organisation: str) -> str:
    """An institution in a running sentence: most have an article, companies and clubs do not."""
    return organisation if organisation.split()[-1] in _BARE else f"the {organisation}"


def respelt(name: str, dice: Dice) -> str:
    """A name as another transliteration or a slip of the hand has it; perhaps unchanged."""
    able = [(a, b) for a, b in _SPELLINGS if a in name[1:]]
    if not able:
        return name
    a, b = dice.pick(able)
    return name[0] + name[1:].replace(a, b, 1)
