"""Decide for each quoted span of an article who, if anybody, is reported to have said it."""

from __future__ import annotations

import pathlib

import attrs

from quotes.attribution import joint, patterns, ranker, shapes
from quotes.attribution.candidates import (
    NOBODY,
    UNSTATED,
    Candidate,
    Previous,
    advance,
    candidates,
)
from quotes.attribution.discourse import Discourse
from quotes.attribution.features import Features
from quotes.attribution.frames import Frame, reports
from quotes.attribution.mentions import Mention
from quotes.attribution.parted_cues import governed
from quotes.attribution.ranker import Ranker
from quotes.attribution.scene import Place, Scene
from quotes.text.paragraphs import ParagraphKind

WEIGHTS = pathlib.Path(__file__).parent / "ranker.npz"
NOBODY_FROM = 0.45
SURE = 0.97
UNSOURCED = 0.7
"""The probability of speech for words that read as speech where no source is in reach."""
_LEAST_SOURCE = 0.25
"""The probability from which a source is taken for words that read as speech, though nobody's is
higher."""
_NOBODY_JUDGES = 0.3
_CUE_SHARE = 0.05
_NEARER_SHARE = 0.3
_PARTICIPLE_SHARE = 0.02


@attrs.frozen
class Decision:
    """What was decided for one marked stretch.

    `speech` is the probability that somebody is reported to have said it, `right` the probability
    that `mention` is its source, given that. `chosen` is `NOBODY` for words that nobody said.
    """

    place: Place
    chosen: Candidate
    mention: Mention | None
    speech: float
    right: float

    @property
    def is_speech(self) -> bool:
        """Whether the words count as reported speech."""
        return self.chosen.is_speech


def decide(scene: Scene, sources: Ranker | None = None) -> list[Decision]:
    """One decision for each marked stretch of the article proper, in text order.

    The parts of a quotation over several paragraphs get one source, that of the surest part.
    `sources` are weights to decide by in place of the bundled ones.
    """
    weights = sources or ranker.load(WEIGHTS)
    discourse = Discourse(scene)
    decisions: list[Decision] = []
    previous: Previous | None = None
    for place in scene.places:
        if place is None:
            continue
        paragraph = scene.reading.paragraphs[place.marked.paragraph]
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        options = candidates(scene, place, previous)
        signed = _signed(scene, place, options)
        if signed is not None:
            decision = signed
        elif patterns.is_named(scene, place):
            decision = Decision(place, NOBODY, None, 1 - SURE, 0.0)
        else:
            odds = weights.probabilities(Features(scene, place, previous, discourse).of(options))
            odds = joint.joined(scene, place, options, odds, previous)
            odds = governed(scene, place, options, odds)
            odds = shapes.settled(scene, place, options, odds)
            if patterns.is_judgement(scene, place):
                odds = _judged(odds)
            speech = patterns.reads_as_speech(scene, place)
            decision = _chosen(scene, place, options, odds, previous, speech)
        decisions.append(decision)
        if place.marked.parent is None and decision.is_speech:
            previous = advance(previous, place, decision.chosen)
    return _joined(decisions)


def _judged(odds: list[float]) -> list[float]:
    """The odds with a bound on nobody: words of a judgement are those of whoever judges."""
    if odds[-1] <= _NOBODY_JUDGES:
        return odds
    scale = (1 - _NOBODY_JUDGES) / max(1e-9, sum(odds[:-1]))
    return [*(p * scale for p in odds[:-1]), _NOBODY_JUDGES]


def _signed(scene: Scene, place: Place, options: list[Candidate]) -> Decision | None:
    """The pattern *“…” — Name*: a name that signs the words is practically never wrong."""
    for option in options:
        frame = option.frame
        signs = frame is not None and frame.relation == "signed"
        if frame is not None and signs and scene.word_at(frame.start) == place.after:
            return Decision(place, option, frame.mention, SURE, SURE)
    return None


