"""What the page shows of each article: its marked text, its speakers, its quotes one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotes.errors import InputError
from quotes.render.marking import (
    Layer,
    Shown,
    escaped,
    plain_layer,
    quote_layers,
    woven,
)
from quotes.render.pages.people import Member, People, word_count
from quotes.render.pages.wording import (
    KINDS,
    METHODS,
    UNRESOLVED,
    Certainty,
    certainty,
    long_date,
)
from quotes.text.paragraphs import Paragraph, ParagraphKind, paragraphs
from quotes.types import Article, Kind, Quote, Speaker
from quotes.utterances.sources import article_key

_HEADLINE = 140
_OPENING = 14
_LONGEST = 140
_STOPS = ".!:;…"
_LINE_ENDS = "\n\r\u2028\u2029"


@attrs.frozen
class Block:
    """A paragraph: what it is on the page of its outlet, and its HTML."""

    style: str
    html: str


@attrs.frozen
class Evidence:
    """An affiliation and where the article has the words for it."""

    name: str
    words: str
    anchor: str


@attrs.frozen
class Note:
    """One quote with all that is known of it."""

    anchor: str
    quote: Quote
    number: int
    member: Member | None
    certainty: Certainty
    opening: str
    parts: tuple[str, ...]
    outer: str
    """The anchor of the quote that it stands inside, if there is one."""
    evidence: tuple[Evidence, ...]

    @property
    def badge(self) -> str:
        """The number of the speaker, with a question mark if it is doubtful; short for all."""
        return badge(self.member, self.certainty)

    @property
    def hue(self) -> str:
        """The class of the speaker's colour."""
        return f"h{self.member.hue}" if self.member else "hx"

    @property
    def who(self) -> str:
        """The key of the speaker; empty if there is none."""
        return self.member.key if self.member else ""

    @property
    def kind(self) -> str:
        """What the kind of the quote means."""
        return KINDS[self.quote.kind]

    @property
    def method(self) -> str:
        """How the words were attributed."""
        return METHODS[self.quote.method]

    @property
    def unresolved(self) -> str:
        """Why no speaker is named."""
        return UNRESOLVED[self.quote.unresolved] if self.quote.unresolved else ""


@attrs.frozen
class Story:
    """One article on the page; `headline` is the HTML of the first paragraph, if that is one."""

    anchor: str
    number: int
    name: str
    headline: str
    kicker: tuple[str, ...]
    date: str
    day: str
    url: str
    blocks: tuple[Block, ...]
    cast: tuple[Member, ...]
    notes: tuple[Note, ...]
    words: int
    """How many words are reported."""

    @property
    def spoken(self) -> int:
        """How many quotes there are, without quoted words that are not speech."""
        return sum(note.quote.kind is not Kind.OTHER for note in self.notes)

    @property
    def open(self) -> int:
        """How many of them have no speaker."""
        return sum(note.certainty is Certainty.OPEN for note in self.notes)


def badge(member: Member | None, sure: Certainty) -> str:
    """What stands behind a quote for its speaker."""
    if sure is Certainty.NONE:
        return "°"
    if member is None:
        return "?"
    return f"{member.number}?" if sure is Certainty.DOUBTFUL else str(member.number)


def story(article: Article, quotes: Sequence[Quote], number: int, people: People) -> Story:
    """What the page shows of an article.

    Args:
        article: the article.
        quotes: its quotes.
        number: which article of the page it is, from 1.
        people: gives the speakers their keys and colours.

    Raises:
        InputError: the quotes are not those of the article.
    """
    _fitting(article, quotes)
    anchor = f"a{number}"
    key = article_key(article)
    cast = people.cast(key, quotes)
    members = {member.speaker.id: member for member in cast}
    evidence = {
        member.speaker.id: tuple(_evidence(member.speaker, f"{anchor}s{member.number}"))
        for member in cast
    }
    notes = _notes(quotes, anchor, members, evidence)
    cut = paragraphs(article.text)
    headline = _headline(article, cut)
    name = _line(article.title) or headline or article.id or f"Article {number}"
    blocks = _blocks(article, quotes, notes, cast, evidence, cut)
    return Story(
        anchor=anchor,
        number=number,
        name=name,
        headline=blocks.pop(0).html if headline else "",
        kicker=tuple(filter(None, (article.outlet, article.id if article.id != name else None))),
        date=long_date(article.published),
        day=article.published.isoformat() if article.published else "",
        url=_web(article.url),
        blocks=tuple(blocks),
        cast=tuple(cast),
        notes=tuple(notes),
        words=sum(word_count(quote) for quote in quotes if quote.kind is not Kind.OTHER),
    )


def _fitting(article: Article, quotes: Sequence[Quote]) -> None:
    for quote in quotes:
        if not quote.content or any(span.start >= span.end for span in quote.content):
            raise InputError(f"quotes: {quote.id!r} of {article.id!r} has no words")
        spans = [*quote.content, *quote.segments, quote.cue, quote.source]
        for span in spans:
            if span is not None and article.text[span.start : span.end] != span.text:
                raise InputError(f"quotes: {quote.id!r} does not fit the text of {article.id!r}")


def _notes(
    quotes: Sequence[Quote],
    anchor: str,
    members: Mapping[str, Member],
    evidence: Mapping[str, tuple[Evidence, ...]],
) -> list[Note]:
    outer = _outer(quotes)
    found = []
    for number, quote in enumerate(quotes):
        name = f"{anchor}q{number + 1}"
        member = None
        if quote.speaker is not None and quote.kind is not Kind.OTHER:
            member = members[quote.speaker.id]
        around = outer[number]
        found.append(
            Note(
                anchor=name,
                quote=quote,
                number=number + 1,
                member=member,
                certainty=certainty(quote),
                opening=_opening(quote),
                parts=tuple(
                    name if part == 0 else f"{name}-{part + 1}"
                    for part in range(len(quote.content))
                ),
                outer="" if around is None else f"{anchor}q{around + 1}",
                evidence=evidence[member.speaker.id] if member else (),
            )
        )
    return found


