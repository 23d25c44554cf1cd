"""Lexical rules that end reported speech, overriding the extent ranker.

What the writers add behind a report (*, citing costs*; *, the agency reported*; the main verb of a
sentence whose subject is *her claim that …*) is never part of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from quotes.attribution.chunks import NOUNS, opening_stop
from quotes.attribution.content import CONTRASTING, Range, attribution_block
from quotes.attribution.frames import Frame
from quotes.language.sentences import Sentence, Word
from quotes.lexicons import of_class
from quotes.lexicons.cues import CueClass, cue_class, cue_lemma, is_report

_COMMENTING = of_class("showing_verbs") | {"cite"}
_JOINING = frozenset(("CC", "WDT", "WP", "WRB"))
_SUBJECTS = NOUNS | {"PRP", "DT", "EX", "CD"}
_RELATIVE = of_class("relatives_with_what")
_WH = frozenset(("WDT", "WP"))
_BREAKS = frozenset((",", ";", ":", "-"))
_SUBJECT_REACH = 8


def shortened(
    sentence: Sentence,
    frame: Frame,
    inside: Sequence[bool],
    options: Sequence[tuple[Range, ...]],
) -> Sequence[tuple[Range, ...]]:
    """The ways to bound a report that stop before what the writers add; all if none does.

    Args:
        sentence: the sentence of the report, parsed.
        frame: its source and cue.
        inside: for each word whether it stands between marks.
        options: the ways to choose from, each of one or several word ranges.
    """
    kept = list(_whole(sentence, frame, inside, options))
    if frame.by_noun:
        kept = _first(sentence, frame, kept) or kept
    verb = _main_verb(sentence, frame) if frame.by_noun else -1
    for low, at in _limits(sentence, frame, inside, verb):
        fewer = [o for o in kept if not any(a <= at < b and a < low for a, b in o)]
        if kept and frame.by_noun:
            longest = max(kept, key=lambda option: option[-1][1])
            fewer = [cut] if (cut := _cut(sentence, longest, low)) else fewer
        kept = fewer or kept
    return kept


def _first(
    sentence: Sentence, frame: Frame, options: Sequence[tuple[Range, ...]]
) -> list[tuple[Range, ...]]:
    """The ways that begin at the first clause behind a noun (*her claim in May that it was*)."""
    behind = [o for o in options if o[0][0] > frame.cue]
    clauses = [o for o in behind if sentence.words[o[0][0] - 1].lower == "that"]
    first = min((o[0][0] for o in clauses), default=0)
    return [o for o in clauses if o[0][0] == first]


def _whole(
    sentence: Sentence,
    frame: Frame,
    inside: Sequence[bool],
    options: Sequence[tuple[Range, ...]],
) -> Sequence[tuple[Range, ...]]:
    """The ways with all of a clause that the attribution parts (*The tone, said Marsh, was*)."""
    words = sentence.words
    if words[frame.mention.head].xpos in _WH and words[frame.mention.first - 1].text == ",":
        return [o for o in options if o[0][0] > frame.cue] or options
    first, behind = attribution_block(sentence, frame)
    if first > 0 and _fears(words[behind : behind + 3]):
        return [o for o in options if len(o) == 2 and o[1][0] == behind + 1] or options
    low = _lead_in(sentence, frame, inside, first)
    if low:
        apart = [o for o in options if low <= o[0][0]]
        cut = dict.fromkeys(((low, o[0][1]), *o[1:]) for o in options if o[0][0] < low < o[0][1])
        options = [*apart, *cut] or options
    if first < 2 or behind >= len(words) or words[first - 1].text != ",":
        return options
    behind += words[behind].text == ","
    if any(words[i].is_finite or inside[i] for i in range(low, first)):
        return options
    if not _opens_with_verb(words[behind:]):
        return options
    return [o for o in options if len(o) == 2 and o[1][0] == behind] or options


def _fears(words: Sequence[Word]) -> bool:
    """Whether what somebody fears or hopes is added (*It will burst, she said, fearing that*)."""
    return (
        [w.text for w in words[:1]] == [","]
        and words[-1].lower == "that"
        and words[1].xpos == "VBG"
        and cue_class(cue_lemma(words[1].lower, words[1].lemma.lower())) is CueClass.ATTITUDE
    )


def _opens_with_verb(words: Sequence[Word]) -> bool:
    """Whether the first word that is no adverb and no mark is a finite verb."""
    passed = itertools.dropwhile(lambda w: w.xpos == "RB" or w.is_mark, words)
    return next((w.is_finite for w in passed), False)


def _lead_in(sentence: Sentence, frame: Frame, inside: Sequence[bool], block: int) -> int:
    """Where what stands before an attribution can begin: behind a dateline or another sentence.

    *ELMFORD (AP) - Marsh said it rained*; *The case is closed; the file, Marsh said, is lost*;
    *The guild will not meet - “unless you pay,” Marsh added*.
    """
    words = sentence.words
    if frame.relation in ("according", "colon", "dash", "signed"):
        return 0
    finite, low = False, opening_stop(words)
    last = max((i for i in range(block) if words[i].is_finite), default=-1)
    for i in range(low, block):
        if inside[i]:
            continue
        bare = last <= i
        sign = words[i].text == ";" or (words[i].text == ":" and bare)
        apart = sign and not words[i + 1].is_mark
        marked = words[i].text == "-" and inside[i + 1] and not any(inside[:i])
        if finite and (apart or marked):
            low = i + 1
        finite = finite or words[i].is_finite
    return low


def _cut(sentence: Sentence, option: tuple[Range, ...], end: int) -> tuple[Range, ...]:
    while end > 1 and sentence.words[end - 1].text in _BREAKS:
        end -= 1
    return tuple((a, min(b, end)) for a, b in option if a < end)


def _main_verb(sentence: Sentence, frame: Frame) -> int:
    """The verb of the sentence of which a noun that reports is the subject, -1 if none."""
    word = sentence.words[frame.cue]
    if word.head > frame.cue and word.deprel.startswith("nsubj"):
        return word.head
    return _second_verb(sentence, max(frame.cue_stop, frame.mention.stop))


def _limits(
    sentence: Sentence, frame: Frame, inside: Sequence[bool], verb: int
) -> Iterator[tuple[int, int]]:
    """Words that no report holds which begins before another: pairs of (before, word)."""
    words = sentence.words
    if verb > frame.cue:
        yield _auxiliaries_start(sentence, verb), verb
    end = _relative_end(sentence, frame, inside)
    if end is not None:
        yield end, end
    went_on = (
        i for i in range(frame.cue_stop + 1, len(words)) if _goes_on(sentence, frame, inside, i)
    )
    yield from ((i, i) for i in itertools.islice(went_on, 1))
    finite = False
    for i in range(frame.cue_stop + 1, len(words)):
        if finite and not inside[i] and i != frame.cue and _reports(sentence, i):
            start = _added(sentence, i, inside)
            if start is not None:
                yield start, i
        finite = finite or inside[i] or words[i].is_finite


def _added(sentence: Sentence, verb: int, inside: Sequence[bool]) -> int | None:
    """Where a clause of the writers with a verb that reports begins behind another clause.

    *, citing costs*; *, the agency reported.*; *while the council insists it is fair*.
    """
    words = sentence.words
    if _is_participle(sentence, verb):
        first = verb - (words[verb - 1].xpos == "RB")
        return first if words[first - 1].text == "," else None
    start = _subject_start(sentence, verb, inside) if words[verb].is_finite else None
    if start is None:
        return None
    sign = words[start - 1].text
    closes = verb + 1 >= len(words) or words[verb + 1].text == "."
    contrast = words[start].lower in CONTRASTING and start + 1 < verb
    return start if sign == ";" or (closes and sign == ",") or contrast else None


def _goes_on(sentence: Sentence, frame: Frame, inside: Sequence[bool], i: int) -> bool:
    """Whether words in marks end before an *and* with what those quoted did besides.

    *Said it was “late” and left*: a verb in the form of the cue, joined to it, without a subject.
    """
    words = sentence.words
    before = i - 1 - (words[i - 1].text == "," and not inside[i - 1])
    if words[i].lower != "and" or inside[i] or not inside[before]:
        return False
    passed = itertools.dropwhile(lambda w: w.xpos == "RB", words[i + 1 :])
    verb = next(passed, None)
    return (
        verb is not None
        and verb.xpos == words[frame.cue].xpos
        and verb.head == frame.cue
        and verb.deprel.split(":")[0] == "conj"
    )


def _is_participle(sentence: Sentence, i: int) -> bool:
    """Whether a word is a participle, or one taken for a noun (*with the former warning that*)."""
    words = sentence.words
    after = words[i - 1].lower in ("former", "latter") and words[i].lower.endswith("ing")
    return words[i].xpos == "VBG" or after


def _relative_end(sentence: Sentence, frame: Frame, inside: Sequence[bool]) -> int | None:
    """Where a relative clause with the report ends: before the verb of what it describes.

    *The bill, which critics call “a gift”, passed*; *what one clerk called “a mess” went on*.
    """
    words = sentence.words
    lead = _relative_lead(sentence, frame)
    if lead is None:
        return None
    fused = lead == frame.mention.first
    finite, i = False, frame.cue_stop
    while i < len(words):
        if words[i].text == "," and i + 1 < len(words) and words[i + 1].lower in _RELATIVE:
            if words[i - 1].is_mark and not inside[i]:
                return i  # *who called it “a gift”, which it is not*
            # the clause ends at its comma, or runs to the end of the sentence
            i = next((k for k in range(i + 1, len(words)) if words[k].text == ","), len(words)) + 1
            continue
        if not inside[i]:
            end = _before_verb(sentence, i, inside, finite, fused) if i > frame.cue_stop else None
            if end is not None:
                return end
            if words[i].xpos == "VBN" and words[i - 1].is_mark:
                return i
            finite = finite or words[i].is_finite
        i += 1
    return None


def _relative_lead(sentence: Sentence, frame: Frame) -> int | None:
    """The relative pronoun that leads in the clause of a frame, if one does."""
    words, first = sentence.words, frame.mention.first
    if frame.by_noun or frame.cue < frame.mention.head:
        return None
    lead = first if words[frame.mention.head].lower in _RELATIVE else first - 1
    if lead < 0 or words[lead].lower not in _RELATIVE or words[lead].xpos not in _WH:
        return None
    return lead


def _before_verb(
    sentence: Sentence, i: int, inside: Sequence[bool], finite: bool, fused: bool
) -> int | None:
    """Where a relative clause ends before word `i` if that is the verb of what it describes.

    `finite` says that the clause has had a finite verb behind its cue, `fused` that the pronoun is
    the source itself.
    """
    words = sentence.words
    if not words[i].is_finite:
        return None
    before = words[i - 1]
    if before.is_mark and (finite or not fused):
        return i
    if before.text == "," and (finite or inside[i - 2]):
        return i if inside[i - 1] else i - 1
    return None


def _second_verb(sentence: Sentence, start: int) -> int:
    """The finite verb behind that of the clause from `start`, *that*, without a joint between.

    *Her claim that it was open to all was denied*: behind *be* stands no clause without *that*,
    and elsewhere a verb needs a subject of its own.
    """
    words = sentence.words
    finite, bare = -1, False
    for i in range(start + 1, len(words)):
        if _breaks(sentence, i) or words[i].xpos in _JOINING:
            return -1
        if words[i].is_finite or (bare and _is_plain(sentence, i)):
            between = words[finite + 1 : i]
            if bare or (finite >= 0 and not any(w.xpos in _SUBJECTS for w in between)):
                return i
            finite = i
            bare = words[i].lemma.lower() == "be"
    return -1


def _breaks(sentence: Sentence, i: int) -> bool:
    """Whether a sign parts the sentence; a hyphen does not."""
    words = sentence.words
    joins = words[i].text == "-" and words[i - 1].end == words[i].start
    return words[i].text in _BREAKS and not joins


def _is_plain(sentence: Sentence, i: int) -> bool:
    """Whether a verb in the plain form follows a noun: it is finite (*the claims show this*).

    A common noun between a noun and a determiner is a verb in disguise (*the raids mirror this*).
    """
    words = sentence.words
    if words[i - 1].xpos not in NOUNS:
        return False
    disguised = words[i].xpos in ("NN", "NNS") and words[i].text.islower()
    follows = i + 1 < len(words) and words[i + 1].xpos in ("DT", "PRP$")
    return words[i].xpos == "VB" or (disguised and follows)


def _auxiliaries_start(sentence: Sentence, verb: int) -> int:
    """Where a verb begins with the auxiliaries and adverbs directly before it."""
    while verb > 0 and _leads(sentence, verb):
        verb -= 1
    return verb


def _leads(sentence: Sentence, verb: int) -> bool:
    before, word = sentence.words[verb - 1], sentence.words[verb]
    if before.head == verb and before.deprel.split(":")[0] in ("aux", "cop", "advmod"):
        return True
    return word.xpos == "VBN" and before.lemma.lower() in ("be", "have")


def _reports(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    return word.lemma.lower() in _COMMENTING or is_report(word.lower, word.lemma)


def _subject_start(sentence: Sentence, verb: int, inside: Sequence[bool]) -> int | None:
    """Where the clause of a verb begins: behind the last break, if only a subject follows it."""
    words = sentence.words
    for i in range(verb - 1, max(0, verb - _SUBJECT_REACH), -1):
        if inside[i] or words[i].is_finite:
            return None
        if words[i].text in _BREAKS:
            return i + 1 if i + 1 < verb else None
        if words[i].lower in CONTRASTING:
            return i
    return None
