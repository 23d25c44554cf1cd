"""Whether two quotes say different things in the same place, however much else they share.

Another number, name, date or place, a negation on one side only, or opposites (*for* the wall,
*against* the wall) make two utterances.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence

import regex

from quotes.lexicons import load, load_pairs
from quotes.lexicons.persons import Sort, sexes
from quotes.names.parts import first_name_gender, plain
from quotes.names.spelling import romanised, skeleton
from quotes.names.variants import DIFFERENT, same_person
from quotes.utterances.items import Item
from quotes.utterances.slots import Aligned, Slot, aligned
from quotes.utterances.tokens import Token, tokens_of
from quotes.utterances.words import TELLING, Words, stem, synonyms, weight

_START = 4
"""Names that begin with the same so many letters are related (*Russia*, *Russian*)."""
_LEAST_SHARED = 0.4
"""Which share of the shorter quote's words the two have in common, to differ in one place."""
_ONE_TEXT = 20
"""Quotes that share so many words are one text, though one outlet corrects a part of a name."""
_SHORT = 12
"""Of quotes of at most so many words the subjects are compared."""
_MOST_SHARED = 0.6
_RAREST = 1.0
"""A word of this weight that opens a sentence in capitals is a name."""
_EDGE = 2
"""Of more words than these at the beginning or the end one outlet may have cut some."""
_EXACT_DIGITS = 2
"""A number of so few significant digits may be rounded without a word that says so."""
_NEGATING = regex.compile(r"^(?:in|un|dis|im|ir|il|non)(?=\w{3})")
_DENIALS = frozenset(map(stem, ["deny", "denies", "denied"]))
_FIRST_YEAR, _LAST_YEAR = 1000, 2200


def contradict(a: Item, b: Item) -> bool:
    """Whether two quotes differ in what no two versions of one utterance may differ in."""
    x, y = a.said, b.said
    if not _may(x, y, a, b):
        return _other_subject(a, b)
    if x.stems > y.stems:
        a, b, x, y = b, a, y, x
    both = aligned(x.texts, y.texts)
    shorter = min(len(x.stems), len(y.stems))
    if len(both.common) < _LEAST_SHARED * shorter:
        return False
    return (
        any(_numbers_clash(slot) or _dates_clash(slot) for slot in both.slots)
        or any(
            _names_clash(slot, a, b)
            for slot in both.slots
            if not slot.inside_name or len(both.common) < _ONE_TEXT
        )
        or _turned(both, _denied(a, y) - _denied(b, x))
    )


def _other_subject(a: Item, b: Item) -> bool:
    """Whether two short quotes say the same of two things (*the bridge* or *the school* will cost).

    Outlets call one thing by several words; but then at least one of them has both words.
    """
    x, y = sorted((a.said, b.said), key=lambda words: words.stems)
    if x is y or x.stems == y.stems or max(len(x.stems), len(y.stems)) > _SHORT:
        return False
    both = aligned(x.texts, y.texts)
    if len(both.common) < _MOST_SHARED * min(len(x.stems), len(y.stems)):
        return False
    texts = [item.sheet.article.text.lower() for item in (a, b)]
    for slot in both.slots:
        left, right = _telling(slot.left), _telling(slot.right)
        if not (slot.opens and len(left) == len(right) == 1):
            continue
        if slot.follows in load("finite_verbs") and not _related(left[0], right[0]):
            words = left[0].text.lower(), right[0].text.lower()
            return not any(all(word[:_START] in text for word in words) for text in texts)
    return False


def _related(x: Token, y: Token) -> bool:
    """Whether two words are listed as synonyms, negate, or begin alike."""
    alike = x.text.lower()[:_START] == y.text.lower()[:_START]
    return alike or x.negates or y.negates or y.key in synonyms(x.key)


