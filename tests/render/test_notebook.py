"""Quotes and utterances in notebooks (`quotes/render/notebook.py`)."""

from __future__ import annotations

import re
import subprocess
import sys

import attrs

import quotes
from quotes.render import highlight
from tests.render.pages import ARTICLE, HOSTILE, OUTER, QUOTES, TEXT, Tags, hostile
from tests.render.retold import FORM, utterance, version
from tests.utterances.building import normalised, story


def test_an_article_is_shown_with_its_quotes_and_their_speakers() -> None:
    shown = highlight(ARTICLE, QUOTES)

    made = shown._repr_html_()
    assert made == str(shown) == shown.html
    assert made.isascii()
    assert "<b>Ada Marsh</b></mark>, mayor, Lowmere Board (1 quote, 53% of the words)" in made
    assert 'class="mixed doubtful h1"' in made
    assert "<sup><b>2?</b></sup>" in made
    assert not re.search(r' (id|data-q)="', made)


def test_a_text_does_for_an_article() -> None:
    assert highlight(TEXT, QUOTES) == highlight(quotes.Article(TEXT), QUOTES)


def test_a_quote_shows_its_words_and_who_said_them() -> None:
    made = OUTER._repr_html_()

    assert "He told me" in made
    assert "<b>Ada Marsh</b>, mayor, Lowmere Board (direct, speech 0.98, speaker 0.97" in made


def test_a_quote_without_a_speaker_says_why() -> None:
    assert "(no source) (direct" in QUOTES[3]._repr_html_()
    assert "not speech (other" in QUOTES[4]._repr_html_()


def test_an_utterance_shows_its_versions_with_the_words_that_differ() -> None:
    made = utterance(
        version(FORM, outlet="Courier"),
        version("We made the wall", article="a2", outlet="Gazette"),
    )._repr_html_()

    assert "2 versions in 2 outlets" in made
    assert "<td>Gazette</td><td>edited</td><td>0.90</td>" in made
    assert "We <u>made</u> the wall" in made


def test_many_utterances_are_cut_short() -> None:
    said = " ".join(f"⟦nobody: “{chr(97 + n) * 5} {chr(98 + n) * 7}”⟧." for n in range(23))
    found = normalised(story("a", said))

    made = found._repr_html_()

    assert len(found) == 23
    assert made.count("<blockquote") == 20
    assert "&#8230; and 3 more" in made


def test_nothing_is_read_as_mark_up() -> None:
    article, found = hostile()
    bad = attrs.evolve(version(HOSTILE, outlet=HOSTILE), article_id=HOSTILE)
    made = [
        str(highlight(article, found)),
        found[0]._repr_html_(),
        attrs.evolve(utterance(bad), text=HOSTILE)._repr_html_(),
    ]

    for fragment in made:
        assert "<script" not in fragment
        assert "<img" not in fragment
        assert {tag for tag, _ in Tags(fragment).found} <= {
            *("section", "style", "h3", "div", "p", "mark", "span", "sup", "b", "ol", "li"),
            *("blockquote", "table", "thead", "tbody", "tr", "th", "td", "u"),
        }


def test_what_a_notebook_shows_needs_no_extra() -> None:
    code = (
        "import sys\n"
        "for name in ('jinja2', 'rich', 'typer'): sys.modules[name] = None\n"
        "import quotes.render.notebook; from quotes.render import highlight\n"
        "print(highlight('a', []).html[:8])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("<section\n", "")
