"""Shapes of text that settle a decision, or nearly, whatever the ranker makes of it."""

from __future__ import annotations

import regex

from quotes.attribution import syntax
from quotes.attribution.candidates import Candidate
from quotes.attribution.frames import Frame, is_personal, reports, surroundings
from quotes.attribution.mentions import MentionKind, sort_of
from quotes.attribution.scene import Place, Scene
from quotes.lexicons import load
from quotes.lexicons.cues import is_report

_LEAST_BESIDE = 0.1
_LEAST_PERSON = 0.01
_LEAST_JUDGING = 0.001
_CLAUSE_WORDS = 14
_PARTS = frozenset((",", ";", ":", "-", '"'))
_STOPS = frozenset((".", "?", "!"))
_SIGNS = frozenset(("dash", "signed"))
_GOES_ON = frozenset((",", "?", "!"))
_ANSWER_LEAD = 2
_ANSWER_WORDS = 6
_ACTED_UPON = 4
_LEAST_CLAUSE = 4
_LEADS = frozenset((",", ":", "that"))
_JUDGED_WORDS = 8
_NOBODY_JUDGES = 0.3
_AFTER_AS = frozenset(("a", "an", "the", "being"))
_TAKING_UP = frozenset(("that", "this", "these", "those", "such", "so"))
_ECHO_WORDS = 4
_TITLE_WORDS = 8
_NAMING = 14
_NAMES = (
    "so-called",
    "nickname",
    "nicknamed",
    "dubbed the",
    "known as",
    "titled",
    "headlined",
    "codenamed",
    "code-named",
)
_NAMING_VERBS = frozenset("dub nickname christen rename name codename entitle".split())
_NAMED_WORDS = 6
_NOBODY_LED = 0.25
_NOBODY_SHARE = 0.1
_SENTENCE_WORDS = 5
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_SENTENCE_BREAK = regex.compile(r"[.!?]\s+\p{Lu}")


def beside(scene: Scene, place: Place, options: list[Candidate], odds: list[float]) -> list[float]:
    """The patterns *X said: “…”*, *X said that it was “…”*, *It was, said X, “…”*.

    What other frames and the continuation have of probability goes to those of that cue.
    """
    near = [
        option.frame is not None and _settles(scene, place, option.frame, p)
        for option, p in zip(options, odds, strict=True)
    ]
    share = sum(p for p, kept in zip(odds, near, strict=True) if kept)
    if not share:
        return odds
    announced = any(
        kept
        and option.frame is not None
        and any(shape(scene, place, option.frame) for shape in _SPOKEN)
        for option, kept in zip(options, near, strict=True)
    )
    nobody = min(odds[-1], _NOBODY_SHARE) if announced else odds[-1]
    if any(
        kept and o.frame is not None and _says_it(scene, place, o.frame)
        for o, kept in zip(options, near, strict=True)
    ):
        nobody = min(nobody, _NOBODY_LED)
    scale = (1 - nobody) / share
    settled = [p * scale if kept else 0.0 for p, kept in zip(odds[:-1], near[:-1], strict=True)]
    return [*settled, nobody]


