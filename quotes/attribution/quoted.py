"""Quotes of marked stretches: which belong together, and the reported words around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quotes.attribution import extents
from quotes.attribution.content import Range, reported_words, without_auxiliaries
from quotes.attribution.decide import Decision
from quotes.attribution.frames import SIGNS, Frame
from quotes.attribution.outlets import via
from quotes.attribution.quoted_only import behind_sign
from quotes.attribution.relation import Relation, merged, referent
from quotes.attribution.scene import Scene
from quotes.attribution.syntax import hanging
from quotes.lexicons.cues import is_report
from quotes.types import Kind, Method

_FRAGMENT_WORDS = 12


def groups(scene: Scene, decisions: Sequence[Decision]) -> Iterator[list[Decision]]:
    """Decisions that are segments of one quote."""
    group: list[Decision] = []
    for decision in decisions:
        if not decision.is_speech:
            continue
        if decision.place.marked.parent is not None:
            yield [decision]
        elif group and _joins(scene, group[-1], decision):
            group.append(decision)
        else:
            if group:
                yield group
            group = [decision]
    if group:
        yield group


def _joins(scene: Scene, before: Decision, here: Decision) -> bool:
    """Whether two stretches, one after the other, are segments of one quote."""
    if here.place.marked.continues == before.place.marked.index:
        return True
    if here.place.marked.paragraph != before.place.marked.paragraph:
        return False
    if here.place.sentences[0] - before.place.sentences[-1] > 1:
        return False
    if here.mention != before.mention:
        return False
    same = here.place.sentences[0] == before.place.sentences[-1]
    if here.mention is None:
        return same
    if here.chosen.frame is None or here.chosen.frame == before.chosen.frame:
        return True
    return same and _goes_on(scene, here)


def _goes_on(scene: Scene, here: Decision) -> bool:
    """Whether only a participle parts a sentence in marks (*“It was,” he said, smiling, “so.”*)."""
    frame = here.chosen.frame
    if frame is None or frame.cue < 0:
        return False
    participle = scene.reading.sentences[frame.sentence].words[frame.cue].xpos == "VBG"
    return participle and _lower_inside(scene, here)


def quoted(scene: Scene, group: Sequence[Decision], cues: Mapping[int, Counter[int]]) -> Relation:
    """One quote of one or several marked stretches.

    `cues` are those of all quotes by sentence, each word with how many stretches have it.
    """
    frame = next((d.chosen.frame for d in group if d.chosen.frame is not None), None)
    outer = [(d.place.marked.start, d.place.marked.end) for d in group]
    spans = list(outer)
    if group[0].place.marked.parent is None:
        for number in dict.fromkeys(n for d in group for n in d.place.sentences):
            spans.extend(_clause(scene, group, number, frame, cues))
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
        content=merged(spans),
        cue=cue,
        mention=group[0].mention,
        referent=referent(scene, group[0].mention),
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


def _behind_cue(scene: Scene, group: Sequence[Decision], number: int) -> int:
    """Where a clause begins whose source is unstated: behind its cue and *that*, else at 0."""
    cue = _governing_cue(scene, group[0]) if group[0].chosen.unstated else None
    if cue is None or cue[1] > group[0].place.marked.start:
        return 0
    words = scene.reading.sentences[number].words
    behind = next((i + 1 for i, w in enumerate(words) if w.start == cue[0]), 0)
    return behind + (0 < behind < len(words) and words[behind].lower == "that")


def _clause(
    scene: Scene,
    group: Sequence[Decision],
    number: int,
    frame: Frame | None,
    cues: Mapping[int, Counter[int]],
) -> list[Range]:
    """The reported words around the stretches of one sentence, if some stand outside marks."""
    sentence = scene.reading.sentences[number]
    inside = scene.inside(number)
    if frame is not None and frame.sentence == number and frame.relation not in SIGNS:
        ranges = without_auxiliaries(sentence, frame, _bounds(scene, group, frame, cues))
    elif _fragment(scene, group, number):
        ranges = ((_behind_cue(scene, group, number), len(sentence.words)),)
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


def _bounds(
    scene: Scene,
    group: Sequence[Decision],
    frame: Frame,
    cues: Mapping[int, Counter[int]],
) -> extents.Ranges:
    """The likeliest bounds of what the frame reports that hold the stretches of its sentence.

    They hold no cue of another quote, if that can be (*said it was “late”, and added that “…”*).
    """
    sentence, inside = scene.reading.sentences[frame.sentence], scene.inside(frame.sentence)
    start, size = scene.offset[frame.sentence], len(sentence.words)
    held = {
        i - start
        for d in group
        for i in range(d.place.first, d.place.stop)
        if start <= i < start + size and scene.word(i).text[:1].isalnum()
    }
    sentenced = behind_sign(sentence, frame, inside)
    if sentenced is not None and all(sentenced[0][0] <= i < sentenced[0][1] for i in held):
        return sentenced
    options = [
        ranges
        for ranges in extents.choices(sentence, frame, inside)
        if all(any(a <= i < b for a, b in ranges) for i in held)
    ]
    own = Counter(
        d.chosen.frame.cue
        for d in group
        if d.chosen.frame is not None and d.chosen.frame.sentence == frame.sentence
    )
    others = [cue for cue in cues.get(frame.sentence, own) - own if cue != frame.cue]
    apart = [o for o in options if not any(a <= cue < b for cue in others for a, b in o)]
    return extents.chosen(sentence, frame, inside, apart or options)


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
        scene.word(i).is_finite or scene.word(i).xpos == "VB"
        for i in range(place.first, place.stop)
    )
    return final not in ".,!?" and not finite
