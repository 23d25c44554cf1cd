"""Patterns of quoted spans that decide, or nearly decide, whether they are speech."""

from __future__ import annotations

import regex

from quotes.attribution.scene import Place, Scene
from quotes.lexicons import load

PARTS = frozenset((",", ";", ":", "-", '"'))
_JUDGED_WORDS = 8
AFTER_AS = frozenset(("a", "an", "the", "being"))
_TITLE_WORDS = 8
_NAMING = 14
_NAMES = (
    "so-called",
    "nickname",
    "named",
    "dubbed the",
    "known as",
    "titled",
    "headlined",
    "codenamed",
    "code-named",
)
_ACRONYM = 5
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


def _capitals(words: list[str]) -> float:
    """The share of words that begin with a capital or a digit."""
    return sum(w[0].isupper() or w[0].isdigit() for w in words) / max(1, len(words))


def is_named(scene: Scene, place: Place) -> bool:
    """The patterns *so-called “…”*, *a band named “…”*, *the poster “…”* and *name="…"* of HTML."""
    text, start = scene.reading.folded, place.marked.start
    if text[start - 1 : start] == "=":
        return True
    if text[max(0, start - _NAMING) : start].rstrip().lower().endswith(_NAMES):
        return True
    lead, earlier = scene.word(place.before), scene.word(place.before - 1)
    work = lead.lemma.lower() in load("work_nouns") and earlier.xpos == "DT"
    return work and text[place.marked.inner_start].isupper()


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


def is_title(scene: Scene, place: Place) -> bool:
    """The patterns *the novel “…”* and *the author of “…”*, with a short stretch in title case."""
    marked = place.marked
    if place.stop - place.first > _TITLE_WORDS or place.before < 1:
        return False
    words = _WORD.findall(scene.reading.folded[marked.inner_start : marked.inner_end])
    cased = bool(words) and not words[0][0].islower() and _capitals(words) > 0.5
    joined = scene.sentence_of[place.before] == place.sentences[0]
    lead, earlier = scene.word(place.before), scene.word(place.before - 1)
    made = lead.lower == "of" and earlier.lemma.lower() in load("work_makers")
    return cased and joined and (made or lead.lemma.lower() in load("work_nouns"))


_ALL = {
    "title": is_title,
    "named": is_named,
    "judgement": is_judgement,
    "speech": reads_as_speech,
}


def patterns(scene: Scene, place: Place) -> list[str]:
    """The names of the patterns that a stretch shows, `none` if it shows none."""
    return [name for name, shows in _ALL.items() if shows(scene, place)] or ["none"]
