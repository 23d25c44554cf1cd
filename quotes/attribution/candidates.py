"""Candidates for the source of one marked stretch of an article."""

from __future__ import annotations

import attrs

from quotes.attribution.frames import Frame
from quotes.attribution.mentions import Mention
from quotes.attribution.scene import Place, Scene
from quotes.text.paragraphs import ParagraphKind


@attrs.frozen
class Candidate:
    """A way to read a marked stretch.

    Said by the source of `frame`, going on from the stretch before (`continues`), or no speech at
    all (neither).
    """

    frame: Frame | None
    continues: bool = False


@attrs.frozen
class Previous:
    """What was decided for the speech before: the stretch and the mention that is its source."""

    place: Place
    mention: Mention
    frame: Frame | None


def advance(previous: Previous | None, place: Place, chosen: Candidate) -> Previous | None:
    """What the stretch before is for the next decision, after `chosen` was decided for `place`."""
    if chosen.frame is not None:
        return Previous(place, chosen.frame.mention, chosen.frame)
    if chosen.continues and previous is not None:
        return Previous(place, previous.mention, None)
    return previous


NOBODY = Candidate(None)
CONTINUES = Candidate(None, continues=True)

_BEFORE, _AFTER = 5, 2


def candidates(scene: Scene, place: Place, previous: Previous | None) -> list[Candidate]:
    """All readings of a marked stretch, those that stand nearest first."""
    within = -1 if place.marked.parent is None else place.marked.parent
    options: list[Candidate] = []
    for number in _window(scene, place):
        options.extend(Candidate(frame) for frame in scene.frames_in(number, within))
    if previous is not None and within < 0:
        options.append(CONTINUES)
    options.append(NOBODY)
    return options


def _window(scene: Scene, place: Place) -> list[int]:
    """Sentences in which a source may stand.

    Around the stretch in its paragraph, the end of the one before, and a short one after (a name
    that signs).
    """
    paragraph = place.marked.paragraph
    row = scene.reading.by_paragraph[paragraph]
    first, last = place.sentences[0], place.sentences[-1]
    window = list(range(max(row[0], first - _BEFORE), min(row[-1], last + _AFTER) + 1))
    if place.marked.parent is not None:
        return list(range(max(row[0], first - 1), min(row[-1], last + 1) + 1))
    before = _neighbour(scene, paragraph, -1)
    if before is not None:
        window = [*before[-2:], *window]
    after = _neighbour(scene, paragraph, 1)
    if after is not None and len(after) == 1 and len(scene.reading.sentences[after[0]].words) <= 12:
        window = [*window, *after]
    return window


def _neighbour(scene: Scene, paragraph: int, step: int) -> tuple[int, ...] | None:
    """The sentences of the next paragraph of the article proper in one direction."""
    rows = scene.reading.by_paragraph
    at = paragraph + step
    while 0 <= at < len(rows):
        if scene.reading.paragraphs[at].kind is not ParagraphKind.FURNITURE and rows[at]:
            return rows[at]
        at += step
    return None
