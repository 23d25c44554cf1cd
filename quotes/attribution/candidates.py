"""Candidates for the source of one quoted span of an article."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotes.attribution.frames import Frame
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.scene import (
    SENTENCES_AFTER,
    SENTENCES_BEFORE,
    Place,
    Scene,
    may_sign,
)
from quotes.text.paragraphs import ParagraphKind


@attrs.frozen
class Candidate:
    """A way to read a marked stretch.

    Said by the source of `frame`, going on from the stretch before (`continues`), said by somebody
    whom the text does not give (`unstated`), or no speech at all (none of these).
    """

    frame: Frame | None
    continues: bool = False
    unstated: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether somebody is reported to have said the words."""
        return self.frame is not None or self.continues or self.unstated


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
UNSTATED = Candidate(None, unstated=True)

_BARE = 1
"""How many sentences away a mention without a cue may stand."""
_SIGNATURE_WORDS = 8


def candidates(scene: Scene, place: Place, previous: Previous | None) -> list[Candidate]:
    """All readings of a marked stretch: by frames, the last two `UNSTATED` and `NOBODY`."""
    within = -1 if place.marked.parent is None else place.marked.parent
    options: list[Candidate] = []
    for number in _window(scene, place):
        near = place.sentences[0] - _BARE <= number <= place.sentences[-1] + _BARE
        options.extend(
            Candidate(frame)
            for frame in scene.frames_in(number, within)
            if near or frame.relation != "bare"
        )
    signature = _signature(scene, place)
    if signature is not None:
        options.append(Candidate(signature))
    if previous is not None and within < 0:
        options.append(CONTINUES)
    options.append(UNSTATED)
    options.append(NOBODY)
    return options


def _signature(scene: Scene, place: Place) -> Frame | None:
    """A name that signs the stretch where that ends a sentence, and all that follows it there.

    *“…” —*, then *Ada Marsh*; a sentence in marks, then *(Ada Marsh)* or *Ada Marsh, Lowmere*.
    """
    sign = scene.word(place.after)
    first = place.after + (sign.text in ("-", "("))
    if not 0 <= first < scene.words:
        return None
    number = scene.sentence_of[first]
    sentence = scene.reading.sentences[number]
    start, words = first - scene.offset[number], sentence.words
    same = sentence.paragraph == place.marked.paragraph
    if not same or len(words) - start > _SIGNATURE_WORDS or (start and sign.text != "("):
        return None
    mention = next((f.mention for f in scene.frames_in(number) if f.mention.first == start), None)
    if mention is None or mention.kind is MentionKind.PRONOUN:
        return None
    if sign.text != "-" and not _stands_alone(scene, place, mention):
        return None
    return Frame(mention, -1, -1, "-", "signed", sign.start, sign.end)


def _stands_alone(scene: Scene, place: Place, mention: Mention) -> bool:
    """Whether a stretch is a sentence, and but for it a person's name its whole paragraph."""
    marked, sentence = place.marked, scene.reading.sentences[mention.sentence]
    before = scene.reading.text[scene.reading.paragraphs[marked.paragraph].start : marked.start]
    opens = not any(sign.isalnum() for sign in before)
    last = scene.reading.by_paragraph[sentence.paragraph][-1] == mention.sentence
    behind = sentence.words[mention.stop :]
    return (
        mention.kind is MentionKind.PERSON
        and opens
        and last
        and scene.reading.folded[marked.inner_end - 1] in ".!?"
        and not any(word.is_finite for word in behind)
    )


def _window(scene: Scene, place: Place) -> list[int]:
    """Sentences in which a source may stand.

    Around the stretch in its paragraph, the end of the one before, and a short one after (a name
    that signs).
    """
    paragraph = place.marked.paragraph
    row = scene.reading.by_paragraph[paragraph]
    first, last = place.sentences[0], place.sentences[-1]
    low, high = max(row[0], first - SENTENCES_BEFORE), min(row[-1], last + SENTENCES_AFTER)
    window = list(range(low, high + 1))
    if place.marked.parent is not None:
        return list(range(max(row[0], first - 1), min(row[-1], last + 1) + 1))
    before = _neighbour(scene, paragraph, -1)
    if before is not None and _asks(scene, before):
        earlier = _neighbour(scene, scene.reading.sentences[before[0]].paragraph, -1)
        window = [*(earlier or ())[-2:], *before, *window]
    elif before is not None:
        window = [*before[-2:], *window]
    after = _neighbour(scene, paragraph, 1)
    if after is not None and len(after) == 1 and may_sign(scene.reading.sentences[after[0]]):
        window = [*window, *after]
    return window


def _asks(scene: Scene, sentences: Sequence[int]) -> bool:
    """Whether a paragraph is a question outside marks, as in interviews."""
    last = scene.reading.sentences[sentences[-1]]
    return len(sentences) <= 2 and last.words[-1].text == "?" and not any(scene.inside(last.index))


def _neighbour(scene: Scene, paragraph: int, step: int) -> tuple[int, ...] | None:
    """The sentences of the next paragraph of the article proper in one direction."""
    rows = scene.reading.by_paragraph
    at = paragraph + step
    while 0 <= at < len(rows):
        if scene.reading.paragraphs[at].kind is not ParagraphKind.FURNITURE and rows[at]:
            return rows[at]
        at += step
    return None
