"""Attribution relations: decisions about stretches joined into quotes, and indirect speech."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import attrs

from quotes.attribution.decide import Decision, decide
from quotes.attribution.overlaps import apart
from quotes.attribution.patterns import is_acronym
from quotes.attribution.quoted import groups, quoted
from quotes.attribution.ranker import Ranker
from quotes.attribution.relation import Relation, within
from quotes.attribution.reported import indirect_relations
from quotes.attribution.scene import Scene
from quotes.attribution.turns import with_turns
from quotes.text.paragraphs import ParagraphKind
from quotes.types import Kind, Method

_PERHAPS_SAID = 0.3
_UNREAD = 0.5


def relations(scene: Scene, sources: Ranker | None = None) -> list[Relation]:
    """All attribution relations of an article in text order, those of kind `other` among them.

    `sources` are weights of the sources of marked words in place of the bundled ones.
    """
    decisions = decide(scene, sources)
    found = [_other(d) for d in decisions if not d.is_speech]
    cues = _cues(decisions)
    by_sentence: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for (sentence, cue), often in cues.items():
        by_sentence[sentence][cue] = often
    for group in groups(scene, decisions):
        found.append(quoted(scene, group, by_sentence))
    found = _with_marks(scene, found, indirect_relations(scene, found, set(cues)))
    found = with_turns(scene, found)
    found = list(apart(scene.reading.text, scene.marked, found))
    return sorted(found, key=lambda r: (r.content[0][0], -r.content[-1][1]))


def _cues(decisions: Iterable[Decision]) -> Counter[tuple[int, int]]:
    """The cues of decisions, as sentence and word, each with how many have it."""
    frames = (d.chosen.frame for d in decisions)
    return Counter((f.sentence, f.cue) for f in frames if f is not None)


def _with_marks(
    scene: Scene, found: Sequence[Relation], reported: Sequence[Relation]
) -> list[Relation]:
    """All relations; a report that holds marked words, perhaps said by nobody, quotes them.

    By themselves they were taken for a term; inside what somebody is reported to have said they
    are the speaker's words.
    """
    held: set[int] = set()
    kept = []
    terms = sorted(
        (other.content[0][0], i)
        for i, other in enumerate(found)
        if other.kind is Kind.OTHER
        and other.speech >= _PERHAPS_SAID
        and not any(is_acronym(scene, *segment) for segment in other.segments)
    )
    for report in reported:
        low = bisect.bisect_left(terms, (report.content[0][0], -1))
        high = bisect.bisect_left(terms, (report.content[-1][1], -1))
        inside = sorted(
            i
            for _, i in terms[low:high]
            if i not in held and within(found[i].content, report.content)
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