def _chosen(
    scene: Scene,
    place: Place,
    options: list[Candidate],
    odds: list[float],
    previous: Previous | None,
    speech: bool,
) -> Decision:
    """The likeliest source, over all its cues, and then its likeliest cue.

    Nobody is the source from the probability `NOBODY_FROM` on, unless the words read as `speech`.
    The source is unstated if that is likelier than any of those given.
    """
    unstated, nobody = odds[-2:]
    by_source: dict[tuple[int, int], float] = {}
    for option, p in zip(options, odds, strict=True):
        key = _key(option, previous)
        if key is not None:
            by_source[key] = by_source.get(key, 0.0) + p
    best = max(by_source, key=by_source.__getitem__, default=None)
    likeliest = max(by_source.values(), default=0.0)
    doubted = nobody >= NOBODY_FROM
    if (doubted or best is None) and not (speech and place.marked.parent is None):
        return Decision(place, options[-1], None, 1 - nobody, 0.0)
    said = UNSOURCED if doubted else 1 - nobody
    if best is None or likeliest < max(unstated, _LEAST_SOURCE if doubted else 0.0):
        return Decision(place, UNSTATED, None, said, 0.0)
    ranked = [
        (p, -i)
        for i, (option, p) in enumerate(zip(options, odds, strict=True))
        if _key(option, previous) == best
    ]
    top = max(ranked)
    chosen = options[-top[1]]
    if chosen.frame is not None and not reports(chosen.frame):
        # a mention that reports by any of its cues is shown with that cue
        with_cue = [r for r in ranked if (f := options[-r[1]].frame) is not None and reports(f)]
        if with_cue and max(with_cue)[0] >= _CUE_SHARE * top[0]:
            chosen = options[-max(with_cue)[1]]
    chosen = _nearer(scene, place, options, ranked, chosen, top[0])
    mention = previous.mention if previous is not None else None
    if chosen.frame is not None:
        mention = chosen.frame.mention
    right = likeliest / max(1e-6, 1 - nobody)
    return Decision(place, chosen, mention, said, min(1.0, right))


def _adds(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether a participle directly leads a fragment in (*said it was late, adding that “…”*)."""
    words = scene.reading.sentences[frame.sentence].words
    start = scene.offset[frame.sentence]
    return (
        words[frame.cue].xpos == "VBG"
        and words[frame.cue - 1].lower in (",", "by")
        and frame.sentence == place.sentences[0]
        and scene.reading.folded[place.marked.inner_start].islower()
        and not any(w.text == "," for w in words[frame.cue : place.before + 1 - start])
    )


def _nearer(
    scene: Scene,
    place: Place,
    options: list[Candidate],
    ranked: list[tuple[float, int]],
    chosen: Candidate,
    top: float,
) -> Candidate:
    """Of two cues of one source before the words the second (*insisted it was, and warned of*)."""
    frame = chosen.frame
    if frame is None or frame.cue < 0:
        return chosen
    later = [
        (f.start, -i)
        for p, i in ranked
        if (f := options[-i].frame) is not None
        and reports(f)
        and f.sentence == frame.sentence
        and frame.end <= f.start < place.marked.start
        and (
            (f.relation.endswith("<conj") and p >= _NEARER_SHARE * top)
            or (_adds(scene, place, f) and p >= _PARTICIPLE_SHARE * top)
        )
    ]
    return options[max(later)[1]] if later else chosen


def _key(option: Candidate, previous: Previous | None) -> tuple[int, int] | None:
    """What tells sources apart: where they end (*the clerk of the port* and *the port* are one)."""
    if option.frame is not None:
        return option.frame.mention.sentence, option.frame.mention.stop
    if option.continues and previous is not None:
        return previous.mention.sentence, previous.mention.stop
    return None


def _joined(decisions: list[Decision]) -> list[Decision]:
    """Give the parts of a quotation over several paragraphs the source of the surest of them."""
    at = {d.place.marked.index: i for i, d in enumerate(decisions)}
    chains: list[list[int]] = []
    chain_of: dict[int, list[int]] = {}
    for i, decision in enumerate(decisions):
        before = decision.place.marked.continues
        if before is not None and before in at:
            chain = chain_of.get(before)
            if chain is None:
                chain = [at[before]]
                chain_of[before] = chain
                chains.append(chain)
            chain.append(i)
            chain_of[decision.place.marked.index] = chain
    result = list(decisions)
    for chain in chains:
        framed = [i for i in chain if result[i].chosen.frame is not None] or [
            i for i in chain if result[i].is_speech
        ]
        if not framed:
            continue
        surest = max(framed, key=lambda i: (result[i].right * result[i].speech, -i))
        best = result[surest]
        for i in chain:
            result[i] = attrs.evolve(
                best, place=result[i].place, speech=max(best.speech, result[i].speech)
            )
    return result
