"""Indirect speech: reporting clauses without marks, told from other uses of the same words."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

import attrs

from quotes.attribution import ranker, syntax
from quotes.attribution.certain_reports import closes, is_thing, least
from quotes.attribution.chunks import sort_of
from quotes.attribution.content import IN_TIMES, Range, reported_words
from quotes.attribution.extents import Ranges, choices
from quotes.attribution.features import bucket
from quotes.attribution.frames import Frame, surroundings
from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.scene import Scene
from quotes.language.sentences import Sentence, Word
from quotes.lexicons import of_class
from quotes.lexicons.cues import CueClass, cue_class
from quotes.text.paragraphs import ParagraphKind

WEIGHTS = pathlib.Path(__file__).parent / "indirect.npz"
_MIN_WORDS = 2
_MIN_WORDS_BESIDE = 1
"""How many words outside marks are enough where words in marks stand beside them."""
_SOURCES = 4
_ABOUT = of_class("topic_prepositions")
_LEADING_IN = of_class("verb_leads")
_DECIDING = of_class("deciding_verbs")
_SHOWING = of_class("showing_verbs")
"""Verbs that report somebody's clause; by a noun they only say what was shown, done or liked."""
_TOPICS = of_class("prepositions")
_NEGATIONS = of_class("negations")
_MODALS = of_class("moods")
NO: tuple[str, ...] = ("no",)


@attrs.frozen
class Report:
    """A frame that may report indirectly, and the words (of its sentence) that it would report.

    `options` are the ways to bound those words, the one by rule first.
    """

    frame: Frame
    options: tuple[Ranges, ...]
    inside: tuple[bool, ...]

    @property
    def ranges(self) -> Ranges:
        """The words reported by rule."""
        return self.options[0]


def reports(scene: Scene, sentences: Sequence[int]) -> Iterator[tuple[Report, ...]]:
    """Candidates for indirect speech in the given sentences, in text order.

    Those of one cue, which differ in the source, come together: at most one of them is right.
    """
    for number in sentences:
        sentence = scene.reading.sentences[number]
        paragraph = scene.reading.paragraphs[sentence.paragraph]
        if not sentence.parsed or paragraph.kind is ParagraphKind.FURNITURE:
            continue
        inside = scene.inside(number)
        by_cue: dict[int, list[Report]] = {}
        for frame in scene.frames_in(number):
            if _is_barred(sentence, frame):
                continue
            if is_report(frame):
                options = tuple(_options(sentence, frame, inside))
                if options:
                    row = by_cue.setdefault(frame.cue, [])
                    if len(row) < _SOURCES:
                        row.append(Report(frame, options, inside))
        for _, row in sorted(by_cue.items()):
            closing = [report for report in row if closes(sentence, report.frame)]
            yield tuple(closing or row)


def _options(sentence: Sentence, frame: Frame, inside: Sequence[bool]) -> Iterator[Ranges]:
    thing, closing = is_thing(sentence, frame), closes(sentence, frame)
    for ranges in choices(sentence, frame, inside):
        marks = any(inside[i] for a, b in ranges for i in range(a, b))
        if marks and thing:
            continue  # what a thing shows is no reason to take words in marks for speech
        if closing and ranges[0][0] > frame.cue:
            continue
        least = _MIN_WORDS_BESIDE if marks else _MIN_WORDS
        enough = reported_words(sentence, ranges, inside) >= least
        if enough and not (
            _is_topic(sentence, frame, ranges)
            or _is_time(sentence, ranges)
            or _is_relative(sentence, ranges)
            or _is_somebody(sentence, frame, ranges)
            or _is_expletive(sentence, ranges)
            or (frame.lemma in _SHOWING and (thing or not _tells(sentence, frame)))
        ):
            yield ranges


