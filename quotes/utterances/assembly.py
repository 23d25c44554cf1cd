"""From groups of quotes to utterances: form, speaker, versions, and pairs that may coincide."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

import attrs

from quotes.types import Link, MergedSpeaker, QuoteRef, Reason, Utterance, Version
from quotes.utterances.copies import reworded_copy
from quotes.utterances.forms import choose, relation, text_of
from quotes.utterances.items import Item, joined
from quotes.utterances.merging import People, principal
from quotes.utterances.parties import Tie, tie
from quotes.utterances.placing import Key, Voices, voices_of

Similarity = Callable[[Item, Item], float]
"""The probability that two quotes render one utterance."""

Order = tuple[bool, int, str, int, QuoteRef]
Group = tuple[Item, ...]
Articles = tuple[str, str]

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
    """The utterances in order, and what of them is used again when quotes are added."""

    utterances: tuple[Utterance, ...]
    _rows: Mapping[Voices, _Row]
    _settled: Mapping[Group, Sequence[Settled]]
    _shared: Mapping[Articles, int]
    """How many groups two articles share."""
    _copies: Mapping[Articles, str | None]
    """Of two articles that share enough the one that is a reworded copy."""
    _people: People

    @functools.cached_property
    def homes(self) -> Mapping[QuoteRef, Home]:
        """Where each quote and part of a quote is."""
        return {
            part.ref: Home(number, item.ref)
            for number, row in enumerate(sorted(self._rows.values(), key=_place))
            for item, parts in zip(row.each.items, row.each.parts, strict=True)
            for part in parts
        }


@attrs.frozen(eq=False)
class Settled:
    """The versions of one utterance, in order, and how like each is to the chosen one.

    `parts` are what each was joined from, `voices` the speakers of the versions.
    """

    items: tuple[Item, ...]
    parts: tuple[Sequence[Item], ...]
    similarities: tuple[float, ...]
    chosen: Item
    reason: Reason
    versions: tuple[Version, ...]
    voices: Voices


@attrs.frozen(eq=False)
class _Row:
    """An utterance with what it was made of, and where it stands among all."""

    place: Order
    each: Settled
    utterance: Utterance


def utterances_of(
    groups: Iterable[Sequence[Item]], similarity: Similarity, threshold: float
) -> Assembled:
    """The utterances of the groups, in the order of their first versions.

    Quotes of a group that are less like its normalised form than the threshold asks are no versions
    of it: they are utterances of their own, together where they are alike.
    """
    start = Assembled((), {}, {}, {}, {}, People.of(()))
    return reassembled(start, (), groups, similarity, threshold)


def reassembled(
    before: Assembled,
    gone: Iterable[Sequence[Item]],
    come: Iterable[Sequence[Item]],
    similarity: Similarity,
    threshold: float,
) -> Assembled:
    """As `utterances_of`, where some groups come into the place of others.

    All quotes of the groups that go are in those that come.
    """
    left, fresh = [tuple(group) for group in gone], [tuple(group) for group in come]
    shared, copies = dict(before._shared), dict(before._copies)
    _count(left, fresh, shared, copies)
    was, reworded = _told(before._copies), _told(copies)
    settled = dict(before._settled)
    old = [each for group in left for each in settled.pop(group)]
    other = was ^ reworded
    if other:
        again = [group for group in settled if any(item.sheet.id in other for item in group)]
        old += [each for group in again for each in settled[group]]
        fresh += again
    for group in fresh:
        settled[group] = tuple(settled_of(group, reworded, similarity, threshold))
    new = [each for group in fresh for each in settled[group]]
    come_voices = [each.voices for each in new]
    told: Set[Key] = frozenset()
    if before._settled:
        gone_voices = [each.voices for each in old]
        people, told = before._people.changed(gone_voices, come_voices, reworded, other)
    else:
        people = People.of(come_voices, reworded)
    rows = dict(before._rows)
    for each in old:
        del rows[each.voices]
    renewed = {row.each: None for voices in people.quoted(told) if (row := rows.get(voices))}
    for each in (*new, *renewed):
        rows[each.voices] = _Row(order(each.items[0]), each, utterance_of(each, people.speakers))
    listed = tuple(row.utterance for row in sorted(rows.values(), key=_place))
    return Assembled(listed, rows, settled, shared, copies, people)


def _told(copies: Mapping[Articles, str | None]) -> frozenset[str]:
    return frozenset(key for key in copies.values() if key is not None)


def _place(row: _Row) -> Order:
    return row.place


def utterance_of(settled: Settled, speakers: Mapping[Key, MergedSpeaker]) -> Utterance:
    """A settled group as an utterance; `speakers` are those of `People.of`."""
    return Utterance(
        id=_id(settled.chosen.ref),
        text=text_of(settled.chosen),
        reason=settled.reason,
        chosen=settled.chosen.ref,
        speaker=principal(settled.items, speakers),
        versions=settled.versions,
    )


def settled_of(
    group: Sequence[Item], reworded: Container[str], similarity: Similarity, threshold: float
) -> Iterator[Settled]:
    """The one utterance that a group is, or several, if not all are like the chosen version.

    `reworded` are the articles that a machine reworded.
    """
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
            for item, like in zip(items, likes, strict=True)
        )
        yield Settled(
            items=tuple(items),
            parts=tuple(members),
            similarities=tuple(likes),
            chosen=chosen,
            reason=reason,
            versions=versions,
            voices=voices_of(items),
        )
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


def order(item: Item) -> Order:
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


def sharing(group: Sequence[Item]) -> Iterator[Articles]:
    """The pairs of articles that share an utterance, of very many articles the first."""
    return combinations(sorted({item.ref.article_id for item in group})[:_MOST], 2)


def suspected(shared: Mapping[Articles, int]) -> Iterator[Articles]:
    """Which of two articles may be a reworded copy, by how many groups of quotes they share."""
    return (pair for pair, often in shared.items() if often >= _SHARED_UTTERANCES)


def _count(
    left: Sequence[Group],
    fresh: Sequence[Group],
    shared: dict[Articles, int],
    copies: dict[Articles, str | None],
) -> None:
    """Bring up to date how many groups two articles share, and which of them is a copy."""
    changed: Counter[Articles] = Counter()
    for group in fresh:
        changed.update(sharing(group))
    for group in left:
        changed.subtract(sharing(group))
    changes = {pair: n for pair, n in changed.items() if n}
    for pair, n in changes.items():
        shared[pair] = shared.get(pair, 0) + n
        if not shared[pair]:
            del shared[pair]
    suspects = set(suspected({pair: shared.get(pair, 0) for pair in changes}))
    for pair in changes.keys() - suspects:
        copies.pop(pair, None)
    sheets = {item.sheet.id: item.sheet for group in fresh for item in group}
    for pair in suspects - copies.keys():
        copies[pair] = reworded_copy(sheets[pair[0]], sheets[pair[1]])
