"""`python -m quotes normalise` (`quotes/cli/normalise.py`)."""

from __future__ import annotations

import inspect
import json
import pathlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import pytest

import quotes
from quotes import api
from quotes.serialise import UTTERANCE_SCHEMA
from tests.cli.running import ROOT, lines_of, run
from tests.render.retold import WALL, Retold, link, utterance, version


@attrs.define
class Normaliser:
    """Stands in for `normalise`: an utterance in four versions and one in one."""

    options: dict[str, Any] = attrs.field(factory=dict)
    articles: list[quotes.Article] = attrs.field(factory=list)

    def __call__(self, articles: Iterable[quotes.Article], **options: object) -> Retold:
        self.options = options
        self.articles = list(articles)
        alone = utterance(version("It held", article="pier-9"), reason=quotes.Reason.ONLY)
        found = Retold([WALL, alone])
        found.related = (link("news/four.txt", "pier-9", 0.62, in_order=1.5),)
        return found


@attrs.define
class Extractor:
    """Stands in for `extract_many`, which finds nothing."""

    options: dict[str, Any] = attrs.field(factory=dict)

    def __call__(
        self, articles: Iterable[quotes.Article], **options: object
    ) -> Iterator[list[quotes.Quote]]:
        self.options = options
        for _ in articles:
            yield []


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    extractor = Extractor()
    monkeypatch.setattr(quotes, "extract_many", extractor)
    return extractor


@pytest.fixture
def normaliser(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> Normaliser:
    normaliser = Normaliser()
    monkeypatch.setattr(quotes, "normalise", normaliser)
    return normaliser


@pytest.mark.usefixtures("normaliser")
def test_utterances_are_printed_with_their_versions(article: pathlib.Path) -> None:
    result = run("normalise", article)

    assert result.exit_code == 0
    assert result.stdout.startswith("Ines Varley · chief engineer · Lowmere Harbour Board\n")
    assert "the only version, in pier-9" in result.stdout.replace("\n", " ")
    assert "why" not in result.stdout
    assert "coincide" not in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("normaliser")
def test_utterances_with_too_few_versions_are_left_out(article: pathlib.Path) -> None:
    two = run("normalise", article, "--min-versions", 2)
    five = run("normalise", article, "--min-versions", 5)
    none = run("normalise", article, "--min-versions", 0)

    assert "pier-9" not in two.stdout
    assert "Evening" in two.stdout
    assert five.stdout.strip() == "no utterances"
    assert none.exit_code == 2


@pytest.mark.usefixtures("normaliser")
def test_reasons_and_related_pairs_are_printed_when_asked_for(article: pathlib.Path) -> None:
    result = run("normalise", article, "--explain", "--related", "--min-versions", 2)

    assert "why they are one:" in result.stdout
    assert "indirect shared +2.40" in " ".join(result.stdout.split())
    assert "May coincide" in result.stdout
    assert "pier-9" in result.stdout


@pytest.mark.usefixtures("normaliser")
def test_json_lines_hold_one_utterance_each(article: pathlib.Path) -> None:
    result = run("normalise", article, "--format", "jsonl")
    data = lines_of(result)

    assert [(line["schema"], line["record"]) for line in data] == [
        (UTTERANCE_SCHEMA, "utterance"),
        (UTTERANCE_SCHEMA, "utterance"),
    ]
    assert quotes.Utterance.from_dict(data[0]) == WALL
    assert "links" not in data[0]
    assert result.stdout.isascii()


@pytest.mark.usefixtures("normaliser")
def test_json_lines_hold_the_links_within_an_utterance_and_the_related_pairs(
    article: pathlib.Path,
) -> None:
    result = run("normalise", article, "--format", "jsonl", "--explain", "--related")
    first, second, last = lines_of(result)

    assert [quotes.Link.from_dict(data) for data in first["links"]] == list(Retold.links)
    assert second["links"] == []
    assert (last["schema"], last["record"]) == (UTTERANCE_SCHEMA, "related")
    assert quotes.Link.from_dict(last).score == 0.62


def test_the_options_of_normalise_reach_the_library(
    normaliser: Normaliser, extractor: Extractor, article: pathlib.Path
) -> None:
    people = article.with_name("known.jsonl")
    people.write_text('{"name": "Ines Varley"}')
    known = (quotes.KnownEntity("Ines Varley"),)

    run(
        *("normalise", article, "--threshold", "0.7", "--models", "stanza", "--workers", 2),
        *("--kind", "direct", "--min-confidence", "0.2", "--min-speaker-confidence", "0.4"),
        *("--known", people),
    )

    assert normaliser.options == {
        "quotes": [[]],
        "threshold": 0.7,
        "models": "stanza",
        "known": known,
    }
    assert extractor.options == {
        "kinds": ("direct",),
        "min_confidence": 0.2,
        "min_speaker_confidence": 0.4,
        "models": "stanza",
        "workers": 2,
        "known": known,
        "errors": "return",
    }


def test_without_options_normalise_gets_the_defaults_of_the_library(
    normaliser: Normaliser, extractor: Extractor, article: pathlib.Path
) -> None:
    library = inspect.signature(api.normalise).parameters
    many = inspect.signature(api.extract_many).parameters

    run("normalise", article)

    assert normaliser.options.pop("quotes") == [[]]
    assert normaliser.options == {name: library[name].default for name in normaliser.options}
    assert extractor.options.pop("errors") == "return"
    assert extractor.options == {name: many[name].default for name in extractor.options}


@pytest.mark.usefixtures("normaliser")
def test_utterances_of_one_speaker_are_asked_for_by_a_part_of_the_name(
    article: pathlib.Path,
) -> None:
    hers = run("normalise", article, "--speaker", "varley")
    none = run("normalise", article, "--speaker", "Okell")

    assert hers.stdout.startswith("Ines Varley")
    assert none.stdout == "no utterances\n"
    assert none.stderr == "quotes: no utterances by Okell\n"


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("### An utterance", [*quotes.Utterance.__annotations__, "links"]),
        ("### A related pair", list(quotes.Link.__annotations__)),
    ],
)
def test_every_field_of_the_lines_of_utterances_is_documented(
    heading: str, fields: list[str]
) -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    section = page.split(heading)[1].split("\n##")[0]

    assert re.findall(r"^\| `(\w+)` \|", section, re.M) == ["schema", "record", *fields]


