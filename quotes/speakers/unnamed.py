"""Sources without a name: where the article introduces them, and what they are called."""

from __future__ import annotations

from quotes.language.sentences import ROOT, Sentence, Word
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort
from quotes.lexicons.pronouns import Form, pronouns
from quotes.names.parts import plain, words_of
from quotes.speakers.describe import describe
from quotes.speakers.figures import LEADING, Cast, Event, Figure, reports, subject_like
from quotes.speakers.mentions import Reference
from quotes.speakers.nouns import noun_sex, role_kind, singular
from quotes.types import SpeakerKind

_OPENERS = of_class("unnamed_openers")
_LONGEST_CLAUSE = 16
_DEEPEST = 12
_SUBJECTS = pronouns(form=Form.SUBJECT) - pronouns(form=Form.OBJECT)
_CLOSING = frozenset({"WP", "WDT", "WRB", "WP$", "VBD", "VBZ", "VBP", "MD", "POS"})


def introduced(cast: Cast) -> list[Figure]:
    """Sources introduced without a name: *a senior official*, *two witnesses*."""
    found = []
    for sentence in cast.reading.sentences:
        words = sentence.words
        names = cast.names.of(sentence.index)
        i = 0
        while i < len(words):
            opens = words[i].lower in _OPENERS
            own = words[i].lower in {"his", "her", "their"}
            if not opens and words[i].lower != "the" and not own:
                i += 1
                continue
            description = describe(sentence, i, len(words), cast.known, names)
            if cast.inside(words[i].start):
                description = None
            if description is None or description.stop in names:
                i += 1
                continue
            stop = description.stop
            kin = own and role_kind(singular(words[description.head].text)) is Sort.KIN
            if (
                not opens
                and not kin
                and (own or words[description.head].xpos != "NNS" or description.head - i < 2)
            ):
                i += 1
                continue
            if opens and stop < len(words) and words[stop].lower == "who":
                stop = _clause(sentence, stop)
            apposed = i > 0 and words[i - 1].text == "," and i - 2 in names
            predicate = i > 0 and words[i - 1].lemma in {"be", "become", "as", "remain"}
            named = stop + 1 < len(words) and words[stop].text == "," and stop + 1 in names
            if not (apposed or predicate or named):
                found.append(unnamed_figure(cast, sentence, i, stop, description.head))
            i = stop
    return found


def _clause(sentence: Sentence, who: int) -> int:
    """Where the relative clause that begins at word `who` ends, if it is short; else `who`."""
    words = sentence.words
    for k in range(who + 1, min(len(words), who + _LONGEST_CLAUSE)):
        closes = words[k].text in {",", ".", ";", ":", "-", '"', "("}
        if closes or (words[k].lemma in load("reporting_verbs") and k > who + 1):
            return k
    return who


def named_pair(cast: Cast, reference: Reference) -> tuple[Sentence, int, int] | None:
    """Two people joined by *and* before a mention, in its sentence or the one before it."""
    last = reference.sentence.index
    for number in (last, last - 1):
        if number < 0:
            continue
        sentence = cast.reading.sentences[number]
        limit = reference.first if number == last else len(sentence.words)
        for i in range(1, limit - 1):
            if sentence.words[i].lower != "and" or cast.inside(sentence.words[i].start):
                continue
            end = cast.ends.get((number, i + 1))
            starts = (k for k in range(i - 1, max(-1, i - 6), -1))
            start = next((k for k in starts if cast.ends.get((number, k)) == i), None)
            if end is not None and start is not None and end <= limit:
                return sentence, start, end
    return None


def unnamed_figure(
    cast: Cast, sentence: Sentence, first: int, stop: int, head: int | None
) -> Figure:
    """A figure for the source that the words `first` to `stop` describe."""
    words = sentence.words
    start, end = words[first].start, words[stop - 1].end
    noun = singular(words[head].text) if head is not None else None
    plural = head is not None and (
        words[head].xpos in {"NNS", "NNPS"} or plain(words[head].text) in {"people", "police"}
    )
    sex = noun_sex(noun) if noun else None
    text = " ".join(cast.reading.text[start:end].split())
    return Figure(
        SpeakerKind.GROUP if plural else SpeakerKind.UNNAMED,
        text,
        start,
        sex=sex if sex in {"male", "female"} else None,
        plural=plural,
        nouns=frozenset({noun} if noun else ()),
        words=frozenset(words_of(text)) - load("small_words"),
        events=(
            Event(
                start,
                sentence.index,
                cast.inside(start),
                subject_like(sentence, first, stop),
                leads=first < LEADING,
                said=reports(sentence, first, stop),
            ),
        ),
    )


def whole_phrase(sentence: Sentence, first: int, stop: int) -> int:
    """Where the noun phrase ends that the words `first` to `stop` open, by the parse.

    *A young man wearing a mask*; up to a comma, a relative clause or what tells the time.
    """
    words = sentence.words
    head = next((i for i in range(first, stop) if not first <= words[i].head < stop), None)
    end = stop
    while end < len(words) and end < stop + _LONGEST_CLAUSE:
        entity = sentence.entity_at(end + 1)
        timed = entity is not None and entity.kind in {"Date", "Time"}
        glued = words[end].text == "-" and words[end - 1].end == words[end].start
        closes = not (glued or words[end].text[:1].isalnum()) or words[end].xpos in _CLOSING
        closes = closes or _tells_how(sentence, end)
        if head is None or closes or timed or not _within(sentence, end, head):
            break
        end += 1
    while end > stop and not _ends(words[end - 1]):
        end -= 1
    return end


def _ends(word: Word) -> bool:
    """Whether a noun phrase can end with a word: with a noun, a number or an object."""
    if word.xpos == "PRP":
        return word.lower not in _SUBJECTS
    return word.xpos.startswith("NN") or word.xpos == "CD"


def _tells_how(sentence: Sentence, i: int) -> bool:
    """Whether *in* at word `i` tells by what text somebody says something: *in a letter*."""
    behind = sentence.words[i + 1 : i + 4]
    texts = load("document_nouns")
    return sentence.words[i].lower == "in" and any(singular(w.text) in texts for w in behind)


def _within(sentence: Sentence, i: int, head: int) -> bool:
    """Whether word `i` hangs on another, directly or by way of others."""
    for _ in range(_DEEPEST):
        i = sentence.words[i].head
        if i in {head, ROOT}:
            return i == head
    return False
