"""The lexicons of institutions and states, and how a name is folded to find its entry."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs
import regex

from quotes.lexicons import load, load_pairs, of_class
from quotes.lexicons.persons import Sort, sexes
from quotes.names.spelling import american, tokens

WORLD = "world"
"""The home of institutions that belong to no one state."""
COMMON = "common"
"""The kind of names that every state has one of (a foreign ministry, a supreme court)."""

# Names of these kinds are brands: American Airlines are not any airlines of the United States.
_BRANDS = of_class("brands")
_LOWER = of_class("lower_case_in_names")
_PART = regex.compile(r"[^\s\-/(]+")
_MARKED = regex.compile(r"\^(.)")


@attrs.frozen
class Institution:
    """One entry of the lexicon: its canonical name, its kind, its home, its other names.

    `home` is the state it belongs to, or `WORLD`. An other name in capitals (`capitals`) is meant
    only where it is written in capitals, since in small letters it is another word.
    """

    name: str
    kind: str
    home: str
    others: tuple[str, ...]
    capitals: tuple[str, ...]


def cased(entry: str) -> str:
    """A name of the lexicon with its capitals.

    Lexicons are in lower case: each word but small ones begins with a capital, `word*` is all
    capitals, and a letter behind `^` is one as well (black^rock).
    """

    def part(match: regex.Match[str]) -> str:
        word: str = match.group()
        if "*" in word:
            return word.replace("*", "").upper()
        if match.start() > 0 and entry[match.start() - 1] in " -":
            if word in _LOWER:
                return word
            if word.startswith("d'"):
                return "d'" + word[2:].capitalize()
        return _MARKED.sub(lambda m: m.group(1).upper(), word[0].upper() + word[1:])

    return _PART.sub(part, entry)


@functools.cache
def institutions() -> tuple[Institution, ...]:
    """All entries of the lexicon of institutions."""
    rows = []
    for name, value in load_pairs("institutions").items():
        kind, home, *more = value.split("\t")
        others = more[0].split("|") if more else []
        rows.append(
            Institution(
                cased(name),
                kind,
                home,
                tuple(o for o in others if not o.endswith("*")),
                tuple(o[:-1] for o in others if o.endswith("*")),
            )
        )
    return tuple(rows)


@attrs.frozen
class State:
    """A state: its name, the adjectives of its people, its other names."""

    name: str
    adjectives: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def adjective(self) -> str:
        """The word that stands before its institutions (the Kenyan parliament)."""
        return self.adjectives[0] if self.adjectives else self.name


@functools.cache
def states() -> dict[str, State]:
    """The states by name in lower case."""
    rows = {}
    for name, value in load_pairs("states").items():
        adjectives, _, others = value.partition("\t")
        rows[name] = State(
            cased(name),
            tuple(cased(a) for a in adjectives.split("|") if a != "-"),
            tuple(cased(o) for o in others.split("|") if o),
        )
    return rows


def state_of(word: str) -> str:
    """The state that one plain word is a name or an adjective of; any other word as it is."""
    return _state_words().get((word,), word)


@functools.cache
def _state_words() -> dict[tuple[str, ...], str]:
    """The names and adjectives of states as plain words, with the state's name."""
    table = {}
    for name, state in states().items():
        for form in (state.name, *state.adjectives, *state.others):
            table[tuple(word for _, word in tokens(form))] = name
    return table


_MOST_WORDS = 6


def words(text: str) -> tuple[str, ...]:
    """The words of an institution's name that count: plain, American, phrases as one word."""
    plain = [american(word) for _, word in tokens(text)]
    kept: list[str] = []
    i = 0
    while i < len(plain):
        size, word = _telling(plain, i)
        kept += word
        i += size
    return tuple(kept) or tuple(plain)


def _telling(forms: Sequence[str], i: int) -> tuple[int, tuple[str, ...]]:
    """How many words are read at `i`, and the one that counts, if it does."""
    joined = load_pairs("joined_phrases").get(" ".join(forms[i : i + 2]))
    if joined is not None:
        return 2, (joined,)
    return 1, () if forms[i] in load("small_words") else (forms[i],)


