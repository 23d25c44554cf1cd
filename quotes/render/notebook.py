"""Quotes and utterances as HTML for notebooks; needs no extra.

Colours are see-through and text keeps that of the notebook, so that it reads on light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from quotes.inputs import article_of
from quotes.render.differences import Part, differences
from quotes.render.marking import Shown, escaped, quote_layers, woven
from quotes.render.pages.palette import HUES
from quotes.render.pages.people import Member, People
from quotes.render.pages.versions import outlet_count, reported_words
from quotes.render.pages.wording import Certainty, certainty, counted
from quotes.render.reasons import reason
from quotes.text.paragraphs import paragraphs
from quotes.types import Affiliation, Article, Kind, MergedAffiliation, Quote, Utterance

_MOST = 20
_SHADE = "59"  # a third of the colour
_STYLE = "\n".join(
    (
        ".quotes-nlp { max-width: 44rem; line-height: 1.6; }",
        ".quotes-nlp mark { color: inherit; background: none; border-radius: 2px; }",
        ".quotes-nlp mark.direct, .quotes-nlp mark.mixed .words, .quotes-nlp mark.other"
        " { background: var(--tint); }",
        ".quotes-nlp mark.mixed, .quotes-nlp mark.indirect"
        " { border-bottom: 2px solid var(--line); }",
        ".quotes-nlp mark.doubtful { outline: 1px dashed; outline-offset: 1px; }",
        ".quotes-nlp .source { text-decoration: underline; }",
        ".quotes-nlp .cue { text-decoration: underline dotted; }",
        ".quotes-nlp sup { line-height: 0; }",
        ".quotes-nlp b { font-weight: 600; }",
        *(
            f".quotes-nlp .h{n} {{ --tint: {hue.dark_ink}{_SHADE}; --line: {hue.dark_ink}; }}"
            for n, hue in enumerate(HUES)
        ),
        f".quotes-nlp .hx {{ --tint: #999999{_SHADE}; --line: #999999; }}",
    )
)


@attrs.frozen
class Highlighted:
    """The text of an article with its quotes marked; notebooks show it as it is meant."""

    html: str

    def __str__(self) -> str:
        """The HTML."""
        return self.html

    def _repr_html_(self) -> str:
        return self.html


def highlight(article: str | Article, quotes: Sequence[Quote]) -> Highlighted:
    """Mark the quotes of one article where they stand, for a notebook or a page of one's own.

    Each speaker has a colour and a number. Words in quotation marks have a tint, words reported
    without them a line; a dashed frame and a question mark are doubtful (below 0.7). Nothing in the
    article is read as mark-up. For a whole page with lists and filters there is `page`.

    Args:
        article: the article that was read, or its text.
        quotes: what `extract` returned for it.

    Returns:
        An object that a notebook shows; `str` gives its HTML, a `section` with its own style.

    Raises:
        InputError: `article` is neither a string nor an `Article`.
    """
    read = article_of(article)
    cast = People(()).cast("", quotes)
    members = {member.speaker.id: member for member in cast}

    def shown(number: int) -> Shown:
        quote = quotes[number]
        member = members.get(quote.speaker.id) if quote.speaker else None
        sure = certainty(quote)
        hue = f"h{member.hue}" if member else "hx"
        doubt = "?" if sure in (Certainty.DOUBTFUL, Certainty.OPEN) else ""
        told = f"{member.number if member else ''}{doubt}"
        numbers = [f"<sup><b>{told}</b></sup>" if told else ""] * len(quote.content)
        return Shown("", f"{quote.kind.value} {sure.value} {hue}", "", numbers)

    cut = paragraphs(read.text)
    body = woven(read.text, quote_layers(quotes, shown), [p.start for p in cut[1:]])
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in body)
    heading = f"<h3>{escaped(read.title)}</h3>\n" if read.title else ""
    listed = "".join(map(_entry, cast))
    return Highlighted(_framed(f'{heading}<div dir="auto">{text}</div>\n<ol>{listed}</ol>'))


def quote_html(quote: Quote) -> str:
    """One quote with its speaker."""
    return _framed(f"{_said(_reported(quote))}<p>{_by(quote)}</p>")


def utterance_html(utterance: Utterance) -> str:
    """One utterance with its versions."""
    return _framed(_utterance(utterance))


def utterances_html(utterances: Sequence[Utterance]) -> str:
    """The first of many utterances with their versions."""
    shown = "<hr>".join(_utterance(utterance) for utterance in utterances[:_MOST])
    rest = len(utterances) - _MOST
    more = f"<p>… and {rest} more</p>" if rest > 0 else ""
    return _framed(f"<p>{counted(len(utterances), 'utterance')}</p>{shown}{more}")


def _framed(body: str) -> str:
    section = f'<section class="quotes-nlp"><style>{_STYLE}</style>\n{body}\n</section>\n'
    return section.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _entry(member: Member) -> str:
    speaker = member.speaker
    more = _facts(speaker.roles, speaker.affiliations)
    told = f"{counted(member.quotes, 'quote')}, {member.share:.0%} of the words"
    return f"<li>{_name(speaker.name, member.hue)}{more} ({told})</li>"


def _name(name: str, hue: int) -> str:
    return f'<mark class="direct h{hue}"><b>{escaped(name)}</b></mark>'


def _facts(roles: Iterable[str], affiliations: Iterable[Affiliation | MergedAffiliation]) -> str:
    facts = [*roles, *(affiliation.name for affiliation in affiliations)]
    return escaped("".join(f", {fact}" for fact in facts))


def _said(words: str) -> str:
    return f'<blockquote dir="auto">{escaped(words)}</blockquote>'


def _reported(quote: Quote) -> str:
    return " ".join(span.text for span in quote.content) or quote.text


def _by(quote: Quote) -> str:
    facts = [quote.kind.value, f"speech {quote.confidence:.2f}"]
    if quote.speaker is not None:
        facts.append(f"speaker {quote.speaker_confidence:.2f}")
    if quote.cue is not None:
        facts.append(f"cue: {quote.cue.text}")
    who = escaped(reason(quote)) if quote.kind is not Kind.OTHER else "not speech"
    if quote.speaker is not None:
        more = _facts(quote.speaker.roles, quote.speaker.affiliations)
        who = f"<b>{escaped(quote.speaker.name)}</b>{more}"
    return f"{who} ({escaped(', '.join(facts))})"


def _utterance(utterance: Utterance) -> str:
    speaker = utterance.speaker
    who = "(speaker unknown)"
    if speaker is not None:
        who = f"<b>{escaped(speaker.name)}</b>{_facts(speaker.roles, speaker.affiliations)}"
    rows = "".join(
        f"<tr><td>{escaped(version.outlet or version.article_id)}</td>"
        f"<td>{version.relation.value}</td><td>{version.similarity:.2f}</td>"
        '<td style="text-align: left">'
        f"{_compared(reported_words(version), utterance.text)}</td></tr>"
        for version in utterance.versions
    )
    spread = counted(len(utterance.versions), "version")
    outlets = counted(outlet_count(utterance.versions), "outlet")
    return (
        f"{_said(utterance.text)}<p>{who}; {spread} in {outlets}</p><table>"
        "<thead><tr><th>outlet</th><th>relation</th><th>similarity</th><th>words</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _compared(words: str, form: str) -> str:
    return "".join(
        f"<u>{escaped(piece.text)}</u>" if piece.part is Part.OTHER else escaped(piece.text)
        for piece in differences(words, form)
    )
