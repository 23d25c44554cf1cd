"""Runs of capitalised words: where a name may stand, and which words before it are titles."""

from __future__ import annotations

import attrs

from quotes.language.sentences import Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Flag, Sort, flagged, sexes, table
from quotes.names.parts import first_name_gender, plain

_CLOSED = frozenset(
    {"DT", "IN", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "CC", "MD", "TO", "EX", "UH", "PDT"}
)
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "RB"})
_MARKS = frozenset({"HYPH", "-LRB-", "-RRB-", "POS", ".", ",", ":", "''", "``", "NFP", "SYM"})

NOT_LEADING = of_class("not_leading")
"""Particles inside names that are other words where nothing of a name stands before them."""

_OFFICE_JOINTS = of_class("office_joints")
_TWO_SYLLABLES = 9
_NICKNAME_MARKS = {'"': '"', "'": "'", "(": ")"}
_LONGEST_NICKNAME = 3
_VOWELS = frozenset("aeiou")


@attrs.frozen
class Run:
    """Words `first` up to, not including, `stop` of sentence `sentence`, capitalised throughout."""

    sentence: int
    first: int
    stop: int


def _capital(word: Word) -> bool:
    text = word.text
    return text[:1].isupper() or (text[1:2] == "'" and text[0] in "do" and len(text) > 3)


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is where capitals mean nothing: at the start of a sentence or of speech."""
    words = sentence.words
    if i > 1 and words[i - 1].text == "-" and words[i - 2].end < words[i - 1].start:
        return words[i - 1].end < words[i].start  # *LOWMOOR, May 3 (Herald) - Shares of*
    while i > 0 and words[i - 1].text in {'"', "'", "(", "-", "[", "``"}:
        i -= 1
    return i == 0 or words[i - 1].text in {".", "!", "?", ":", ";"}


def name_like(sentence: Sentence, i: int) -> bool:
    """Whether word `i` may be part of a name."""
    word = sentence.words[i]
    if not _capital(word) or (word.xpos in _MARKS and not word.text[:1].isalpha()):
        return False
    entity = sentence.entity_at(i)
    named = entity is not None and entity.kind in {"Person", "Organization"}
    if len(word.text) == 1 and word.text not in {"I", "A"} and i + 1 < len(sentence.words):
        after = sentence.words[i + 1]
        return _capital(after) and (after.xpos.startswith("NNP") or len(after.text) == 1)
    if _syllable(sentence, i):
        return True
    shout = word.text.isupper() and len(word.text) > 1
    if word.lower in load("not_names") and not (
        shout and (word.xpos.startswith("NNP") or (named and len(word.text) > 2))
    ):
        return named and word.xpos.startswith("NNP") and not _opens(sentence, i)
    if word.xpos in _CLOSED:
        return named and len(word.text) > 1
    if word.xpos.startswith("NNP") or named:
        return True
    if _opens(sentence, i):
        if word.lower in load("demonyms") and i + 1 < len(sentence.words):
            return _capital(sentence.words[i + 1]) and len(sentence.words[i + 1].text) > 1
        return first_name_gender(word.text) is not None and word.xpos not in _VERBS
    return word.xpos not in _VERBS or len(word.text) > 2


def _syllable(sentence: Sentence, i: int) -> bool:
    """Whether word `i` opens a given name of two syllables behind a family name (*Roe In-ah*)."""
    words = sentence.words
    return (
        0 < i < len(words) - 2
        and words[i - 1].text[:1].isupper()
        and words[i - 1].xpos.startswith("NNP")
        and _joined(sentence, i + 1)
        and words[i + 2].text.isalpha()
        and words[i + 2].text.islower()
        and len(words[i].text) + len(words[i + 2].text) <= _TWO_SYLLABLES
    )


def _joined(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is a hyphen or apostrophe that joins its neighbours."""
    words = sentence.words
    return (
        0 < i < len(words) - 1
        and words[i].text in {"-", "'"}
        and words[i - 1].end == words[i].start
        and words[i].end == words[i + 1].start
    )


