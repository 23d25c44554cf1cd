"""What the page shows of each utterance: its versions with the words in which they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from quotes.render.differences import Part, Piece, differences, same_words
from quotes.render.pages.people import People
from quotes.render.pages.wording import REASONS, long_date
from quotes.types import Article, MergedSpeaker, Utterance, Version


@attrs.frozen
class VersionShown:
    """One version: where it stands, and its words beside the normalised form."""

    where: str
    date: str
    day: str
    link: str
    version: Version
    pieces: tuple[Piece, ...]
    same: bool
    """Whether it has all the words of the normalised form and no others."""
    chosen: bool


@attrs.frozen
class UtteranceShown:
    """One utterance; `place` is its number in the order given, from 1."""

    anchor: str
    place: int
    utterance: Utterance
    who: str
    hue: str
    reason: str
    outlets: int
    versions: tuple[VersionShown, ...]

    @property
    def speaker(self) -> MergedSpeaker | None:
        """The speaker, merged across articles."""
        return self.utterance.speaker

    @property
    def sorted_by(self) -> str:
        """What the list is sorted by if it is sorted by speaker."""
        return self.speaker.name if self.speaker else ""


PARTS = {Part.KEPT: "", Part.OTHER: "differs", Part.GAP: "gap"}
"""The class of each part of a version's wording."""


def utterance_shown(
    utterance: Utterance,
    place: int,
    people: People,
    articles: Mapping[str, Article],
    anchors: Mapping[tuple[str, str], str],
) -> UtteranceShown:
    """What the page shows of an utterance.

    Args:
        utterance: the utterance.
        place: its number, from 1.
        people: gives the speakers their keys and colours.
        articles: the articles of the page by the ids that versions have.
        anchors: by article and quote, where the quotes stand on the page.
    """
    speaker = utterance.speaker
    who = people.key(speaker.kind, speaker.name, speaker.id) if speaker else ""
    versions = tuple(
        version_shown(version, utterance, articles.get(version.article_id), anchors)
        for version in utterance.versions
    )
    return UtteranceShown(
        anchor=f"u{place}",
        place=place,
        utterance=utterance,
        who=who,
        hue=f"h{people.hue(who)}" if who else "hx",
        reason=REASONS[utterance.reason],
        outlets=outlet_count(utterance.versions),
        versions=versions,
    )


def version_shown(
    version: Version,
    utterance: Utterance,
    article: Article | None = None,
    anchors: Mapping[tuple[str, str], str] | None = None,
) -> VersionShown:
    """One version beside the normalised form of its utterance."""
    words = reported_words(version)
    published = article.published if article else None
    return VersionShown(
        where=version.outlet or version.article_id,
        date=long_date(published),
        day=published.isoformat() if published else "",
        link=(anchors or {}).get((version.article_id, version.quote.id), ""),
        version=version,
        pieces=tuple(differences(words, utterance.text)),
        same=same_words(words, utterance.text),
        chosen=version.ref == utterance.chosen,
    )


def outlet_count(versions: Sequence[Version]) -> int:
    """In how many outlets they stand; articles of unknown outlets count each."""
    return len({version.outlet or ("", version.article_id) for version in versions})


def reported_words(version: Version) -> str:
    """The words that render the utterance, on one line."""
    spans = version.spans or version.quote.content
    return " ".join(" ".join(span.text for span in spans).split()) or version.quote.text
