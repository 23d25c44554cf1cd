"""What is compared between two quotes, as named numbers that can be read.

After the literature on duplicate and paraphrase detection: containment and resemblance (Broder,
SEQUENCES 1997), order by the longest common subsequence (bit-parallel, Hyyrö 2004), rarity of what
is shared, and what speaks against it: numbers, names and negations that differ.
"""

from __future__ import annotations

import functools
import math
from typing import NamedTuple

import attrs
import regex

from quotes.utterances.items import Item
from quotes.utterances.parties import Tie, tie
from quotes.utterances.words import Words, measures, synonyms, together, weight

NAMES = (
    "contained", "contained_most", "contained_all", "alike", "in_order", "adjacent", "identical",
    "shared", "shared_few", "short", "unequal", "numbers_differ", "names_differ",
    "negation_differs", "only_number_differs", "only_negation_differs", "content_alike_most",
    "content_contained", "content_alike", "one_indirect", "both_indirect", "indirect_contained",
    "indirect_alike", "indirect_shared", "indirect_related", "indirect_around", "related", "cue",
    "speaker_same", "speaker_short", "speaker_for", "speaker_fits", "speaker_open",
    "speaker_unlike", "speaker_apart", "speaker_different", "speaker_different_few",
    "unsure_speaker_alike", "context", "context_short", "event", "days", "neighbours",
    "neighbours_short", "sequence",
)  # fmt: skip
"""The features in the order of `compare`; `quotes/utterances/weights.json` weighs them by name."""

AGAINST = frozenset(
    "numbers_differ names_differ negation_differs only_number_differs only_negation_differs "
    "speaker_unlike speaker_apart speaker_different speaker_different_few days".split()
)
"""The features that speak against one utterance, if they say anything."""

EITHER = frozenset(["short", "unequal", "one_indirect", "both_indirect", "speaker_open"])
"""The features that may speak for it or against it; all others speak for it."""

_LONGEST = 300
"""So many words of each quote are aligned, so that the work is bounded."""
FEW = 4
"""So few words may be the same by chance: speaker and context count more."""
_ONE_TEXT = 8
"""So many words are hardly said twice in the same order."""
_START = 4
"""Words that begin with the same so many letters may be of one family."""
SAME_BUT = 0.5
_PREFIX = regex.compile(r"^(?:in|un|dis|im|ir|non)(?=\w{6})")
_ALMOST = 0.75
UNSURE = (Tie.OPEN, Tie.FITS, Tie.FOR, Tie.UNLIKE, Tie.APART)
MOST_DAYS = 60


@attrs.define(eq=False)
class Pointed:
    """Which words of two quotes are compared closely.

    `short` and `long` are of the words, `less` and `more` the contents; `indirect`: one of them is
    a report.
    """

    a: Item
    b: Item
    short: Words
    long: Words
    less: Words
    more: Words
    indirect: bool


@attrs.define(eq=False)
class Sight(Pointed):
    """What of two quotes is compared at first: all that is quick.

    `said` and `whole` are the overlaps of `short` and `long`, and of `less` and `more`.
    """

    said: _Overlap
    whole: _Overlap


@attrs.define(eq=False)
class Closely:
    """What takes time to compare; see the features of these names."""

    in_order: float
    adjacent: float
    related: float
    around: float
    near: float


SLOW = frozenset(
    "in_order adjacent related indirect_related indirect_around neighbours neighbours_short".split()
)
"""The features of which `most` is only a bound."""


def compare(a: Item, b: Item) -> tuple[float, ...]:
    """The features of two quotes, in the order of `NAMES`; the order of the two does not matter."""
    return compare_closely(first_sight(a, b))


def first_sight(a: Item, b: Item) -> Sight:
    """Begin a comparison, which `compare_closely` ends."""
    short, long = _by_size(a.said, b.said)
    said = _overlap(short, long)
    less, more = _by_size(a.content, b.content)
    whole = said if (less is short and more is long) else _overlap(less, more)
    indirect = not (a.quoted and b.quoted)
    if indirect or whole.alike > said.alike:
        # a clause, or clauses that agree better than fragments
        short, long, said = less, more, whole
    return Sight(a, b, short, long, less, more, indirect, said, whole)


def compare_closely(sight: Sight) -> tuple[float, ...]:
    """The features of two quotes, in the order of `NAMES`."""
    return _features(sight, closely(sight))


def closely(sight: Pointed) -> Closely:
    """What takes time to compare."""
    a, b, short, long = sight.a, sight.b, sight.short, sight.long
    return Closely(
        _in_order(short, long),
        _adjacent(short, long),
        _related(sight.less, sight.more),
        _around(a, b) if sight.indirect else 0.0,
        _neighbours(a, b),
    )