def test_the_documented_related_pair_is_a_link() -> None:
    page = (ROOT / "docs" / "jsonl.md").read_text(encoding="utf8")
    match = re.search(r"<!-- related -->\n```json\n(.*?)^```", page, re.M | re.S)
    assert match is not None

    data = json.loads(match[1])
    assert data == {
        "schema": UTTERANCE_SCHEMA,
        "record": "related",
        **quotes.Link.from_dict(data).to_dict(),
    }


@pytest.mark.models
def test_words_that_two_outlets_have_are_one_utterance_on_the_command_line(
    tmp_path: pathlib.Path,
) -> None:
    file = tmp_path / "news.jsonl"
    texts = {
        "Lowmere Courier": "“We built this wall for a hundred winters, and it will stand for a "
        "hundred more,” said Ines Varley, chief engineer of the Lowmere Harbour Board.",
        "Evening Tidings": "Varley, the chief engineer, told reporters: “We built this wall for a "
        "hundred winters, and it will stand for a hundred more.”",
    }
    file.write_text("".join(json.dumps({"outlet": o, "text": t}) + "\n" for o, t in texts.items()))

    found = [
        quotes.Utterance.from_dict(line)
        for line in lines_of(run("normalise", file, "--format", "jsonl", "--min-versions", 2))
    ]

    assert [[v.outlet for v in shared.versions] for shared in found] == [list(texts)]
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Ines Varley"
    assert found[0].text.startswith("We built this wall for a hundred winters, and")
