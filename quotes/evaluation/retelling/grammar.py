"""Thoughts become sentences: a thought is chosen once and worded as often as it is told."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

import attrs
import regex

from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.inflection import gerund, participle, past, third
from quotes.evaluation.retelling.people import Persona, house, organisations, persona, place
from quotes.evaluation.retelling.phrases import (
    ADJECTIVES,
    ADVERBS,
    COLOURS,
    FEELINGS,
    FIXED,
    JOINTS,
    MODIFIERS,
    NOUNS,
    OBJECTS,
    OPENERS,
    SPANS,
    STATES,
    TAILS,
    TIMES,
    VIRTUES,
)
from quotes.evaluation.retelling.sayings import families
from quotes.evaluation.retelling.tables import Concept
from quotes.evaluation.retelling.topics import Act, Matter, matters

_SLOT = regex.compile(r"\{([A-Z])(?:\.(\w+))?\}")
_SINGULAR = frozenset("canvas gas virus bus campus pus address process access".split())
_PLURAL = frozenset("people staff police children men women data personnel".split())
# The words after which a noun phrase goes on behind its head.
_AFTER_HEAD = frozenset("of in on for by to from about before after with without at".split())
# How the second thought may be joined, and how the third, which begins a sentence of its own.
_JOINTS = (tuple(JOINTS), ("then", "after"))
_PHRASE = "\x01{}\x02"


@attrs.frozen
class Scene:
    """What one story is about, and who speaks in it."""

    matter: Matter
    place: str
    event: Concept
    acts: tuple[Act, ...]
    groups: tuple[Concept, ...]
    troubles: tuple[Concept, ...]
    units: tuple[Concept, ...]
    organisations: tuple[str, ...]
    cast: tuple[Persona, ...]


Value = Concept | Act


@attrs.frozen
class Thought:
    """One clause's worth of meaning: a family and what fills its slots."""

    family: int
    values: Mapping[str, Value]


@attrs.frozen
class Speech:
    """What one speaker says on one occasion: thoughts, how they are joined, and how it opens."""

    thoughts: tuple[Thought, ...]
    joints: tuple[str, ...]
    opener: Concept
    tail: Concept
    contracted: bool


@attrs.frozen
class Wording:
    """Words with their punctuation; before which of them one may cut; and the striking phrase."""

    words: tuple[str, ...]
    cuts: tuple[int, ...] = ()
    phrase: tuple[int, int] | None = None


def scene(dice: Dice, first_number: int) -> Scene:
    """A story of its own, with speakers numbered from `first_number`."""
    matter = dice.pick(matters())
    where = place(dice)
    houses = organisations(matter, where)
    cast: list[Persona] = []
    for i in range(dice.number(2, 6)):
        shared = cast[0].surname if cast and dice.chance(0.03) else ""
        cast.append(persona(dice, first_number + i, matter, where, houses, shared))
    return Scene(
        matter,
        where,
        dice.pick(matter.events),
        tuple(_placed(dice, act) for act in dice.sample(matter.acts, 6)),
        tuple(dice.sample(matter.groups, 3)),
        tuple(dice.sample(matter.troubles, 3)),
        tuple(dice.sample(matter.units, 2)),
        houses,
        tuple(cast),
    )


def _placed(dice: Dice, act: Act) -> Act:
    """A deed, perhaps done to the one thing of its sort that stands in a certain place."""
    if not dice.chance(0.35):
        return act
    where = place(dice)
    thing = tuple(f"{word} {dice.pick(('in', 'in', 'near'))} {where}" for word in act.thing)
    return Act(act.verbs, thing)


@functools.cache
def by_voice(voice: str) -> tuple[int, ...]:
    """The families whose thoughts a voice may have."""
    return tuple(i for i, (voices, _) in enumerate(families()) if voice in voices)


@functools.cache
def _slots(family: int) -> tuple[str, ...]:
    return tuple(
        sorted({m[1] for wording in families()[family][1] for m in _SLOT.finditer(wording)})
    )


def has_slot(family: int, slots: str) -> bool:
    """Whether a family has one of these slots."""
    return any(slot in slots for slot in _slots(family))


def thought(
    dice: Dice, scene: Scene, who: Persona, family: int, kept: Mapping[str, Value] | None = None
) -> Thought:
    """A thought of a family about a scene, with some slots as they are given."""
    given = kept or {}
    values: dict[str, Value] = {}
    for slot in _slots(family):
        value = given.get(slot) or _value(dice, slot, scene, who)
        twin = {"B": "A", "U": "T", "H": "G", "L": "K", "Z": "Y"}.get(slot)
        if twin in values and values[twin] == value:
            value = _value(dice, slot, scene, who)
        values[slot] = value
    return Thought(family, values)


def _value(dice: Dice, slot: str, scene: Scene, who: Persona) -> Value:
    return _DRAWS[slot](dice, scene, who)