def _says_it(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether a plain verb of saying, or a claim, leads in the words, not held by others."""
    plain = frame.by_noun or frame.lemma in load("reporting_verbs")
    if frame.relation == "colon" and frame.mention.first == 0:
        plain = _is_clause(scene, place)
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


def _settles(scene: Scene, place: Place, frame: Frame, p: float) -> bool:
    """Whether a frame of probability `p` has one of the shapes."""
    shapes = (_announces, _echoes, _inserted, *_SURE)
    if any(shape(scene, place, frame) for shape in shapes):
        return p > 0
    if _judges(scene, place, frame):
        return p >= (_LEAST_JUDGING if is_judgement(scene, place) else _LEAST_BESIDE)
    return _leads_in(scene, place, frame) and p >= _least(scene, frame)


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


def _judges(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether the cue governs the stretch by *as*: *X described the plan as “…”, Y reported*."""
    if frame.sentence != place.sentences[0] or frame.cue < 0:
        return False
    cue = scene.offset[frame.sentence] + frame.cue
    agent = frame.relation == "agent"
    return (
        (agent or frame.relation == "nsubj")
        and (reports(frame) or scene.word(cue).lemma.lower() in load("judging_verbs"))
        and cue in _judging(scene, place)
    )


def _judging(scene: Scene, place: Place) -> range:
    """Where a verb stands that governs the stretch by *as*; nowhere without an *as*."""
    lead = place.before
    while lead >= 0 and scene.word(lead).lower in _AFTER_AS:
        lead -= 1
    if lead < 0 or scene.word(lead).lower != "as":
        return range(0)
    return range(max(scene.offset[place.sentences[0]], lead - _JUDGED_WORDS), lead)


def is_judgement(scene: Scene, place: Place) -> bool:
    """Whether a verb of judgement governs the stretch by *as*: *is being treated as “…”*.

    Whoever judges, the words are theirs, named or not.
    """
    verbs = load("judging_verbs")
    return any(
        scene.word(i).lemma.lower() in verbs and scene.word(i).xpos.startswith("VB")
        for i in _judging(scene, place)
    )


def judged(odds: list[float]) -> list[float]:
    """The odds with a bound on nobody, as for words of a judgement."""
    if odds[-1] <= _NOBODY_JUDGES:
        return odds
    scale = (1 - _NOBODY_JUDGES) / max(1e-9, sum(odds[:-1]))
    return [*(p * scale for p in odds[:-1]), _NOBODY_JUDGES]


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


def _inverts(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether a verb and a person directly follow speech that goes on (*“Come in,” beams Ada*)."""
    last = scene.word(place.stop - 1).text
    words, cue = scene.reading.sentences[frame.sentence].words, frame.cue
    comma = cue > 0 and words[cue - 1].text == ","  # behind the marks, as in Britain
    return (
        frame.relation == "right"
        and words[cue].is_finite
        and not any(w.is_finite for w in words[frame.mention.stop : frame.mention.stop + 1])
        and scene.offset[frame.sentence] + cue - comma == place.after
        and frame.mention.first == frame.cue_stop
        and (comma or last in _GOES_ON)
        and (reports(frame) or last in "?!" or not _is_cased(scene, place))
        and (frame.lemma in load("reporting_verbs") or _is_somebody(scene, frame))
    )


def _heads(scene: Scene, place: Place, frame: Frame) -> bool:
    """The headline *“We were lied to”: miners dig in* or *“We were lied to” - miners*."""
    sentence, start = scene.reading.sentences[frame.sentence], scene.offset[frame.sentence]
    return (
        place.before < start
        and place.after == start + frame.mention.first - 1
        and scene.word(place.after).text == ("-" if frame.relation in _SIGNS else ":")
        and sentence.words[-1].text not in _STOPS
        and _is_clause(scene, place)
        and _is_somebody(scene, frame)
    )


def _is_clause(scene: Scene, place: Place) -> bool:
    """Whether a verb stands in a stretch that is not in capitals like a title."""
    finite = any(scene.word(i).is_finite for i in range(place.first, place.stop))
    return finite and not _is_cased(scene, place)


def _is_cased(scene: Scene, place: Place) -> bool:
    """Whether several words are mostly in capitals, as in a title (*“Salt Ferry,” stars Ada*)."""
    marked = place.marked
    words = _WORD.findall(scene.reading.folded[marked.inner_start : marked.inner_end])
    return len(words) > 1 and _capitals(words) > 0.5


def _is_somebody(scene: Scene, frame: Frame) -> bool:
    sentence = scene.reading.sentences[frame.sentence]
    head = sentence.words[frame.mention.head]
    return is_personal(sentence, frame) or (
        frame.mention.kind is MentionKind.NOMINAL and sort_of(head.lemma) == "person"
    )


def _by_agent(scene: Scene, place: Place, frame: Frame) -> bool:
    """The pattern *called “…” by the guild*: cue, words in marks and agent in a row."""
    start = scene.offset[frame.sentence]
    lead = place.before
    while lead > start + frame.cue and scene.word(lead).lower in _AFTER_AS | {"as"}:
        lead -= 1
    return (
        frame.relation == "agent"
        and frame.sentence == place.sentences[0]
        and lead == start + frame.cue
        and reports(frame)
        and place.after == start + frame.mention.first - 1
    )


def _answers(scene: Scene, place: Place, frame: Frame) -> bool:
    """The patterns *The answer of the guild was short: “…”* and *“…” was its answer*."""
    start = scene.offset[frame.sentence]
    first = start + min(frame.cue, frame.mention.first)
    if frame.by_noun and place.after < first <= place.after + _ANSWER_LEAD:
        be = scene.word(place.after)
        return be.lemma.lower() == "be" and frame.sentence == place.sentences[-1]
    low = start + max(frame.cue_stop, frame.mention.stop)
    return (
        frame.by_noun
        and reports(frame)
        and frame.sentence == place.sentences[0]
        and low < place.before <= low + _ANSWER_WORDS
        and scene.word(place.before).text == ":"
        and scene.word(low).lemma.lower() == "be"
        and not any(_reports_itself(scene, frame.sentence, i - start) for i in range(low, place.before))
    )


def _for_whom(scene: Scene, place: Place, frame: Frame) -> bool:
    """The pattern *For Ada Marsh, the loss is real: “…”*, of a clause or more in marks."""
    start, stop = scene.offset[frame.sentence], frame.mention.stop
    words = scene.reading.sentences[frame.sentence].words
    if (
        frame.mention.first != 1
        or words[0].lower not in ("for", "to")
        or stop >= len(words)
        or words[stop].text != ","
        or frame.sentence != place.sentences[0]
        or not _is_somebody(scene, frame)
    ):
        return False
    clause = any(scene.word(i).is_finite for i in range(place.first, place.stop))
    led = place.before == start + stop or (
        scene.word(place.before).text == ":"
        and not any(reports(f) for f in scene.frames_in(frame.sentence))
    )
    return led and clause and place.stop - place.first >= _LEAST_CLAUSE


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


def _accompanied(scene: Scene, place: Place, frame: Frame) -> bool:
    """The pattern *with a clerk calling it “…”*."""
    words = scene.reading.sentences[frame.sentence].words
    cue = scene.offset[frame.sentence] + frame.cue
    return (
        frame.relation == "left"
        and frame.mention.first > 0
        and words[frame.cue].xpos == "VBG"
        and words[frame.mention.first - 1].lower == "with"
        and cue <= place.before <= cue + _ACTED_UPON
    )


_SURE = (_accompanied, _heads, _inverts, _by_agent, _answers, _for_whom, _quoted_as)
_SPOKEN = (_announces, _inserted, *_SURE)


def _least(scene: Scene, frame: Frame) -> float:
    """How likely a frame must be for the pattern: a person's need hardly be."""
    personal = is_personal(scene.reading.sentences[frame.sentence], frame)
    return _LEAST_PERSON if personal else _LEAST_BESIDE


def _leads_in(scene: Scene, place: Place, frame: Frame) -> bool:
    """Whether only *that*, a colon or a comma, or a that-clause, parts a cue from the mark."""
    start = scene.offset[frame.sentence]
    low, high = start + frame.cue_stop, place.before + 1
    if frame.by_noun:
        low = max(low, start + frame.mention.stop)
    if (
        frame.sentence != place.sentences[0]
        or frame.cue < 0
        or (frame.mention.first > frame.cue and not frame.by_noun)
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


def unsourced(
    scene: Scene, place: Place, options: list[Candidate], odds: list[float]
) -> list[float]:
    """The pattern *The court was told that she was “…”*: who told is not said.

    What mentions without a cue of their own have of probability goes to a source unstated.
    """
    if not _is_told(scene, place):
        return odds
    bare = [o.frame is not None and o.frame.relation == "bare" for o in options]
    moved = sum(p for p, is_bare in zip(odds, bare, strict=True) if is_bare)
    nobody = min(odds[-1], _NOBODY_JUDGES)
    moved += odds[-1] - nobody
    kept = [0.0 if is_bare else p for p, is_bare in zip(odds, bare, strict=True)]
    return [*kept[:-2], kept[-2] + moved, nobody]


def _is_told(scene: Scene, place: Place) -> bool:
    """Whether a passive verb that reports governs the clause in which a stretch stands."""
    found = syntax.hanging(scene, place)
    if found is None or place.marked.parent is not None:
        return False
    sentence = scene.reading.sentences[found.sentence]
    for word, relation in zip(found.above, found.relations, strict=False):
        cue = sentence.words[word]
        if not cue.xpos.startswith("VB") or not is_report(cue.lower, cue.lemma):
            continue
        agents = (f for f in scene.frames_in(found.sentence) if f.cue == word)
        return (
            relation == "ccomp"
            and word < place.before - scene.offset[found.sentence]
            and syntax.is_passive(sentence, word)
            and next(agents, None) is None
        )
    return False


def _capitals(words: list[str]) -> float:
    """The share of words that begin with a capital or a digit."""
    return sum(w[0].isupper() or w[0].isdigit() for w in words) / max(1, len(words))


def is_title(scene: Scene, place: Place) -> bool:
    """The patterns *the novel “…”* and *the author of “…”*, with a short stretch in title case."""
    marked = place.marked
    if place.stop - place.first > _TITLE_WORDS or place.before < 0:
        return False
    words = _WORD.findall(scene.reading.folded[marked.inner_start : marked.inner_end])
    cased = bool(words) and not words[0][0].islower() and _capitals(words) > 0.5
    lead = scene.word(place.before)
    joined = scene.sentence_of[place.before] == place.sentences[0]
    of_maker = (
        lead.lower == "of"
        and place.before > 0
        and scene.word(place.before - 1).lemma.lower() in load("work_makers")
    )
    named = of_maker or _of_broadcaster(scene, place.before) or _year(lead.text)
    return cased and joined and (named or lead.lemma.lower() in load("work_nouns"))


def _of_broadcaster(scene: Scene, lead: int) -> bool:
    """Whether a word is the possessive ending of an organisation's name (*the BBC's “…”*)."""
    if scene.word(lead).xpos != "POS" or lead == 0:
        return False
    number = scene.sentence_of[lead - 1]
    sentence = scene.reading.sentences[number]
    entity = sentence.entity_at(lead - 1 - scene.offset[number])
    return entity is not None and entity.kind == "Organization"


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"


def is_named(scene: Scene, place: Place) -> bool:
    """The patterns *so-called “…”*, *nicknamed “…”* and, of mark-up, *name="…"*."""
    text, start = scene.reading.folded, place.marked.start
    if text[start - 1 : start] == "=":
        return True
    before = text[max(0, start - _NAMING) : start].rstrip().lower()
    return before.endswith(_NAMES) or (
        _names_it(scene, place) and _capitals(_WORD.findall(text[start : place.marked.end])) == 1
    )


def _names_it(scene: Scene, place: Place) -> bool:
    """Whether a verb that gives names stands before and only what is named between."""
    first = max(scene.offset[place.sentences[0]], place.before - _NAMED_WORDS)
    for i in range(place.before, first - 1, -1):
        word = scene.word(i)
        if word.xpos.startswith("VB"):
            return word.lemma.lower() in _NAMING_VERBS
        if word.text in _PARTS:
            return False
    return False


def reads_as_speech(scene: Scene, place: Place) -> bool:
    """Whether a stretch is a whole paragraph of a sentence or more, or several sentences.

    Titles and terms are not; whoever said such words, somebody did.
    """
    marked, folded = place.marked, scene.reading.folded
    inner = folded[marked.inner_start : marked.inner_end]
    paragraph = scene.reading.paragraphs[marked.paragraph]
    whole = marked.start <= paragraph.start + 1 and marked.end >= paragraph.end - 1
    whole = whole or _is_sentence(scene, place)
    return (
        place.stop - place.first >= _SENTENCE_WORDS
        and inner[-1] in ".!?,"
        and not inner[0].islower()
        and _capitals(_WORD.findall(inner)) < 0.5
        and (whole or _SENTENCE_BREAK.search(inner) is not None)
    )


def _is_sentence(scene: Scene, place: Place) -> bool:
    """Whether a stretch is a sentence by itself, or what is left of one behind a colon."""
    before, after = place.before, place.after
    opens = before < scene.offset[place.sentences[0]] or scene.word(before).text == ":"
    return opens and (
        after >= scene.words or scene.sentence_of[after] != place.sentences[-1]
    )


def less_nobody(odds: list[float]) -> list[float]:
    total = sum(odds[:-1]) + odds[-1] * _NOBODY_SHARE
    return [p / total for p in odds[:-1]] + [odds[-1] * _NOBODY_SHARE / total]


def is_term(scene: Scene, place: Place) -> bool:
    """Whether one or two words in marks stand before a noun: *a “green” bank*."""
    if place.stop - place.first > 2 or place.before < 0 or place.after >= scene.words:
        return False
    inside = scene.sentence_of[place.before] == scene.sentence_of[place.after]
    leads = scene.word(place.before).xpos in ("DT", "JJ", "PRP$", "POS")
    return inside and leads and scene.word(place.after).xpos in ("NN", "NNS", "NNP", "NNPS")
