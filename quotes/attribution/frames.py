"""Frames: pairs of a candidate source and the expression that would report its words.

From the parse and, since parses of sentences with quotations often fail, from word order as well.
The frames over-generate on purpose; the ranker chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution.chunks import sort_of
from quotes.attribution.feelings import voiced
from quotes.attribution.mentions import Mention, MentionKind, mentions, pronoun
from quotes.attribution.subjects import (
    AUXILIARY,
    QUOTED_REACH,
    QUOTING,
    TELLING,
    Subjects,
    quoting_verb,
)
from quotes.language.sentences import Sentence
from quotes.lexicons import of_class
from quotes.lexicons.cues import CueClass, cue_class, cue_lemma


@attrs.frozen
class Frame:
    """A mention and its cue (words `cue` up to, not including, `cue_stop`; none if `cue` is -1).

    `start` and `end` are the cue's offsets in the article.
    """

    mention: Mention
    cue: int
    cue_stop: int
    lemma: str
    relation: str
    start: int = -1
    end: int = -1

    @property
    def by_noun(self) -> bool:
        """Whether the cue is a noun (*the mayor's claim*, *a statement by the mayor*)."""
        return self.relation.startswith(("owner", "noun"))

    @property
    def sentence(self) -> int:
        """Index of the sentence in which both stand."""
        return self.mention.sentence


SIGNS = frozenset(("dash", "signed"))
"""The relations of names that only a sign joins to words in marks."""
_GOES_ON = ",?!"
"""Signs at the end of words in marks behind which their sentence goes on."""
_INDEFINITE = of_class("indefinite_openers")
_OBJECTS = of_class("third_object_pronouns")
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "-", "(", '"'))
_DETERMINERS = frozenset(("DT", "PRP$"))
_PERSONAL = frozenset((MentionKind.PERSON, MentionKind.PRONOUN))
_CLAUSE_REACH = 16
_AGENT_REACH = 8


def stretches(sentence: Sentence, inside: Sequence[bool]) -> list[tuple[int, int]]:
    """The word ranges of a sentence for which `inside` is false."""
    ranges: list[tuple[int, int]] = []
    for i, hidden in enumerate(inside):
        if hidden:
            continue
        if ranges and ranges[-1][1] == i:
            ranges[-1] = (ranges[-1][0], i + 1)
        else:
            ranges.append((i, i + 1))
    return ranges


def frames(sentence: Sentence, inside: Sequence[bool]) -> list[Frame]:
    """All frames among the words of a sentence that are not `inside` (within marks, say)."""
    found = mentions(sentence, stretches(sentence, inside))
    if not found:
        return []
    return list(_Finder(sentence, inside, found).run())


