"""Discard cues that another clause separates from the quotation."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribution.candidates import Candidate
from quotes.attribution.content import CONTRASTING
from quotes.attribution.frames import reports
from quotes.attribution.scene import Place, Scene
from quotes.language.sentences import Word

_TITLE = 4
_TITLES = frozenset(("NN", "NNP", "JJ", "DT", "HYPH"))
_PARTING = CONTRASTING | {";"}


def governed(
    scene: Scene, place: Place, options: list[Candidate], odds: list[float]
) -> list[float]:
    """The odds without cues that another clause separates from the quotation.

    *Marsh said it was “late”, while Fenn called it “early”*: what Marsh said ends before *while*.
    """
    number, start = place.sentences[0], scene.offset[place.sentences[0]]
    words = scene.reading.sentences[number].words
    joined = [
        f.mention.first
        for o in options
        if (f := o.frame) is not None
        and f.sentence == number
        and f.relation == "nsubj"
        and reports(f)
        and 0 < f.mention.first < f.cue < place.first - start
        and _is_joined(words, f.mention.first)
    ]
    last = max(joined, default=0)
    parted = [
        (f := o.frame) is not None
        and f.sentence == number
        and 0 <= f.cue < last
        and f.mention.first < last - 1
        for o in options
    ]
    nobody = odds[-1]
    share = sum(p for p, is_parted in zip(odds, parted, strict=True) if not is_parted) - nobody
    if not any(parted) or share <= 0:
        return odds
    scale = (1 - nobody) / share
    kept = [0.0 if is_parted else p * scale for p, is_parted in zip(odds, parted, strict=True)]
    return [*kept[:-1], nobody]


def _is_joined(words: Sequence[Word], first: int) -> bool:
    """Whether a clause is joined on by contrast before a subject (*while team-mate Joel Fenn*)."""
    at = first - 1
    while at > max(0, first - _TITLE) and words[at].xpos in _TITLES:
        at -= 1
    # *argued that while the inns had “beds”*: within what is reported nothing is parted
    return words[at].lower in _PARTING and words[at - 1].lower != "that"
