"""What tests of speakers share: two people, two bodies, and how mentions are asked for."""

from __future__ import annotations

from collections.abc import Callable

from quotes.language.sentences import Reading
from quotes.speakers import Resolution, SpeakingMention, resolve
from quotes.types import Speaker

Read = Callable[[str], Reading]

VARGA = "[Person|Ilse/NNP Varga/NNP]"
QUELL = "[Person|Tobias/NNP Quell/NNP]"
ACME = "[Organization|Acme/NNP Institute/NNP]"
CWX = "[Organization|Coastal/NNP Water/NNP Authority/NNP] (/-LRB- CWX/NNP )/-RRB-"


def mention(article: Reading, words: str, which: int = 0) -> SpeakingMention:
    """The mention that stands where `words` occur in the article, the `which`th time."""
    at = -1
    for _ in range(which + 1):
        at = article.text.index(words, at + 1)
    return SpeakingMention(at, at + len(words), at)


def named(found: list[Resolution]) -> list[str | None]:
    return [r.speaker.name if r.speaker else None for r in found]


def varga(article: Reading) -> Speaker:
    """Ilse Varga as a speaker of the article."""
    at = article.text.rindex("Ilse Varga")
    (one,) = resolve(article, [], [SpeakingMention(at, at + 10, at)])
    assert one.speaker is not None
    return one.speaker