def most(sight: Sight) -> tuple[float, ...]:
    """The features as `compare_closely` has them, but of those in `SLOW` what they are at most."""
    n = len(sight.short.stems)
    shared = min(1.0, sight.said.number / n) if n else 0.0
    return _features(sight, Closely(shared, 1.0 if shared else 0.0, 1.0, 1.0, 1.0))


def _features(sight: Sight, closely: Closely) -> tuple[float, ...]:
    a, b, short, long = sight.a, sight.b, sight.short, sight.long
    said, whole, indirect = sight.said, sight.whole, sight.indirect
    n = len(short.stems)
    few = n <= FEW
    quoted = a.quoted + b.quoted
    contained, alike = said.contained, said.alike
    who = tie(a.party, b.party) if a.party is not None and b.party is not None else Tie.OPEN
    numbers = _numbers_differ(short, long)
    negation = float(n > FEW and (short.negations > 0) != (long.negations > 0))
    context = _share(a.context, b.context)
    return (
        contained,
        max(0.0, contained - 0.5),
        max(0.0, contained - 0.8),
        alike,
        closely.in_order,
        closely.adjacent,
        float(short.stems == long.stems),
        math.log1p(said.shared),
        math.log1p(said.shared) if few else 0.0,
        math.log1p(n),
        math.log((1 + len(long.stems)) / (1 + n)),
        numbers,
        _missing(short, long),
        negation,
        numbers * max(0.0, alike - SAME_BUT),
        negation * max(0.0, alike - SAME_BUT),
        max(0.0, whole.alike - 0.5),
        whole.contained,
        whole.alike,
        float(quoted == 1),
        float(quoted == 0),
        whole.contained if indirect else 0.0,
        whole.alike if indirect else 0.0,
        math.log1p(whole.shared) if indirect else 0.0,
        closely.related if indirect else 0.0,
        closely.around if indirect else 0.0,
        closely.related,
        _cues(a, b),
        float(who is Tie.SAME),
        float(who is Tie.SHORT),
        float(who is Tie.FOR),
        float(who is Tie.FITS),
        float(who is Tie.OPEN),
        float(who is Tie.UNLIKE),
        float(who is Tie.APART),
        float(who is Tie.DIFFERENT),
        float(who is Tie.DIFFERENT and few),
        alike if who in UNSURE else 0.0,
        context,
        context if few else 0.0,
        _share(a.sheet.words, b.sheet.words),
        _days(a, b),
        closely.near,
        closely.near if few else 0.0,
        _sequence(a, b),
    )


@attrs.frozen
class WordsCompared:
    """How the words of two stretches agree: shares of the shorter one."""

    contained: float
    in_order: float


def compare_words(short: Words, long: Words) -> WordsCompared:
    """How much of the shorter stretch's words stand in the longer one, and in their order."""
    return WordsCompared(_overlap(short, long).contained, _in_order(short, long))


def _by_size(a: Words, b: Words) -> tuple[Words, Words]:
    return (a, b) if _size(a) <= _size(b) else (b, a)


def _size(words: Words) -> tuple[int, tuple[str, ...]]:
    return len(words.stems), words.stems


class _Overlap(NamedTuple):
    """Weighted containment, weighted Dice, the weight and number of the words that are shared."""

    contained: float
    alike: float
    shared: float
    number: int


def _overlap(short: Words, long: Words) -> _Overlap:
    """What two stretches share, as multisets."""
    left, right = measures(short), measures(long)
    others = right.counts
    shared, number = 0.0, 0
    for s, n in left.counts.items():
        m = others.get(s)
        if m is not None:
            least = n if n < m else m
            shared += weight(s) * least
            number += least
    a, b = left.total, right.total
    return _Overlap(
        shared / min(a, b) if a and b else 0.0,
        2 * shared / (a + b) if a + b else 0.0,
        shared,
        number,
    )


def _in_order(short: Words, long: Words) -> float:
    """The longest common subsequence as a share of the shorter, bit-parallel."""
    a, b = short.stems[:_LONGEST], long.stems[:_LONGEST]
    if not a or a == b:
        return float(bool(a))
    places: dict[str, int] = {}
    for i, s in enumerate(a):
        places[s] = places.get(s, 0) | 1 << i
    full = (1 << len(a)) - 1
    row = full
    for s in b:
        at = places.get(s)
        if at is not None:
            hit = row & at
            row = ((row + hit) | (row - hit)) & full
    return (len(a) - row.bit_count()) / len(a)


