"""From groups of quotes to utterances: form, speaker, versions, and pairs that may coincide."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from quotes.types import Link, QuoteRef, Reason, Utterance, Version
from quotes.utterances.copies import machine_reworded
from quotes.utterances.forms import choose, relation, text_of
from quotes.utterances.items import Item, Sheet, joined
from quotes.utterances.merging import merged_speakers, principal
from quotes.utterances.parties import Tie, tie

Similarity = Callable[[Item, Item], float]
"""The probability that two quotes render one utterance."""

_SHARED_UTTERANCES = 2
_MOST = 30
"""Of an utterance in more articles than these, the first are compared for rewording."""


@attrs.frozen
class Home:
    """Where a quote, or a part of one, is: the number of the utterance, and its version there."""

    utterance: int
    version: QuoteRef


@attrs.frozen(eq=False)
class Assembled:
    """The utterances, and where each quote and part of a quote is."""

    utterances: tuple[Utterance, ...]
    homes: Mapping[QuoteRef, Home]


def utterances_of(
    groups: Sequence[Sequence[Item]], similarity: Similarity, threshold: float
) -> Assembled:
    """The utterances of the groups, in the order of their first versions.

    Quotes of a group that are less like its normalised form than the threshold asks are no versions
    of it: they are utterances of their own, together where they are alike.
    """
    reworded = _reworded(groups)
    settled = [
        each for group in groups for each in _settled(group, reworded, similarity, threshold)
    ]
    speakers = merged_speakers([each.items for each in settled], reworded)
    rows = []
    for each in settled:
        chosen = each.chosen
        versions = tuple(
            Version(
                article_id=item.ref.article_id,
                outlet=item.sheet.article.outlet,
                quote=item.quote,
                relation=relation(item, chosen, reworded),
                similarity=like,
                machine_reworded=item.ref.article_id in reworded,
                part=item.ref.part,
                spans=item.spans,
            )
            for item, like in zip(each.items, each.similarities, strict=True)
        )
        utterance = Utterance(
            id=_id(chosen.ref),
            text=text_of(chosen),
            reason=each.reason,
            chosen=chosen.ref,
            speaker=principal(each.items, speakers),
            versions=versions,
        )
        rows.append((order(each.items[0]), utterance, each))
    rows.sort(key=lambda row: row[0])
    homes = {
        part.ref: Home(number, item.ref)
        for number, (_, _, each) in enumerate(rows)
        for item, parts in zip(each.items, each.parts, strict=True)
        for part in parts
    }
    return Assembled(tuple(utterance for _, utterance, _ in rows), homes)


@attrs.frozen(eq=False)
class _Settled:
    """The versions of one utterance, in order, and how like each is to the chosen one."""

    items: tuple[Item, ...]
    parts: tuple[Sequence[Item], ...]
    similarities: tuple[float, ...]
    chosen: Item
    reason: Reason


def _settled(
    group: Sequence[Item], reworded: Container[str], similarity: Similarity, threshold: float
) -> Iterator[_Settled]:
    """The one utterance that a group is, or several, if not all are like the chosen version."""
    left = _by_quote(group)
    while left:
        members, apart = left, []
        while True:
            items = [joined(parts) for parts in members]
            chosen, reason = choose(items, reworded)
            form = members[items.index(chosen)]
            likes = [_likeness(parts, form, members, similarity, threshold) for parts in members]
            unlike = [parts for parts, like in zip(members, likes, strict=True) if like < threshold]
            if not unlike:
                break
            apart += unlike
            members = [parts for parts in members if parts not in unlike]
        yield _Settled(tuple(items), tuple(members), tuple(likes), chosen, reason)
        left = sorted(apart, key=lambda parts: order(parts[0]))


def _likeness(
    parts: Sequence[Item],
    form: Sequence[Item],
    members: Sequence[Sequence[Item]],
    similarity: Similarity,
    threshold: float,
) -> float:
    """The probability that a version renders what the chosen one does.

    Of quotes in parts the best pair counts. A version that is hardly like the chosen one may be
    like another that is: then both must hold.
    """
    if parts is form:
        return 1.0
    like = _best(parts, form, similarity)
    if like >= threshold:
        return like
    through = (
        round(first * _best(others, form, similarity), 3)
        for others in members
        if others is not form and others is not parts
        if (first := _best(parts, others, similarity)) >= threshold
    )
    return max(like, max(through, default=0.0))


def _best(parts: Sequence[Item], others: Sequence[Item], similarity: Similarity) -> float:
    """How like two quotes are: as wholes, or the likest of their parts."""
    pairs = {(part, other) for part in parts for other in others}
    if len(pairs) > 1:
        pairs.add((joined(parts), joined(others)))
    return max(similarity(part, other) for part, other in pairs)


def _by_quote(group: Sequence[Item]) -> list[list[Item]]:
    """The items of a group in order, parts of one quote together."""
    quotes: dict[tuple[str, str], list[Item]] = {}
    for item in sorted(group, key=order):
        quotes.setdefault((item.ref.article_id, item.ref.quote_id), []).append(item)
    return sorted(quotes.values(), key=lambda parts: order(parts[0]))


def _id(ref: QuoteRef) -> str:
    part = f":{ref.part}" if ref.part else ""
    return f"{ref.article_id}:{ref.quote_id}{part}"


def order(item: Item) -> tuple[bool, int, str, int, QuoteRef]:
    """Where a quote stands among all: by the article's date, undated last, its id, its place."""
    day = item.sheet.day
    return day is None, day or 0, item.ref.article_id, item.position, item.ref


