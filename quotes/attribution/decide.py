"""Decide for every marked stretch of an article who, if anybody, is reported to have said it."""

from __future__ import annotations

import pathlib

import attrs
import regex

from quotes.attribution import ranker
from quotes.attribution.candidates import NOBODY, Candidate, Previous, advance, candidates
from quotes.attribution.features import Features
from quotes.attribution.frames import Frame, is_personal, reports
from quotes.attribution.mentions import Mention
from quotes.attribution.scene import Place, Scene
from quotes.lexicons import load
from quotes.text.paragraphs import ParagraphKind

WEIGHTS = pathlib.Path(__file__).parent / "ranker.npz"
NOBODY_FROM = 0.6
NOBODY_FROM_TERM = 0.3
SURE = 0.97
_LEAST_BESIDE = 0.1
_LEAST_PERSON = 0.01
_CLAUSE_WORDS = 14
_PARTS = frozenset((",", ";", ":", "-", '"'))
_LEADS = frozenset((",", ":", "that"))
_TITLE_WORDS = 8
_CUE_SHARE = 0.05
_NOBODY_SHARE = 0.1
_SENTENCE_WORDS = 6
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_SENTENCE_BREAK = regex.compile(r"[.!?]\s+\p{Lu}")


@attrs.frozen
class Decision:
    """What was decided for one marked stretch.

    `speech` is the probability that somebody is reported to have said it, `right` the probability
    that `mention` is its source, given that. `chosen` is neither frame nor continuation for words
    that nobody said.
    """

    place: Place
    chosen: Candidate
    mention: Mention | None
    speech: float
    right: float

    @property
    def is_speech(self) -> bool:
        """Whether the words count as reported speech."""
        return self.chosen.frame is not None or self.chosen.continues


def decide(scene: Scene) -> list[Decision]:
    """One decision for each marked stretch of the article proper, in text order.

    The parts of a quotation over several paragraphs get one source, that of the surest part.
    """
    weights = ranker.load(WEIGHTS)
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
        elif _is_title(scene, place):
            decision = Decision(place, NOBODY, None, 1 - SURE, 0.0)
        else:
            odds = weights.probabilities(Features(scene, place, previous).of(options))
            odds = _beside(scene, place, options, odds)
            if _reads_as_speech(scene, place):
                odds = _less_nobody(odds)
            decision = _chosen(scene, place, options, odds, previous)
        decisions.append(decision)
        if place.marked.parent is None and decision.is_speech:
            previous = advance(previous, place, decision.chosen)
    return _joined(decisions)


def _signed(scene: Scene, place: Place, options: list[Candidate]) -> Decision | None:
    """The pattern *“…” — Name*: a name that signs the words is practically never wrong."""
    for option in options:
        frame = option.frame
        if frame is not None and frame.relation == "signed":
            dash = scene.offset[frame.sentence] + frame.cue
            if dash == place.after:
                return Decision(place, option, frame.mention, SURE, SURE)
    return None


def _beside(scene: Scene, place: Place, options: list[Candidate], odds: list[float]) -> list[float]:
    """The patterns *X said: “…”* and *X said that it was “…”*: that cue reports these words.

    What other frames and the continuation have of probability goes to those of that cue.
    """
    near = [
        option.frame is not None
        and p >= _least(scene, option.frame)
        and _leads_in(scene, place, option.frame)
        for option, p in zip(options, odds, strict=True)
    ]
    share = sum(p for p, kept in zip(odds, near, strict=True) if kept)
    if not share:
        return odds
    scale = (1 - odds[-1]) / share
    return [
        p * scale if kept else 0.0 for p, kept in zip(odds[:-1], near[:-1], strict=True)
    ] + odds[-1:]


def _least(scene: Scene, frame: Frame) -> float:
    """How likely a frame must be for the pattern: a person's need hardly be."""
    personal = is_personal(scene.reading.sentences[frame.sentence], frame)
    return _LEAST_PERSON if personal else _LEAST_BESIDE


