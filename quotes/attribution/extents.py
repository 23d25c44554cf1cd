"""Ways to draw the bounds of a reported clause, from which a learned ranker chooses.

The parse often joins what the reporter adds to what is reported, or parts it; the likely bounds are
therefore all offered: of the parse, of the sentence, at the commas and joints before them.
"""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution import ranker
from quotes.attribution.beginnings import TELLING, begun
from quotes.attribution.chunks import WEEKDAYS
from quotes.attribution.content import (
    CONTRASTING,
    Range,
    attribution_block,
    content,
    fronted,
    past_times,
    trimmed,
)
from quotes.attribution.endings import shortened
from quotes.attribution.feelings import voiced
from quotes.attribution.frames import Frame
from quotes.attribution.quoted_only import marked_only
from quotes.language.sentences import Sentence
from quotes.lexicons.cues import is_report

WEIGHTS = pathlib.Path(__file__).parent / "extents.npz"
Ranges = tuple[Range, ...]

_OPENERS = frozenset(("that", ":", ",", "if", "whether"))
_COMPLEMENTS = ("ccomp", "parataxis", "xcomp", "obj", "obl", "advcl")
_JOINTS = CONTRASTING | {"and"}
_LEAST_BEFORE_CUT = 2
_REACH = 12
_CUTS = 4
_STARTS = 4
_ENDS = 8
_CLAUSE = 14
"""Within how many words after a joint the verb of a joined clause stands."""


def choices(sentence: Sentence, frame: Frame, inside: Sequence[bool]) -> list[Ranges]:
    """The ways to bound what the cue of `frame` reports, the one by rule first; none twice."""
    if frame.cue < 0:
        return []
    clause = voiced(sentence, frame.cue, inside) or fronted(sentence, frame)
    if clause is not None:
        return [(clause,)]
    block = attribution_block(sentence, frame)
    found: dict[Ranges, None] = {}
    for ranges in (content(sentence, frame, inside), *_drawn(sentence, frame, block, inside)):
        if ranges and all(a < b for a, b in ranges):
            found.setdefault(ranges)
    return list(found)


def _drawn(
    sentence: Sentence, frame: Frame, block: Range, inside: Sequence[bool]
) -> Iterator[Ranges]:
    size = len(sentence.words)
    joined = joints(sentence, 0, size, inside)
    for a in _starts(sentence, frame, block):
        for b in _ends(sentence, frame, a, inside, joined):
            yield (trimmed(sentence, (a + _introduced(sentence, a), b), (block[1], size), inside),)
    sign = sentence.words[block[0] - 1].text if block[0] > 0 else ";"
    before_comma = not sign[:1].isalnum() and sign != ";"
    inverted = frame.mention.first > frame.cue or frame.relation == "according"
    if block[0] > 0 and (before_comma or inverted):
        lefts = [
            trimmed(sentence, (a, block[0]), (0, block[0]), inside)
            for a in _lefts(sentence, frame, block)
        ]
        for left in lefts:
            yield (left,)
        rest = trimmed(sentence, (block[1], size), (block[1], size), inside)
        if rest[0] < rest[1]:
            yield lefts[0], rest


def _introduced(sentence: Sentence, start: int) -> bool:
    """Whether the word at `start` is a *that* that introduces a clause and is no part of it."""
    words = sentence.words
    if start + 1 >= len(words) or words[start].lower != "that":
        return False
    return words[start].xpos in ("IN", "WDT", "DT") and not words[start + 1].is_finite


def _starts(sentence: Sentence, frame: Frame, block: Range) -> list[int]:
    """Where the words after the attribution may begin."""
    words = sentence.words
    low, high = block[1], min(len(words), block[1] + _REACH)
    starts = [frame.cue_stop if frame.mention.first < frame.cue else frame.mention.stop, low]
    starts.extend(i + 1 for i in range(low, high) if words[i].lower in _OPENERS)
    if low + 1 < high and words[low].lower == "on" and words[low + 1].lower in WEEKDAYS:
        starts.append(past_times(sentence, low, high))
    for child in sentence.dependents(frame.cue, *_COMPLEMENTS):
        if child >= low:
            starts.append(sentence.subtree(child)[0])
    # *more than twenty* is one phrase, however it is parsed
    free = (i for i in starts[1:] if low <= i < len(words) and words[i].lower != "than")
    starts = [starts[0], *free]
    if frame.lemma in TELLING:
        clause = [i for i in starts if i > low and words[i - 1].lower == "that"]
        starts = clause[:1] or starts  # whoever is told something stands before it
    return sorted(dict.fromkeys(starts))[:_STARTS]


