"""From articles with their quotes to sources and shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from quotes.audit.officials import official_by
from quotes.audit.result import Sources
from quotes.audit.telling import PRONOUNS, gender, pronoun_counts, telling
from quotes.audit.values import Gender, Source, Summary, Tally
from quotes.types import (
    Article,
    ArticleSpan,
    Kind,
    MergedSpeaker,
    Quote,
    QuoteRef,
    SpeakerKind,
)
from quotes.utterances.items import items_of
from quotes.utterances.merging import merged_speakers

_DIGITS = 4


@attrs.frozen(eq=False)
class _Count:
    """What one source, or several, are quoted with."""

    quotes: int = 0
    words: int = 0

    def plus(self, words: int) -> _Count:
        return _Count(self.quotes + 1, self.words + words)


@attrs.define(eq=False)
class _Found:
    """What is gathered of one source, by outlet where it is counted."""

    speaker: MergedSpeaker
    counts: dict[str | None, _Count] = attrs.field(factory=dict)
    refs: list[QuoteRef] = attrs.field(factory=list)
    evidence: set[ArticleSpan] = attrs.field(factory=set)


def counted(read: Mapping[str, tuple[Article, Sequence[Quote]]]) -> Sources:
    """Who is quoted in the articles, which come by their ids with their quotes.

    Speakers of several articles are one source where `quotes.normalise` would hold them to be one
    by their names, roles and institutions; unnamed sources of different articles never are.
    """
    groups = [[i] for key, (article, row) in read.items() for i in items_of(article, key, row)]
    merged = merged_speakers(groups)
    found: dict[str, _Found] = {}
    unattributed: Counter[str | None] = Counter()
    for key, (article, row) in read.items():
        spoken: defaultdict[str, list[Quote]] = defaultdict(list)
        for quote in row:
            if quote.kind is Kind.OTHER:
                continue
            if quote.speaker is None:
                unattributed[article.outlet] += 1
                continue
            speaker = merged[key, quote.speaker.id]
            one = found.setdefault(speaker.id, _Found(speaker))
            count = one.counts.get(article.outlet, _Count())
            one.counts[article.outlet] = count.plus(_words(quote))
            one.refs.append(QuoteRef(key, quote.id))
            spoken[speaker.id].append(quote)
        for name, theirs in spoken.items():
            found[name].evidence.update(ArticleSpan(key, s) for s in telling(article, theirs))
    sources = sorted(map(_source, found.values()), key=_most_first)
    outlets = Counter(article.outlet for article, _ in read.values())
    return Sources(
        tuple(sources),
        _summary(None, sources, found, sum(outlets.values()), unattributed.values(), outlets),
        tuple(
            _summary(name, sources, found, outlets[name], [unattributed[name]], {name})
            for name in sorted(outlets, key=lambda name: (name is None, name or ""))
            if set(outlets) != {None}
        ),
    )


def _words(quote: Quote) -> int:
    """How many words stand between the quotation marks of a quote."""
    told = (word for span in quote.segments for word in span.text.split())
    return sum(any(c.isalnum() for c in word) for word in told)


def _most_first(source: Source) -> tuple[int, int, str, str]:
    return -source.quotes, -source.words, source.name, source.id


def _source(found: _Found) -> Source:
    speaker = found.speaker
    evidence = tuple(sorted(found.evidence, key=lambda e: (e.article_id, e.span.start)))
    told = [item.span.text for item in evidence]
    pronouns = pronoun_counts(told)
    return Source(
        id=speaker.id,
        name=speaker.name,
        kind=speaker.kind,
        named=_named(speaker),
        names=tuple(dict.fromkeys(known.speaker.name for known in speaker.known_as)),
        roles=speaker.roles,
        affiliations=tuple(a.name for a in speaker.affiliations),
        quotes=sum(count.quotes for count in found.counts.values()),
        words=sum(count.words for count in found.counts.values()),
        articles=len({ref.article_id for ref in found.refs}),
        outlets=tuple(sorted(name for name in found.counts if name is not None)),
        gender=gender(told) if _person(speaker.kind) else Gender.NOT_TOLD,
        he=pronouns["he"],
        she=pronouns["she"],
        they=pronouns["they"],
        titles=tuple(sorted({word for word in told if word.lower() not in PRONOUNS})),
        official_by=official_by(speaker),
        evidence=evidence,
        refs=tuple(found.refs),
    )


def _person(kind: SpeakerKind) -> bool:
    return kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)


def _named(speaker: MergedSpeaker) -> bool:
    """Whether a source has a name; of a group, whether the names of its members are given."""
    if speaker.kind is SpeakerKind.GROUP:
        return " and " in speaker.name and speaker.name.split()[-1][:1].isupper()
    return speaker.kind not in (SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT)


def _summary(
    outlet: str | None,
    sources: Sequence[Source],
    found: Mapping[str, _Found],
    articles: int,
    unattributed: Iterable[int],
    outlets: Iterable[str | None],
) -> Summary:
    """Who gets quoted in the articles of the given outlets."""
    here = []
    for source in sources:
        counts = [found[source.id].counts[o] for o in outlets if o in found[source.id].counts]
        if counts:
            quotes, words = sum(c.quotes for c in counts), sum(c.words for c in counts)
            here.append((source, _Count(quotes, words)))
    people = [(source, count) for source, count in here if not source.body]

    def all_of(sort: Callable[[Source], bool]) -> Tally:
        return _tally(here, sort)

    def people_of(told: Gender) -> Tally:
        return _tally(people, lambda source: source.gender is told)

    return Summary(
        outlet=outlet,
        articles=articles,
        sources=len(here),
        quotes=sum(count.quotes for _, count in here),
        words=sum(count.words for _, count in here),
        unattributed=sum(unattributed),
        named=all_of(lambda source: source.named),
        unnamed=all_of(lambda source: not source.named),
        people=all_of(lambda source: not source.body),
        bodies=all_of(lambda source: source.body),
        officials=all_of(lambda source: source.official),
        women=people_of(Gender.WOMAN),
        men=people_of(Gender.MAN),
        not_told=people_of(Gender.NOT_TOLD),
    )


def _tally(rows: Sequence[tuple[Source, _Count]], sort: Callable[[Source], bool]) -> Tally:
    kept = [count for source, count in rows if sort(source)]
    quotes, words = sum(count.quotes for count in kept), sum(count.words for count in kept)
    return Tally(
        sources=len(kept),
        quotes=quotes,
        words=words,
        quote_share=_share(quotes, sum(count.quotes for _, count in rows)),
        word_share=_share(words, sum(count.words for _, count in rows)),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, _DIGITS) if whole else 0.0
