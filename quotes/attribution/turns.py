"""Turns of interviews and transcripts without marks: *Ada Marsh: Nobody read the reports.*"""

from __future__ import annotations

import collections
from collections.abc import Iterator

import attrs

from quotes.attribution.chunks import sort_of
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.relation import Relation
from quotes.attribution.scene import Scene
from quotes.text.paragraphs import ParagraphKind
from quotes.types import Kind, Method

_LABEL_WORDS = 5
_LEAST_TURNS = 3
_SURE = 0.95


@attrs.frozen
class _Turn:
    """A paragraph that a label and a colon open; the words behind them are from `start` on."""

    label: str
    mention: Mention | None
    colon: tuple[int, int]
    start: int
    end: int


def with_turns(scene: Scene, found: list[Relation]) -> list[Relation]:
    """The relations of an article and, if it is a transcript, one for each turn without marks.

    It is one if at least half of its paragraphs are turns and somebody has two of them.
    """
    body = [p for p in scene.reading.paragraphs if p.kind is not ParagraphKind.FURNITURE]
    turns = list(_turns(scene))
    often = collections.Counter(turn.label for turn in turns)
    if len(turns) < _LEAST_TURNS or 2 * len(turns) < len(body) or max(often.values()) < 2:
        return found
    plain = {turn.colon: turn for turn in turns if _is_plain(scene, turn)}
    kept = [r for r in found if r.cue not in plain]
    return [*kept, *map(_relation, plain.values())]


def _is_plain(scene: Scene, turn: _Turn) -> bool:
    """Whether marks neither open the words of a turn nor reach over one of their ends."""
    return not any(
        m.start == turn.start or m.start < turn.start < m.end or m.start < turn.end < m.end
        for m in scene.marked
    )


def _relation(turn: _Turn) -> Relation:
    words = ((turn.start, turn.end),)
    return Relation(
        kind=Kind.DIRECT,
        segments=words,
        content=words,
        cue=turn.colon,
        mention=turn.mention,
        referent=turn.mention,
        via=None,
        speech=_SURE,
        right=_SURE if turn.mention is not None else 0.0,
        method=Method.PATTERN,
    )


def _turns(scene: Scene) -> Iterator[_Turn]:
    """The paragraphs that begin with a few words in capitals and a colon."""
    for paragraph, row in zip(scene.reading.paragraphs, scene.reading.by_paragraph, strict=True):
        if paragraph.kind is ParagraphKind.FURNITURE or not row:
            continue
        words = scene.reading.sentences[row[0]].words
        at = next((i for i, w in enumerate(words[: _LABEL_WORDS + 1]) if w.text == ":"), 0)
        if not at or not all(w.text[:1].isupper() or w.text == "." for w in words[:at]):
            continue
        start = words[at].end
        while start < paragraph.end and scene.reading.text[start].isspace():
            start += 1
        if start < paragraph.end:
            label = scene.reading.folded[words[0].start : words[at].start]
            named = len(label) > 1  # *Q* and *A* name nobody
            nominal = sort_of(words[at - 1].lemma) == "person"
            kind = MentionKind.NOMINAL if nominal else MentionKind.NAME
            span = words[0].start, words[at - 1].end
            mention = Mention(row[0], 0, at, at, at - 1, kind, *span) if named else None
            yield _Turn(label, mention, (words[at].start, words[at].end), start, paragraph.end)
