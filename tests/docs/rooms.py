"""What each room of the library says of one article, for the page *How it works*.

`python -m tests.docs.rooms` writes what they say now into the page.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

import attrs

import quotes
from quotes import attribution, engine
from quotes.attribution import Relation, Scene
from quotes.names.organisations import organisations
from quotes.names.people import people
from quotes.types import Kind
from tests.docs.fences import ROOT, quoted

PAGE = ROOT / "docs" / "how-it-works.md"
ARTICLE, OTHER = (
    quoted("docs/how-it-works.md", comment) for comment in ("article", "other article")
)
_SHOWN = 44
"""How many characters of a paragraph are shown."""


@attrs.frozen
class Read:
    """The article on its way: read, and attributed."""

    scene: Scene
    relations: tuple[Relation, ...]


@functools.cache
def _read() -> Read:
    (scene,) = attribution.scenes(engine.analyser("bundled"), [ARTICLE])
    return Read(scene, tuple(attribution.relations(scene)))


def _text() -> Iterator[str]:
    reading = _read().scene.reading
    for paragraph in reading.paragraphs:
        words = reading.folded[paragraph.start : paragraph.end][:_SHOWN]
        yield f"{paragraph.start:>3}-{paragraph.end:<3}  {paragraph.kind.value}  {words}…"


def _marks() -> Iterator[str]:
    reading = _read().scene.reading
    for marked in reading.marked:
        words = reading.text[marked.inner_start : marked.inner_end]
        closed = "closed" if marked.closed else "open"
        yield f"{marked.index}  {marked.inner_start:>3}-{marked.inner_end:<3}  {closed}  {words}"


def _language() -> Iterator[str]:
    sentence = _read().scene.reading.sentences[2]
    for number, word in enumerate(sentence.words):
        head = sentence.words[word.head].text if word.head >= 0 else "-"
        form = f"{number:>2}  {word.text:<10} {word.lemma:<10} {word.xpos:<5}"
        yield f"{form} {word.deprel:<10} {head}"


def _names() -> Iterator[str]:
    scene = _read().scene
    reading = scene.reading
    persons = people(reading, [(m.start, m.end) for m in scene.marked])
    for person in persons:
        yield f"person        {person.name}"
    for body in organisations(reading, persons):
        yield f"organisation  {body.name}"


def _part(part: tuple[int, int] | None) -> str:
    return _read().scene.reading.text[slice(*part)] if part else "-"


def _attribution() -> Iterator[str]:
    for relation in _read().relations:
        mention = relation.mention
        yield f"{relation.kind.value}, decided by {relation.method.value}"
        yield f"    source   {_part((mention.start, mention.end)) if mention else '-'}"
        yield f"    cue      {_part(relation.cue)}"
        yield f"    content  {' … '.join(map(_part, relation.content))}"
        yield f"    via      {_part(relation.via)}"
        yield f"    speech   {relation.speech:.2f}"


def _speakers() -> Iterator[str]:
    read = _read()
    answers = engine.resolutions(read.scene, read.relations)
    for relation, answer in zip(read.relations, answers, strict=True):
        mention, speaker = relation.mention, answer.speaker
        source = _part((mention.start, mention.end)) if mention else "-"
        if speaker is None:
            yield f"{source:<12} nobody: {answer.unresolved}"
            continue
        bodies = ", ".join(a.name for a in speaker.affiliations) or "-"
        yield f"{source:<12} {speaker.name} | {', '.join(speaker.roles)} | {bodies}"


def _quotes() -> Iterator[str]:
    for quote in quotes.extract(ARTICLE, kinds=list(Kind)):
        who = quote.speaker.name if quote.speaker else f"({quote.unresolved})"
        yield f"{quote.id}  {quote.kind:<8}  {who:<14}  {quote.text}"


def _utterances() -> Iterator[str]:
    articles = [
        quotes.Article(ARTICLE, id="courier", outlet="Lowmere Courier"),
        quotes.Article(OTHER, id="tidings", outlet="Tidings"),
    ]
    for utterance in quotes.normalise(articles):
        who = utterance.speaker.name if utterance.speaker else "-"
        yield f"{who}: {utterance.text}"
        for version in utterance.versions:
            words = " ".join(span.text for span in version.spans)
            yield f"    {version.outlet}, {version.relation}: {words}"


ROOMS = {
    "text": _text,
    "marks": _marks,
    "language": _language,
    "names": _names,
    "attribution": _attribution,
    "speakers": _speakers,
    "quotes": _quotes,
    "utterances": _utterances,
}


def said(room: str) -> str:
    """What a room says of the article of the page, as the page shows it."""
    return "".join(line.rstrip() + "\n" for line in ROOMS[room]())


def written(page: str, rooms: Mapping[str, str]) -> str:
    """The page with what the rooms say in the fences below their comments."""
    for room, told in rooms.items():
        before, comment, after = page.partition(f"<!-- room: {room} -->\n```text\n")
        page = before + comment + told + after[after.index("```\n") :]
    return page


if __name__ == "__main__":
    before = PAGE.read_text(encoding="utf8")
    PAGE.write_text(written(before, {room: said(room) for room in ROOMS}), encoding="utf8")