def _evaluation(dice: Dice, scene: Scene, who: Persona) -> Concept:
    if dice.chance(0.3):
        return dice.pick(FIXED)
    noun, adjective = dice.pick(NOUNS), dice.pick(ADJECTIVES)
    adverb = dice.pick(ADVERBS) if dice.chance(0.4) else ("",)
    return tuple(
        with_article(" ".join(filter(None, (adverb[i % len(adverb)], a, noun[i % len(noun)]))))
        for i, a in enumerate(adjective)
    )


def with_article(phrase: str) -> str:
    """A noun phrase with *a* or *an*."""
    vowel = phrase.startswith(("a", "e", "i", "o", "u", "hour", "honest"))
    return (
        f"{'an' if vowel and not phrase.startswith(('us', 'uni', 'eu', 'one')) else 'a'} {phrase}"
    )


def _modified(dice: Dice, concept: Concept, share: float) -> Concept:
    if not dice.chance(share):
        return concept
    modifier = dice.pick(MODIFIERS)
    return tuple(f"{modifier[i % len(modifier)]} {word}" for i, word in enumerate(concept))


def _thing(dice: Dice, scene: Scene, who: Persona) -> Concept:
    return _modified(dice, dice.pick(scene.acts).thing, 0.25)


def _object(dice: Dice, scene: Scene, who: Persona) -> Concept:
    thing = dice.pick(OBJECTS)
    colour = dice.pick(COLOURS) if dice.chance(0.3) else ""
    return tuple(with_article(f"{colour} {word}".strip()) for word in thing)


def _trouble(dice: Dice, scene: Scene, who: Persona) -> Concept:
    return _modified(dice, dice.pick(scene.troubles), 0.15)


def _group(dice: Dice, scene: Scene, who: Persona) -> Concept:
    group = dice.pick(scene.groups)
    lead = dice.weighted((("", 5.0), ("our ", 1.0), ("the ", 2.0), ("many ", 0.7), ("local ", 0.7)))
    if any(word.startswith(("the ", "young ")) for word in group):
        lead = ""
    return tuple(lead + word for word in group)


def _count(dice: Dice, scene: Scene, who: Persona) -> Concept:
    number = dice.weighted(
        ((dice.number(3, 40), 3.0), (dice.number(41, 999), 4.0), (dice.number(10, 90) * 100, 3.0))
    )
    return tuple(f"{number:,} {unit}" for unit in dice.pick(scene.units))


def _money(dice: Dice, scene: Scene, who: Persona) -> Concept:
    amount = f"{dice.number(2, 95)}{dice.pick(('', '', f'.{dice.number(1, 9)}'))}"
    scale = dice.pick(("million", "million", "billion"))
    sign, name = dice.pick((("$", "dollars"), ("€", "euros"), ("£", "pounds")))
    return (f"{sign}{amount} {scale}", f"{amount} {scale} {name}")


def _share(dice: Dice, scene: Scene, who: Persona) -> Concept:
    number = dice.number(3, 94)
    return (f"{number} percent", f"{number} per cent", f"{number}%")


def _other(dice: Dice, scene: Scene, who: Persona) -> Concept:
    others = [p for p in scene.cast if p.number != who.number]
    name = dice.pick(others).name if others else f"{who.first} Caldwin"
    return (name,)


def _house(dice: Dice, scene: Scene, who: Persona) -> Concept:
    others = [name for name in scene.organisations if name != who.organisation]
    return (house(dice.pick(others or scene.organisations)),)


_DRAWS: Mapping[str, Callable[[Dice, Scene, Persona], Value]] = {
    "A": lambda dice, scene, who: dice.pick(scene.acts),
    "B": lambda dice, scene, who: dice.pick(scene.acts),
    "C": _share,
    "E": lambda dice, scene, who: tuple(f"the {word}" for word in scene.event),
    "F": lambda dice, scene, who: dice.pick(FEELINGS),
    "G": _group,
    "H": _group,
    "J": _evaluation,
    "K": _trouble,
    "L": _trouble,
    "M": _money,
    "N": _count,
    "O": _house,
    "P": lambda dice, scene, who: (scene.place,),
    "Q": lambda dice, scene, who: dice.pick(STATES),
    "R": lambda dice, scene, who: dice.pick(SPANS),
    "S": lambda dice, scene, who: dice.pick(VIRTUES),
    "T": _thing,
    "Y": _object,
    "Z": _object,
    "U": _thing,
    "W": lambda dice, scene, who: dice.pick(TIMES),
    "X": _other,
}


@functools.cache
def plural(phrase: str) -> bool:
    """Whether a noun phrase takes a verb in the plural, by its head."""
    words = phrase.split()
    head = next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words)) - 1
    word = words[head]
    return word in _PLURAL or (
        word.endswith("s") and not word.endswith("ss") and word not in _SINGULAR
    )


def _agreed(phrase: str, form: str) -> str:
    many = plural(phrase)
    return {"be": ("is", "are"), "was": ("was", "were"), "has": ("has", "have")}[form][many]


