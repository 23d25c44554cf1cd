"""How words are spelt: a key that transliterations share, and a bounded distance for misprints."""

from __future__ import annotations

import functools

import regex

from quotes.lexicons import load_pairs
from quotes.names.parts import plain

LONGEST = 40
"""Words longer than this are compared for equality only."""

_CACHED = 1 << 16
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a"})

# What romanisations of one letter share, in the order of application; longer clusters first.
_STEPS: tuple[tuple[regex.Pattern[str], str], ...] = tuple(
    (regex.compile(pattern), instead)
    for pattern, instead in (
        # The Arabic article inside a name: Abdulaziz, Abdelaziz, Abdul (Aziz).
        (r"^abd[aeiou]l(?=.{3})", "abd"),
        # Sibilants: Tchaikovsky/Chaikovsky, Djamal/Jamal, Zhomart/Jomart, Schulz/Shulz.
        (r"tsch|tch|tsh", "ch"),
        (r"shch|sch", "sh"),
        (r"dzh|dj|zh", "j"),
        # Aspirates and gutturals: Rakhmon/Rahmon, Qasym/Kasym, Sadegh/Sadeg, Fatima/Fathima.
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph|f", "v"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        # Glides: Fyodor/Fedor, Yevgeny/Evgeny, Tokayev/Tokaev.
        (r"(?<=[^aeiouy])yo", "e"),
        (r"y(?=[aeou])", ""),
        # Long vowels and umlauts: Mahmoud/Mahmud, Karim/Kareem, Müller/Mueller.
        (r"ou|oo|ue", "u"),
        (r"oe", "o"),
        (r"ee", "i"),
        (r"ae", "a"),
        # Endings: Yuriy/Yuri, Sergei/Sergey, Zelenskyy/Zelensky.
        (r"y", "i"),
        (r"[ei]+[ij]$|(?<=...)ai$", "i"),
        (r"ei", "ai"),
        # An h that only lengthens a vowel: Sarah/Sara, Mahmoud/Mamoud, John/Jon.
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = regex.compile(r"[aeiouy]+")
_CLASSES = str.maketrans({"g": "k", "h": "k"})


@functools.lru_cache(maxsize=_CACHED)
def romanised(word: str) -> str:
    """The key that romanised spellings of one name share (Fyodorov and Fedorov, Karim and Kareem).

    It folds what transliteration systems write differently: sibilant clusters, aspirates, glides,
    long vowels, doubled letters. `word` is plain, as from `quotes.names.parts.words_of`.
    """
    if len(word) > LONGEST:
        return word
    key = word.translate(_LETTERS)
    for pattern, instead in _STEPS:
        key = pattern.sub(instead, key)
    return key


@functools.lru_cache(maxsize=_CACHED)
def skeleton(word: str) -> str:
    """The consonants of a word's romanised key, with g, h and k as one (Galina and Halyna)."""
    key = _VOWELS.sub("", romanised(word)).translate(_CLASSES)
    return "".join(c for i, c in enumerate(key) if i == 0 or c != key[i - 1])


def distance(a: str, b: str, most: int) -> int:
    """How many letters part two words: insertions, deletions, changes, neighbours swapped.

    The optimal string alignment distance (Damerau, CACM 1964), computed only as far as `most`:
    anything greater is returned as `most + 1`, as is any distance of words of over `LONGEST`.
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > most or max(len(a), len(b)) > LONGEST:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


@functools.lru_cache(maxsize=_CACHED)
def american(word: str) -> str:
    """A word in full and in its American spelling; *labour* is left: it tells parties apart."""
    listed = load_pairs("word_spellings").get(word)
    if listed is not None:
        return listed
    return word.replace("isation", "ization") if len(word) > 8 else word


_TOKEN = regex.compile(r"[^\W_]+(?:['.][^\W_]+)*\.?")
_JOINED = regex.compile(r"(?<=\w)&(?=\w)")


def tokens(text: str) -> list[tuple[str, str]]:
    """The words of a text as written and plain; letters that stand alone are joined (U. S.)."""
    found: list[tuple[str, str]] = []
    letters = False
    for raw in _TOKEN.findall(_JOINED.sub("", text.replace("\u2019", "'"))):
        word = plain(raw)
        if not word:
            continue
        alone = len(word) == 1 and word.isalpha() and raw[0].isupper()
        if alone and letters:
            found[-1] = (found[-1][0] + raw, found[-1][1] + word)
        else:
            found.append((raw, word))
        letters = alone
    return found