def _adjacent(short: Words, long: Words) -> float:
    """The share of the shorter's pairs of adjacent words that stand so in the longer too.

    One word may stand between: outlets leave words out.
    """
    if short.stems and short.stems == long.stems:
        return 1.0
    pairs = measures(short).pairs
    if not pairs:
        return float(bool(short.stems) and short.stems[0] in measures(long).counts)
    return len(pairs & measures(long).near) / len(pairs)


def _related(short: Words, long: Words) -> float:
    """Like containment over telling words, where words of one meaning or beginning are related.

    Listed synonyms (*afraid*, *scared*) and words of one beginning (*invade*, *invasion*) count
    three quarters.
    """
    if short.told == long.told:
        return float(bool(short.told))
    left, right = measures(short), measures(long)
    if not left.told:
        return 0.0
    found: list[float] = []
    starts: frozenset[str] | None = None
    for s in short.told:
        if s in right.counts:
            found.append(weight(s))
            continue
        if starts is None:
            starts = _beginnings(long)
        near = not starts.isdisjoint(_starts(s))
        if near or not synonyms(s).isdisjoint(right.counts):
            found.append(_ALMOST * weight(s))
    return math.fsum(found) / left.told


@functools.lru_cache(maxsize=1 << 12)
def _beginnings(words: Words) -> frozenset[str]:
    """How the telling stems of a text begin."""
    return frozenset(start for s in words.told for start in _starts(s))


@functools.lru_cache(maxsize=1 << 15)
def _starts(key: str) -> tuple[str, ...]:
    """How a telling stem begins, with and without a negating prefix (*ingratitude*)."""
    if len(key) <= _START:
        return ()
    bare = _PREFIX.sub("", key)
    return (key[:_START],) if bare == key else (key[:_START], bare[:_START])


def _around(a: Item, b: Item) -> float:
    """How much of what is telling in and around one quote stands in or around the other, shared.

    A report tells in its own clause what another outlet has in the words or beside them.
    """
    x = a.context | a.content.telling
    y = b.context | b.content.telling
    return together(x & y) / math.sqrt(together(x) * together(y)) if x and y else 0.0


def _cues(a: Item, b: Item) -> float:
    """Whether a telling cue (*apologised*, *urged*) of one is a cue or a word of the other."""
    return float(
        any(s in b.cue or s in b.content.stems for s in a.cue)
        or any(s in a.content.stems for s in b.cue)
    )


def one_text(a: Item, b: Item) -> bool:
    """Whether two quotes share so many words in order that they are one text, whoever said it."""
    short, long = _by_size(a.said, b.said)
    return (
        a.quoted
        and b.quoted
        and len(short.stems) >= _ONE_TEXT
        and measures(short).total >= _ONE_TEXT / 4
        and _in_order(short, long) >= 0.9
        and _adjacent(short, long) >= 0.7
    )


def _numbers_differ(short: Words, long: Words) -> float:
    """Whether the shorter has a number that the longer lacks while that has others."""
    return float(bool(short.numbers - long.numbers and long.numbers - short.numbers))


def _missing(short: Words, long: Words) -> float:
    """The share of the shorter's names that the longer lacks while it has names of its own."""
    if not short.names or not long.names:
        return 0.0
    return len(short.names - set(long.stems)) / len(short.names)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    least = min(len(a), len(b))
    return len(a & b) / least if least else 0.0


def _days(a: Item, b: Item) -> float:
    """The logarithm of the days between the articles, 0 where a date is missing."""
    if a.sheet.day is None or b.sheet.day is None:
        return 0.0
    return math.log1p(min(MOST_DAYS, abs(a.sheet.day - b.sheet.day)))


def _neighbours(a: Item, b: Item) -> float:
    """How well the best pair of neighbouring quotes agrees, by adjacent words."""
    best = 0.0
    for x in (a.before, a.after):
        for y in (b.before, b.after):
            if x is None or y is None:
                continue
            short, long = (x, y) if len(x.stems) <= len(y.stems) else (y, x)
            if len(short.stems) > FEW:
                best = max(best, _adjacent(short, long))
    return best


def _sequence(a: Item, b: Item) -> float:
    """How much the quotes before, and those after, speak of the same: as in copies of a text."""
    total = 0.0
    for x, y in ((a.before, b.before), (a.after, b.after)):
        if x is not None and y is not None:
            p, q = x.telling, y.telling
            if p or q:
                total += 2 * len(p & q) / (len(p) + len(q))
    return total / 2