def _may(x: Words, y: Words, a: Item, b: Item) -> bool:
    """Whether there is anything to look for; quick, as most quotes share all their facts."""
    if x.negations != y.negations or _denied(a, y) != _denied(b, x):
        return True
    if x is y or x.stems == y.stems:
        return False
    one, other = _special(x), _special(y)
    return (
        _each_has_own(_counts(x), _counts(y))
        or _each_has_own(one, other)
        or any(_NEGATING.match(s) for s in one ^ other)
        or _each_has_own(_capitals(x.texts), _capitals(y.texts))
    )


def _each_has_own(x: frozenset[str], y: frozenset[str]) -> bool:
    return not (x <= y or y <= x)


def _counts(words: Words) -> frozenset[str]:
    """The numbers, *one* among them, which may be none."""
    return words.numbers | {"one"} if "one" in words.stems else words.numbers


@functools.lru_cache(maxsize=1 << 14)
def _special(words: Words) -> frozenset[str]:
    """The stems that have opposites, or are parts of time or beginnings that negate."""
    known = _opposites()
    return frozenset(s for s in words.stems if s in known or s in _calendar() or _NEGATING.match(s))


@functools.lru_cache(maxsize=1 << 14)
def _capitals(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(t.key for t in tokens_of(texts) if _is_name(t))


def _denied(item: Item, other: Words) -> int:
    """1 if a report is denied (*denies taking money*), and the other words negate nothing."""
    cue = item.quote.cue
    if cue is None or item.quoted or other.negations:
        return 0
    return int(any(stem(plain(word)) in _DENIALS for word in cue.text.split()))


def _numbers_clash(slot: Slot) -> bool:
    """Whether both sides begin, or both end, with a number, and no two may be one amount."""
    left, right = _values(slot.left), _values(slot.right)
    if not left or not right:
        return False
    hedged = _hedged(slot.left) or _hedged(slot.right)
    if any(_same_amount(x, y, hedged) for x in left for y in right):
        return False
    one, other = _telling(slot.left), _telling(slot.right)
    return any(one[at].value is not None and other[at].value is not None for at in (0, -1))


def _telling(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.value is not None or weight(t.key) >= TELLING]


def _values(tokens: Iterable[Token]) -> list[float]:
    return [token.value for token in tokens if token.value is not None]


def _hedged(tokens: Iterable[Token]) -> bool:
    return any(token.text.lower() in load("hedges") for token in tokens)


def _same_amount(x: float, y: float, hedged: bool) -> bool:
    """Whether two numbers may be one amount, of which one is rounded."""
    if math.isclose(x, y):
        return True
    if all(_FIRST_YEAR <= value <= _LAST_YEAR and value == int(value) for value in (x, y)):
        return False
    rough, fine = sorted((x, y), key=_digits)
    digits = _digits(rough)
    if digits == _digits(fine) or not (hedged or digits >= _EXACT_DIGITS):
        return False
    return math.isclose(float(f"{fine:.{digits - 1}e}"), rough)


def _digits(value: float) -> int:
    """The significant digits of a number."""
    return max(1, len(f"{abs(value):.12g}".replace(".", "").strip("0"))) if value else 1


def _dates_clash(slot: Slot) -> bool:
    """Whether both sides name a part of time of one kind, and not the same."""
    left, right = _dates(slot.left), _dates(slot.right)
    kinds = {kind for kind, _ in left} & {kind for kind, _ in right}
    return bool(kinds) and not any(row in right for row in left if row[0] in kinds)


def _dates(tokens: Iterable[Token]) -> set[tuple[str, str]]:
    table = load_pairs("calendar")
    found = set()
    for token in tokens:
        word = token.text.lower().split("'", 1)[0]
        kind = table.get(word)
        if kind is not None and (token.named or kind not in ("month", "weekday")):
            found.add((kind, word))
    return found


def _names_clash(slot: Slot, a: Item, b: Item) -> bool:
    """Whether both sides are names and nothing else, and none may stand for the other."""
    left, right = _names(slot.left), _names(slot.right)
    if not left or not right or not slot.held:
        return False
    if any(_akin(x, y) for x in left for y in right) or _initials(left, right):
        return False
    if not _comparable(left, right):
        return False
    return not any(
        f"{x} {y}" in text or f"{y} {x}" in text
        for x in left
        for y in right
        for text in (a.sheet.article.text, b.sheet.article.text)
    )


def _names(tokens: Sequence[Token]) -> list[str]:
    """The names of a slot; none if other telling words stand there, as in a description."""
    titles = sexes(Sort.ADDRESS)
    found = []
    for token in tokens:
        word = token.text.split("'", 1)[0]
        if _is_name(token):
            if plain(word) not in titles and plain(word) not in load_pairs("calendar"):
                found.append(word)
        elif weight(token.key) >= TELLING and token.value is None and not token.opens:
            return []
    return found


def _is_name(token: Token) -> bool:
    """Whether a word is a name, as far as its capital and how rare it is tell."""
    if token.named:
        return True
    word = token.text.split("'", 1)[0]
    rare = first_name_gender(word) is not None or weight(token.key) >= _RAREST
    return token.opens and token.value is None and word[0].isupper() and rare


def _akin(x: str, y: str) -> bool:
    """Whether two names are one, related, or spellings of one."""
    if romanised(x)[:_START] == romanised(y)[:_START] or skeleton(x) == skeleton(y):
        return True
    return same_person(x, y) > DIFFERENT


def _initials(left: Sequence[str], right: Sequence[str]) -> bool:
    short, long = sorted((left, right), key=len)
    letters = "".join(word[0] for word in long if word[0].isupper())
    return len(short) == 1 and len(long) > 1 and short[0].replace(".", "") == letters


def _comparable(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the names are of one kind: places, capitals that may mean a state, or others."""
    kinds = [
        (
            any(plain(word) in load("metonyms") for word in names),
            any(plain(word) in _places() for word in names),
        )
        for names in (left, right)
    ]
    return kinds[0] == kinds[1]


@functools.cache
def _places() -> frozenset[str]:
    return load("places") | frozenset(load_pairs("states")) | load("demonyms")


def _turned(both: Aligned, denied: int) -> bool:
    """Whether the sense is turned round: a negation on one side, or opposites."""
    negations = denied
    for x, y in both.common:
        negations += x.negates - y.negates
    for slot in both.slots:
        if _bare(slot):
            negations += sum(t.negates for t in slot.left) - sum(t.negates for t in slot.right)
    return any(map(_opposed, both.slots)) != bool(negations)


def _bare(slot: Slot) -> bool:
    """Whether a negation in a slot bears on the words that both have.

    It does where words are exchanged, and where next to nothing else is left out.
    """
    sides = slot.left, slot.right
    if not slot.inner:
        return all(0 < len(side) <= _EDGE for side in sides)
    return all(sides) or not any(
        weight(token.key) >= TELLING and not token.negates for side in sides for token in side
    )


def _opposed(slot: Slot) -> bool:
    """Whether a word of one side is the opposite of one of the other."""
    left, right = ({plain(t.text) for t in side} for side in (slot.left, slot.right))
    one, other = set(map(stem, left)), set(map(stem, right))
    known = _opposites()
    if any(not known.get(key, frozenset()).isdisjoint(other - one) for key in one - other):
        return True
    return any(
        _NEGATING.match(word) and stem(_NEGATING.sub("", word)) in others
        for words, others in ((left, other), (right, one))
        for word in words
    )


@functools.cache
def _calendar() -> frozenset[str]:
    return frozenset(map(stem, load_pairs("calendar")))


@functools.cache
def _opposites() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for word, others in load_pairs("opposites").items():
        for other in others.split("|"):
            known.setdefault(stem(plain(word)), set()).add(stem(plain(other)))
            known.setdefault(stem(plain(other)), set()).add(stem(plain(word)))
    return {key: frozenset(others) for key, others in known.items()}