def _leads_in(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether only *that*, a colon or a comma, or a that-clause, parts a cue from the mark."""
    start = scene.offset[frame.sentence]
    low, high = start + frame.cue_stop, place.before + 1
    if (
        frame.sentence != place.sentences[0]
        or frame.cue < 0
        or frame.mention.first > frame.cue
        or not reports(frame)
        or not low <= high <= low + _CLAUSE_WORDS
    ):
        return False
    between = [scene.word(i).lower for i in range(low, high)]
    if len(between) <= 2 and all(w in _LEADS for w in between):
        return True
    return between[0] == "that" and not any(
        scene.word(i).text in _PARTS or _reports_itself(scene, frame.sentence, i - start)
        for i in range(low, high)
    )


def _reports_itself(scene: Scene, sentence: int, word: int) -> bool:
    return any(f.cue == word and reports(f) for f in scene.frames_in(sentence))


def _is_title(scene: Scene, place: Place) -> bool:
    """The pattern *the novel “…”*: a short stretch in title case after the word for a work."""
    marked = place.marked
    if place.stop - place.first > _TITLE_WORDS or place.before < 0:
        return False
    words = _WORD.findall(scene.reading.folded[marked.inner_start : marked.inner_end])
    capital = sum(w[0].isupper() or w[0].isdigit() for w in words)
    cased = bool(words) and words[0][0].isupper() and 2 * capital > len(words)
    lead = scene.word(place.before)
    joined = scene.sentence_of[place.before] == place.sentences[0]
    return cased and joined and lead.lemma.lower() in load("work_nouns")


def _reads_as_speech(scene: Scene, place: Place) -> bool:
    """Whether a stretch is a whole paragraph of a sentence or more, or several sentences.

    Titles and terms are not; whoever said such words, somebody did.
    """
    marked, folded = place.marked, scene.reading.folded
    inner = folded[marked.inner_start : marked.inner_end]
    paragraph = scene.reading.paragraphs[marked.paragraph]
    whole = marked.start <= paragraph.start + 1 and marked.end >= paragraph.end - 1
    return (
        place.stop - place.first >= _SENTENCE_WORDS
        and inner[-1] in ".!?,"
        and not inner[0].islower()
        and (whole or len(_SENTENCE_BREAK.findall(inner)) > 0)
    )


def _less_nobody(odds: list[float]) -> list[float]:
    total = sum(odds[:-1]) + odds[-1] * _NOBODY_SHARE
    return [p / total for p in odds[:-1]] + [odds[-1] * _NOBODY_SHARE / total]


def _is_term(scene: Scene, place: Place) -> bool:
    """Whether one or two words in marks stand before a noun: *a “green” bank*."""
    if place.stop - place.first > 2 or place.before < 0 or place.after >= scene.words:
        return False
    inside = scene.sentence_of[place.before] == scene.sentence_of[place.after]
    leads = scene.word(place.before).xpos in ("DT", "JJ", "PRP$", "POS")
    return inside and leads and scene.word(place.after).xpos in ("NN", "NNS", "NNP", "NNPS")


def _chosen(
    scene: Scene,
    place: Place,
    options: list[Candidate],
    odds: list[float],
    previous: Previous | None,
) -> Decision:
    """The likeliest source, over all its cues, and then its likeliest cue."""
    nobody = odds[-1]
    limit = NOBODY_FROM_TERM if _is_term(scene, place) else NOBODY_FROM
    by_source: dict[tuple[int, int], float] = {}
    for option, p in zip(options, odds, strict=True):
        key = _key(option, previous)
        if key is not None:
            by_source[key] = by_source.get(key, 0.0) + p
    if nobody >= limit or not by_source:
        return Decision(place, options[-1], None, 1 - nobody, 0.0)
    best = max(by_source, key=by_source.__getitem__)
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
    mention = previous.mention if previous is not None else None
    if chosen.frame is not None:
        mention = chosen.frame.mention
    right = by_source[best] / max(1e-6, 1 - nobody)
    return Decision(place, chosen, mention, 1 - nobody, min(1.0, right))


def _key(option: Candidate, previous: Previous | None) -> tuple[int, int] | None:
    if option.frame is not None:
        return option.frame.mention.start, option.frame.mention.head
    if option.continues and previous is not None:
        return previous.mention.start, previous.mention.head
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
