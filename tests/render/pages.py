"""An article with every sort of quote, and how tests read the page that is made of it."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser

import attrs

from quotes.types import (
    Affiliation,
    Article,
    Kind,
    Method,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    Unresolved,
)

TEXT = (
    "Bridge to close\n"
    "\n"
    "“He told me ‘no’ and left,” said Ada Marsh of the Lowmere Board. “That was all.”\n"
    "\n"
    "Fenn warned that the river would rise. It was called “a hard blow”. The “Duchess” laughed.\n"
)


def span(words: str, text: str = TEXT) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


MARSH = Speaker(
    "s1",
    "Ada Marsh",
    SpeakerKind.PERSON,
    ("mayor",),
    (Affiliation("Lowmere Board", span("Lowmere Board")),),
    (span("Ada Marsh"),),
)
FENN = Speaker("s2", "Joel Fenn", SpeakerKind.PERSON)
CLERK = Speaker("s3", "a clerk", SpeakerKind.UNNAMED)


def quote(
    id: str,
    kind: Kind,
    *content: str,
    text: str = TEXT,
    segments: tuple[str, ...] = (),
    cue: str | None = None,
    source: str | None = None,
    speaker: Speaker | None = None,
    confidence: float = 0.98,
    speaker_confidence: float = 0.97,
) -> Quote:
    """A quote of words that stand in the text."""
    spans = tuple(span(words, text) for words in content)
    quoted = tuple(span(words, text) for words in segments)
    reason = Unresolved.NOT_SPEECH if kind is Kind.OTHER else Unresolved.NO_SOURCE
    return Quote(
        id=id,
        article_id="a",
        kind=kind,
        text=" ".join(s.text for s in quoted or spans),
        segments=quoted,
        content=spans,
        cue=span(cue, text) if cue else None,
        source=span(source, text) if source else None,
        via=None,
        speaker=speaker,
        confidence=confidence,
        speaker_confidence=speaker_confidence if speaker else 0.0,
        method=Method.RANKER,
        unresolved=None if speaker else reason,
    )


OUTER = quote(
    "q1",
    Kind.DIRECT,
    "“He told me ‘no’ and left,”",
    "“That was all.”",
    segments=("He told me ‘no’ and left,", "That was all."),
    cue="said",
    source="Ada Marsh",
    speaker=MARSH,
)
INNER = quote("q2", Kind.MIXED, "‘no’", segments=("no",), speaker=CLERK, speaker_confidence=0.55)
REPORT = quote(
    "q3",
    Kind.INDIRECT,
    "the river would rise",
    cue="warned",
    source="Fenn",
    speaker=FENN,
    confidence=0.8,
)
NOBODY = quote("q4", Kind.DIRECT, "“a hard blow”", segments=("a hard blow",), cue="called")
SCARE = quote("q5", Kind.OTHER, "“Duchess”", segments=("Duchess",), confidence=0.05)
QUOTES = [OUTER, INNER, REPORT, NOBODY, SCARE]
ARTICLE = Article(
    TEXT,
    id="a",
    outlet="Lowmere Courier",
    url="https://example.org/bridge",
    published=datetime.date(2031, 3, 4),
)
HOSTILE = (
    "\"'><script>window.broken = 1</script><img src=x onerror='window.broken = 2'>"
    "</style></title></textarea>--><!--]]>&lt;b&gt;{{ 7 * 7 }}\x00\u202etxet\u2028\ud800"
)


def hostile() -> tuple[Article, list[Quote]]:
    """An article that has mark-up wherever text can stand, and its one quote."""
    text = f"Start {HOSTILE} “{HOSTILE}” said {HOSTILE} end.\nMore."
    words = f"“{HOSTILE}”"
    speaker = Speaker(
        "s1",
        f"Name {HOSTILE}",
        SpeakerKind.PERSON,
        (HOSTILE,),
        (Affiliation(HOSTILE, span(HOSTILE, text)),),
    )
    found = quote(HOSTILE, Kind.DIRECT, words, text=text, cue="said", speaker=speaker)
    article = Article(
        text, id=HOSTILE, outlet=HOSTILE, url="javascript:window.broken=3", title=HOSTILE
    )
    return article, [attrs.evolve(found, source=span(HOSTILE, text), via=span(HOSTILE, text))]


class Tags(HTMLParser):
    """The elements of a page with their attributes, and the text of its styles and scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("style", "script"):
            self.raw[self._inside] = self.raw.get(self._inside, "") + data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of this name."""
        return [attributes for name, attributes in self.found if name == tag]