def _ends(
    sentence: Sentence,
    frame: Frame,
    start: int,
    inside: Sequence[bool],
    joined: Sequence[Joint],
) -> list[int]:
    """Where words that begin at `start` may end: the parse's ends, then joints, then the last."""
    words = sentence.words
    ends = [
        sentence.subtree(child)[-1] + 1
        for child in sentence.dependents(frame.cue, *_COMPLEMENTS)
        if child >= start
    ]
    cuts: list[int] = []
    for i in range(start + _LEAST_BEFORE_CUT, len(words) - 1):
        if words[i].text in (",", ";", "-", "(") and not inside[i]:
            cuts.append(i)
    ends.extend(cuts[: _CUTS - 1])
    ends.extend([joint.at for joint in joined if joint.at > start][:2])
    ends.extend(cuts[-1:])
    ends.append(len(words))
    return list(dict.fromkeys(e for e in ends if e > start))[:_ENDS]


@attrs.frozen
class Joint:
    """A word that joins a clause on (*and warned*, *but the mayor left*), and the verb of that.

    `own` tells whether the clause has a subject of its own.
    """

    at: int
    verb: int
    own: bool


def joints(sentence: Sentence, start: int, stop: int, inside: Sequence[bool]) -> list[Joint]:
    """Where, between two words of a sentence and outside marks, a finite clause is joined on."""
    words = sentence.words
    found = []
    for i in range(start + 1, stop - 1):
        if inside[i] or words[i].lower not in _JOINTS:
            continue
        for k in range(i + 1, min(stop, i + _CLAUSE)):
            if inside[k] or words[k].text in (",", ";", ":") or words[k].lower in _JOINTS:
                break
            if words[k].is_finite:
                own = any(words[j].xpos[:2] not in ("RB", "MD") for j in range(i + 1, k))
                found.append(Joint(i, k, own))
                break
    return found


def _lefts(sentence: Sentence, frame: Frame, block: Range) -> list[int]:
    """Where the words before the attribution may begin."""
    words = sentence.words
    starts = [0]
    head = words[frame.cue].head
    heads = [c for c in sentence.dependents(frame.cue, "ccomp", "parataxis") if c < block[0]]
    if 0 <= head < block[0]:
        heads.append(head)
    starts.extend(sentence.subtree(h)[0] for h in heads)
    for i in range(block[0] - 3, 0, -1):
        if words[i].text in (",", ";", "-"):
            starts.append(i + 1)
            if len(starts) > _CUTS:
                break
    return list(dict.fromkeys(s for s in starts if s < block[0]))


def features(
    sentence: Sentence, frame: Frame, inside: Sequence[bool], options: Sequence[Ranges]
) -> list[tuple[str, ...]]:
    """Named features of each way to bound a report, in the same order."""
    view = _View(sentence, frame, inside)
    return [view.of(number, ranges) for number, ranges in enumerate(options)]


