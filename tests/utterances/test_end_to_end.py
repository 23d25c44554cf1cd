"""From plain articles to utterances, with the bundled models."""

from __future__ import annotations

import json

import pytest

import quotes
from quotes.types import Article
from quotes.utterances import Utterances

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("one_thread")]

ARTICLES = (
    Article(
        "“The sea wall will hold until the spring, whatever the tide brings,” Ada Marsh, the mayor "
        "of Orrin, said on Monday.",
        "courier",
        "The Courier",
    ),
    Article(
        "Mayor Ada Marsh insisted that the wall “will hold until the spring”. “We were never "
        "asked,” said Joel Fenn, an engineer.",
        "tidings",
        "Tidings",
    ),
    Article(
        "“The sea wall will hold until the spring, whatever the tide brings,” said Marsh.",
        "herald",
        "Herald",
    ),
)


@pytest.fixture(scope="module")
def found(one_thread: None) -> Utterances:
    return quotes.normalise(ARTICLES)


def test_plain_articles_become_utterances_with_their_speakers(found: Utterances) -> None:
    by_article = {
        frozenset(v.article_id for v in u.versions): u for u in found if u.speaker is not None
    }

    wall = by_article[frozenset({"courier", "tidings", "herald"})]
    assert wall.text == "The sea wall will hold until the spring, whatever the tide brings"
    assert wall.speaker is not None
    assert wall.speaker.name == "Ada Marsh"
    fenn = by_article[frozenset({"tidings"})].speaker
    assert fenn is not None
    assert fenn.name == "Joel Fenn"


def test_plain_articles_added_one_by_one_are_the_same_as_all_at_once(found: Utterances) -> None:
    grown = quotes.normalise(ARTICLES[2:])

    for article in ARTICLES[1::-1]:
        grown = grown.add([article])

    assert grown == found
    assert Utterances.from_dict(json.loads(json.dumps(grown.to_dict()))) == found
