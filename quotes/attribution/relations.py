"""Attribution relations: decisions about stretches joined into quotes, and indirect speech."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution import extents
from quotes.attribution.content import Range, reported_words
from quotes.attribution.decide import Decision, decide
from quotes.attribution.frames import Frame
from quotes.attribution.indirect import Report, is_clausal, is_nominal, probabilities, reports
from quotes.attribution.mentions import Mention
from quotes.attribution.outlets import via
from quotes.attribution.scene import Scene
from quotes.attribution.syntax import hanging
from quotes.lexicons.cues import is_report
from quotes.text.paragraphs import ParagraphKind
from quotes.types import Kind, Method

INDIRECT_FROM = 0.45
NOMINAL_FROM = 0.8
_PERHAPS_SAID = 0.3
_UNREAD = 0.5
_FRAGMENT_WORDS = 12
_RELATIVE_REACH = 2
_SIGNS = frozenset(("dash", "signed"))


@attrs.frozen
class Relation:
    """Source, cue and content as character ranges; the source is a mention, no speaker yet.

    `referent` is what a relative pronoun stands for (*the man who said*), else the mention.
    """

    kind: Kind
    segments: tuple[Range, ...]
    content: tuple[Range, ...]
    cue: Range | None
    mention: Mention | None
    referent: Mention | None
    via: Range | None
    speech: float
    right: float
    method: Method


def relations(scene: Scene) -> list[Relation]:
    """All attribution relations of an article in text order, those of kind `other` among them."""
    decisions = decide(scene)
    found = [_other(d) for d in decisions if not d.is_speech]
    used: set[tuple[int, int]] = set()
    for group in _groups(decisions):
        found.append(_quoted(scene, group))
        used.update(
            (d.chosen.frame.sentence, d.chosen.frame.cue)
            for d in group
            if d.chosen.frame is not None
        )
    found = _with_marks(found, _indirect(scene, found, used))
    return sorted(found, key=lambda r: (r.content[0][0], -r.content[-1][1]))


def _with_marks(found: Sequence[Relation], reported: Sequence[Relation]) -> list[Relation]:
    """All relations; a report that holds marked words, perhaps said by nobody, quotes them.

    By themselves they were taken for a term; inside what somebody is reported to have said they
    are the speaker's words.
    """
    held: set[int] = set()
    kept = []
    terms = sorted(
        (other.content[0][0], i)
        for i, other in enumerate(found)
        if other.kind is Kind.OTHER and other.speech >= _PERHAPS_SAID
    )
    for report in reported:
        low = bisect.bisect_left(terms, (report.content[0][0], -1))
        high = bisect.bisect_left(terms, (report.content[-1][1], -1))
        inside = sorted(
            i
            for _, i in terms[low:high]
            if i not in held and _within(found[i].content, report.content)
        )
        if inside:
            held.update(inside)
            segments = tuple(sorted(s for i in inside for s in found[i].segments))
            report = attrs.evolve(report, kind=Kind.MIXED, segments=segments)
        kept.append(report)
    return [*(r for i, r in enumerate(found) if i not in held), *kept]


def unattributed(scene: Scene) -> list[Relation]:
    """The marked stretches as direct quotes of nobody, for text whose language is not read."""
    return [
        Relation(
            kind=Kind.DIRECT,
            segments=((m.inner_start, m.inner_end),),
            content=((m.start, m.end),),
            cue=None,
            mention=None,
            referent=None,
            via=None,
            speech=_UNREAD,
            right=0.0,
            method=Method.NONE,
        )
        for m in scene.marked
        if m.parent is None
        and scene.reading.paragraphs[m.paragraph].kind is not ParagraphKind.FURNITURE
    ]


def _other(decision: Decision) -> Relation:
    marked = decision.place.marked
    return Relation(
        kind=Kind.OTHER,
        segments=((marked.inner_start, marked.inner_end),),
        content=((marked.start, marked.end),),
        cue=None,
        mention=None,
        referent=None,
        via=None,
        speech=decision.speech,
        right=0.0,
        method=Method.NONE,
    )


def _groups(decisions: Sequence[Decision]) -> Iterator[list[Decision]]:
    """Decisions that are segments of one quote."""
    group: list[Decision] = []
    for decision in decisions:
        if not decision.is_speech:
            continue
        if decision.place.marked.parent is not None:
            yield [decision]
        elif group and _joins(group[-1], decision):
            group.append(decision)
        else:
            if group:
                yield group
            group = [decision]
    if group:
        yield group


def _joins(before: Decision, here: Decision) -> bool:
    """Whether two stretches, one after the other, are segments of one quote."""
    if here.place.marked.continues == before.place.marked.index:
        return True
    if here.place.marked.paragraph != before.place.marked.paragraph:
        return False
    if here.place.sentences[0] - before.place.sentences[-1] > 1:
        return False
    if here.mention != before.mention:
        return False
    if here.mention is None:
        return here.place.sentences[0] == before.place.sentences[-1]
    if here.chosen.frame is None or here.chosen.frame == before.chosen.frame:
        return True
    return here.place.sentences[0] == before.place.sentences[-1] and not any(
        _cue_between(d, before, here) for d in (before, here)
    )


def _cue_between(decision: Decision, before: Decision, here: Decision) -> bool:
    """Whether the cue of a decision stands between two stretches: then each has one of its own."""
    frame = decision.chosen.frame
    return (
        frame is not None
        and frame.cue >= 0
        and before.place.marked.end <= frame.start < here.place.marked.start
    )


def _quoted(scene: Scene, group: Sequence[Decision]) -> Relation:
    """One quote of one or several marked stretches."""
    frame = next((d.chosen.frame for d in group if d.chosen.frame is not None), None)
    outer = [(d.place.marked.start, d.place.marked.end) for d in group]
    spans = list(outer)
    if group[0].place.marked.parent is None:
        for number in dict.fromkeys(n for d in group for n in d.place.sentences):
            spans.extend(_clause(scene, group, number, frame))
    cue = (frame.start, frame.end) if frame is not None and frame.cue >= 0 else None
    if group[0].chosen.unstated:
        cue = _governing_cue(scene, group[0])
    mixed = len(spans) > len(outer) or all(_is_fragment(scene, d) for d in group)
    if group[0].mention is None:
        method = Method.NONE
    elif frame is None:
        method = Method.CONTINUATION
    elif frame.relation in ("colon", "dash", "signed", "according"):
        method = Method.PATTERN
    else:
        method = Method.RANKER
    return Relation(
        kind=Kind.MIXED if mixed else Kind.DIRECT,
        segments=tuple((d.place.marked.inner_start, d.place.marked.inner_end) for d in group),
        content=_merged(spans),
        cue=cue,
        mention=group[0].mention,
        referent=_referent(scene, group[0].mention),
        via=via(scene, frame),
        speech=max(d.speech for d in group),
        right=max(d.right for d in group),
        method=method,
    )


def _governing_cue(scene: Scene, decision: Decision) -> Range | None:
    """The expression that reports words whose source is unstated: *was accused of “…”*."""
    found = hanging(scene, decision.place)
    if found is None or found.verb < 0:
        return None
    verb = scene.reading.sentences[found.sentence].words[found.verb]
    return (verb.start, verb.end) if is_report(verb.lower, verb.lemma) else None


def _clause(
    scene: Scene, group: Sequence[Decision], number: int, frame: Frame | None
) -> list[Range]:
    """The reported words around the stretches of one sentence, if some stand outside marks."""
    sentence = scene.reading.sentences[number]
    inside = scene.inside(number)
    if frame is not None and frame.sentence == number and frame.relation not in _SIGNS:
        ranges = _bounds(scene, group, frame)
    elif _fragment(scene, group, number):
        ranges = ((0, len(sentence.words)),)
    else:
        return []
    if not reported_words(sentence, ranges, inside):
        return []
    spans = [(sentence.words[a].start, sentence.words[b - 1].end) for a, b in ranges]
    holds = any(
        a < d.place.marked.inner_end and d.place.marked.inner_start < b
        for a, b in spans
        for d in group
    )
    return spans if holds else []


def _bounds(scene: Scene, group: Sequence[Decision], frame: Frame) -> extents.Ranges:
    """The likeliest bounds of what the frame reports that hold the stretches of its sentence."""
    sentence, inside = scene.reading.sentences[frame.sentence], scene.inside(frame.sentence)
    start, size = scene.offset[frame.sentence], len(sentence.words)
    held = {
        i - start
        for d in group
        for i in range(d.place.first, d.place.stop)
        if start <= i < start + size
    }
    options = [
        ranges
        for ranges in extents.choices(sentence, frame, inside)
        if all(any(a <= i < b for a, b in ranges) for i in held)
    ]
    return extents.chosen(sentence, frame, inside, options)


def _fragment(scene: Scene, group: Sequence[Decision], number: int) -> bool:
    """Whether the stretches of a sentence are fragments of a clause outside the marks."""
    return any(
        number in d.place.sentences
        and d.place.stop - d.place.first < _FRAGMENT_WORDS
        and _lower_inside(scene, d)
        for d in group
    )


def _lower_inside(scene: Scene, decision: Decision) -> bool:
    """Whether a stretch begins in lower case in the midst of a sentence."""
    place = decision.place
    first = scene.offset[place.sentences[0]]
    return place.before >= first and scene.reading.folded[place.marked.inner_start].islower()


def _is_fragment(scene: Scene, decision: Decision) -> bool:
    """Whether a stretch is less than a clause of its own."""
    place = decision.place
    if _lower_inside(scene, decision):
        return True
    final = scene.reading.folded[place.marked.inner_end - 1]
    finite = any(
        scene.word(i).xpos in ("VBD", "VBZ", "VBP", "MD", "VB")
        for i in range(place.first, place.stop)
    )
    return final not in ".,!?" and not finite


def _merged(spans: Sequence[Range]) -> tuple[Range, ...]:
    """The union of ranges, in order; ranges that touch or overlap become one."""
    merged: list[Range] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _referent(scene: Scene, mention: Mention | None) -> Mention | None:
    if mention is None:
        return None
    words = scene.reading.sentences[mention.sentence].words
    if words[mention.first].xpos not in ("WP", "WDT"):
        return mention
    before = [
        f.mention for f in scene.frames_in(mention.sentence) if f.mention.stop <= mention.first
    ]
    nearest = max(before, key=lambda m: (m.stop, -m.first), default=mention)
    return nearest if mention.first - nearest.stop <= _RELATIVE_REACH else mention


def _indirect(
    scene: Scene, quoted: Sequence[Relation], used: set[tuple[int, int]]
) -> list[Relation]:
    """Indirect speech that overlaps no quote, unless it holds it or is held by it."""
    taken: dict[int, list[tuple[tuple[Range, ...], Range | None]]] = {}
    direct = {r.content for r in quoted if r.kind is Kind.DIRECT}
    for relation in quoted:
        if relation.kind is not Kind.OTHER:
            for number in _sentences(scene, relation.content):
                taken.setdefault(number, []).append((relation.content, relation.cue))
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
        if p < NOMINAL_FROM and is_nominal(scene, report):
            continue
        spans = _spans(scene, report)
        here = taken.setdefault(report.frame.sentence, [])
        if key in used or any(_clashes(spans, *t) for t in here):
            continue
        holding = [held for held, _ in here if _within(held, spans)]
        if holding and (not is_clausal(scene, report) or direct.intersection(holding)):
            continue
        used.add(key)
        here.append((spans, (report.frame.start, report.frame.end)))
        found.append(
            Relation(
                kind=Kind.INDIRECT,
                segments=(),
                content=spans,
                cue=(report.frame.start, report.frame.end),
                mention=report.frame.mention,
                referent=_referent(scene, report.frame.mention),
                via=via(scene, report.frame),
                speech=p,
                right=1.0,
                method=Method.SYNTAX,
            )
        )
    return found


def _sentences(scene: Scene, content: Sequence[Range]) -> Iterator[int]:
    """The sentences in which a content has words."""
    last = -1
    for start, end in content:
        first, stop = scene.word_at(start), scene.word_at(end)
        if first < stop:
            low = max(last + 1, scene.sentence_of[first])
            last = max(last, scene.sentence_of[stop - 1])
            yield from range(low, last + 1)


def _spans(scene: Scene, report: Report) -> tuple[Range, ...]:
    sentence = scene.reading.sentences[report.frame.sentence]
    words = sentence.words
    ranges = extents.chosen(sentence, report.frame, report.inside, report.options)
    return _merged([(words[a].start, words[b - 1].end) for a, b in ranges])


def _clashes(spans: Sequence[Range], other: Sequence[Range], cue: Range | None) -> bool:
    """Whether a report cannot stand beside another quote.

    One may hold the other, but then the cue of the inner one stands inside as well (*X said that Y
    called it so*): else both are the same words, reported once.
    """
    if _within(other, spans):
        return cue is None or not _within([cue], spans)
    return _crosses(spans, other)


def _crosses(a: Sequence[Range], b: Sequence[Range]) -> bool:
    """Whether two contents overlap without one lying wholly within the other."""
    shared = any(x < d and c < y for x, y in a for c, d in b)
    return shared and not _within(a, b) and not _within(b, a)


def _within(a: Sequence[Range], b: Sequence[Range]) -> bool:
    return all(any(c <= x and y <= d for c, d in b) for x, y in a) and tuple(a) != tuple(b)
