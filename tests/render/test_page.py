"""The page without a browser (`quotes/render/pages/`)."""

from __future__ import annotations

import base64
import datetime
import hashlib
import html
import itertools
import math
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import attrs
import pytest

import quotes
from quotes.render import page
from quotes.render.pages.palette import DARK, HUES, LIGHT, Ground
from quotes.render.pages.people import People
from quotes.render.pages.wording import Certainty, certainty, long_date
from quotes.types import Article, Kind, SpeakerKind
from tests.render.pages import (
    ARTICLE,
    CLERK,
    FENN,
    HOSTILE,
    INNER,
    MARSH,
    OUTER,
    QUOTES,
    REPORT,
    TEXT,
    Tags,
    hostile,
    span,
)
from tests.utterances.building import CAST, normalised, story

PAGE = page([ARTICLE], [QUOTES])
TAGS = Tags(PAGE)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""
    less, more = sorted((luminance(one), luminance(other)))
    return (more + 0.05) / (less + 0.05)


def _pairs(name: str, ground: Ground, colours: list[tuple[str, str]]) -> list[Any]:
    """Every colour of text with every background that it stands on."""
    paper, panel, flash = ground.paper, ground.panel, ground.flash
    plain = [(ground.text, b) for b in (paper, panel, ground.grey, flash)]
    plain += [(ground.muted, b) for b in (paper, panel, ground.grey)]
    hues = [(i, b) for i, t in colours for b in (paper, panel, flash, t)]
    hues += [(ground.text, t) for _, t in colours]
    return [pytest.param(*pair, id=f"{name} {' on '.join(pair)}") for pair in plain + hues]


# Machado, Oliveira and Fernandes (2009), in linear RGB.
DEFICIENCIES = {
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
}