def _word(value: Value, form: str | None, at: int) -> str:
    """A slot's words: of each concept that which the number `at` falls on."""
    if isinstance(value, Act):
        verb, thing = value.verbs[at % len(value.verbs)], value.thing[at // 2 % len(value.thing)]
        if form == "o":
            return f"the {thing}"
        if form in ("be", "was", "has"):
            return _agreed(thing, form)
        if form == "n":
            return participle(verb)
        shape = {"g": gerund, "d": past, "s": third}.get(form or "", str)
        return f"{shape(verb)} the {thing}"
    word = value[at % len(value)]
    return _agreed(word, form) if form in ("be", "was", "has") else word


def clause(thought: Thought, variant: int, at: int) -> str:
    """A thought in one of its wordings, with marks for cuts and for the striking phrase."""
    wordings = families()[thought.family][1]

    def fill(match: regex.Match[str]) -> str:
        slot, form = match[1], match[2]
        word = _word(thought.values[slot], form, at + 3 * ord(slot))
        if slot == "J":
            return _PHRASE.format(word)
        return f"the {word}" if slot in "TUKL" and form is None else word

    return _SLOT.sub(fill, wordings[variant % len(wordings)])


def speech(dice: Dice, scene: Scene, who: Persona, first: Thought) -> Speech:
    """What a speaker says, beginning with a thought: one to three thoughts in all."""
    count = dice.weighted(((1, 5.0), (2, 3.5), (3, 0.6)))
    thoughts = [first]
    for family in dice.sample(by_voice(who.role.voice), count):
        if len(thoughts) < count and family != first.family:
            thoughts.append(thought(dice, scene, who, family))
    joints = tuple(dice.pick(_JOINTS[min(i, 1)]) for i in range(len(thoughts) - 1))
    return Speech(
        tuple(thoughts),
        joints,
        dice.pick(OPENERS) if dice.chance(0.3) else ("",),
        dice.pick(TAILS) if dice.chance(0.15) else ("",),
        dice.chance(0.5),
    )


def worded(speech: Speech, variant: int, contracted: bool | None = None) -> Wording:
    """A speech in words; the same number gives the same words, another one others."""
    text = clause(speech.thoughts[0], variant, variant)
    for i, (joint, thought) in enumerate(zip(speech.joints, speech.thoughts[1:], strict=True), 1):
        shapes = JOINTS[joint]
        following = clause(thought, variant + 5 * i, variant + i)
        text = shapes[(variant + i) % len(shapes)].replace("{1}", text, 1).replace("{2}", following)
    opener = speech.opener[variant % len(speech.opener)]
    tail = speech.tail[variant % len(speech.tail)]
    text = f"{opener} | {text}" if opener else text
    text = f"{text}, | {tail}." if tail else f"{text}."
    short = speech.contracted if contracted is None else contracted
    return parsed(contraction(text) if short else text)


_FULL = {
    "I am": "I'm", "we are": "we're", "we have": "we've", "we will": "we'll", "it is": "it's",
    "that is": "that's", "do not": "don't", "did not": "didn't", "does not": "doesn't",
    "cannot": "can't", "will not": "won't", "is not": "isn't", "are not": "aren't",
    "would not": "wouldn't", "there is": "there's", "they are": "they're", "I would": "I'd",
    "let us": "let's", "I have": "I've", "was not": "wasn't", "have not": "haven't",
}  # fmt: skip
# *Have* is shortened only where a participle follows.
_CONTRACTED = regex.compile(
    r"\b("
    + "|".join(key for key in _FULL if not key.endswith(" have"))
    + r"|(?:I|we) have(?= (?:not|never|been|seen|known|lost|asked|learned|worked)\b))\b(?![.,;:?])",
    regex.IGNORECASE,
)
_SENTENCE = regex.compile(r"(^|[.!?] [|\x01 ]*)(\w)")


def contraction(text: str) -> str:
    """Shorten *we are* to *we're* and the like."""

    def shorten(match: regex.Match[str]) -> str:
        key = match[1]
        short = _FULL.get(key) or _FULL.get(key[0].lower() + key[1:]) or key
        return key[0] + short[1:]

    return _CONTRACTED.sub(shorten, text)


def parsed(text: str) -> Wording:
    """Marked-up text as words, sentences with capitals."""
    text = _SENTENCE.sub(lambda m: m[1] + m[2].upper(), text)
    words: list[str] = []
    cuts: list[int] = []
    start = end = None
    for token in text.split():
        if token == "|":
            cuts.append(len(words))
            continue
        if words and words[-1][-1] in ".!?" and (not cuts or cuts[-1] != len(words)):
            cuts.append(len(words))
        if "\x01" in token and start is None:
            start = len(words)
        words.append(token.replace("\x01", "").replace("\x02", ""))
        if "\x02" in token and end is None:
            end = len(words)
    phrase = (start, end) if start is not None and end is not None else None
    return Wording(tuple(words), tuple(cut for cut in cuts if 0 < cut < len(words)), phrase)