def _outer(quotes: Sequence[Quote]) -> list[int | None]:
    """For each quote the number of the innermost one that it stands inside, in one pass."""
    spans = sorted(
        ((s.start, -s.end, n) for n, quote in enumerate(quotes) for s in quote.content),
    )
    found: list[int | None] = [None] * len(quotes)
    stack: list[tuple[int, int]] = []
    for start, end, number in spans:
        while stack and stack[-1][0] < -end:
            stack.pop()
        if stack and stack[-1][1] != number and start < stack[-1][0]:
            found[number] = stack[-1][1]
        stack.append((-end, number))
    return found


def _blocks(
    article: Article,
    quotes: Sequence[Quote],
    notes: Sequence[Note],
    cast: Sequence[Member],
    evidence: Mapping[str, tuple[Evidence, ...]],
    cut: Sequence[Paragraph],
) -> list[Block]:
    text = article.text
    starts = _starts(text, cut)
    labels = _labels(notes, starts)

    def shown(number: int) -> Shown:
        note = notes[number]
        classes = f"q {note.quote.kind.value} {note.certainty.value} {note.hue}"
        return Shown(note.anchor, classes, labels.get(number, ""), _numbers(note))

    layers = [*quote_layers(quotes, shown), *_marked_evidence(cast, evidence)]
    kinds = [paragraph.kind for paragraph in cut] or [ParagraphKind.BODY]
    made = woven(text, layers, starts[1:])
    return [Block(kind.value, html) for kind, html in zip(kinds, made, strict=True)]


def _marked_evidence(
    cast: Sequence[Member], evidence: Mapping[str, tuple[Evidence, ...]]
) -> Iterator[Layer]:
    for member in cast:
        held = zip(member.speaker.affiliations, evidence[member.speaker.id], strict=True)
        for affiliation, told in held:
            yield plain_layer(affiliation.as_written, "evidence", anchor=told.anchor)


def _evidence(speaker: Speaker, anchor: str) -> Iterator[Evidence]:
    for number, affiliation in enumerate(speaker.affiliations, 1):
        yield Evidence(affiliation.name, affiliation.as_written.text, f"{anchor}e{number}")


def _labels(notes: Sequence[Note], starts: Sequence[int]) -> dict[int, str]:
    """The name in the margin, where the speaker changes or a paragraph begins."""
    found = {}
    before: tuple[int, str] | None = None
    begun = 0
    for number, note in enumerate(notes):
        if note.certainty is Certainty.NONE:
            continue
        start = note.quote.content[0].start
        while begun < len(starts) and starts[begun] <= start:
            begun += 1
        name = note.member.speaker.name if note.member else "no speaker named"
        here = (begun, note.badge.rstrip("?") + name)
        if here != before:
            found[number] = (
                f'<span class="label {note.hue} {note.certainty.value}" data-q="{note.anchor}">'
                f"<b>{note.badge}</b> {escaped(name)}</span>"
            )
        before = here
    return found


def _numbers(note: Note) -> list[str]:
    """The links at the end of each part of a quote: to its details, and to its other parts."""
    name = note.member.speaker.name if note.member else "no speaker named"
    if note.certainty is Certainty.NONE:
        name = "not speech"
    doubt = ", doubtful" if note.certainty is Certainty.DOUBTFUL else ""
    told = escaped(f"{note.badge}, {name}{doubt}: details of quote {note.number}")
    found = []
    for part in range(len(note.parts)):
        links = f'<a class="num" href="#{note.anchor}n" aria-label="{told}">{note.badge}</a>'
        if len(note.parts) > 1:
            other, sign = (part + 1, "↓") if part + 1 < len(note.parts) else (0, "↑")
            way = f"to part {other + 1} of {len(note.parts)} of this quote"
            links += f'<a class="jump" href="#{note.parts[other]}" aria-label="{way}">{sign}</a>'
        found.append(f'<sup class="{note.hue}" data-q="{note.anchor}">{links}</sup>')
    return found


def _opening(quote: Quote) -> str:
    """The first words of what is reported, of a bounded length."""
    words = " ".join(span.text for span in quote.content).split(maxsplit=_OPENING)
    line = " ".join(words[:_OPENING])
    cut = len(words) > _OPENING or len(line) > _LONGEST
    return line[:_LONGEST] + (" …" if cut else "")


def _starts(text: str, cut: Sequence[Paragraph]) -> list[int]:
    """Where the lines begin that paragraphs open with, bullets included."""
    starts = []
    end = 0
    for paragraph in cut:
        between = text[end : paragraph.start]
        starts.append(end + max(between.rfind(sign) for sign in _LINE_ENDS) + 1)
        end = paragraph.end
    return starts


def _headline(article: Article, cut: Sequence[Paragraph]) -> str:
    """The first line of the text, if it is the title or looks like a headline."""
    if len(cut) < 2:
        return ""
    line = _line(article.text[cut[0].start : cut[0].end])
    if article.title:
        return line if line == _line(article.title) else ""
    short = len(line) <= _HEADLINE and line[-1] not in _STOPS + '”’"'
    return line if short and cut[0].kind is ParagraphKind.BODY else ""


def _line(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def _web(url: str | None) -> str:
    """The address, if it is one of the web: others are not made links."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""
