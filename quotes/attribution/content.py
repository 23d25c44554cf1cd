"""The content of a reported clause: which words of a sentence are reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotes.attribution.frames import Frame
from quotes.language.sentences import Sentence, Word
from quotes.lexicons import of_class

Range = tuple[int, int]

IN_TIMES = of_class("time_phrase_words")
CONTRASTING = of_class("contrasting")
_LINKING = frozenset(("be", "have", ","))
_FILLERS = frozenset((",", ":", "that", "-"))
_LEAD = frozenset((",", ":", "-", ";", "and", "but", "while", "as"))
_LATEST_START = 6
"""The last word at which the parse is trusted to begin a clause before its attribution."""


def _appositive_end(sentence: Sentence, stop: int) -> int:
    """The end of an insertion between commas after a mention: *, a doctor at St Mary's,*."""
    words = sentence.words
    if stop >= len(words) or words[stop].text != ",":
        return stop
    for i in range(stop + 1, min(len(words), stop + 30)):
        if words[i].text == "," or words[i].text in (".", ";") or words[i].is_mark:
            return i + 1 if words[i].text == "," else i
    return stop


def attribution_block(sentence: Sentence, frame: Frame) -> Range:
    """The words that attribute: mention, cue, what stands between them, auxiliaries before."""
    words = sentence.words
    mention = frame.mention
    first = min(mention.first, frame.cue)
    stop = max(mention.stop, frame.cue_stop)
    if frame.cue < mention.first:
        while first > 0 and words[first - 1].xpos in ("RB", "MD"):
            first -= 1
        end = _appositive_end(sentence, mention.stop)
        clause = words[mention.stop : end]
        goes_on = _is_predicate(clause)
        if not goes_on and (frame.relation != "according" or not _is_clause(clause)):
            stop = max(stop, end)
    return first, _past_time(sentence, first, stop)


def _links(word: Word, frame: Frame) -> bool:
    """Whether a word joins what is reported to its cue (*“No” was the answer of Marsh*)."""
    return word.lemma.lower() in _LINKING or (frame.by_noun and word.xpos in ("DT", "JJ"))


def without_auxiliaries(
    sentence: Sentence, frame: Frame, ranges: Sequence[Range]
) -> tuple[Range, ...]:
    """The words reported without those of the cue (*The plan had been mocked by Marsh*)."""
    words = sentence.words

    def trimmed_end(start: int, stop: int) -> int:
        end = stop
        while start < end and stop <= frame.cue and _links(words[end - 1], frame):
            end -= 1
        return end if end > start else stop

    if frame.relation != "agent" and not frame.by_noun:
        return tuple(ranges)
    return tuple((a, trimmed_end(a, b)) for a, b in ranges)


def _past_time(sentence: Sentence, first: int, stop: int) -> int:
    """The end of an insertion with the time in it (*The road, he said on Monday, would close*)."""
    words, i = sentence.words, stop
    if first == 0 or words[first - 1].text != ",":
        return stop
    while i < len(words) and words[i].lower in IN_TIMES:
        i += 1
    return i if i < len(words) and words[i].text == "," else stop


def _is_predicate(words: Sequence[Word]) -> bool:
    """Whether an insertion is rather the verb of the report (*The tone, said Marsh, was …*)."""
    start = 1
    while start < len(words) and words[start].xpos == "RB":
        start += 1
    return start < len(words) and words[0].text == "," and words[start].is_finite


def _is_clause(words: Sequence[Word]) -> bool:
    """Whether an insertion is rather a clause of its own: a finite verb, no relative pronoun."""
    relative = len(words) > 1 and words[1].xpos.startswith("W")
    return not relative and any(w.is_finite for w in words)


def _complement_start(sentence: Sentence, frame: Frame, block: Range) -> int:
    """Where the reported clause begins after the attribution: past addressees, times and *that*."""
    words = sentence.words
    i = block[1]
    limit = min(len(words), i + 14)
    for j in range(i, limit):
        if words[j].lower == "that" and words[j].xpos in ("IN", "WDT", "DT", "SCONJ"):
            return j + 1
        if words[j].is_mark or words[j].text == ":":
            return j if words[j].is_mark else j + 1
        if words[j].is_finite:
            break
    heads = [c for c in sentence.dependents(frame.cue, "ccomp", "parataxis") if c >= i]
    if heads:
        return max(i, sentence.subtree(heads[0])[0])
    return past_times(sentence, i, limit)


def past_times(sentence: Sentence, start: int, limit: int) -> int:
    """The first word from `start` on that is no part of a time (*said on Thursday sales rose*)."""
    words, i = sentence.words, start
    while i < limit and (words[i].lower in IN_TIMES or words[i].text in _FILLERS):
        i += 1
    return i


