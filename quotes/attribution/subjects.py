"""Subjects: which mention of a sentence is, or may be, the subject of a verb.

From the parse, and from word order beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from quotes.attribution.chunks import WEEKDAYS
from quotes.attribution.mentions import Mention, MentionKind
from quotes.language.sentences import Sentence
from quotes.lexicons import of_class
from quotes.lexicons.cues import is_report

AUXILIARY = of_class("auxiliaries")
TELLING = of_class("addressing_verbs")
"""Verbs behind which, once there is a subject before, those stand who are told."""

QUOTING = of_class("quoting_verbs")
QUOTED_REACH = 14
"""Within how many words a verb quotes somebody *as saying*."""

_NEVER_INVERTED = of_class("never_inverted")
_INHERITING = frozenset(("conj", "xcomp", "advcl", "parataxis", "ccomp", "acl"))
_SKIPPED = frozenset(("RB", "MD", "RBR", "RP"))
_AGENTS = of_class("agent_leads")
_OPENERS = of_class("complementisers")
_INSERT_REACH = 30
_STEPS = 4


class Subjects:
    """The subjects of the verbs of one sentence, among its mentions.

    Args:
        sentence: The sentence, tagged; parsed or not.
        inside: For each word whether it is hidden, within marks, say.
        found: The mentions of the sentence.
    """

    def __init__(
        self, sentence: Sentence, inside: Sequence[bool], found: Sequence[Mention]
    ) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.inside = inside
        self.mentions = found
        self.starting = {m.first: m for m in reversed(found)}
        self.by_word: dict[int, Mention] = {}
        for mention in found:
            for i in range(mention.first, mention.core):
                kept = self.by_word.get(i)
                if (
                    kept is None
                    or i == mention.head
                    or (kept.head != i and mention.core < kept.core)
                ):
                    self.by_word[i] = mention

    def parsed(self, verb: int) -> tuple[Mention | None, str]:
        """The subject of a verb by the parse, its own or that of the verb it continues."""
        at, path = verb, ""
        for _ in range(_STEPS):
            subjects = list(self.sentence.dependents(at, "nsubj"))
            named = [
                (c, self.by_word[c])
                for c in subjects
                if c in self.by_word
                and not self._opens_clause(at, c)
                and not (c > at and self.words[at].lemma.lower() in _NEVER_INVERTED)
            ]
            # *an account on the network Pell posted*: what a preposition leads in is no subject
            named.sort(key=lambda n: (self.is_placed(n[1]), abs(n[0] - at)))
            if named and not (path.endswith("advcl") and self._is_told(verb, at)):
                child, mention = named[0]
                passive = self.words[child].deprel == "nsubj:pass"
                return mention, f"nsubj{':pass' if passive else ''}{path}"
            relation = self.words[at].deprel.split(":")[0]
            head = self.words[at].head
            if head < 0 or relation not in _INHERITING:
                return None, ""
            if relation == "acl":
                return self.by_word.get(head), f"acl{path}"
            if named:
                at = head  # the path stays that of the participle
            else:
                at, path = head, f"{path}<{relation}"
        return None, ""

    def _is_told(self, participle: int, verb: int) -> bool:
        """Whether a participle that reports belongs not to `verb` but to what reports `verb`.

        *Marsh added the plan had been a gift, saying: “…”*: it is Marsh who says it.
        """
        words = self.words
        head = words[verb].head
        return (
            words[participle].xpos == "VBG"
            and words[verb].deprel == "ccomp"
            and 0 <= head < verb < participle
            and is_report(words[participle].lower, words[participle].lemma)
            and is_report(words[head].lower, words[head].lemma)
            and not is_report(words[verb].lower, words[verb].lemma)
        )

    def _opens_clause(self, verb: int, word: int) -> bool:
        """Whether a clause begins between a verb and a word (*warned that the harbour …*).

        Or with the word, where a verb of its own follows (*admitted confidence was low*).
        """
        if any(w.lower in _OPENERS for w in self.words[verb + 1 : word]):
            return True
        stop = self.by_word[word].stop
        own = stop < len(self.words) and self.words[stop].is_finite and not self.inside[stop]
        return own and word > verb and not any(self.inside[max(0, verb - 2) : verb])

    def right(self, verb: int) -> Mention | None:
        """The mention behind a verb, past adverbs and an insertion with a preposition."""
        i = verb + 1
        while i < len(self.words) and self.words[i].xpos in _SKIPPED and i - verb <= 3:
            i += 1
        if i < len(self.words) and self.words[i].xpos == "IN":
            aside = self.starting.get(i + 1)  # "replied after a pause Ada Marsh"
            if aside is not None and aside.kind is MentionKind.NOMINAL:
                i = aside.core
        return None if i >= len(self.words) or self.inside[i] else self.starting.get(i)

    def left(self, verb: int) -> Mention | None:
        """The mention before a verb, past adverbs, auxiliaries, the day and an insertion."""
        i = verb - 1
        inserted = False
        while i >= 0 and verb - i <= _INSERT_REACH and not self.inside[i]:
            if self._is_passed_over(i):
                i -= 1
            elif self.words[i].text == "," and not inserted:
                apposed = next((m for m in self.mentions if m.stop == i and m.apposed), None)
                if apposed is not None:
                    return apposed
                inserted = True
                i = self._before_insertion(i)
            else:
                break
        return None if i < 0 or self.inside[i] else self._ending(i, verb)

    def _is_passed_over(self, i: int) -> bool:
        """Whether a word may stand between a subject and its verb."""
        word = self.words[i]
        return (
            word.xpos in _SKIPPED
            or word.lemma.lower() in AUXILIARY
            or word.lower in ("who", "which")
            or word.lower in WEEKDAYS
        )

    def _before_insertion(self, comma: int) -> int:
        """The word before the insertion that a comma closes."""
        i = comma - 1
        while i >= 0 and self.words[i].text != "," and not self.inside[i]:
            i -= 1
        return i - 1

    def _ending(self, i: int, verb: int) -> Mention | None:
        """The mention that ends at word `i`, all of it if a preposition leads its end in."""
        mention = self.by_word.get(i)
        if mention is None:
            return next((m for m in self.mentions if m.stop == i + 1), None)
        finite = self.words[verb].is_finite
        return self._around(mention, i + 1) if finite and self.is_placed(mention) else mention

    def _around(self, mention: Mention, stop: int) -> Mention:
        """The longest mention that ends with one led in by a preposition (*people close to it*)."""
        ends = (m for m in self.mentions if m.stop == stop and m.first < mention.first)
        return next(ends, mention)

    def is_placed(self, mention: Mention) -> bool:
        """Whether a preposition that leads no agent in stands before (*it is said in Rome*)."""
        before = self.words[mention.first - 1] if mention.first else None
        placing = ("IN", "TO")
        return before is not None and before.xpos in placing and before.lower not in _AGENTS

    def joint(self, mention: Mention, cue: int) -> Mention:
        """The mention with the other of two people who say it together (*Ada Marsh and Odo Roe*).

        Behind the cue a verb would be the other's (*said Ada Marsh and Odo Roe left*).
        """
        words = self.words
        for first, second in pairwise(self.mentions):
            if (
                mention.stop in (first.stop, second.stop)
                and first.kind is second.kind is MentionKind.PERSON
                and second.first == first.stop + 1
                and words[first.stop].lower == "and"
                and not (cue < second.stop < len(words) and words[second.stop].is_finite)
            ):
                return attrs.evolve(first, stop=second.stop, end=second.end)
        return mention


def quoting_verb(sentence: Sentence, verb: int) -> int:
    """The verb that quotes somebody *as saying* by the participle `verb`, -1 if it is none."""
    words = sentence.words
    if words[verb].xpos != "VBG" or verb < 2 or words[verb - 1].lower != "as":
        return -1
    near = range(verb - 2, max(-1, verb - QUOTED_REACH), -1)
    verbs = (i for i in near if words[i].xpos.startswith("VB"))
    return next((i for i in verbs if words[i].lemma.lower() in QUOTING), -1)
