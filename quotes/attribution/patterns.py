"""Patterns of quoted spans that decide, or nearly decide, whether they are speech."""

from __future__ import annotations

import regex

from quotes.attribution import syntax
from quotes.attribution.chunks import NOUNS
from quotes.attribution.scene import Place, Scene
from quotes.lexicons import load, of_class
from quotes.lexicons.cues import is_report

PARTS = frozenset((",", ";", ":", "-", '"'))
_JUDGED_WORDS = 8
AFTER_AS = frozenset(("a", "an", "the", "being"))
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
_NAMING_VERBS = of_class("naming_verbs")
_ACRONYM = 5
_NEAR = 5
_DEMANDING = of_class("demanding_verbs")
_NAMED_WORDS = 6
_SENTENCE_WORDS = 5
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_SENTENCE_BREAK = regex.compile(r"[.!?]\s+\p{Lu}")


def judging(scene: Scene, place: Place) -> range:
    """Where a verb stands that governs the stretch by *as*; nowhere without an *as*."""
    lead = place.before
    while lead >= 0 and scene.word(lead).lower in AFTER_AS:
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
        for i in judging(scene, place)
    )


def is_cased(scene: Scene, place: Place) -> bool:
    """Whether several words are mostly in capitals, as in a title (*“Salt Ferry,” stars Ada*)."""
    marked = place.marked
    words = _WORD.findall(scene.reading.folded[marked.inner_start : marked.inner_end])
    return len(words) > 1 and _capitals(words) > 0.5


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
    named = of_maker or _year(lead.text)
    return cased and joined and (named or lead.lemma.lower() in load("work_nouns"))


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
        if word.text in PARTS:
            return False
    return False


def reads_as_speech(scene: Scene, place: Place) -> bool:
    """Whether a stretch is a whole paragraph of a sentence or more, or several sentences.

    Titles and terms are not; whoever said such words, somebody did. Few words are speech where the
    paragraphs of a dialogue stand around them (*“Yes.”*).
    """
    marked, folded = place.marked, scene.reading.folded
    inner = folded[marked.inner_start : marked.inner_end]
    words = _WORD.findall(inner)
    whole = _is_whole(scene, place)
    few = place.stop - place.first < _SENTENCE_WORDS
    if inner[-1] not in ".!?," or inner[0].islower() or (few and not whole):
        return False
    if few:
        return inner[-1] != "," and _in_dialogue(scene, place)
    whole = whole or _is_sentence(scene, place)
    return _capitals(words) < 0.5 and (whole or _SENTENCE_BREAK.search(inner) is not None)


def _is_whole(scene: Scene, place: Place) -> bool:
    """Whether a stretch fills its paragraph."""
    marked, paragraph = place.marked, scene.reading.paragraphs[place.marked.paragraph]
    return marked.start <= paragraph.start + 1 and marked.end >= paragraph.end - 1


def _in_dialogue(scene: Scene, place: Place) -> bool:
    """Whether words in marks stand in the paragraph before and open the one behind."""
    number, at = place.marked.paragraph, place.marked.index
    beside = (*scene.marked[max(0, at - 1) : at], *scene.marked[at + 1 : at + 2])
    if [marked.paragraph for marked in beside] != [number - 1, number + 1]:
        return False
    return beside[1].start <= scene.reading.paragraphs[number + 1].start + 1


def _is_sentence(scene: Scene, place: Place) -> bool:
    """Whether a stretch is a sentence by itself, or what is left of one behind a colon."""
    before, after = place.before, place.after
    opens = before < scene.offset[place.sentences[0]] or scene.word(before).text == ":"
    return opens and (after >= scene.words or scene.sentence_of[after] != place.sentences[-1])


def is_acronym(scene: Scene, start: int, end: int) -> bool:
    """Whether a range of the text is a name in capitals (*the “QED” and the “LPT”*)."""
    inner = scene.reading.folded[start:end]
    return 1 < len(inner) <= _ACRONYM and inner.isalpha() and inner.isupper()


def demands(scene: Scene, place: Place) -> bool:
    """Whether a verb of demand or promise has a few words in marks for its object.

    *Demanded more “respect”*, *called for “calm”*, *vowed “revenge”*: what is asked for was said.
    """
    found = syntax.hanging(scene, place)
    if found is None or place.marked.parent is not None or not found.above:
        return False
    verb = scene.reading.sentences[found.sentence].words[found.above[0]]
    before = place.first - scene.offset[found.sentence]
    noun = place.after < scene.words and scene.word(place.after).xpos in NOUNS
    lemma = verb.lemma.lower()
    calls = lemma == "call" and scene.word(place.before).lower == "for"
    asks = verb.xpos.startswith("VB") and (calls or lemma in _DEMANDING)
    named = scene.reading.folded[place.marked.inner_start].isupper()
    return asks and not noun and not named and found.above[0] < before <= found.above[0] + _NEAR


def is_term(scene: Scene, place: Place) -> bool:
    """Whether one or two words in marks stand before a noun: *a “green” bank*."""
    if place.stop - place.first > 2 or place.before < 0 or place.after >= scene.words:
        return False
    inside = scene.sentence_of[place.before] == scene.sentence_of[place.after]
    leads = scene.word(place.before).xpos in ("DT", "JJ", "PRP$", "POS")
    return inside and leads and scene.word(place.after).xpos in NOUNS


_ALL = {
    "title": is_title,
    "named": is_named,
    "judgement": is_judgement,
    "told": _is_told,
    "speech": reads_as_speech,
    "demand": demands,
    "term": is_term,
}


def patterns(scene: Scene, place: Place) -> list[str]:
    """The names of the patterns that a stretch shows, `none` if it shows none."""
    return [name for name, shows in _ALL.items() if shows(scene, place)] or ["none"]