def seen(colour: str, matrix: Sequence[Sequence[float]]) -> list[float]:
    """The colour as a reader with the deficiency sees it, in Oklab."""
    rgb = [(int(colour[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5)]
    r, g, b = (max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0.0) for row in matrix)
    long = (0.4122 * r + 0.5363 * g + 0.0514 * b) ** (1 / 3)
    middle = (0.2119 * r + 0.6807 * g + 0.1074 * b) ** (1 / 3)
    short = (0.0883 * r + 0.2817 * g + 0.6300 * b) ** (1 / 3)
    return [
        0.2105 * long + 0.7936 * middle - 0.0041 * short,
        1.9780 * long - 2.4286 * middle + 0.4506 * short,
        0.0259 * long + 0.7828 * middle - 0.8087 * short,
    ]


@pytest.mark.parametrize("matrix", DEFICIENCIES.values(), ids=DEFICIENCIES)
def test_neighbouring_hues_stay_apart_for_readers_who_see_fewer_colours(
    matrix: Sequence[Sequence[float]],
) -> None:
    for name in ("ink", "dark_ink"):
        colours = [seen(getattr(hue, name), matrix) for hue in (*HUES, HUES[0])]
        assert min(itertools.starmap(math.dist, itertools.pairwise(colours))) > 0.06


@pytest.mark.parametrize(
    ("text", "background"),
    [
        *_pairs("light", LIGHT, [(hue.ink, hue.tint) for hue in HUES]),
        *_pairs("dark", DARK, [(hue.dark_ink, hue.dark_tint) for hue in HUES]),
    ],
)
def test_every_colour_of_text_can_be_read_on_what_it_stands_on(text: str, background: str) -> None:
    assert contrast(text, background) >= 4.5


def test_the_style_sheet_has_no_colour_that_is_not_in_the_palette() -> None:
    colours = set(re.findall(r"#[0-9a-f]{3,8}\b", TAGS.raw["style"]))
    palette = {colour for hue in HUES for colour in attrs.astuple(hue)[1:]}

    assert colours == palette | {*attrs.astuple(LIGHT), *attrs.astuple(DARK)}
    assert not re.findall(r"(?<![-\w])color: (?!var\(--|inherit)", TAGS.raw["style"])


def test_the_policy_allows_only_the_style_and_the_script_of_the_page() -> None:
    (policy,) = [
        meta["content"] for meta in TAGS.named("meta") if meta.get("http-equiv") is not None
    ]

    assert policy is not None
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(TAGS.raw[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_loads_nothing_and_is_ascii() -> None:
    assert PAGE.isascii()
    addresses = [
        value
        for _, attributes in TAGS.found
        for name, value in attributes.items()
        if name in ("src", "href", "srcset", "data", "action")
    ]
    assert {a for a in addresses if a and not a.startswith("#")} == {
        "data:,",
        "https://example.org/bridge",
    }
    assert not re.search(r"url\(|@import", TAGS.raw["style"])


def test_nothing_in_an_article_is_read_as_mark_up() -> None:
    article, found = hostile()

    made = page([article], [found], title=HOSTILE)
    tags = Tags(made)

    assert len(tags.named("script")) == 1
    assert tags.named("img") == []
    assert not [a for _, attributes in tags.found for a in attributes if a.startswith("on")]
    assert "javascript:" not in made
    assert html.escape("<script>window.broken = 1</script>") in made
    assert "{{ 7 * 7 }}" in made
    assert not re.search("[\x00\u202e\ud800]|&#(0|8238|55296);", made)


def test_colours_come_without_style_attributes_which_the_policy_forbids() -> None:
    assert not [tag for tag, attributes in TAGS.found if "style" in attributes]


def test_every_link_on_the_page_leads_to_an_element_of_its_own() -> None:
    ids = [attributes["id"] for _, attributes in TAGS.found if "id" in attributes]
    links = {a["href"] for a in TAGS.named("a") if a.get("href")}

    assert len(set(ids)) == len(ids)
    assert {link[1:] for link in links if link and link.startswith("#")} <= set(ids)


def test_every_quote_has_an_anchor_and_its_parts_are_linked() -> None:
    ids = [mark.get("id") for mark in TAGS.named("mark") if mark.get("data-q")]

    assert ids == ["a1q1", "a1q2", "a1q1-2", "a1q3", "a1q4", "a1q5"]
    jumps = [a["href"] for a in TAGS.named("a") if a.get("class") == "jump"]
    assert jumps == ["#a1q1-2", "#a1q1"]


def test_the_first_line_is_the_headline_if_the_article_has_no_title() -> None:
    assert '<h2 id="a1t" dir="auto">Bridge to close\n\n</h2>' in PAGE
    assert "<p>Bridge" not in PAGE


def test_blank_lines_before_a_headline_are_no_headline() -> None:
    made = page(["\n\n Bridge to close\nNothing was said."], [[]])

    assert '<h2 id="a1t" dir="auto">\n\n Bridge to close\n</h2>' in made
    assert "<p>Nothing was said.</p>" in made


@pytest.mark.parametrize("title", ["Bridge  to close", "Another title"])
def test_a_title_is_shown_once(title: str) -> None:
    made = page([attrs.evolve(ARTICLE, title=title)], [QUOTES])

    assert made.count('<h2 id="a1t"') == 1
    assert made.count(f'dir="auto">{title}</h2>') == (title == "Another title")


def test_a_text_without_quotes_or_title_is_shown_under_its_number() -> None:
    made = page(["Nothing was said."], [[]])

    assert "Article 1</h2>" in made
    assert "No quotes." in made


def test_the_outlet_and_the_date_stand_above_the_article() -> None:
    assert '<bdi>Lowmere Courier</bdi><bdi>a</bdi><time datetime="2031-03-04">4 March 2031' in PAGE


def test_a_speaker_is_listed_with_role_affiliation_quotes_and_share() -> None:
    cast = People(()).cast("a", QUOTES)

    shown = [(m.number, m.speaker.name, dict(m.kinds), m.words, round(m.share, 2)) for m in cast]
    assert shown == [
        (1, "Ada Marsh", {Kind.DIRECT: 1}, 9, 0.53),
        (2, "a clerk", {Kind.MIXED: 1}, 1, 0.06),
        (3, "Joel Fenn", {Kind.INDIRECT: 1}, 4, 0.24),
    ]
    assert "<bdi>mayor</bdi>, <bdi>Lowmere Board</bdi>" in PAGE
    assert "1 quote &#183; 53% of the words" in PAGE


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (OUTER, Certainty.SURE),
        (REPORT, Certainty.LIKELY),
        (INNER, Certainty.DOUBTFUL),
        (QUOTES[3], Certainty.OPEN),
        (QUOTES[4], Certainty.NONE),
    ],
    ids=lambda value: getattr(value, "id", value),
)
def test_the_certainty_is_that_of_the_lower_probability(
    quote: quotes.Quote, expected: Certainty
) -> None:
    assert certainty(quote) is expected


def test_a_doubtful_quote_has_a_question_mark_and_a_class() -> None:
    assert '<mark class="q mixed doubtful h1" data-q="a1q2" id="a1q2">' in PAGE
    assert re.search(
        r'href="#a1q2n" aria-label="2\?, a clerk, doubtful: details of quote 2">2\?<', PAGE
    )


def test_a_named_speaker_of_two_articles_is_one_and_an_unnamed_one_is_not() -> None:
    people = People(())

    first, second = (people.cast(name, [OUTER, INNER]) for name in ("a", "b"))

    assert first[0].key == second[0].key
    assert first[1].key != second[1].key


def test_the_utterances_say_which_speakers_are_one() -> None:
    one = story("a", "⟦marsh: “We were never asked about the wall,”⟧ said Ada Marsh.")
    two = story(
        "b",
        "⟦x: “We were never asked about the wall,”⟧ said Marsh.",
        x=attrs.evolve(CAST["marsh"], name="Marsh"),
    )
    people = People(normalised(one, two))

    keys = {people.cast(s.article.id or "", s.quotes)[0].key for s in (one, two)}

    assert len(keys) == 1


def test_speakers_of_one_article_have_different_colours_while_there_are_enough() -> None:
    people = People(())
    people.cast("a", [attrs.evolve(OUTER, speaker=CLERK), attrs.evolve(OUTER, speaker=MARSH)])

    cast = people.cast("b", [attrs.evolve(OUTER, speaker=s) for s in (FENN, MARSH, CLERK)])

    assert len({member.hue for member in cast}) == 3


def test_a_version_leads_to_its_quote_and_the_quote_to_its_versions() -> None:
    stories = [
        story(id, f"⟦marsh: “We were never asked{more},”⟧ said Ada Marsh.", outlet=id, day=day)
        for id, more, day in (("Courier", " about it", 1), ("Gazette", "", 2))
    ]
    found = normalised(*stories)

    made = page([s.article for s in stories], [s.quotes for s in stories], found)

    assert len(found) == 1
    assert '<a href="#u1">2 versions side by side</a>' in made
    assert '<a href="#a2q1">' in made
    assert '<span class="gap">&#8230;</span>' in made
    assert '<bdi class="outlet">Gazette</bdi> <time datetime="2031-03-02">2 March 2031' in made
    assert 'data-outlets="2" data-versions="2"' in made


def test_utterances_can_be_shown_without_their_articles() -> None:
    found = normalised(story("a", "⟦marsh: “We were never asked,”⟧ said Ada Marsh."))

    made = page([], [], found)

    assert "We were never asked" in made
    assert "<title>1 utterance</title>" in made


def test_quotes_of_another_text_are_refused() -> None:
    with pytest.raises(quotes.InputError, match="'q1' does not fit the text of 'b'"):
        page([Article("Something else.", id="b")], [QUOTES])


def test_a_quote_without_words_is_refused() -> None:
    with pytest.raises(quotes.InputError, match="'q1' of 'a' has no words"):
        page([ARTICLE], [[attrs.evolve(OUTER, content=())]])


@pytest.mark.parametrize(
    ("articles", "rows", "message"),
    [
        ([ARTICLE], [], "0 lists for 1 articles"),
        (TEXT, [QUOTES], "expected an iterable of articles, not str"),
        ([ARTICLE], QUOTES, "expected a list of quotes for each article"),
        ([ARTICLE], [["q1"]], "expected a list of quotes for each article"),
    ],
)
def test_what_is_no_articles_with_their_quotes_is_refused(
    articles: Any, rows: Any, message: str
) -> None:
    with pytest.raises(quotes.InputError, match=message):
        page(articles, rows)


def test_spans_that_share_a_line_without_line_feeds_keep_their_order() -> None:
    text = "One line.\rTwo “parts” here.\r\rThree."
    found = attrs.evolve(QUOTES[3], content=(span("“parts”", text),), segments=(), cue=None)

    made = page([text], [[found]])

    # The last one is in the help of the page.
    assert re.findall(r"<p>([A-Z]\w+)", made) == ["One", "Two", "Three", "Sure"]


def test_dates_are_written_out_whatever_the_locale() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    assert long_date(datetime.date(2026, 12, 1)) == "1 December 2026"
    assert long_date(datetime.datetime(2026, 5, 31, 9, 5, tzinfo=zone)) == "31 May 2026, 09:05"


def test_an_organization_is_one_by_its_name_over_all_articles() -> None:
    people = People(())
    body = attrs.evolve(MARSH, kind=SpeakerKind.ORGANIZATION)

    keys = {people.cast(name, [attrs.evolve(OUTER, speaker=body)])[0].key for name in "ab"}

    assert len(keys) == 1


def test_without_the_extra_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['jinja2'] = None\n"
        "import quotes, quotes.render\n"
        "try: quotes.render.page([], [])\n"
        "except quotes.QuotesError as error: print(error)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout == 'a page needs jinja2: pip install "quotes-nlp[page]"\n'