def _is_time(sentence: Sentence, ranges: Ranges) -> bool:
    """Whether the words only say when (*complained last week*)."""
    last = ranges[-1][1] >= len(sentence.words) - 1

    def is_time(i: int) -> bool:
        entity = sentence.entity_at(i)
        dated = entity is not None and entity.kind == "Date"
        return dated or (last and sentence.words[i].lower in IN_TIMES)

    return all(is_time(i) for start, stop in ranges for i in range(start, stop))


def _is_relative(sentence: Sentence, ranges: Ranges) -> bool:
    """Whether the words only add to a noun (*pointed at the jetty, which was old*)."""
    first = ranges[0][0]
    before, opening = sentence.words[first - 1], sentence.words[first]
    return first > 0 and before.text == "," and opening.lower in ("which", "who", "whom", "whose")


def _is_expletive(sentence: Sentence, ranges: Ranges) -> bool:
    """Whether the words only lead a passive in (*It was announced by the mayor that …*)."""
    start, stop = ranges[0]
    words = sentence.words[start:stop]
    return words[0].lower == "it" and all(w.lemma.lower() in _LEADING_IN for w in words[1:])


def _is_somebody(sentence: Sentence, frame: Frame, ranges: Ranges) -> bool:
    """Whether the words only say who is quoted (*citing two officials*)."""
    if frame.lemma not in ("cite", "quote") or _has_clause(sentence, ranges):
        return False
    head = next((c for c in sentence.dependents(frame.cue, "obj") if c > frame.cue), -1)
    return head >= 0 and sort_of(sentence.words[head].lemma) == "person"


def _tells(sentence: Sentence, frame: Frame) -> bool:
    """Whether a cue has a clause of its own, with *that* or by the parse."""
    behind = sentence.words[frame.cue_stop : frame.cue_stop + 1]
    clauses = sentence.dependents(frame.cue, "ccomp", "parataxis")
    return any(w.lower == "that" for w in behind) or next(clauses, None) is not None


def _has_clause(sentence: Sentence, ranges: Ranges) -> bool:
    """Whether a finite verb or a *to* with a verb stands in the ranges."""
    words = sentence.words
    return any(
        words[i].is_finite or (words[i].xpos == "VB" and words[i - 1].xpos == "TO")
        for a, b in ranges
        for i in range(a, b)
    )


def _is_barred(sentence: Sentence, frame: Frame) -> bool:
    """Whether nothing can be reported, whatever the words."""
    if frame.by_noun and not _introduces(sentence, frame):
        return True
    relative = sentence.words[frame.mention.head].xpos in ("WP", "WDT")
    if relative and frame.mention.first > frame.cue:
        return True
    return _is_own(sentence, frame)


def _is_own(sentence: Sentence, frame: Frame) -> bool:
    """Whether the writers speak of themselves (*We asked passers-by*)."""
    return sentence.words[frame.mention.head].lower == "we"


def _is_topic(sentence: Sentence, frame: Frame, ranges: Ranges) -> bool:
    """Whether the words are what the talk is about (*about*), or a request (*asked to*)."""
    first = ranges[0][0]
    if first <= frame.cue or first == 0:
        return False
    before, opening = sentence.words[first - 1], sentence.words[first]
    if frame.lemma in _DECIDING and opening.lower in ("to", "not"):
        return True
    if any(w.lower == "about" for w in sentence.words[frame.cue_stop : first]):
        return True
    after = sentence.words[first + 1].lower if first + 1 < len(sentence.words) else ""
    if opening.lower == "at" and after in ("least", "most"):
        return False
    return opening.lower in _ABOUT or (before.lower in _ABOUT and before.xpos == "IN")


def _introduces(sentence: Sentence, frame: Frame) -> bool:
    """Whether a noun that reports has a clause with *that* (*her claim that*)."""
    stop = max(frame.cue_stop, frame.mention.stop)
    return stop < len(sentence.words) and sentence.words[stop].lower == "that"


def is_nominal(scene: Scene, report: Report, ranges: Ranges) -> bool:
    """Whether no verb stands in what is reported, only what it is about (*criticised the plan*)."""
    return not _has_clause(scene.reading.sentences[report.frame.sentence], ranges)


