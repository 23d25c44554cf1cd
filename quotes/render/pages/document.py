"""One self-contained HTML page of articles with their quotes (needs the extra `page`)."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import TYPE_CHECKING

from quotes.errors import InputError
from quotes.inputs import articles_of
from quotes.render.pages.people import People, Person, everybody
from quotes.render.pages.stories import Note, Story, story
from quotes.render.pages.versions import PARTS, UtteranceShown, utterance_shown
from quotes.render.pages.wording import Certainty, counted
from quotes.render.styling import base_style
from quotes.render.templating import environment
from quotes.types import Article, Kind, Quote, Utterance
from quotes.utterances.sources import article_key

if TYPE_CHECKING:  # in the extra `page`, and loaded at first use
    import jinja2

_PACKAGE = "quotes.render.pages"


def page(
    articles: Iterable[str | Article],
    quotes: Iterable[Sequence[Quote]],
    utterances: Iterable[Utterance] | None = None,
    *,
    title: str | None = None,
) -> str:
    """Make one HTML page of articles with their quotes, to be read and checked in a browser.

    The page holds all that it needs: nothing is loaded from a network, and its content security
    policy forbids it. Nothing in an article is read as mark-up; characters that a browser would act
    on are shown as a replacement sign.

    Args:
        articles: the articles, or their texts.
        quotes: the quotes of each article, in the same order.
        utterances: such as `quotes.normalise` returns: their versions are shown side by side, and
            speakers of different articles are one where the utterances say so.
        title: the title of the page; made from the articles if left out.

    Returns:
        HTML in ASCII: other characters are written as references. It grows linearly with the
        articles (some six times their text).

    Raises:
        InputError: the quotes are not those of the articles, or there are more or fewer lists of
            quotes than articles.
        QuotesError: jinja2 is not installed.
    """
    read = list(articles_of(articles))
    found = _rows(quotes)
    if len(read) != len(found):
        raise InputError(f"quotes: {len(found)} lists for {len(read)} articles")
    said = list(utterances or ())
    people = People(said)
    stories = [
        story(article, row, number, people)
        for number, (article, row) in enumerate(zip(read, found, strict=True), 1)
    ]
    keys = [article_key(article) for article in read]
    anchors = {
        (key, note.quote.id): note.anchor
        for key, shown in zip(keys, stories, strict=True)
        for note in shown.notes
    }
    known = dict(zip(keys, read, strict=True))
    shown = [
        utterance_shown(utterance, place, people, known, anchors)
        for place, utterance in enumerate(said, 1)
    ]
    persons = everybody((s.cast for s in stories), sum(s.words for s in stories))
    heading = _heading(stories, persons, shown)
    environment = _environment()
    style = f"{base_style()}\n{_file('page.css')}"
    script = _file("page.js")
    html = environment.get_template("page.html").render(
        title=title or (stories[0].name if len(stories) == 1 else heading),
        heading=title or heading,
        style=style,
        script=script,
        policy=_policy(style, script),
        stories=stories,
        people=persons,
        utterances=shown,
        spread=_spread(shown),
        kinds=_kind_counts(stories),
        certainties=_certainty_counts(stories),
        spoken=sum(shown.spoken for shown in stories),
    )
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _rows(quotes: Iterable[Sequence[Quote]]) -> list[list[Quote]]:
    try:
        rows = [list(row) for row in quotes]
    except TypeError as error:
        raise InputError("quotes: expected a list of quotes for each article") from error
    if not all(isinstance(quote, Quote) for row in rows for quote in row):
        raise InputError("quotes: expected a list of quotes for each article")
    return rows


@functools.lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    made = environment(_PACKAGE)
    made.globals.update(counted=counted, parts=PARTS, Kind=Kind, Certainty=Certainty)
    made.filters["percent"] = _percent
    return made


def _file(name: str) -> str:
    return resources.files(_PACKAGE).joinpath("templates", name).read_text(encoding="utf8")


def _policy(style: str, script: str) -> str:
    """A policy under which only the page's own style and script run, and nothing is loaded."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _heading(
    stories: Sequence[Story], people: Sequence[Person], utterances: Sequence[UtteranceShown]
) -> str:
    """What the page holds, in numbers."""
    if not stories:
        return counted(len(utterances), "utterance")
    quotes = counted(sum(shown.spoken for shown in stories), "quote")
    where = f" in {counted(len(stories), 'article')}" if len(stories) > 1 else ""
    return f"{quotes} by {counted(len(people), 'speaker')}{where}"


def _percent(share: float) -> str:
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def _notes(stories: Iterable[Story]) -> list[Note]:
    return [note for shown in stories for note in shown.notes]


def _kind_counts(stories: Iterable[Story]) -> list[tuple[Kind, int]]:
    kinds = [note.quote.kind for note in _notes(stories)]
    return [(kind, kinds.count(kind)) for kind in Kind]


def _certainty_counts(stories: Iterable[Story]) -> list[tuple[Certainty, int]]:
    found = [note.certainty for note in _notes(stories)]
    return [(c, found.count(c)) for c in Certainty if c is not Certainty.NONE]


def _spread(shown: Sequence[UtteranceShown]) -> dict[str, tuple[str, int]]:
    """By the anchor of each quote, the utterance that it is a version of and how many it has."""
    return {
        version.link: (utterance.anchor, len(utterance.versions))
        for utterance in shown
        for version in utterance.versions
        if version.link and len(utterance.versions) > 1
    }
