"""From groups of quotes to utterances: form, speaker, versions, and pairs that may coincide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from quotes.types import Link, QuoteRef, Utterance, Version
from quotes.utterances.copies import machine_reworded
from quotes.utterances.forms import choose, relation, text_of
from quotes.utterances.items import Item, Sheet, joined
from quotes.utterances.merging import merged_speakers, principal
from quotes.utterances.parties import Tie, tie

_SHARED_UTTERANCES = 2
_MOST = 30
"""Of an utterance in more articles than these, the first are compared for rewording."""


def utterances_of(
    groups: Sequence[Sequence[Item]], similarity: Callable[[Item, Item], float]
) -> tuple[Utterance, ...]:
    """The utterance of each group, in the order of their first versions."""
    reworded = _reworded(groups)
    speakers = merged_speakers(groups, reworded)
    rows = []
    for group in groups:
        ordered = _by_quote(group)
        chosen, reason = choose(ordered, reworded)
        versions = tuple(
            Version(
                article_id=item.ref.article_id,
                outlet=item.sheet.article.outlet,
                quote=item.quote,
                relation=relation(item, chosen, reworded),
                similarity=1.0 if item is chosen else similarity(item, chosen),
                machine_reworded=item.ref.article_id in reworded,
                part=item.ref.part,
                spans=item.spans,
            )
            for item in ordered
        )
        rows.append(
            (
                order(ordered[0]),
                Utterance(
                    id=_id(chosen.ref),
                    text=text_of(chosen),
                    reason=reason,
                    chosen=chosen.ref,
                    speaker=principal(ordered, speakers),
                    versions=versions,
                ),
            )
        )
    return tuple(utterance for _, utterance in sorted(rows, key=lambda row: row[0]))


def _by_quote(group: Sequence[Item]) -> list[Item]:
    """The items of a group in order, parts of one quote as one."""
    quotes: dict[tuple[str, str], list[Item]] = {}
    for item in group:
        quotes.setdefault((item.ref.article_id, item.ref.quote_id), []).append(item)
    return sorted(map(joined, quotes.values()), key=order)


def _id(ref: QuoteRef) -> str:
    part = f":{ref.part}" if ref.part else ""
    return f"{ref.article_id}:{ref.quote_id}{part}"


def order(item: Item) -> tuple[bool, int, str, int, QuoteRef]:
    """Where a quote stands among all: by the article's date, undated last, its id, its place."""
    day = item.sheet.day
    return day is None, day or 0, item.ref.article_id, item.position, item.ref


def related(
    links: Sequence[Link], items: Mapping[QuoteRef, Item], home: Mapping[QuoteRef, int]
) -> tuple[Link, ...]:
    """Links between two utterances of which one has a named speaker and the other has none.

    Nothing speaks against their being one but that nobody says so; of several links between the
    same two utterances the strongest is given.
    """
    best: dict[tuple[int, int], Link] = {}
    for link in links:
        a, b = items[link.a], items[link.b]
        one, other = sorted((home[link.a], home[link.b]))
        if one == other or not _may_coincide(a, b):
            continue
        known = best.get((one, other))
        if known is None or (-link.score, link.a, link.b) < (-known.score, known.a, known.b):
            best[one, other] = link
    return tuple(sorted(best.values(), key=lambda link: (-link.score, link.a, link.b)))


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