def is_clausal(scene: Scene, report: Report) -> bool:
    """Whether the words are a clause that the cue governs, not only what it acts upon."""
    sentence, frame = scene.reading.sentences[report.frame.sentence], report.frame
    if report.ranges[0][0] < frame.cue:
        return True
    return next(sentence.dependents(frame.cue, "ccomp", "parataxis"), None) is not None


def _about(sentence: Sentence, frame: Frame, ranges: Sequence[Range]) -> str:
    """The preposition that leads to what the talk is about, or to what is asked for."""
    first = ranges[0][0]
    if first <= frame.cue or first == 0:
        return "-"
    before, opening = sentence.words[first - 1], sentence.words[first]
    if before.xpos == "IN" and before.lower in _TOPICS:
        return before.lower
    return opening.lower if opening.lower in _TOPICS or opening.lower == "not" else "-"


def is_report(frame: Frame) -> bool:
    """Whether a frame can report without marks: a subject that says, or *according to*."""
    if frame.cue < 0 or frame.mention.first <= frame.cue < frame.mention.core:
        return False
    if frame.relation in ("according", "colon"):
        return True
    if frame.relation == "dash":
        return False
    return cue_class(frame.lemma, noun=frame.by_noun) in (CueClass.REPORT, CueClass.NOUN)


def _common(word: Word) -> str:
    """A word in lower case by its lemma, but a name only as a name."""
    return "name" if word.xpos.startswith("NNP") else word.lemma.lower()


def _before(words: Sequence[Word], cue: int) -> str:
    """The sort of noun that stands directly before the cue (*a resolution calling for*)."""
    word = words[cue - 1] if cue else None
    return sort_of(word.lemma) if word is not None and word.xpos in ("NN", "NNS") else "-"


def _side(report: Report) -> str:
    """On which side of the cue the words stand."""
    if len(report.ranges) > 1:
        return "both"
    return "after" if report.ranges[0][0] > report.frame.cue else "before"


def _source(words: Sequence[Word], mention: Mention) -> tuple[str, str]:
    """A source by its kind: of pronouns which it is, and of descriptions what they denote."""
    kind, head = str(mention.kind), words[mention.head]
    if mention.kind is MentionKind.PRONOUN:
        return head.lower, kind
    return kind, sort_of(head.lemma) if mention.kind is MentionKind.NOMINAL else kind


