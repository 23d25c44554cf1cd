"""Patterns of source, cue and quoted span, as features of the source ranker."""

from __future__ import annotations

from quotes.attribution.candidates import Candidate
from quotes.attribution.chunks import sort_of
from quotes.attribution.content import fronted
from quotes.attribution.feelings import voiced
from quotes.attribution.frames import SIGNS, Frame, is_personal, reports, surroundings
from quotes.attribution.mentions import MentionKind
from quotes.attribution.patterns import PARTS
from quotes.attribution.scene import Place, Scene
from quotes.lexicons import load, of_class
from quotes.lexicons.cues import is_report

_CLAUSE_WORDS = 14
_STOPS = ".?!"
_LEADS = frozenset((",", ":", "that"))
_CERTAIN = ("announces", "inserted", "vents", "heads", "quoted as", "echoes")
_NOBODY_SHARE = 0.1
_TAKING_UP = of_class("taking_up")
_ECHO_WORDS = 4


def _says_it(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether a plain verb of saying, or a claim, leads in the words, not held by others."""
    plain = frame.by_noun or frame.lemma in load("reporting_verbs")
    if frame.lemma == "read":
        head = scene.reading.sentences[frame.sentence].words[frame.mention.head]
        plain = sort_of(head.lemma) == "document"  # *a placard reading “Hands off”*
    if frame.relation == "colon":
        plain = _has_verb(scene, place)
    return plain and place.marked.parent is None and _leads_in(scene, place, frame)


def _announces(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether the paragraph before ends in the frame's sentence and a colon, and all follows it."""
    first = place.sentences[0]
    sentences = scene.reading.sentences
    return (
        frame.sentence == first - 1
        and sentences[frame.sentence].words[-1].text == ":"
        and sentences[frame.sentence].paragraph < place.marked.paragraph
        and place.before < scene.offset[first]
        and not any(reports(f) for n in place.sentences for f in scene.frames_in(n))
    )


def _echoes(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether the sentence after the stretch takes it up: *That was the answer of the mayor*."""
    sentence = scene.reading.sentences[frame.sentence]
    return (
        frame.sentence == place.sentences[-1] + 1
        and place.after == scene.offset[frame.sentence]
        and sentence.paragraph == place.marked.paragraph
        and len(sentence.words) > _ECHO_WORDS
        and sentence.words[0].lower in _TAKING_UP
        and sentence.words[1].lemma.lower() == "be"
        and frame.by_noun
        and frame.cue <= _ECHO_WORDS
    )


def _inserted(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether cue and source stand between commas before the stretch: *, said the mayor,*."""
    sentence = scene.reading.sentences[frame.sentence]
    return (
        frame.sentence in place.sentences
        and 0 <= frame.cue_stop <= frame.mention.first
        and sentence.words[frame.cue].xpos != "VBG"  # *telling the crowd*: those who are told
        and reports(frame)
        and surroundings(sentence, frame) == (",", ",")
        and place.before >= scene.offset[frame.sentence] + frame.mention.stop
    )


def _heads(scene: Scene, place: Place, frame: Frame) -> bool:
    """The headline *“We were lied to”: miners dig in* or *“We were lied to” - miners*."""
    sentence, start = scene.reading.sentences[frame.sentence], scene.offset[frame.sentence]
    return (
        place.before < start
        and place.after == start + frame.mention.first - 1
        and scene.word(place.after).text == ("-" if frame.relation in SIGNS else ":")
        and sentence.words[-1].text not in _STOPS
        and _has_verb(scene, place)
        and _is_somebody(scene, frame)
    )


def _has_verb(scene: Scene, place: Place) -> bool:
    return any(scene.word(i).is_finite for i in range(place.first, place.stop))


def _is_somebody(scene: Scene, frame: Frame) -> bool:
    sentence = scene.reading.sentences[frame.sentence]
    head = sentence.words[frame.mention.head]
    return is_personal(sentence, frame) or (
        frame.mention.kind is MentionKind.NOMINAL and sort_of(head.lemma) == "person"
    )


def _quoted_as(scene: Scene, place: Place, frame: Frame) -> bool:
    """The pattern *“…,” the agency quoted a clerk as saying*."""
    words = scene.reading.sentences[frame.sentence].words
    return (
        frame.cue > 1
        and frame.relation == "nsubj"
        and frame.sentence in place.sentences
        and words[frame.cue].xpos == "VBG"
        and words[frame.cue - 1].lower == "as"
        and frame.mention.stop == frame.cue - 1
    )


def _vents(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether the stretch stands in the clause of a feeling (*furious that it had been “lost”*)."""
    if frame.cue < 0 or frame.sentence != place.sentences[0] or place.marked.parent is not None:
        return False
    start, sentence = scene.offset[frame.sentence], scene.reading.sentences[frame.sentence]
    clause = voiced(sentence, frame.cue, scene.inside(frame.sentence))
    return (
        clause is not None
        and start + clause[0] <= place.first
        and place.stop <= start + clause[1] + 1
        and not _is_told(scene, frame)
    )


def _terms(scene: Scene, place: Place, frame: Frame) -> bool:
    """The pattern *Terming the claim “false”, Ada Marsh said …*: the participle is the cue."""
    ranges = fronted(scene.reading.sentences[frame.sentence], frame)
    start = scene.offset[frame.sentence]
    return (
        ranges is not None
        and reports(frame)
        and place.marked.parent is None
        and start + ranges[0] <= place.first
        and place.stop <= start + ranges[1] + 1
    )


def _is_told(scene: Scene, frame: Frame) -> bool:
    """Whether the clause of a frame is reported itself (*He said they were worried that …*)."""
    words, at = scene.reading.sentences[frame.sentence].words, frame.mention.first - 1
    at -= at >= 0 and words[at].lower == "that"
    return at >= 0 and is_report(words[at].lower, words[at].lemma)


def _leads_in(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether only *that*, a colon or a comma, or a that-clause, parts a cue from the mark.

    A colon is a cue of the name that opens its sentence; one within it may be of those who are told
    (*Marsh told Fenn: “…”*).
    """
    start = scene.offset[frame.sentence]
    low, high = start + frame.cue_stop, place.before + 1
    if frame.by_noun:
        low = max(low, start + frame.mention.stop)
    if (
        frame.sentence != place.sentences[0]
        or frame.cue < 0
        or (frame.mention.first > frame.cue and not frame.by_noun)
        or (frame.relation == "colon" and frame.mention.first > 0)
        or not reports(frame)
        or not low <= high <= low + _CLAUSE_WORDS
    ):
        return False
    between = [scene.word(i).lower for i in range(low, high)]
    if len(between) <= 2 and all(w in _LEADS for w in between):
        return True
    if frame.by_noun and between == ["-"]:
        return _has_verb(scene, place)  # *Marsh's taunt - “Come and see us” - was heard*
    return between[0] == "that" and PARTS.isdisjoint(between)


_SHAPES = {
    "announces": _announces,
    "inserted": _inserted,
    "vents": _vents,
    "terms": _terms,
    "heads": _heads,
    "quoted as": _quoted_as,
    "echoes": _echoes,
    "leads in": _leads_in,
    "says it": _says_it,
}


def shapes(scene: Scene, place: Place, frame: Frame) -> list[str]:
    """The names of the patterns in which a frame and a stretch stand.

    *X said: “…”*, *X said that it was “…”*, *It was, said X, “…”* and others.
    """
    return [name for name, shape in _SHAPES.items() if shape(scene, place, frame)]


def settled(scene: Scene, place: Place, options: list[Candidate], odds: list[float]) -> list[float]:
    """The odds where a frame stands in a pattern that is practically certain.

    What the others and nobody have of probability goes to such frames.
    """
    sure = [o.frame is not None and _is_certain(scene, place, o.frame) for o in options]
    share = sum(p for p, kept in zip(odds, sure, strict=True) if kept)
    if not share:
        return odds
    nobody = min(odds[-1], _NOBODY_SHARE)
    scale = (1 - nobody) / share
    return [*(p * scale if kept else 0.0 for p, kept in zip(odds[:-1], sure, strict=False)), nobody]


def _is_certain(scene: Scene, place: Place, frame: Frame) -> bool:
    if any(_SHAPES[name](scene, place, frame) for name in _CERTAIN):
        return True
    # *Marsh's taunt - “Come”*; *and she conceded that “it will need paint”*
    beside = scene.offset[frame.sentence] + frame.cue_stop == place.before
    lead = scene.word(place.before).lower if beside else ""
    personal = is_personal(scene.reading.sentences[frame.sentence], frame)
    led = (frame.by_noun and lead == "-") or (personal and not frame.by_noun and lead == "that")
    return led and _leads_in(scene, place, frame)
