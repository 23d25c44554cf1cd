"""Who says what on one occasion, with utterances among it that are easily taken for one another."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.evaluation.retelling.changes import negated, renumbered, sentence
from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.gold import Miss, NearMiss
from quotes.evaluation.retelling.grammar import (
    Scene,
    Speech,
    Thought,
    Wording,
    by_voice,
    has_slot,
    speech,
    thought,
    worded,
)
from quotes.evaluation.retelling.people import Persona
from quotes.evaluation.retelling.sayings import stock_phrases
from quotes.evaluation.retelling.topics import Act


@attrs.define
class Said:
    """One utterance: its original wording, and the speech behind it if it can be worded anew.

    Fragments of it hold no words of `shy_of`; `catch` is the fragment that outlets have picked.
    """

    number: int
    who: Persona
    wording: Wording
    speech: Speech | None = None
    variant: int = 0
    shy_of: str = ""
    habit: str = "mixed"
    catch: tuple[int, int] | None = None
    told: bool = False


@attrs.define
class Speakers:
    """Makes the utterances of occasion after occasion, and keeps their near misses."""

    dice: Dice
    near_misses: list[NearMiss] = attrs.field(factory=list)
    count: int = 0
    _phrases: dict[str, int] = attrs.field(factory=dict)

    def occasion(self, scene: Scene, before: Sequence[Said]) -> list[Said]:
        """What is said on an occasion, some of it nearly what was said `before` in the story."""
        dice = self.dice
        found: list[Said] = []
        for who in scene.cast:
            if before and dice.chance(0.3):
                continue
            found += self._statements(scene, who)
        found += self._echoes(scene, found)
        for earlier in before:
            counted = any(char.isdigit() for word in earlier.wording.words for char in word)
            # An altered utterance altered again could be the first one word for word.
            if earlier.speech is not None and dice.chance(0.6 if counted else 0.15):
                found += self._altered(earlier, earlier.who)
        if dice.chance(0.5):
            found.append(self._phrase(dice.pick(scene.cast)))
        return found

    def _new(self, who: Persona, wording: Wording, speech: Speech | None, variant: int) -> Said:
        self.count += 1
        habit = self.dice.weighted((("mixed", 0.8), ("catchy", 0.12), ("quiet", 0.08)))
        return Said(self.count - 1, who, wording, speech, variant, habit=habit)

    def _miss(self, a: Said, b: Said, sort: Miss) -> None:
        self.near_misses.append(NearMiss(a.number, b.number, sort))
        if a.who.number == b.who.number:
            a.shy_of += " ".join(b.wording.words).lower()
            b.shy_of += " ".join(a.wording.words).lower()

    def _statements(self, scene: Scene, who: Persona) -> list[Said]:
        dice = self.dice
        found: list[Said] = []
        count = dice.weighted(((1, 3.0), (2, 4.0), (3, 2.0), (4, 1.0)))
        for family in dice.sample(by_voice(who.role.voice), count):
            first = thought(dice, scene, who, family)
            words = speech(dice, scene, who, first)
            variant = dice.number(0, 23)
            found.append(self._new(who, worded(words, variant), words, variant))
            if dice.chance(0.3):
                kept = {slot: value for slot, value in first.values.items() if dice.chance(0.5)}
                other = thought(dice, scene, who, family, kept)
                if _apart(first, other):
                    twin = speech(dice, scene, who, other)
                    at = variant if dice.chance(0.4) else dice.number(0, 23)
                    found.append(self._new(who, worded(twin, at), twin, at))
                    self._miss(found[-2], found[-1], Miss.MATTER)
        return found

    def _echoes(self, scene: Scene, said: Sequence[Said]) -> list[Said]:
        """The same words, or nearly, from somebody else on the same occasion."""
        dice = self.dice
        found: list[Said] = []
        for one in said:
            others = [who for who in scene.cast if who.number != one.who.number]
            if not others or one.speech is None:
                continue
            who = dice.pick(others)
            if one.wording.phrase is not None and dice.chance(0.35):
                found.append(self._same_phrase(scene, one, who))
            elif dice.chance(0.06):
                variant = one.variant + dice.number(0, 3)
                found.append(self._new(who, worded(one.speech, variant), one.speech, variant))
                self._miss(one, found[-1], Miss.SPEAKER)
            elif dice.chance(0.05):
                found += self._altered(one, who)
            elif len(one.wording.words) <= 8 and dice.chance(0.15):
                found.append(self._new(who, one.wording, None, 0))
                self._miss(one, found[-1], Miss.SPEAKER)
        return found

    def _same_phrase(self, scene: Scene, one: Said, who: Persona) -> Said:
        dice = self.dice
        start, end = one.wording.phrase or (0, 1)
        phrase = " ".join(one.wording.words[start:end]).rstrip(",;:.!?")
        able = [f for f in by_voice(who.role.voice) if has_slot(f, "J")]
        first = thought(dice, scene, who, dice.pick(able), {"J": (phrase,)})
        words = speech(dice, scene, who, first)
        variant = dice.number(0, 23)
        echo = self._new(who, worded(words, variant), words, variant)
        one.habit = echo.habit = "catchy"
        self._miss(one, echo, Miss.SPEAKER)
        return echo

    def _altered(self, one: Said, who: Persona) -> list[Said]:
        """Another number or a negation, at a later date or from another speaker."""
        dice = self.dice
        words, sort = renumbered(one.wording.words, dice), Miss.NUMBER
        if words is None:
            words, sort = negated(one.wording.words), Miss.NEGATION
        if words is None:
            return []
        new = self._new(who, Wording(tuple(sentence(words))), None, 0)
        self._miss(one, new, sort)
        return [new]

    def _phrase(self, who: Persona) -> Said:
        phrase = self.dice.pick(stock_phrases())
        said = self._new(who, Wording(tuple(sentence(phrase.split()))), None, 0)
        if phrase in self._phrases:
            self.near_misses.append(NearMiss(self._phrases[phrase], said.number, Miss.PHRASE))
        self._phrases[phrase] = said.number
        return said


def _apart(a: Thought, b: Thought) -> bool:
    """Whether two thoughts of one family differ in half of their slots, modifiers aside."""
    heads = [
        tuple((v.verbs + v.thing if isinstance(v, Act) else v)[-1].split()[-1] for v in pair)
        for pair in ((a.values[slot], b.values[slot]) for slot in a.values)
    ]
    return sum(x != y for x, y in heads) * 2 >= len(heads) > 0