def features(scene: Scene, report: Report) -> tuple[str, ...]:
    """Named features of a candidate."""
    frame = report.frame
    sentence = scene.reading.sentences[frame.sentence]
    words = sentence.words
    mention, cue = frame.mention, words[frame.cue]
    first, last = report.ranges[0][0], report.ranges[-1][1]
    side = _side(report)
    lead = [w.lower for w in words[frame.cue_stop : first]]
    that = side == "after" and "that" in lead
    gap = "_".join(lead[:3]) if side == "after" and len(lead) <= 3 else str(len(lead) > 6)
    complement = next(
        (words[c].deprel for c in sentence.dependents(frame.cue, "ccomp", "parataxis")), "none"
    )
    before = [w.lower for w in words[max(0, frame.cue - 4) : frame.cue]]
    negated = not _NEGATIONS.isdisjoint(before)
    modal = next((w for w in before if w in _MODALS), "-")
    opening = words[first]
    finite = any(words[i].is_finite for a, b in report.ranges for i in range(a, b))
    relation = frame.relation.split("<")[0]
    size = bucket(sum(b - a for a, b in report.ranges))
    who, sort = _source(words, mention)
    marks = any(report.inside[i] for a, b in report.ranges for i in range(a, b))
    lemma = frame.lemma
    left, right = surroundings(sentence, frame)
    inverted = frame.mention.first > frame.cue
    order = "inverted" if inverted else "plain"
    near = bucket(mention.first - frame.cue_stop if inverted else frame.cue - mention.stop)
    after = _common(words[frame.cue_stop]) if frame.cue_stop < len(words) else "edge"
    klass = "noun" if frame.by_noun else "verb"
    thing, clause = is_thing(sentence, frame), _has_clause(sentence, report.ranges)
    about = _about(sentence, frame, report.ranges)
    subject = words[mention.head]
    joined = subject.head == frame.cue
    rank = sum(mention.stop <= f.mention.first < frame.cue for f in scene.frames_in(frame.sentence))
    mood = "-".join(w.xpos for w in words[max(0, frame.cue - 2) : frame.cue])
    led, placed = syntax.marker(sentence, frame.cue), syntax.slot(sentence, frame)
    hung = syntax.over(sentence, frame.cue)
    return (
        "yes",
        f"clause:{clause}:{lemma}",
        f"clause:{clause}:{side}:{that}",
        f"clause:{clause}:{complement}:{opening.xpos}",
        f"thing:{thing}:{clause}:{relation}",
        f"thing:{thing}:{lemma}",
        f"about:{about}:{lemma}",
        f"about:{about}:{clause}",
        f"klass:{klass}:{side}:{that}",
        f"klass:{klass}:{gap}:{clause}",
        f"joined:{joined}:{subject.deprel}:{relation}",
        f"joined:{joined}:{subject.deprel}:{clause}",
        f"rank:{min(3, rank)}:{relation}",
        f"mood:{mood}:{cue.xpos}",
        f"mood:{mood}:{clause}:{side}",
        f"marker:{led}:{relation}",
        f"marker:{led}:{clause}:{side}",
        f"over:{hung}",
        f"over:{hung}:{clause}",
        f"slot:{placed}:{order}:{relation}",
        f"slot:{placed}:{sort}:{side}",
        f"follows:{_before(words, frame.cue)}:{cue.xpos}:{relation}",
        f"open:{opening.xpos}:{lemma}",
        f"size:{size}:{clause}:{lemma}",
        f"after:{after}:{lemma}",
        f"parsed:{cue.deprel.split(':')[0]}:{lemma}",
        f"lemma:{lemma}",
        f"lemma:{lemma}:{side}:{that}",
        f"lemma:{lemma}:{complement}",
        f"lemma:{lemma}:{finite}",
        f"tag:{cue.xpos}:{side}",
        f"relation:{relation}:{side}",
        f"relation:{frame.relation}",
        f"deprel:{cue.deprel}:{side}",
        f"complement:{complement}:{side}:{that}",
        f"gap:{gap}:{side}",
        f"open:{opening.xpos}:{that}",
        f"open:{_common(opening)}",
        f"finite:{finite}:{side}:{that}",
        f"size:{size}:{finite}",
        f"who:{who}",
        f"who:{who}:{lemma}",
        f"head:{_common(words[mention.head])}",
        f"distance:{bucket(abs(frame.cue - mention.head))}:{relation}",
        f"around:{left}:{order}:{side}",
        f"around:{right}:{order}:{side}",
        f"around:{left}:{right}:{order}:{relation}",
        f"around:{left}:{right}:{order}:{sort}:{side}",
        f"near:{near}:{order}:{relation}",
        f"near:{near}:{order}:{sort}",
        f"sort:{sort}:{lemma}",
        f"sort:{sort}:{finite}:{that}",
        f"negated:{negated}:{lemma}",
        f"modal:{modal}",
        f"marks:{marks}:{side}",
        f"final:{words[-1].text}",
        f"start:{first == 0}:{last >= len(words) - 1}:{side}",
    )


def probabilities(scene: Scene, row: Sequence[Report]) -> list[float]:
    """For the candidates of one cue the probability that each is reported speech."""
    weights = ranker.load(WEIGHTS)
    odds = weights.probabilities([*(features(scene, report) for report in row), NO])[:-1]
    sentence = scene.reading.sentences[row[0].frame.sentence]
    return [max(p, least(sentence, report.frame)) for p, report in zip(odds, row, strict=True)]