def with_states(text: str) -> tuple[str, ...]:
    """As `words`, but names and adjectives of a state are its name (Kenyan, Kenya's: kenya)."""
    table = _state_words()
    found = tokens(text)
    forms = [w for _, w in found]
    kept: list[str] = []
    i = 0
    while i < len(found):
        for size in range(min(_MOST_WORDS, len(found) - i), 0, -1):
            name = table.get(tuple(forms[i : i + size]))
            if name is None:
                bare = forms[i + size - 1].removesuffix("s")
                if found[i + size - 1][0].replace("\u2019", "'").lower().endswith("'s"):
                    name = table.get((*forms[i : i + size - 1], bare))
            if name is not None and not (forms[i] == "us" and not found[i][0][0].isupper()):
                kept.append(name)
                i += size
                break
        else:
            size, word = _telling(forms, i)
            kept += map(american, word)
            i += size
    return tuple(kept) or tuple(forms)


@attrs.frozen
class Index:
    """The entries by the words of their names: as they stand, with states folded, in capitals."""

    exact: dict[tuple[str, ...], Institution]
    folded: dict[tuple[str, ...], Institution]
    capitals: dict[tuple[str, ...], Institution]


def moved(key: tuple[str, ...]) -> tuple[str, ...]:
    """The words with those of states in front, so that *of Kenya* and *Kenyan* are one."""
    names = states()
    return (*sorted(w for w in key if w in names), *(w for w in key if w not in names))


@functools.cache
def index() -> Index:
    """The lexicon made ready for look-up."""
    result = Index({}, {}, {})
    for entry in institutions():
        for name in (entry.name, *entry.others):
            result.exact.setdefault(words(name), entry)
        for name in entry.capitals:
            result.capitals.setdefault(words(name.upper()), entry)
    doubtful: dict[tuple[str, ...], set[str]] = {}
    for entry in institutions():
        if entry.kind in _BRANDS:
            continue
        for name in (entry.name, *entry.others):
            key = with_states(name)
            # "The bank of Japan" is one bank, "a Japanese bank" is any.
            forms = {key, moved(key)} if len(key) > 2 else {key}
            for form in forms:
                doubtful.setdefault(form, set()).add(entry.name)
                result.folded.setdefault(form, entry)
    for form, names in doubtful.items():
        if len(names) > 1:
            del result.folded[form]
    return result


@functools.cache
def generic_words() -> frozenset[str]:
    """Words that many institutions share; a name of these alone singles out none."""
    counts = Counter(w for entry in institutions() for w in set(words(entry.name)))
    frequent = {w for w, n in counts.items() if n >= _FREQUENT}
    nouns = load("organisation_words") | load("organisation_nouns")
    return frozenset({american(w.rstrip(".")) for w in nouns} | frequent | _SUBJECTS)


_FREQUENT = 5
_SUBJECTS = of_class("subjects_of_bodies")


@functools.cache
def known_words() -> frozenset[str]:
    """Words that are right as they stand: a differing one of these is no misprint."""
    entries = institutions()
    own = {w for e in entries for name in (e.name, *e.others) for w in words(name)}
    lists: Iterable[str] = (
        word
        for name in ("places", "demonyms", "role_modifiers")
        for entry in load(name)
        for _, word in tokens(entry)
    )
    return frozenset(own) | generic_words() | frozenset(lists) | frozenset(sexes(Sort.ROLE))


@functools.cache
def place_words() -> frozenset[str]:
    """Words that name a place or a people, and numbers in words: differing ones are a conflict."""
    lists = (
        word
        for name in ("places", "demonyms")
        for entry in load(name)
        if len(entry.split()) == 1
        for _, word in tokens(entry)
    )
    return frozenset(states()) | frozenset(lists) | _ORDINALS


_ORDINALS = of_class("ordinals")
