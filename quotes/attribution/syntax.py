"""Where a quoted span is attached in the parse: what governs it, and by which path."""

from __future__ import annotations

import attrs

from quotes.attribution.frames import Frame
from quotes.attribution.scene import Place, Scene
from quotes.language.sentences import Sentence
from quotes.lexicons.cues import cue_class, cue_lemma

_STEPS = 6
_SLOT = 8
"""How many words a subject behind its verb may have."""
_ENDS = frozenset(',.;-:!?"')
_LIGHT = frozenset(("case", "mark", "punct", "aux", "cop", "cc", "det"))


@attrs.frozen
class Hanging:
    """The topmost word of a stretch in one sentence and the words above it, nearest first.

    `relations` are those of the topmost word and of the words above it; `verb` is the nearest verb
    above (-1 if none), `led` the preposition or conjunction that leads the stretch in.
    """

    sentence: int
    top: int
    above: tuple[int, ...]
    relations: tuple[str, ...]
    verb: int
    led: str


def hanging(scene: Scene, place: Place) -> Hanging | None:
    """How a stretch hangs in the first of its sentences that is parsed and goes on outside it."""
    for number in dict.fromkeys((place.sentences[0], place.sentences[-1])):
        sentence = scene.reading.sentences[number]
        start = scene.offset[number]
        low, high = max(0, place.first - start), min(len(sentence.words), place.stop - start)
        if sentence.parsed and high - low < len(sentence.words):
            found = _hanging(sentence, low, high)
            if found is not None:
                return found
    return None


def _hanging(sentence: Sentence, low: int, high: int) -> Hanging | None:
    words = sentence.words
    tops = [
        i
        for i in range(low, high)
        if not low <= words[i].head < high and not _is_light(words[i].deprel)
    ]
    if not tops:
        return None
    top = tops[0]
    above: list[int] = []
    relations = [_short(words[top].deprel)]
    at = words[top].head
    while at >= 0 and len(above) < _STEPS and at not in above:
        above.append(at)
        relations.append(_short(words[at].deprel))
        at = words[at].head
    verb = next((i for i in above if words[i].xpos.startswith("VB")), -1)
    led = next(
        (words[c].lower for c in sentence.children[top] if c < low and _is_light(words[c].deprel)),
        "-",
    )
    return Hanging(sentence.index, top, tuple(above), tuple(relations), verb, led)


def _is_light(relation: str) -> bool:
    return relation.split(":")[0] in _LIGHT


def _short(relation: str) -> str:
    return relation.split(":")[0]


def marker(sentence: Sentence, verb: int) -> str:
    """What leads the clause of a verb in (*that*, *if*, *as*), or nothing."""
    leading = (
        sentence.words[c].lower
        for c in sentence.children[verb]
        if c < verb and _short(sentence.words[c].deprel) == "mark"
    )
    return next(leading, "-")


def over(sentence: Sentence, verb: int) -> str:
    """What a verb hangs on, and how: *refused* over *to sign*."""
    word = sentence.words[verb]
    if word.head < 0:
        return "root"
    head = sentence.words[word.head]
    return f"{_short(word.deprel)}:{head.xpos if head.xpos[:3] == 'NNP' else head.lemma.lower()}"


def slot(sentence: Sentence, frame: Frame) -> str:
    """Whether a comma stands before the cue, and one or the end behind what follows it.

    *The tone, said a clerk, was wrong*: what follows the cue is its subject.
    """
    words = sentence.words
    before = frame.cue > 0 and words[frame.cue - 1].text == ","
    ends = (i for i in range(frame.cue_stop, len(words)) if words[i].text in _ENDS)
    end = next(ends, len(words))
    verbs = any(words[i].xpos.startswith(("VB", "MD")) for i in range(frame.cue_stop, end))
    return f"{before}:{not verbs and end - frame.cue_stop <= _SLOT}"


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a participle with a form of *be* or *get*, or a passive subject."""
    if sentence.words[verb].xpos != "VBN":
        return False
    return any(
        sentence.words[c].deprel in ("aux:pass", "nsubj:pass") for c in sentence.children[verb]
    )


def of_stretch(scene: Scene, found: Hanging | None) -> list[str]:
    """Features of the stretch alone: what governs it. Names count by their sort only."""
    if found is None:
        return ["hang:none"]
    sentence = scene.reading.sentences[found.sentence]
    words = sentence.words
    first = words[found.above[0]] if found.above else None
    over = "root" if first is None else first.xpos if first.xpos[:3] == "NNP" else first.lemma
    relation = found.relations[0]
    row = [
        f"hang:{relation}:{over.lower()}",
        f"hang:{relation}:{first.xpos if first else 'root'}:{found.led}",
    ]
    if found.verb >= 0:
        verb = words[found.verb]
        lemma = cue_lemma(verb.lower, verb.lemma.lower())
        passive = is_passive(sentence, found.verb)
        path = "<".join(found.relations[: found.above.index(found.verb) + 1])
        klass = str(cue_class(lemma))
        row += [
            f"govern:{lemma}:{passive}",
            f"govern:{lemma}:{path}",
            f"govern:{klass}:{path}:{passive}",
            f"govern:{lemma}:{found.led}",
        ]
    return row


def of_frame(scene: Scene, found: Hanging | None, frame: Frame) -> list[str]:
    """Features of a frame: its path from the stretch, and how source and cue are joined."""
    sentence = scene.reading.sentences[frame.sentence]
    if not sentence.parsed:
        return ["path:unparsed"]
    words = sentence.words
    head = words[frame.mention.head]
    link = "none" if frame.cue < 0 else "cue" if head.head == frame.cue else "other"
    short = frame.relation.split("<")[0]
    row = [f"link:{link}:{_short(head.deprel)}:{short}"]
    if frame.cue >= 0:
        klass = cue_class(frame.lemma, noun=frame.by_noun)
        led, placed = marker(sentence, frame.cue), slot(sentence, frame)
        row += [
            f"marker:{led}:{klass}:{short}",
            f"marker:{led}:{_short(words[frame.cue].deprel)}:{klass}",
            f"over:{over(sentence, frame.cue)}:{klass}",
            f"slot:{placed}:{klass}:{short}",
            f"slot:{placed}:{frame.mention.kind}:{short}",
        ]
    if found is None or found.sentence != frame.sentence:
        return [*row, "path:elsewhere"]
    if frame.cue in found.above:
        steps = found.above.index(frame.cue)
        path = "<".join(found.relations[: steps + 1])
        row += [
            f"path:{path}",
            f"path:{path}:{frame.lemma}",
            f"path:{steps}:{found.led}:{cue_class(frame.lemma, noun=frame.by_noun)}",
        ]
    else:
        row.append(f"path:none:{short}")
    governs = "none" if found.verb < 0 else str(found.verb == frame.cue)
    subject = found.verb >= 0 and head.head == found.verb and head.deprel.startswith("nsubj")
    higher = _higher_subject(found, frame, sentence)
    row += [
        f"governs:{governs}:{short}",
        f"governs:{governs}:{link}:{_short(head.deprel)}",
        f"subject:{subject}:{higher}:{short}",
        f"subject:{subject}:{governs}:{cue_class(frame.lemma, noun=frame.by_noun)}",
    ]
    return row


def _higher_subject(found: Hanging, frame: Frame, sentence: Sentence) -> str:
    """At which step above the stretch the mention is the subject."""
    head = sentence.words[frame.mention.head]
    if head.deprel.startswith("nsubj") and head.head in found.above:
        return str(found.above.index(head.head))
    return "no"
