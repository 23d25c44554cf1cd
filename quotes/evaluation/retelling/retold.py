"""One utterance as one outlet tells it: a change is drawn, and the words are set."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from quotes.evaluation.retelling.articles import Dress, Telling
from quotes.evaluation.retelling.changes import (
    CLOSERS,
    clauses,
    edited,
    fragment,
    sentence,
    trimmed,
)
from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.gold import Change
from quotes.evaluation.retelling.grammar import Wording, worded
from quotes.evaluation.retelling.reporting import reported
from quotes.evaluation.retelling.speeches import Said

# Of ten versions in the news about six or seven are verbatim but for length, two are fragments.
_HABITS: dict[str, tuple[tuple[Change, float], ...]] = {
    "mixed": (
        (Change.VERBATIM, 46.0),
        (Change.TRIMMED, 12.0),
        (Change.SPLIT, 8.0),
        (Change.EDITED, 13.0),
        (Change.FRAGMENT, 9.0),
        (Change.RETRANSLATED, 8.0),
        (Change.INDIRECT, 7.0),
    ),
    "catchy": (
        (Change.VERBATIM, 20.0),
        (Change.TRIMMED, 5.0),
        (Change.FRAGMENT, 70.0),
        (Change.INDIRECT, 5.0),
    ),
    "quiet": (
        (Change.VERBATIM, 25.0),
        (Change.TRIMMED, 10.0),
        (Change.FRAGMENT, 15.0),
        (Change.INDIRECT, 50.0),
    ),
    "translated": (
        (Change.RETRANSLATED, 75.0),
        (Change.FRAGMENT, 6.0),
        (Change.TRIMMED, 7.0),
        (Change.INDIRECT, 12.0),
    ),
}

_JOINERS = frozenset(
    "and but so yet however besides because look see well frankly honestly".split()
)


@attrs.frozen
class Version:
    """Words to set in an article, with the change that made them and the part they render."""

    telling: Telling
    change: Change | None
    part: tuple[int, int]


@attrs.frozen
class Retelling:
    """Draws and makes versions; `names` are words that keep their capital within a sentence."""

    dice: Dice
    names: Collection[str]
    thing: str

    def versions(self, said: Said, translated: bool) -> list[Version]:
        """How an outlet tells an utterance: one quote as a rule, two where it is split."""
        whole = Version(Telling(said.who, Dress.WHOLE, said.wording.words), None, self._all(said))
        if not said.told:
            said.told = True
            return [whole]
        habit = "translated" if translated and said.speech is not None else said.habit
        change = self.dice.weighted(_HABITS[habit])
        make = {
            Change.TRIMMED: self._trimmed,
            Change.SPLIT: self._split,
            Change.EDITED: self._edited,
            Change.FRAGMENT: self._fragment,
            Change.RETRANSLATED: self._retranslated,
            Change.INDIRECT: self._indirect,
        }.get(change)
        found = make(said) if make is not None else []
        return found or [attrs.evolve(whole, change=Change.VERBATIM)]

    def _all(self, said: Said) -> tuple[int, int]:
        return 0, len(said.wording.words)

    def _trimmed(self, said: Said) -> list[Version]:
        part = trimmed(said.wording, self.dice)
        if part is None:
            return []
        words = tuple(sentence(said.wording.words[part[0] : part[1]]))
        return [Version(Telling(said.who, Dress.WHOLE, words), Change.TRIMMED, part)]

    def _split(self, said: Said) -> list[Version]:
        words, count = said.wording.words, len(said.wording.words)
        cuts = (cut for cut in said.wording.cuts if 2 <= cut <= count - 2)
        able = [cut for cut in cuts if words[cut - 1] not in ("that", "think", "is", "are")]
        if not able:
            return []
        cut = self.dice.pick(able)
        if words[cut - 1][-1] in ".!?" and self.dice.chance(0.35):
            halves = ((0, cut), (cut, count))
            return [
                Version(
                    Telling(said.who, Dress.WHOLE, tuple(sentence(words[start:end]))),
                    Change.SPLIT,
                    (start, end),
                )
                for start, end in halves
            ]
        telling = Telling(said.who, Dress.BROKEN, words, start=cut)
        return [Version(telling, Change.SPLIT, (0, count))]

    def _edited(self, said: Said) -> list[Version]:
        words = tuple(edited(said.wording.words, self.dice, self.thing))
        if words == said.wording.words:
            return []
        return [Version(Telling(said.who, Dress.WHOLE, words), Change.EDITED, self._all(said))]

    def _fragment(self, said: Said) -> list[Version]:
        part = said.catch
        if part is None or self.dice.chance(0.3):
            part = fragment(said.wording, self.dice, said.shy_of)
        if part is None:
            return []
        said.catch = said.catch or part
        start, end = part
        words, phrase = said.wording.words, said.wording.phrase
        if phrase is not None and phrase[0] <= start and end == phrase[1] and self.dice.chance(0.6):
            telling = Telling(said.who, Dress.CALLED, words[start:end])
            return [Version(telling, Change.FRAGMENT, part)]
        low, high = self._around(said.wording, start, end)
        before = self.shifted(said, words[low:start])
        after = self.shifted(said, words[end:high], inside=True)
        inner = list(words[start:end])
        telling = Telling(
            said.who,
            Dress.INSIDE,
            (*before, *inner, *after),
            start=len(before),
            end=len(before) + len(inner),
        )
        return [Version(telling, Change.FRAGMENT, part)]

    def _around(self, wording: Wording, start: int, end: int) -> tuple[int, int]:
        """The clause to report around a fragment: its sentence, or between cuts if it is long."""
        low, high = next((a, b) for a, b in clauses(wording.words) if a <= start < b)
        if high - low > 14:
            low = max((cut for cut in wording.cuts if low <= cut <= start), default=low)
            high = min((cut for cut in wording.cuts if end <= cut <= high), default=high)
        while low < start and wording.words[low].lower().rstrip(",") in _JOINERS:
            low += 1
        return low, max(high, end)

    def shifted(self, said: Said, words: Sequence[str], *, inside: bool = False) -> list[str]:
        """Words as a reporting clause has them, without the capital of their sentence."""
        if not words:
            return []
        found = reported(words, female=said.who.female)
        found = [part for word in found for part in word.split()]
        if not inside and found[0].rstrip(CLOSERS) not in self.names:
            found[0] = found[0][0].lower() + found[0][1:]
        return found

    def _retranslated(self, said: Said) -> list[Version]:
        wording = self._anew(said)
        if wording is None or wording.words == said.wording.words:
            return []
        words = wording.words
        if self.dice.chance(0.15):
            start, end = trimmed(wording, self.dice) or (0, len(words))
            words = tuple(sentence(words[start:end]))
        telling = Telling(said.who, Dress.WHOLE, words)
        return [Version(telling, Change.RETRANSLATED, self._all(said))]

    def _anew(self, said: Said) -> Wording | None:
        if said.speech is None:
            return None
        variant = said.variant + self.dice.number(1, 3)
        short = not said.speech.contracted if self.dice.chance(0.5) else None
        return worded(said.speech, variant, short)

    def _indirect(self, said: Said) -> list[Version]:
        wording, part = said.wording, self._all(said)
        if self.dice.chance(0.35):
            wording = self._anew(said) or wording
        words = wording.words
        sentences = clauses(words)
        if len(sentences) > 1:
            start, end = self.dice.pick(sentences)
            words = words[start:end]
            part = (start, end) if wording is said.wording else part
        while len(words) > 3 and words[0].lower().rstrip(",") in _JOINERS:
            words = words[1:]
        telling = Telling(said.who, Dress.REPORTED, tuple(self.shifted(said, words)))
        return [Version(telling, Change.INDIRECT, part)]
