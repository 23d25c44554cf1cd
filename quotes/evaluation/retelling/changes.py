"""What outlets do to words on their way: cut, pick, edit, exchange and negate them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.grammar import Wording
from quotes.evaluation.retelling.inflection import synonyms
from quotes.evaluation.retelling.reporting import reported

CLOSERS = ".,;:!?"
_FUNCTION_WORDS = frozenset(
    """a an the this that these those i me my we us our you he him his she her they them their it
    its
    and or but so yet nor because although since if as than when while until unless before after
    for of in on at by to from with without into about against over is are was were be been am being
    has have had will would can could may might must should do does did not no there who which what
    how all also very just except like near between behind rather only wherever whoever whose whom
    went going what's it's that's there's""".split()
)
_ARTICLES = frozenset({"a", "an", "the"})
# Small words that may stand first between marks.
_LEADS = _ARTICLES | {"in", "on", "no", "not", "without", "for", "is", "are", "was", "will", "to"}
_FILLERS = frozenset(
    """really truly simply very completely totally utterly deeply extremely whole entire also never
    now just suddenly only already alone""".split()
)
_LEADING_IN = frozenset("in at with without during before after because when while if".split())
_JOINING = frozenset("and but because so yet however, besides,".split())
_AUXILIARIES = frozenset(
    "is are was were will would can could must should has have had do did may might am".split()
)
_SPELLING = {
    "percent": "per cent", "program": "programme", "center": "centre", "labor": "labour",
    "color": "colour", "neighborhood": "neighbourhood", "neighbors": "neighbours",
    "recognize": "recognise", "organize": "organise", "defense": "defence",
    "traveling": "travelling", "renovate": "refurbish", "toward": "towards", "honor": "honour",
    "gray": "grey", "criticize": "criticise", "license": "licence", "check": "cheque",
    "modernize": "modernise", "investor": "investor", "until": "till", "though": "although",
    "while": "whilst", "among": "amongst", "ok": "okay", "no one": "no-one", "cannot": "can not",
    "whoever": "who ever", "anyone": "anybody", "everyone": "everybody", "nobody": "no one",
    "towards": "toward", "amongst": "among", "everybody": "everyone", "that's": "that is",
    "around-the-clock": "round-the-clock", "never-ending": "never ending",
    "well-known": "well known",
    "so-called": "so called", "high-rise": "high rise", "low-lying": "low lying",
}  # fmt: skip
_SPELT = _SPELLING | {new: old for old, new in _SPELLING.items() if " " not in new}
_DIGITS = dict(
    zip(
        "two three four five six seven eight nine ten twelve twenty thirty".split(),
        "2 3 4 5 6 7 8 9 10 12 20 30".split(),
        strict=True,
    )
)
_NUMERAL = regex.compile(r"\d[\d,]*+(?:\.\d+)?+")


def bare(word: str) -> str:
    """A word in lower case without the marks behind it."""
    return word.rstrip(CLOSERS).lower()


def sentence(words: Sequence[str]) -> list[str]:
    """Words as a sentence of their own: a capital in front, a full stop behind."""
    found = list(words)
    found[0] = found[0][0].upper() + found[0][1:]
    last = found[-1].rstrip(",;:")
    found[-1] = last if last.endswith((".", "!", "?")) else f"{last}."
    return found


def trimmed(wording: Wording, dice: Dice) -> tuple[int, int] | None:
    """From where to where an editor keeps the words; None if nothing can be cut well."""
    count = len(wording.words)
    least = max(3, round(count * 0.35))
    tails = [(0, cut) for cut in wording.cuts if cut >= least]
    if not tails:
        # The last words that a preposition leads in can go.
        able = [i for i in range(least, count - 1) if wording.words[i] in _LEADING_IN]
        tails = [(0, able[-1])] if able else []
    heads = [(cut, count) for cut in wording.cuts if count - cut >= least]
    kept = dice.pick(tails) if tails and (not heads or dice.chance(0.6)) else None
    kept = kept or (dice.pick(heads) if heads else None)
    if kept is None:
        return None
    start, end = kept
    while end - start > 3 and bare(wording.words[start]) in _JOINING:
        start += 1
    return start, end


def fragment(wording: Wording, dice: Dice, shy_of: str) -> tuple[int, int] | None:
    """Two to six words that can stand in a reporting clause as they are.

    The striking phrase by preference; never words that stand in the text `shy_of`.
    """
    words = wording.words
    for attempt in range(12):
        striking = attempt < 3 and dice.chance(0.75)
        if wording.phrase is not None and striking:
            start, end = wording.phrase
            if dice.chance(0.4) and end - start > 2:
                start += 1
            end = min(end, start + 6)
        else:
            size = min(
                dice.weighted(((2, 3.0), (3, 3.0), (4, 2.0), (5, 1.0), (6, 1.0))), len(words)
            )
            start = dice.number(0, len(words) - size)
            end = start + size
        shown = " ".join(words[start:end]).rstrip(CLOSERS).lower()
        whole = wording.phrase is None or not striking
        if _quotable(words, start, end, whole=whole) and shown not in shy_of:
            return start, end
    return None


def _quotable(words: Sequence[str], start: int, end: int, *, whole: bool) -> bool:
    """Whether words can stand between marks in a clause; `whole`: they do not break a phrase."""
    inner = words[start:end]
    if len(inner) < 2 or any(word[-1] in CLOSERS for word in inner[:-1]):
        return False
    if bare(inner[-1]) in _FUNCTION_WORDS or inner[0] != inner[0].lower():
        return False
    first = bare(inner[0])
    if first in _FUNCTION_WORDS - _LEADS:
        return False
    if sum(bare(word) not in _FUNCTION_WORDS for word in inner) < 2:
        return False
    goes_on = whole and end < len(words) and inner[-1][-1] not in CLOSERS
    if goes_on and bare(words[end]) not in _FUNCTION_WORDS:
        return False
    if whole and start and words[start - 1][-1] not in CLOSERS:
        before = bare(words[start - 1])
        if before not in _FUNCTION_WORDS or (first in _ARTICLES and before in _ARTICLES):
            return False
    return reported(inner, female=False) == list(inner)


def clauses(words: Sequence[str]) -> list[tuple[int, int]]:
    """The sentences of the words, as ranges."""
    ends = [i + 1 for i, word in enumerate(words) if word[-1] in ".!?"]
    if not ends or ends[-1] != len(words):
        ends.append(len(words))
    return list(zip([0, *ends[:-1]], ends, strict=True))


def edited(words: Sequence[str], dice: Dice, thing: str) -> list[str]:
    """The words after one to three small changes of an editor; `thing` is what a pronoun means."""
    found = list(words)
    for _ in range(dice.weighted(((1, 5.0), (2, 3.0), (3, 1.0)))):
        for _ in range(6):
            changed = dice.weighted(_EDITS)(found, dice, thing)
            if changed != found and changed:
                found = changed
                break
    return sentence(found)


def _dropped(words: list[str], dice: Dice, thing: str) -> list[str]:
    able = [i for i, word in enumerate(words) if i and word in _FILLERS]
    if not able:
        return words
    at = dice.pick(able)
    return words[:at] + words[at + 1 :]


def _lost(words: list[str], dice: Dice, thing: str) -> list[str]:
    """A small word goes missing."""
    able = [i for i, w in enumerate(words) if i and w in ("the", "a", "that", "and", "to", "of")]
    if not able:
        return words
    at = dice.pick(able)
    return words[:at] + words[at + 1 :]


def _added(words: list[str], dice: Dice, thing: str) -> list[str]:
    able = [i for i, word in enumerate(words) if word in _AUXILIARIES]
    if not able:
        return words
    at = dice.pick(able) + 1
    extra = dice.pick(("also", "now", "really", "still", "simply", "certainly", "clearly", "just"))
    return [*words[:at], extra, *words[at:]]


def _respelt(words: list[str], dice: Dice, thing: str) -> list[str]:
    table = _SPELT | _DIGITS
    able = [i for i, word in enumerate(words) if word.rstrip(CLOSERS) in table]
    if not able:
        return words
    at = dice.pick(able)
    plain = words[at].rstrip(CLOSERS)
    new = table[plain] + words[at][len(plain) :]
    return [*words[:at], *new.split(), *words[at + 1 :]]


def _bracketed(words: list[str], dice: Dice, thing: str) -> list[str]:
    able = [i for i, word in enumerate(words) if word in ("it", "they", "them", "this")]
    if able:
        at = dice.pick(able)
        return [*words[:at], f"[{thing}]", *words[at + 1 :]]
    at = dice.number(0, len(words) - 1)
    if bare(words[at]) in _FUNCTION_WORDS or words[at][-1] in CLOSERS:
        return words
    return [*words[: at + 1], f"[{dice.pick(('of', 'from', 'in'))} {thing}]", *words[at + 1 :]]


def _elided(words: list[str], dice: Dice, thing: str) -> list[str]:
    if len(words) < 12:
        return words
    start, size = dice.number(3, len(words) - 7), dice.number(2, 5)
    return [*words[:start], "...", *words[start + size :]]


def _swapped(words: list[str], dice: Dice, thing: str) -> list[str]:
    """One word is exchanged for another that means about the same."""
    able = [i for i, w in enumerate(words) if i and w.rstrip(CLOSERS) in synonyms()]
    if not able:
        return words
    at = dice.pick(able)
    return [*words[:at], _exchanged(words[at], dice), *words[at + 1 :]]


def _retensed(words: list[str], dice: Dice, thing: str) -> list[str]:
    shift = {"is": "was", "are": "were", "has": "had", "have": "had", "will": "would", "was": "is"}
    able = [i for i, word in enumerate(words) if word in shift]
    if not able:
        return words
    at = dice.pick(able)
    return [*words[:at], shift[words[at]], *words[at + 1 :]]


_Edit = Callable[[list[str], Dice, str], list[str]]
_EDITS: tuple[tuple[_Edit, float], ...] = (
    (_dropped, 3.0),
    (_added, 2.0),
    (_respelt, 3.0),
    (_bracketed, 1.0),
    (_elided, 1.0),
    (_swapped, 2.0),
    (_retensed, 1.0),
    (_lost, 1.0),
)


def _exchanged(word: str, dice: Dice) -> str:
    plain = word.rstrip(CLOSERS)
    options = synonyms().get(plain.lower())
    if options is None:
        return word
    new = dice.pick(options)
    return (new[0].upper() + new[1:] if plain[0].isupper() else new) + word[len(plain) :]


def reworded(text: str, dice: Dice, share: float) -> str:
    """A text after a program exchanged that share of its common words for synonyms.

    Names are spared nine times in ten: they are known by a capital within a sentence.
    """
    found: list[str] = []
    opens = True
    for word in text.split(" "):
        spared = 0.1 if word[:1].isupper() and not opens else 1.0
        found.append(_exchanged(word, dice) if dice.chance(share * spared) else word)
        opens = word[-1:] in ".!?" if word else opens
    return " ".join(found)


def negated(words: Sequence[str]) -> list[str] | None:
    """The words with a *not* more, or one less; None if they have no place for it."""
    found = list(words)
    if any(bare(word) in ("nobody", "no", "nothing", "never", "none") for word in found):
        return None
    if "not" in found:
        found.remove("not")
        return found
    for i, word in enumerate(found):
        if word in _AUXILIARIES:
            return [*found[: i + 1], "not", *found[i + 1 :]]
        if word in ("I'm", "we're", "we'll", "it's", "that's", "they're"):
            return [*found[: i + 1], "not", *found[i + 1 :]]
    return None


def renumbered(words: Sequence[str], dice: Dice) -> list[str] | None:
    """The words with another number in the place of the first; None if there is none."""
    found = list(words)
    for i, word in enumerate(found):
        match = _NUMERAL.search(word)
        if match is not None:
            value = float(match[0].rstrip(",").replace(",", ""))
            new = round(value * dice.pick((0.6, 0.8, 1.25, 1.5, 2.0))) + dice.number(1, 9)
            grouped = f"{new:,}" if value >= 1000 else str(new)
            found[i] = word[: match.start()] + grouped + word[match.end() :]
            return found
    return None
