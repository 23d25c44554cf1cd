"""The parts of a name: what can be compared between a full name and its short forms."""

from __future__ import annotations

import unicodedata

import attrs
import regex

from quotes.lexicons import load, load_pairs, of_class
from quotes.lexicons.persons import Sort, sexes

_WORD = regex.compile(r"[^\W_]+(?:['.][^\W_]+)*\.?")
_ARTICLES = of_class("articles_in_names")


def plain(word: str) -> str:
    """A word for comparison: lower case, without accents, full stops and apostrophes."""
    if word.isascii():
        return word.lower().replace(".", "").replace("'", "")
    spread = unicodedata.normalize("NFKD", word)
    kept = "".join(c for c in spread if not unicodedata.combining(c))
    return kept.casefold().replace(".", "").replace("'", "").replace("\u2019", "")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, plain; a hyphen parts words."""
    return tuple(w for w in map(plain, _WORD.findall(text.replace("\u2019", "'"))) if w)


def bare(name: str) -> str:
    """A name without a leading *the*."""
    return name[4:] if name[:4].lower() == "the " and len(name) > 4 else name


@attrs.frozen
class NameParts:
    """A personal name taken apart: `words` in order, plain, without suffix and initials."""

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    suffix: str | None = None

    @property
    def core(self) -> tuple[str, ...]:
        """The words without particles and articles, unless nothing else is there."""
        small = load("particles") | _ARTICLES
        return tuple(w for w in self.words if w not in small) or self.words

    @property
    def eastern(self) -> bool:
        """Whether the family name seems to stand first (Xi Jinping, Kim Dae-ki)."""
        return (
            2 <= len(self.words) <= 3
            and self.words[0] in load("surnames_first")
            and not first_name_gender(self.words[0])
        )

    @property
    def given(self) -> str | None:
        """The first name, if the name has more than one word."""
        if len(self.words) < 2:
            return None
        return self.words[1] if self.eastern else self.words[0]

    @property
    def surname(self) -> str:
        """The last word of the name, or the first where the family name stands first."""
        return self.words[0] if self.eastern else self.words[-1]

    def differs(self, other: NameParts) -> bool:
        """Whether both have suffixes or initials and these are not the same: *Ada B. Roe*."""
        if self.suffix and other.suffix and self.suffix != other.suffix:
            return True
        both = self.initials and other.initials
        return bool(both) and set(self.initials).isdisjoint(other.initials)

    def within(self, full: NameParts) -> bool:
        """Whether these words all occur in `full`, in order, and nothing is in conflict."""
        if self.differs(full):
            return False
        rest = iter(full.core)
        return all(any(word == other for other in rest) for word in self.core)


def split(name: str) -> NameParts:
    """Take a personal name apart; honorifics in front are left out."""
    words = list(words_of(name))
    suffix = None
    if len(words) > 1 and words[-1] in load("name_suffixes"):
        suffix = words.pop()
    honorifics = sexes(Sort.ADDRESS)
    while len(words) > 1 and words[0] in honorifics and len(words[0]) > 1:
        if name.startswith("Gen ") and len(words) == 2:
            break
        words.pop(0)
    initials = tuple(w for w in words if len(w) == 1)
    long = tuple(w for w in words if len(w) > 1)
    return NameParts(long or tuple(words), initials if long else (), suffix)


def first_name_gender(word: str) -> str | None:
    """The sex, "female" or "male", that a first name shows; None if it shows none."""
    key = plain(word)
    if key in load("first_names_female"):
        return "female"
    if key in load("first_names_male"):
        return "male"
    return None


def same_given(a: str, b: str) -> bool:
    """Whether two first names may be one: equal, an initial, or a short form (Bill, William)."""
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    short = load_pairs("nicknames")
    return short.get(a) == b or short.get(b) == a or (a in short and short[a] == short.get(b))
