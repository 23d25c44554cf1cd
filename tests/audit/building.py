"""Articles whose sources are counted, without models."""

from __future__ import annotations

import attrs

import quotes
from quotes.audit import Sources
from quotes.types import Span, SpeakerKind
from tests.utterances.building import Story, Who, body, story, unnamed


def sourced(told: Story, **words: str) -> Story:
    """The story with the words that name the source of some quotes, each once in the text."""
    found = []
    for quote in told.quotes:
        word = words.get(quote.id)
        if word is not None:
            assert told.article.text.count(word) == 1, word
            at = told.article.text.index(word)
            quote = attrs.evolve(quote, source=Span(at, at + len(word), word))
        found.append(quote)
    return attrs.evolve(told, quotes=tuple(found))


def counted(*stories: Story) -> Sources:
    """The sources of the stories."""
    return quotes.sources([s.article for s in stories], quotes=[s.quotes for s in stories])


STORIES = (
    sourced(
        story(
            "a",
            "⟦marsh: “The gate stays shut today”⟧, ⟦+cue: said⟧ Ada Marsh, the mayor. "
            "⟦marsh: “It is old”⟧, She ⟦+cue: added⟧. The ministry ⟦cue: denied⟧ that "
            "⟦ministry: it was asked⟧. ⟦official: “Nobody was asked at all”⟧, ⟦+cue: said⟧ "
            "a harbour official. ⟦nobody: “No”⟧ was the answer.",
            outlet="Courier",
            ministry=body("Ministry of Transport"),
        ),
        q2="She",
    ),
    story(
        "b",
        "Mr. Joel Fenn, an engineer, ⟦cue: said⟧ the gate was ⟦fenn: “too old by far to move”⟧. "
        "⟦marsh: “The gate stays shut today”⟧, Ada Marsh, mayor, ⟦cue: said⟧.",
        outlet="Tidings",
    ),
    story(
        "c",
        "⟦short: “We shall see”⟧, Marsh, the mayor, ⟦+cue: said⟧. ⟦official: “Yes”⟧, ⟦+cue: said⟧ "
        "a harbour official. ⟦two: “Good”⟧, Petra Lind and Bao Merrin ⟦+cue: said⟧.",
        outlet="Tidings",
        short=Who("Marsh", roles=("mayor",)),
        two=Who("Petra Lind and Bao Merrin", SpeakerKind.GROUP),
        official=unnamed("a harbour official", "official"),
    ),
)
"""Three articles of two outlets."""


def audited() -> Sources:
    """The sources of `STORIES`."""
    return counted(*STORIES)