def related(
    links: Sequence[Link], items: Mapping[QuoteRef, Item], homes: Mapping[QuoteRef, Home]
) -> tuple[Link, ...]:
    """Links between two utterances of which one has a named speaker and the other has none.

    Nothing speaks against their being one but that nobody says so; of several links between the
    same two utterances the strongest is given.
    """
    best: dict[tuple[int, int], Link] = {}
    for link in links:
        a, b = items[link.a], items[link.b]
        one, other = sorted((homes[link.a].utterance, homes[link.b].utterance))
        if one == other or not _may_coincide(a, b):
            continue
        known = best.get((one, other))
        if known is None or (-link.score, link.a, link.b) < (-known.score, known.a, known.b):
            best[one, other] = link
    return tuple(sorted(best.values(), key=lambda link: (-link.score, link.a, link.b)))


def between_versions(links: Sequence[Link], homes: Mapping[QuoteRef, Home]) -> tuple[Link, ...]:
    """Links as between versions, each pair once, by its strongest; `links` are strongest first."""
    found: dict[tuple[QuoteRef, QuoteRef], Link] = {}
    for link in links:
        a, b = sorted((homes[link.a].version, homes[link.b].version))
        if (a, b) not in found:
            same = (a, b) == (link.a, link.b)
            found[a, b] = link if same else attrs.evolve(link, a=a, b=b)
    return tuple(found.values())


def _may_coincide(a: Item, b: Item) -> bool:
    named = [item.party is not None and item.party.named for item in (a, b)]
    if named[0] == named[1]:
        return False
    return a.party is None or b.party is None or tie(a.party, b.party) is not Tie.DIFFERENT


def _reworded(groups: Sequence[Sequence[Item]]) -> frozenset[str]:
    """The articles that a machine seems to have reworded, among those that share utterances."""
    shared: dict[tuple[str, str], int] = {}
    sheets: dict[str, Sheet] = {}
    for group in groups:
        if len(group) < 2:
            continue
        for item in group:
            sheets[item.ref.article_id] = item.sheet
        for pair in combinations(sorted({item.ref.article_id for item in group})[:_MOST], 2):
            shared[pair] = shared.get(pair, 0) + 1
    pairs = sorted(pair for pair, n in shared.items() if n >= _SHARED_UTTERANCES)
    return machine_reworded(sheets, pairs)