def fronted(sentence: Sentence, frame: Frame) -> Range | None:
    """The words of a participle that opens the sentence, its subject behind a comma.

    *Terming the claim “false”, Ada Marsh said she would sue.*
    """
    words, last = sentence.words, frame.mention.first - 1
    if not 0 <= frame.cue <= 1 < last or words[frame.cue].xpos != "VBG":
        return None
    if words[last].text != "," and words[last - 1].is_mark:
        last -= 1  # *Granting that it was “late,” though Marsh said …*
    while last > frame.cue_stop and words[last].is_mark:
        last -= 1
    first = frame.cue_stop + (words[frame.cue_stop].lower == "that")
    return (first, last) if words[last].text == "," and last > first else None


def content(sentence: Sentence, frame: Frame, inside: Sequence[bool]) -> tuple[Range, ...]:
    """Word ranges of what the cue of `frame` reports in its sentence.

    Args:
        sentence: the sentence of the frame.
        frame: a frame with a cue.
        inside: for each word whether it stands between marks (such words are never attribution).

    Returns:
        One or two ranges, attribution and framing punctuation left out; none if nothing is said.
    """
    if frame.cue < 0:
        return ()
    block = attribution_block(sentence, frame)
    before, after = (0, block[0]), (block[1], len(sentence.words))
    left = _left(sentence, frame, block, inside)
    if any(inside[block[1] :]) and not any(inside[: block[0]]) and frame.relation != "according":
        left = None  # the words in marks after it are what the cue reports
    right = _right(sentence, frame, block, inside, bool(left))
    ranges = []
    if left:
        ranges.append(trimmed(sentence, left, before, inside))
    if right:
        ranges.append(trimmed(sentence, right, after, inside))
    return tuple(r for r in ranges if r[0] < r[1])


def _left(sentence: Sentence, frame: Frame, block: Range, inside: Sequence[bool]) -> Range | None:
    """The reported words before the attribution (*It rained, he said*)."""
    words, first = sentence.words, block[0]
    if first == 0 or not (_parts(words[first - 1]) or inside[first - 1]):
        return None
    clauses = list(sentence.dependents(frame.cue, "ccomp", "parataxis"))
    heads = [c for c in clauses if c < first]
    quoted = any(inside[max(0, first - 3) : first])
    if heads and not quoted:
        start = sentence.subtree(heads[0])[0]
        return (start if start <= _LATEST_START else 0), first
    if heads or quoted or frame.relation == "according" or _hangs_left(sentence, frame, block):
        return 0, first
    inverted = frame.mention.first > frame.cue
    behind = any(c > block[1] for c in sentence.dependents(frame.cue, "ccomp"))
    return (0, first) if inverted and not behind else None


def _parts(word: Word) -> bool:
    """Whether a word is a sign that may stand between reported words and who said them."""
    return word.text in (",", "-", "?", "!", "...") or word.is_mark


def _hangs_left(sentence: Sentence, frame: Frame, block: Range) -> bool:
    """Whether the parse takes an attribution for an insertion in the words before it."""
    words, cue = sentence.words, sentence.words[frame.cue]
    goes_on = block[1] < len(words) and words[block[1]].text == "," and cue.head > block[1]
    return cue.deprel.split(":")[0] == "parataxis" and (0 <= cue.head < block[0] or goes_on)


def _right(
    sentence: Sentence, frame: Frame, block: Range, inside: Sequence[bool], split: bool
) -> Range | None:
    """The reported words after the attribution; in a split sentence they go on after a comma."""
    words = sentence.words
    stop = block[1]
    if split:
        for i in range(stop, min(len(words), stop + 20)):
            if inside[i]:
                return i, len(words)
        cue = words[frame.cue]
        if (
            stop < len(words)
            and words[stop].text == ","
            and cue.deprel.split(":")[0] == "parataxis"
            and cue.head > stop
        ):
            return stop, len(words)
        return None
    if frame.relation == "according":
        if stop < len(words) and "," in (words[stop].text, words[stop - 1].text):
            return stop, len(words)
        return None
    start = _complement_start(sentence, frame, block)
    if start >= len(words):
        return None
    heads = [
        c
        for c in sentence.dependents(
            frame.cue, "ccomp", "parataxis", "xcomp", "obj", "advcl", "obl"
        )
        if c >= block[1]
    ]
    if not heads:
        heads = [i for i in range(start, len(words)) if words[i].head == frame.cue]
    end = max((sentence.subtree(h)[-1] + 1 for h in heads), default=len(words))
    for i in range(start, len(words)):
        if inside[i]:
            end = max(end, i + 1)
    return start, max(start, end)


def trimmed(sentence: Sentence, part: Range, bounds: Range, inside: Sequence[bool]) -> Range:
    words = sentence.words
    start, stop = max(part[0], bounds[0]), min(part[1], bounds[1])
    while start < stop and words[start].lower in _LEAD and not inside[start]:
        start += 1
    while (
        start < stop and words[stop - 1].text in (",", ".", ":", ";", "-") and not inside[stop - 1]
    ):
        stop -= 1
    return start, stop


def reported_words(sentence: Sentence, ranges: Iterable[Range], inside: Sequence[bool]) -> int:
    """How many words of the ranges stand outside marks."""
    return sum(
        not inside[i] and words.text[:1].isalnum()
        for start, stop in ranges
        for i, words in ((i, sentence.words[i]) for i in range(start, stop))
    )
