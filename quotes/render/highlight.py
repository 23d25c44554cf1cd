"""Articles with their quotes highlighted, as HTML: to check quotes where they stand."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Iterator, Sequence

from quotes.render.characters import QUIET, harmless
from quotes.render.reasons import reason
from quotes.types import Article, Kind, Quote, Span

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<title>Quotes</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, .legend, mark::after { font-family: system-ui, sans-serif; }
h1 { font-size: 1.1rem; }
.article { white-space: pre-wrap; overflow-wrap: break-word; border-top: 1px solid; }
mark { color: inherit; background: #9995; }
mark.direct { background: #4c48; }
mark.mixed { background: #48c8; }
mark.indirect { background: #cb48; }
mark[data-speaker]::after { content: " " attr(data-speaker); font-size: 0.7em; opacity: 0.8; }
.cue { text-decoration: underline dotted; }
.source { text-decoration: underline; }
.mention { font-weight: bold; }
.affiliation { font-style: italic; }
</style>
</head>
<body>
<p class="legend"><mark class="direct">direct</mark> <mark class="mixed">mixed</mark> \
<mark class="indirect">indirect</mark> <mark class="other">no speech</mark> \
<span class="cue">cue</span> <span class="source">source</span> \
<span class="mention">speaker</span> <span class="affiliation">affiliation</span></p>
"""
_TAIL = "</body>\n</html>\n"
_PARTS = ("cue", "source", "mention", "affiliation")


def highlighted(article: Article, quotes: Sequence[Quote]) -> str:
    """The text of one article as an HTML `section`, with what each quote rests on marked.

    What a quote reports is a `mark` whose class is its kind and whose `title` says who said it and
    how sure that is; of quotes inside one another the inner one shows. Cues, sources, mentions of
    speakers and their affiliations are classes, too. The words are those of the article, white
    space included; nothing in it is read as mark-up, and characters that a browser would act on are
    shown as a replacement sign.

    Args:
        article: the article that was read.
        quotes: what `extract` returned for it.

    Returns:
        HTML in ASCII: other characters are written as references.
    """
    text = article.text
    layers = sorted(_layers(quotes), key=lambda layer: layer[0].start)
    bounds = sorted({0, len(text)} | {b for s, _, _ in layers for b in (s.start, s.end)})
    last = {quote.id: max(span.end for span in quote.content) for quote in quotes if quote.content}
    pieces: list[str] = []
    under_way: list[tuple[Span, str, Quote]] = []
    coming = iter([*layers, None])
    ahead = next(coming)
    for start, end in itertools.pairwise(bounds):
        while ahead is not None and ahead[0].start <= start:
            under_way.append(ahead)
            ahead = next(coming)
        under_way = [layer for layer in under_way if layer[0].end > start]
        pieces.append(_piece(text[start:end], end, under_way, last))
    heading = f"<h1>{_escaped(article.id)}</h1>\n" if article.id else ""
    body = f'<div class="article" dir="auto">{"".join(pieces)}</div>'
    section = f"<section>\n{heading}{body}\n</section>\n"
    return section.encode("ascii", "xmlcharrefreplace").decode("ascii")


def page(sections: Iterable[str]) -> Iterator[str]:
    """A whole HTML page of sections from `highlighted`, with a legend, piece by piece."""
    yield _HEAD
    yield from sections
    yield _TAIL


def _layers(quotes: Sequence[Quote]) -> Iterator[tuple[Span, str, Quote]]:
    """The stretches to mark, each with what it is."""
    seen: set[str] = set()
    for quote in quotes:
        yield from ((span, "quote", quote) for span in quote.content)
        for span, part in ((quote.cue, "cue"), (quote.source, "source")):
            if span is not None:
                yield span, part, quote
        if quote.speaker is not None and quote.speaker.id not in seen:
            seen.add(quote.speaker.id)
            yield from ((span, "mention", quote) for span in quote.speaker.mentions)
            evidence = (a.as_written for a in quote.speaker.affiliations if not a.known)
            yield from ((span, "affiliation", quote) for span in evidence)


def _piece(
    text: str, end: int, layers: Sequence[tuple[Span, str, Quote]], last: dict[str, int]
) -> str:
    """A stretch of text under the layers that lie over all of it."""
    shown = _escaped(text)
    parts = [part for part in _PARTS if any(part == name for _, name, _ in layers)]
    reported = [(s.end - s.start, n) for n, (s, part, _) in enumerate(layers) if part == "quote"]
    if not reported:
        return f'<span class="{" ".join(parts)}">{shown}</span>' if parts else shown
    quote = layers[min(reported)[1]][2]
    name = f' data-speaker="{_escaped(_name(quote))}"' if last[quote.id] == end else ""
    classes = " ".join((quote.kind.value, *parts))
    return f'<mark class="{classes}" title="{_escaped(_title(quote))}"{name}>{shown}</mark>'


def _name(quote: Quote) -> str:
    if quote.speaker is not None:
        return quote.speaker.name
    if quote.kind is Kind.OTHER:
        return ""
    return reason(quote)


def _title(quote: Quote) -> str:
    """Which quote it is, who said it, what they are, and how sure that is."""
    told = [quote.id, quote.kind.value, _name(quote)]
    if quote.speaker is not None:
        told += quote.speaker.roles
        told += (affiliation.name for affiliation in quote.speaker.affiliations)
        told.append(f"{quote.speaker_confidence:.2f}")
    return " · ".join(filter(None, told))


def _escaped(text: str) -> str:
    return html.escape(
        harmless(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t" + QUIET)
    )