class _View:
    """What the features of all options of one report share."""

    def __init__(self, sentence: Sentence, frame: Frame, inside: Sequence[bool]) -> None:
        self.sentence, self.frame, self.inside = sentence, frame, inside
        self.block = attribution_block(sentence, frame)
        self.short = frame.relation.split("<")[0]
        self.children = sentence.dependents(frame.cue, *_COMPLEMENTS)

    @functools.cached_property
    def _subtrees(self) -> dict[int, tuple[int, int, str]]:
        """The first and last word and the relation of each complement of the cue."""
        rows = {}
        for child in self.children:
            tree = self.sentence.subtree(child)
            rows[child] = (tree[0], tree[-1] + 1, self.sentence.words[child].deprel.split(":")[0])
        return rows

    def of(self, number: int, ranges: Ranges) -> tuple[str, ...]:
        words, frame = self.sentence.words, self.frame
        first, last = ranges[0][0], ranges[-1][1]
        lemma, short = frame.lemma, self.short
        side = "both" if len(ranges) > 1 else "after" if first > frame.cue else "before"
        opening = words[first]
        left = self._word(first - 1)
        right = self._word(last)
        beyond = self._word(last + 1)
        skipped = first - self.block[1] if side == "after" else first
        left_over = len(words) - last if side == "after" else self.block[0] - last
        finite = any(words[i].is_finite for a, b in ranges for i in range(a, b))
        starts = next((d for a, _, d in self._subtrees.values() if a == first), "-")
        stops = next((d for _, b, d in self._subtrees.values() if b in (last, last + 1)), "-")
        cut = any(a < first < b or a < last < b - 1 for a, b, _ in self._subtrees.values())
        that = any(words[i].lower == "that" for i in range(frame.cue_stop, min(first, len(words))))
        halves = self._halves(last)
        follows = self._reports_after(last)
        crossing = any(
            self.inside[i] and not any(a <= i < b for a, b in ranges) for i in range(len(words))
        )
        attaches = self._attaches(last, ranges)
        joined = self._joined(ranges)
        return (
            f"rule:{number == 0}:{side}",
            f"side:{side}:{short}",
            f"side:{side}:{lemma}",
            f"start:{left}:{opening.xpos}:{side}",
            f"start:{left}:{opening.lower if opening.xpos[:2] not in ('NN', 'JJ') else '-'}",
            f"start:{opening.xpos}:{lemma}",
            f"start:{starts}:{side}",
            f"start:{starts}:{lemma}",
            f"skipped:{min(skipped, 5)}:{side}",
            f"skipped:{min(skipped, 5)}:{left}:{that}:{side}",
            f"skipped:{min(skipped, 3)}:{lemma}",
            f"end:{right}:{side}",
            f"end:{right}:{beyond}:{side}",
            f"end:{right}:{beyond}:{halves}",
            f"end:{stops}:{right}:{side}",
            f"end:{stops}:{side}:{finite}",
            f"cut:{cut}:{side}",
            f"cut:{cut}:{right}:{beyond}",
            f"over:{min(left_over, 4)}:{side}",
            f"finite:{finite}:{lemma}",
            f"finite:{finite}:{side}:{starts}",
            f"that:{that}:{opening.xpos}:{finite}",
            f"size:{min(12, last - first)}:{finite}",
            f"follows:{follows}:{right}",
            f"follows:{follows}:{side}",
            f"attaches:{attaches}:{right}:{beyond}",
            f"attaches:{attaches}:{side}",
            f"marks:{crossing}:{side}",
            *(f"joined:{joint}:{side}" for joint in joined),
        )

    @functools.cached_property
    def _joints(self) -> list[Joint]:
        return joints(self.sentence, 0, len(self.sentence.words), self.inside)

    def _joined(self, ranges: Ranges) -> list[str]:
        """What the first clause is like that is joined on within the ranges."""
        words = self.sentence.words
        for joint in self._joints:
            if any(a < joint.at and joint.verb < b for a, b in ranges):
                verb, comma = words[joint.verb], words[joint.at - 1].text == ","
                says = is_report(verb.lower, verb.lemma)
                head = verb.head
                over = "cue" if head == self.frame.cue else "other"
                if any(a <= head < b for a, b in ranges):
                    over = "within"
                kind = f"{words[joint.at].lower}:{joint.own}"
                return [f"{kind}:{comma}", f"{kind}:{says}:{over}", f"{joint.own}:{says}:{comma}"]
        return ["none"]

    def _word(self, i: int) -> str:
        """A word as its sort: sign, function word, or tag."""
        words = self.sentence.words
        if not 0 <= i < len(words):
            return "edge"
        word = words[i]
        if word.is_mark:
            return "mark"
        if not word.text[:1].isalnum():
            return word.text[:1]
        if word.xpos[:2] in ("IN", "CC", "WP", "WR", "WD", "TO", "DT", "MD"):
            return word.lower
        return word.xpos

    def _halves(self, last: int) -> str:
        """Whether a finite verb follows the end up to the next sign."""
        words = self.sentence.words
        for i in range(last + 1, len(words)):
            if words[i].text in (",", ";", "-"):
                return "no"
            if words[i].is_finite:
                return "finite"
            if words[i].xpos == "VBG":
                return "ing"
        return "none"

    def _reports_after(self, last: int) -> bool:
        words = self.sentence.words
        return any(
            w.xpos.startswith("VB") and not self.inside[last + k] and is_report(w.lower, w.lemma)
            for k, w in enumerate(words[last:])
        )

    def _attaches(self, last: int, ranges: Ranges) -> str:
        """To what the parse joins the words after the end: within, the cue, or other words."""
        words = self.sentence.words
        if last >= len(words) - 1:
            return "edge"
        heads = {
            words[i].head
            for i in range(last, len(words))
            if words[i].deprel != "punct" and not last <= words[i].head
        }
        if any(a <= h < b for h in heads for a, b in ranges):
            return "within"
        if self.frame.cue in heads:
            return "cue"
        return "other" if heads else "none"


def chosen(
    sentence: Sentence, frame: Frame, inside: Sequence[bool], options: Sequence[Ranges]
) -> Ranges:
    """The likeliest of several ways to bound a report; the earlier of equals."""
    marked = marked_only(sentence, frame, inside)
    if marked is not None and options:
        return marked
    options = begun(sentence, frame, inside, options)
    options = shortened(sentence, frame, inside, options)
    options = _within_clause(sentence, frame, inside, options)
    if len(options) < 2:
        return options[0] if options else ()
    rows = features(sentence, frame, inside, options)
    odds = ranker.load(WEIGHTS).probabilities(rows)
    return options[max(range(len(options)), key=lambda i: (round(odds[i], 6), -i))]


def _within_clause(
    sentence: Sentence, frame: Frame, inside: Sequence[bool], options: Sequence[Ranges]
) -> Sequence[Ranges]:
    """The ways that stop before a clause beside that of the cue, if it follows words in marks.

    *She called it “folly,” and the mayor left*: after marks and a comma, what has a subject of its
    own and hangs on the cue is practically never reported.
    """
    words = sentence.words
    for joint in joints(sentence, frame.cue_stop, len(words), inside):
        verb, last = words[joint.verb], joint.at - 1
        if not joint.own or verb.head != frame.cue or verb.deprel.split(":")[0] != "conj":
            continue
        while last > frame.cue and words[last].is_mark:
            last -= 1
        if words[last].text == "," and any(inside[frame.cue_stop : joint.at]):
            kept = [o for o in options if not any(a <= joint.verb < b for a, b in o)]
            return kept or options
    return options
