"""What must not change who said what: layout, encoding, other articles, paragraphs about nobody."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

import quotes
from quotes.types import Quote
from tests.told import saying, speaker

pytestmark = pytest.mark.models

ARTICLES = (
    "Mayor Renée Hallam opened the bridge on Monday.\n\n“It will hold,” she said. “It is new.”"
    "\n\nBo Lindqvist, an engineer with the Brackwater Trust, was less sure. “It creaks,” he said.",
    "The Brackwater Trust closed the dam.\n\nThe trust said in a statement it was “a ruin”.\n\n"
    "“Nobody asked us,” said Petra Lowell, a farmer.\n\n“We will sue,” she added.",
    "“Where is the ferry?” asked José Ibáñez, 44.\n\nAccording to Halden Group, it sank.\n\n"
    "“It was old,” the company's spokeswoman, Vera Stoll, told Radio Norbury.",
    "Officials said the road was open.\n\n“It is not,” said one driver.\n\n"
    "Transport Minister Ilan Sorek denied that “anybody was stuck”. His lawyer did not comment.",
    "“I saw it fall,” said Mara Oduya. “I ran.”\n\n“So did I,” said her brother, Piet Oduya.\n\n"
    "Mara Oduya told reporters she had “never” been so afraid.",
)
NOBODY = "It rained all night and the river rose."
CHANGES: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blanks before paragraphs": lambda text: "\n\n".join(f"   {p}" for p in text.split("\n\n")),
    "letters and accents apart": lambda text: unicodedata.normalize("NFD", text),
    "straight marks": lambda text: text.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"}),
    "guillemets": lambda text: text.translate({0x201C: "«", 0x201D: "»"}),
    "a paragraph about nobody behind": lambda text: f"{text}\n\n{NOBODY}",
    "a paragraph about nobody before": lambda text: f"{NOBODY}\n\n{text}",
    "a line of page furniture": lambda text: f"{text}\n\nRead more: The ten best bridges",
    "no-break spaces": lambda text: text.replace(" was ", "\u00a0was\u00a0"),
}


def _who(found: list[Quote]) -> list[str]:
    """Kind, cue, source and speaker of each quote, in one form of letters."""
    rows = [f"{q.kind} {q.cue and q.cue.text} {speaker(q)}" for q in found]
    return [unicodedata.normalize("NFC", row) for row in rows]


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[Quote]]:
    """The quotes of the articles and of all their variants, extracted together."""
    texts = [*ARTICLES, *(change(text) for change in CHANGES.values() for text in ARTICLES)]
    return dict(zip(texts, quotes.extract_many(texts), strict=True))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("text", ARTICLES, ids=range(len(ARTICLES)))
def test_who_said_what_stays_the_same_with(
    text: str, change: Callable[[str], str], found: dict[str, list[Quote]]
) -> None:
    assert _who(found[change(text)]) == _who(found[text])


@pytest.mark.parametrize("text", ARTICLES, ids=range(len(ARTICLES)))
def test_every_span_is_what_the_article_has_there(text: str, found: dict[str, list[Quote]]) -> None:
    for change in CHANGES.values():
        changed = change(text)
        for quote in found[changed]:
            spans = [*quote.segments, *quote.content, quote.cue, quote.source, quote.via]
            for span in filter(None, spans):
                assert changed[span.start : span.end] == span.text


def test_other_articles_and_their_order_do_not_count(found: dict[str, list[Quote]]) -> None:
    for text in ARTICLES:
        alone = quotes.extract(text)
        assert [saying(q) for q in alone] == [saying(q) for q in found[text]]
        assert [speaker(q) for q in alone] == [speaker(q) for q in found[text]]


def test_the_articles_one_after_the_other_keep_their_speakers() -> None:
    """Two articles of other people in one text: none takes the words of the other's."""
    both = quotes.extract(f"{ARTICLES[0]}\n\n{ARTICLES[4]}")
    apart = [*quotes.extract(ARTICLES[0]), *quotes.extract(ARTICLES[4])]

    assert _who(both) == _who(apart)