class _Finder:
    def __init__(self, sentence: Sentence, inside: Sequence[bool], found: list[Mention]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.inside = inside
        self.mentions = found
        self.subjects = Subjects(sentence, inside, found)
        self.by_word = self.subjects.by_word
        self.starting = self.subjects.starting
        self.seen: set[tuple[int, int, int]] = set()
        self.acted_upon: set[int] = set()

    def run(self) -> Iterator[Frame]:
        for i, word in enumerate(self.words):
            if self.inside[i]:
                continue
            clause = voiced(self.sentence, i, self.inside)
            if clause is not None:
                yield from self._feeling(i, clause[1])
            if word.lower in ("according", "per"):
                yield from self._according(i)
            elif i == 0 and word.lower == "for":
                yield from self._for(self.starting.get(1))
            elif word.lower == "words":
                yield from self._words_of(i)
            elif self._is_verb(i):
                yield from self._verb(i)
            elif word.xpos in ("NN", "NNS") and cue_class(word.lemma.lower(), noun=True):
                yield from self._noun(i)
            elif word.text in (":", "-"):
                yield from self._punctuation(i)
        framed = {(m, s) for m, s, _ in self.seen}
        for mention in self.mentions:
            # *the council was accused of*; a person may speak in the next sentence
            spoken_of = mention.head in self.acted_upon and mention.kind not in _PERSONAL
            if (mention.first, mention.stop) not in framed and not spoken_of:
                yield Frame(mention, -1, -1, "", "bare")

    def _frame(
        self, mention: Mention | None, cue: int, stop: int, relation: str
    ) -> Iterator[Frame]:
        if mention is None or self._labels(mention, cue):
            return
        key = (mention.first, mention.stop, cue)
        if key not in self.seen:
            self.seen.add(key)
            start, end = self.words[cue].start, self.words[stop - 1].end
            noun = relation.startswith(("owner", "noun"))
            lemma = self.words[cue].lemma.lower() if noun else self._lemma(cue)
            whole = self.subjects.joint(self._whole(mention, cue), cue)
            yield Frame(whole, cue, stop, lemma, relation, start, end)

    def _labels(self, mention: Mention, cue: int) -> bool:
        """Whether a mention stands before a colon and the cue behind it (*The upshot: X said*)."""
        stop = mention.stop
        return stop < cue and stop < len(self.words) and self.words[stop].text == ":"

    def _whole(self, mention: Mention, cue: int) -> Mention:
        """An indefinite description before the cue with its relative clause (*a man who ...*)."""
        words = self.words
        stop = cue
        while stop > mention.stop and words[stop - 1].xpos in ("RB", "MD", "VBZ", "VBP", "VBD"):
            stop -= 1
        if (
            mention.kind is MentionKind.NOMINAL
            and mention.stop + 1 < stop <= mention.stop + _CLAUSE_REACH
            and words[mention.first].lower in _INDEFINITE
            and words[mention.stop].lower == "who"
            and not any(w.text in _CLAUSE_ENDS for w in words[mention.stop : stop])
            and not any(self.inside[mention.stop : stop])
        ):
            return attrs.evolve(mention, stop=stop, end=words[stop - 1].end)
        return mention

    def _lemma(self, i: int) -> str:
        return cue_lemma(self.words[i].lower, self.words[i].lemma.lower())

    def _feeling(self, at: int, clause_end: int) -> Iterator[Frame]:
        """*She was adamant that …*, *the mayor, furious that …,*, *Furious that …, the mayor*."""
        before = at - (at > 0 and self.words[at - 1].xpos == "RB")
        ends = [m for m in self.mentions if m.stop == before - 1]
        comma = before > 0 and self.words[before - 1].text == ","
        if comma and ends:
            yield from self._frame(max(ends, key=lambda m: m.stop - m.first), at, at + 1, "acl")
        else:
            subject, relation = self.subjects.parsed(at)
            if subject is None:
                fronted = self.starting.get(clause_end + 1) if at < 2 else None
                subject, relation = fronted or self.subjects.left(at), "left"
            yield from self._frame(subject, at, at + 1, relation)

    def _verb(self, verb: int) -> Iterator[Frame]:
        words = self.words
        lemma = self._lemma(verb)
        if lemma in AUXILIARY and words[verb].deprel.split(":")[0] in ("aux", "cop"):
            return
        if words[max(0, verb - 1)].lower in ("so", "so-"):
            return  # "so-called"
        if self._is_acted_upon(verb, lemma):
            self.acted_upon.update(self.sentence.dependents(verb, "nsubj"))
            yield from self._agent(verb)
            return
        if lemma in QUOTING and self._quotes_speech(verb):
            return
        reports = cue_class(lemma) is not None
        left = self.subjects.left(verb)
        told = self._quoted_as(verb)
        if left is not None and reports and self._accompanies(left, verb):
            yield from self._frame(left, verb, verb + 1, "left")
        elif told is not None:
            yield from self._frame(told, verb, verb + 1, "nsubj")
        else:
            yield from self._with_subjects(verb, lemma, left, reports)

    def _with_subjects(
        self, verb: int, lemma: str, left: Mention | None, reports: bool
    ) -> Iterator[Frame]:
        """The frames of a verb with its subject by the parse and those that word order gives."""
        words = self.words
        if self.sentence.parsed:
            subject, relation = self.subjects.parsed(verb)
            yield from self._frame(subject, verb, verb + 1, relation)
        if (reports and (left is None or lemma not in TELLING)) or self._closes_marks(verb):
            yield from self._frame(self.subjects.right(verb), verb, verb + 1, "right")
        if reports or words[verb].xpos in ("VBD", "VBZ", "VBP", "VBN"):
            yield from self._frame(left, verb, verb + 1, "left")
        if reports and not any(cue == verb for _, _, cue in self.seen):
            before = [m for m in self.mentions if m.stop <= verb]
            nearest = max(before, key=lambda m: (m.stop, -m.first), default=None)
            yield from self._frame(nearest, verb, verb + 1, "near")
        if words[verb].xpos == "VBN" or (reports and words[verb].xpos == "VBD"):
            yield from self._agent(verb)

    def _quoted_as(self, verb: int) -> Mention | None:
        """The one quoted in *the agency quoted a clerk as saying*, *Hall was quoted by it as*."""
        quoting = quoting_verb(self.sentence, verb)
        if quoting < 0:
            return None
        named = self.starting.get(quoting + 1), self.subjects.parsed(quoting)[0]
        return named[0] or named[1] or self.subjects.left(quoting)

    def _quotes_speech(self, verb: int) -> bool:
        """Whether a verb only tells who was quoted as saying something (*quoted a clerk as*)."""
        reach = range(verb + 2, min(len(self.words), verb + QUOTED_REACH))
        return any(quoting_verb(self.sentence, i) == verb for i in reach)

    def _closes_marks(self, verb: int) -> bool:
        """Whether a finite verb directly follows words in marks that go on (*“Come in,” beams*)."""
        words = self.words
        if verb > 1 and words[verb - 1].text == "," and self.inside[verb - 2]:
            return words[verb].is_finite  # the comma behind the marks, as in Britain
        before = [words[i].text for i in range(max(0, verb - 2), verb) if self.inside[i]]
        goes_on = bool(before) and before[-1] in _GOES_ON
        return words[verb].is_finite and bool(before) and (goes_on or before[0] in _GOES_ON)

    def _agent(self, verb: int) -> Iterator[Frame]:
        """*condemned by the guild*, *condemned as “…” by the guild*: past words in marks."""
        words, reach = self.words, _AGENT_REACH
        for i in range(verb + 1, len(words)):
            if self.inside[i]:
                continue
            reach -= 1
            if reach <= 0:
                break
            if words[i].lower == "by" and (words[verb].xpos == "VBN" or self.inside[i - 1]):
                yield from self._frame(self.starting.get(i + 1), verb, verb + 1, "agent")
                break

    def _is_acted_upon(self, verb: int, lemma: str) -> bool:
        """Whether a verb that reports is passive: its subject is what it speaks of."""
        words = self.words
        if lemma in QUOTING or cue_class(lemma) is not CueClass.REPORT:
            return False
        below = self.sentence.children[verb] if self.sentence.parsed else ()
        return words[verb].xpos == "VBN" and any(words[c].deprel == "aux:pass" for c in below)

    def _accompanies(self, mention: Mention, verb: int) -> bool:
        """The pattern *with a clerk calling it “…”*: *with* leads in a participle's subject."""
        words = self.words
        return (
            words[verb].xpos == "VBG"
            and mention.first > 0
            and mention.stop == verb
            and words[mention.first - 1].lower == "with"
            and not self._is_thing(mention)
        )

    def _is_verb(self, i: int) -> bool:
        """Whether a word may be a verb, by its tag and the word before (*the singing* is none)."""
        tag = self.words[i].xpos
        named = tag == "VBG" and i > 0 and self.words[i - 1].xpos in _DETERMINERS
        return (tag.startswith("VB") and not named) or (i > 0 and self._participle(i))

    def _participle(self, i: int) -> bool:
        """Whether a word tagged as noun is a participle after *the former*, *the latter*."""
        mention = self.by_word.get(i - 1)
        return mention is not None and mention.stop == i and self.words[i].lower.endswith("ing")

    def _according(self, at: int) -> Iterator[Frame]:
        stop = at + 2 if at + 1 < len(self.words) and self.words[at + 1].lower == "to" else at + 1
        if self.words[at].lower == "according" and stop == at + 1:
            return
        mention = self.starting.get(stop)
        if mention is None and stop < len(self.words) and self.words[stop].lower in _OBJECTS:
            mention = pronoun(self.sentence, stop)
        yield from self._frame(mention, at, stop, "according")

    def _for(self, mention: Mention | None) -> Iterator[Frame]:
        """*For Ada Marsh, a nurse, “the wall is a promise”*."""
        if mention is None or mention.kind is not MentionKind.PERSON:
            return
        mark = next((i for i, hidden in enumerate(self.inside) if hidden), 0)
        between = self.words[mention.stop : mark]
        commas = bool(between) and between[0].text == between[-1].text == ","
        if commas and not any(word.is_finite for word in between):
            yield from self._frame(mention, 0, 1, "according")

    def _words_of(self, at: int) -> Iterator[Frame]:
        """*in the words of the mayor*, *in the mayor's words*."""
        words = self.words
        if words[max(0, at - 2)].lower == "in" and words[at - 1].lower == "the":
            if at + 1 < len(words) and words[at + 1].lower == "of":
                mention = self.starting.get(at + 2)
                yield from self._frame(mention, at - 2, at + 2, "according")
        else:
            yield from self._noun(at)

    def _noun(self, noun: int) -> Iterator[Frame]:
        owner = next(
            (
                m
                for m in self.mentions
                if m.stop <= noun
                and noun - m.stop <= 3
                and (self.words[m.stop].xpos == "POS" or self.words[m.first].xpos == "PRP$")
            ),
            None,
        )
        yield from self._frame(owner, noun, noun + 1, "owner")
        if noun + 2 < len(self.words) and self.words[noun + 1].lower in ("by", "from", "of"):
            mention = self.starting.get(noun + 2)
            yield from self._frame(mention, noun, noun + 1, f"noun-{self.words[noun + 1].lower}")

    def _punctuation(self, at: int) -> Iterator[Frame]:
        """*Name: “…”* and *“…” — Name*: the sign stands between the name and the mark."""
        if self.words[at].text == ":":
            before_mark = at + 1 >= len(self.words) or self.inside[at + 1]
            mention = next((m for m in self.mentions if at in (m.stop, m.core)), None)
            if mention is not None and self.subjects.is_placed(mention):
                mention = None
            opens = mention is not None and mention.first == 0 and not self._is_thing(mention)
            if before_mark or opens:
                yield from self._frame(mention, at, at + 1, "colon")
        elif at == 0 or self.inside[at - 1]:
            mention = self.starting.get(at + 1)
            if mention is not None and mention.kind is not MentionKind.PRONOUN:
                signs = mention.stop >= len(self.words) or self.words[mention.stop].text in ".,"
                yield from self._frame(mention, at, at + 1, "signed" if signs else "dash")

    def _is_thing(self, mention: Mention) -> bool:
        """Whether a mention is of something that cannot speak (*The upshot: …*)."""
        nominal = mention.kind is MentionKind.NOMINAL
        return nominal and sort_of(self.words[mention.head].lemma) == "thing"


def surroundings(sentence: Sentence, frame: Frame) -> tuple[str, str]:
    """What stands directly before and after mention and cue: punctuation, or the sort of word."""
    first = frame.mention.first if frame.cue < 0 else min(frame.mention.first, frame.cue)
    stop = max(frame.mention.stop, frame.cue_stop)

    def sort(i: int) -> str:
        if not 0 <= i < len(sentence.words):
            return "edge"
        word = sentence.words[i]
        if not word.text[:1].isalnum():
            return "mark" if word.text[:1] in "\"'`" else word.text[:1]
        if word.xpos[:2] in ("IN", "CC", "WP", "WR", "WD", "TO"):
            return word.lower
        return word.xpos[:2]

    return sort(first - 1), sort(stop)


def reports(frame: Frame) -> bool:
    """Whether the cue of a frame is in the lexicon of reporting expressions."""
    if frame.relation in ("colon", "according"):
        return True
    return frame.cue >= 0 and cue_class(frame.lemma, noun=frame.by_noun) in (
        CueClass.REPORT,
        CueClass.NOUN,
    )


def is_personal(sentence: Sentence, frame: Frame) -> bool:
    """Whether the source of a frame is a person by name or by a personal pronoun."""
    relative = sentence.words[frame.mention.head].xpos in ("WP", "WDT")
    kind = frame.mention.kind
    return kind is MentionKind.PERSON or (kind is MentionKind.PRONOUN and not relative)
