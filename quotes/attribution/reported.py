"""Quotes without marks of their own: which reports stand beside the quotes of marked stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution import extents
from quotes.attribution.content import Range, without_auxiliaries
from quotes.attribution.indirect import Report, is_clausal, is_nominal, probabilities, reports
from quotes.attribution.outlets import via
from quotes.attribution.relation import Relation, merged, referent, within
from quotes.attribution.scene import Scene
from quotes.types import Kind, Method

INDIRECT_FROM = 0.45
NOMINAL_FROM = 0.8
_JOINING = frozenset((",", ";", "-", "and", "but", "while", "as", "with"))


@attrs.frozen
class _Taken:
    """The content of a quote, its cue, and where its source stands if a clause is joined there."""

    content: tuple[Range, ...]
    cue: Range | None
    joined: int | None

    @property
    def start(self) -> int:
        """Where its attribution begins, 0 if it has none."""
        if self.joined is not None:
            return self.joined
        return self.cue[0] if self.cue is not None else 0


def indirect_relations(
    scene: Scene, quoted: Sequence[Relation], used: set[tuple[int, int]]
) -> list[Relation]:
    """Indirect speech that overlaps no quote, unless it holds it or is held by it."""
    taken: dict[int, list[_Taken]] = {}
    direct = {r.content for r in quoted if r.kind is Kind.DIRECT}
    for relation in quoted:
        if relation.kind is not Kind.OTHER:
            for number in _sentences(scene, relation.content):
                taken.setdefault(number, []).append(_taken(scene, relation))
    everywhere = range(len(scene.reading.sentences))
    scored = [
        (p, report)
        for row in reports(scene, everywhere)
        if (row[0].frame.sentence, row[0].frame.cue) not in used
        for p, report in zip(probabilities(scene, row), row, strict=True)
    ]
    scored.sort(key=lambda s: (-s[0], s[1].frame.start, s[1].frame.mention.start))
    found: list[Relation] = []
    for p, report in scored:
        key = (report.frame.sentence, report.frame.cue)
        if p < INDIRECT_FROM:
            break
        here = taken.setdefault(report.frame.sentence, [])
        ranges = () if key in used else _ranges(scene, report, here, direct)
        if not ranges or (p < NOMINAL_FROM and is_nominal(scene, report, ranges)):
            continue
        spans = _spans(scene, report, ranges)
        holding = [other.content for other in here if within(other.content, spans)]
        if holding and (not is_clausal(scene, report) or direct.intersection(holding)):
            continue
        used.add(key)
        found.append(
            Relation(
                kind=Kind.INDIRECT,
                segments=(),
                content=spans,
                cue=(report.frame.start, report.frame.end),
                mention=report.frame.mention,
                referent=referent(scene, report.frame.mention),
                via=via(scene, report.frame),
                speech=p,
                right=1.0,
                method=Method.SYNTAX,
            )
        )
        here.append(_taken(scene, found[-1]))
    return found


def _taken(scene: Scene, relation: Relation) -> _Taken:
    mention, cue = relation.mention, relation.cue
    joined = None
    if mention is not None and cue is not None and mention.end <= cue[0] and mention.first > 0:
        before = scene.reading.sentences[mention.sentence].words[mention.first - 1]
        joined = mention.start if before.lower in _JOINING else None
    return _Taken(relation.content, cue, joined)


def _sentences(scene: Scene, content: Sequence[Range]) -> Iterator[int]:
    """The sentences in which a content has words."""
    last = -1
    for start, end in content:
        first, stop = scene.word_at(start), scene.word_at(end)
        if first < stop:
            low = max(last + 1, scene.sentence_of[first])
            last = max(last, scene.sentence_of[stop - 1])
            yield from range(low, last + 1)


def _ranges(
    scene: Scene, report: Report, here: Sequence[_Taken], direct: set[tuple[Range, ...]]
) -> extents.Ranges:
    """The likeliest bounds of a report; if they cannot stand beside what is `here`, shorter ones.

    Shorter are clauses that begin alike and end before another quote: *She said it was late, before
    adding: “…”*.
    """
    sentence = scene.reading.sentences[report.frame.sentence]
    first = extents.chosen(sentence, report.frame, report.inside, report.options)
    spans = _spans(scene, report, first)
    clashing = [
        other
        for other in here
        if _clashes(spans, report, other)
        or (other.content in direct and within(other.content, spans))
    ]
    if not clashing:
        return first
    end = max((other.start for other in clashing), default=0)
    shorter = [
        option
        for option in report.options
        if option[0][0] == first[0][0]
        and _spans(scene, report, option)[-1][1] <= end
        and not is_nominal(scene, report, option)
        and not _clash(scene, report, option, here)
    ]
    return extents.chosen(sentence, report.frame, report.inside, shorter)


def _clash(scene: Scene, report: Report, option: extents.Ranges, here: Sequence[_Taken]) -> bool:
    spans = _spans(scene, report, option)
    return any(_clashes(spans, report, other) for other in here)


def _spans(scene: Scene, report: Report, ranges: extents.Ranges) -> tuple[Range, ...]:
    sentence = scene.reading.sentences[report.frame.sentence]
    words, said = sentence.words, without_auxiliaries(sentence, report.frame, ranges)
    return merged([(words[a].start, words[b - 1].end) for a, b in said])


def _clashes(spans: Sequence[Range], report: Report, other: _Taken) -> bool:
    """Whether a report cannot stand beside another quote.

    One may hold the other, but then the cue of the inner one stands inside as well (*X said that Y
    called it so*): else both are the same words, reported once. It holds no clause that is joined
    on with a source and a cue of its own (*X denied it, with Y saying that it was so*).
    """
    if within(other.content, spans):
        cue, joined = other.cue, other.joined
        if cue is None or not within([cue], spans):
            return True
        if joined is None or joined < report.frame.end:
            return False
        return within([(joined, cue[1])], spans)
    return _crosses(spans, other.content)


def _crosses(a: Sequence[Range], b: Sequence[Range]) -> bool:
    """Whether two contents overlap without one lying wholly within the other."""
    shared = any(x < d and c < y for x, y in a for c, d in b)
    return shared and not within(a, b) and not within(b, a)