def is_hyphen(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is a hyphen without space on either side."""
    return _joined(sentence, i) and sentence.words[i].text == "-"


def _bridge(sentence: Sentence, i: int) -> int:
    """How many words from `i` on are particles or hyphens that a name goes on behind; 0 if none."""
    words = sentence.words
    glued = i > 0 and words[i - 1].end == words[i].start
    if _joined(sentence, i) or (glued and words[i - 1].text[-1:] == "-"):
        return 1
    particles = load("particles")
    n = 0
    while n < 3 and i + n < len(words) and words[i + n].lower in particles:
        n += 1
        if words[i + n - 1].text in {"as", "at"} and not _joined(sentence, i + n):
            return 0
        if i + n < len(words) and _joined(sentence, i + n):
            n += 1
    if n and i + n < len(words) and name_like(sentence, i + n):
        return n
    return 0


def runs(sentence: Sentence) -> list[Run]:
    """The maximal runs of name-like words; particles and hyphens inside belong to them."""
    found = []
    i, size = 0, len(sentence.words)
    while i < size:
        named = name_like(sentence, i)
        lead = 0 if named else _leading_particle(sentence, i)
        if not lead and not named:
            i += 1
            continue
        start, i = i, i + max(1, lead)
        while i < size:
            if name_like(sentence, i):
                i += 1
                continue
            step = _bridge(sentence, i) or _nickname(sentence, i)
            if _joined(sentence, i) and sentence.words[i + 1].text[:1].isalpha():
                step = 2
            if not step:
                break
            i += step
        found.append(Run(sentence.index, start, min(i, size)))
    return found


def _nickname(sentence: Sentence, i: int) -> int:
    """How long a nickname between marks at word `i` is: *Ada "Red" Roe*; 0 if there is none."""
    words = sentence.words
    close = _NICKNAME_MARKS.get(words[i].text)
    given = first_name_gender(words[i - 1].text) is not None
    if close is None or not (given or (close == '"' and words[i - 1].xpos == "NNP")):
        return 0
    for k in range(i + 2, min(i + 2 + _LONGEST_NICKNAME, len(words) - 1)):
        if words[k].text == close:
            spaced = words[i - 1].end < words[i].start and words[k].end < words[k + 1].start
            glued = words[i].end == words[i + 1].start and words[k - 1].end == words[k].start
            inside = all(name_like(sentence, n) for n in range(i + 1, k))
            inside = inside and (close != ")" or first_name_gender(words[i + 1].text) is not None)
            whole = spaced and glued and inside and name_like(sentence, k + 1)
            return k + 1 - i if whole and not is_title(words[k + 1].text) else 0
    return 0


def _leading_particle(sentence: Sentence, i: int) -> int:
    """A name that opens with a particle (van Lieshout, al-Attiyah): its length, or 0."""
    word = sentence.words[i]
    if word.lower not in load("particles") or word.lower in NOT_LEADING:
        return 0
    return _bridge(sentence, i)


def is_title(word: str) -> bool:
    """Whether a word can stand before a name as a title or form of address."""
    key = plain(word)
    learned = len(key) > _TWO_SYLLABLES and key.endswith(("alist", "ivist", "ologist", "omist"))
    return learned or key in table() or key.removesuffix("s") in table()


def _is_position(word: str) -> bool:
    """Whether a word is written as the positions of players are: *QB*, *DL*."""
    return len(word) == 2 and word.isalpha() and word.isupper() and not _VOWELS & set(word.lower())


def _is_office(word: str) -> bool:
    """Whether a title says more than what sort of person somebody is: *Dean*, not *Christian*."""
    key = plain(word)
    return any(key in sexes(sort) for sort in (Sort.ADDRESS, Sort.ROLE, Sort.KIN))


def _borne(sentence: Sentence, i: int) -> bool:
    """Whether a title before the last word of a run is a first name: *Dean Roe, a plumber*.

    What is a form of address as well needs to be shown as a name: by another title before it, or by
    what the person is.
    """
    key = plain(sentence.words[i].text)
    if key not in flagged(Flag.GIVEN) or (i and sentence.words[i - 1].lower == "the"):
        return False
    titled = i > 0 and is_title(sentence.words[i - 1].text)
    return key not in sexes(Sort.ADDRESS) or titled or _is_something(sentence, i + 2)


def _behind_office(sentence: Sentence, first: int, stop: int) -> int:
    """Where the name begins behind an office with *of*, *for* or *to*: *Chief of Staff Ada Roe*."""
    words = sentence.words
    last = sentence.entity_at(stop - 1)
    if stop - first < 3 or (last is not None and last.kind != "Person" and last.first <= first):
        return first
    i = first
    while i > 0 and (words[i - 1].lower in _OFFICE_JOINTS or words[i - 1].xpos.startswith("NNP")):
        i -= 1
        if words[i].lower in {"of", "for", "to"} and i and is_title(words[i - 1].text):
            given = (k for k in range(first, stop - 1) if first_name_gender(words[k].text))
            begin = next(given, stop - 2)
            while begin > first and words[begin - 1].text[-1:] == "-":
                begin -= 2 if words[begin - 1].text == "-" else 1
            return begin
    return first


def _is_something(sentence: Sentence, i: int) -> bool:
    """Whether a comma at word `i` opens what somebody is or does: *, a plumber*, *, who lives*."""
    ahead = [word.lower for word in sentence.words[i : i + 7]]
    if ahead[:2] == [",", "who"]:
        return True
    return ahead[:1] == [","] and ahead[1:2] in (["a"], ["an"]) and any(map(is_title, ahead[2:]))


def after_titles(sentence: Sentence, first: int, stop: int) -> int:
    """Where the name begins in a run: behind the last title, if a name is left behind it."""
    begin = first
    words = sentence.words
    for i in range(begin, stop - 1):
        if first < i < stop - 2 and _is_position(words[i].text):
            begin = i + 1
            continue
        if not is_title(words[i].text) or words[i + 1].text in {"-", "'"}:
            continue
        if first_name_gender(words[i].text) and not _is_office(words[i].text):
            continue
        before = words[i - 1] if i > first else None
        given = before is not None and (
            (len(plain(before.text)) == 1 and before.text.isalpha())
            or first_name_gender(before.text) is not None
        )
        if i + 2 == stop and _borne(sentence, i):
            continue
        if not given or plain(words[i].text) in {"dr", "prof", "mr", "mrs", "ms"}:
            begin = i + 1
    begin = max(begin, _behind_office(sentence, first, stop))
    edges = load("demonyms") | load("role_modifiers")
    while (
        begin < stop - 1
        and words[begin].lower in edges
        and first_name_gender(words[begin].text) is None
    ):
        begin += 1
    while begin < stop - 1 and words[begin].text in {"-", ".", "'"}:
        begin += 1
    return begin
