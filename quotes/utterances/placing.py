"""Which speakers of articles are one, kept so that more of them can come later.

Speakers are placed one by one, full names first: each joins the one group of those before that it
belongs to, or begins a group of its own. When speakers come, or are heard in other utterances, only
those are placed anew who may have met a change; the result is that of placing all.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import attrs

from quotes.names.parts import words_of
from quotes.types import Speaker, SpeakerKind
from quotes.utterances.items import Item
from quotes.utterances.parties import Party, Tie, name_keys, party_of, tie

_NEAR_DAYS = 7
_SHARED_NEWS = 0.15
"""Articles that share this part of their telling words, within a week, tell the same news."""
_MOST_PARTIES = 24
"""With how many of its forms a speaker is compared, and one of every other name."""

Key = tuple[str, str]
"""A speaker of an article: the ids of both."""

_G = TypeVar("_G")

Order = tuple[int, int, str, Key]
"""When a speaker is placed."""
_LAST: Order = (9, 0, "", ("", ""))


@attrs.frozen(eq=False)
class Voice:
    """A speaker of an article, with any quote of theirs."""

    key: Key
    speaker: Speaker
    party: Party
    item: Item


@attrs.frozen(eq=False)
class Voices:
    """The speakers of one utterance, those of one article once."""

    each: tuple[Voice, ...]


def voices_of(items: Iterable[Item]) -> Voices:
    """The speakers of the quotes of an utterance."""
    found: dict[Key, Voice] = {}
    for item in items:
        speaker = item.quote.speaker
        if speaker is not None:
            key = item.ref.article_id, speaker.id
            party = party_of(speaker) if item.party is None else item.party
            found.setdefault(key, Voice(key, speaker, party, item))
    return Voices(tuple(found.values()))


@attrs.frozen(eq=False)
class Placed:
    """The speakers of each article in groups, each of which is one speaker.

    `members` are those of a group in the order in which they were placed, by the first of them;
    `leaders` leads to it. `together` are the utterances of each, `bearers` who may be met under a
    word of a name.
    """

    nodes: Mapping[Key, Voice] = attrs.field(factory=dict)
    orders: Mapping[Key, Order] = attrs.field(factory=dict)
    together: Mapping[Key, tuple[Voices, ...]] = attrs.field(factory=dict)
    bearers: Mapping[str, tuple[Key, ...]] = attrs.field(factory=dict)
    leaders: Mapping[Key, Key] = attrs.field(factory=dict)
    members: Mapping[Key, tuple[Key, ...]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, utterances: Iterable[Voices]) -> Placed:
        """All speakers of the utterances, placed."""
        rows: dict[Key, list[Voices]] = defaultdict(list)
        for voices in utterances:
            for voice in voices.each:
                rows[voice.key].append(voices)
        together = {key: tuple(row) for key, row in rows.items()}
        nodes = {key: _node(key, row) for key, row in together.items()}
        bearers: dict[str, list[Key]] = defaultdict(list)
        for key, node in nodes.items():
            for word in name_keys(node.party):
                bearers[word].append(key)
        orders = {key: _order(node) for key, node in nodes.items()}
        placing = _Placing(nodes, together)
        for key in sorted(nodes, key=orders.__getitem__):
            placing.place(nodes[key])
        members = {
            group.voices[0].key: tuple(node.key for node in group.voices)
            for group in placing.groups
        }
        return cls(
            nodes,
            orders,
            together,
            {word: tuple(keys) for word, keys in bearers.items()},
            {key: leader for leader, group in members.items() for key in group},
            members,
        )

    def changed(
        self, gone: Iterable[Voices], come: Iterable[Voices]
    ) -> tuple[Placed, frozenset[Key]]:
        """With other utterances in the place of some; also the leaders whose groups are new.

        All speakers of the utterances that go are in those that come.
        """
        work = _Replacing(self)
        return work.done(gone, come)


def _node(key: Key, together: Sequence[Voices]) -> Voice:
    """A speaker as the first of their quotes in the article has them."""
    able = (voice for voices in together for voice in voices.each if voice.key == key)
    return min(able, key=lambda voice: voice.item.position)


def _order(node: Voice) -> Order:
    rank = {SpeakerKind.PERSON: 0, SpeakerKind.ORGANIZATION: 1}.get(node.party.kind, 2)
    return rank, -len(words_of(node.speaker.name)), node.speaker.name, node.key


class _Known:
    """What of a group counts when another speaker is placed: its forms, and if any is a name."""

    def __init__(self) -> None:
        self.voices: list[Voice] = []
        self.parties: dict[Party, None] = {}
        self.named = False

    def add(self, node: Voice) -> None:
        """Count one more member."""
        party = node.party
        self.voices.append(node)
        self.named |= party.named
        if len(self.parties) < _MOST_PARTIES or all(p.name != party.name for p in self.parties):
            self.parties.setdefault(party)

    def looks_like(self, other: _Known) -> bool:
        """Whether both have the same forms."""
        return self.named == other.named and self.parties.keys() == other.parties.keys()

    def strength(self, node: Voice, shares: bool) -> int:
        """How strongly a speaker belongs to the group: 0 not at all, 3 by name and utterance.

        `shares`: they are quoted with a member.
        """
        ties = {tie(node.party, party) for party in self.parties}
        if Tie.DIFFERENT in ties or Tie.APART in ties:
            return 0
        if Tie.SAME in ties:
            return 3 + shares
        if Tie.SHORT in ties:
            return 2 + shares if shares or _same_news(node, self.voices) else 0
        unnamed = not node.party.named
        return 1 if unnamed and shares and (Tie.FITS in ties or not self.named) else 0


def _same_news(node: Voice, members: Iterable[Voice]) -> bool:
    """Whether a member of a group has a role in common, or stands in the same news."""
    for other in members:
        if node.party.nouns & other.party.nouns:
            return True
        a, b = node.item.sheet, other.item.sheet
        if a.day is not None and b.day is not None and abs(a.day - b.day) > _NEAR_DAYS:
            continue
        least = min(len(a.words), len(b.words))
        if least and len(a.words & b.words) >= _SHARED_NEWS * least:
            return True
    return False


def _only_best(strengths: Mapping[_G, int]) -> _G | None:
    """The one group of the highest strength, None if there is none or several are as strong."""
    best = max(strengths.values(), default=0)
    chosen = [g for g, strength in strengths.items() if strength == best]
    return chosen[0] if best and len(chosen) == 1 else None


class _Placing:
    """Groups of speakers that are one; each is placed once, in order."""

    def __init__(
        self, nodes: Mapping[Key, Voice], together: Mapping[Key, tuple[Voices, ...]]
    ) -> None:
        self.groups: list[_Known] = []
        self._nodes = nodes
        self._together = together
        self._quoted: dict[Voices, set[int]] = defaultdict(set)
        self._met: dict[str, set[int]] = defaultdict(set)

    def place(self, node: Voice) -> None:
        """Add a speaker to the one group that it belongs to, or to a group of its own."""
        words, together = name_keys(node.party), self._together[node.key]
        shared = {g for voices in together for g in self._quoted[voices]}
        strengths = {
            g: self.groups[g].strength(node, g in shared)
            for g in shared.union(*(self._met[word] for word in words))
        }
        chosen = _only_best(strengths)
        g = len(self.groups) if chosen is None else chosen
        if chosen is None:
            self.groups.append(_Known())
        self.groups[g].add(node)
        for voices in together:
            self._quoted[voices].add(g)
        for word in words:
            self._met[word].add(g)


class _Replacing:
    """One call of `Placed.changed`: some are placed anew, and then who may see that."""

    def __init__(self, before: Placed) -> None:
        self._nodes = dict(before.nodes)
        self._orders = dict(before.orders)
        self._together = dict(before.together)
        self._bearers = dict(before.bearers)
        self._leaders = dict(before.leaders)
        self._members = dict(before.members)
        self._known: dict[Key, _Known] = {}
        self._todo: list[Order] = []
        self._waiting: set[Key] = set()
        self._touched: set[Key] = set()

    def done(self, gone: Iterable[Voices], come: Iterable[Voices]) -> tuple[Placed, frozenset[Key]]:
        left, rows = set(gone), list(come)
        keys = {voice.key for voices in (*left, *rows) for voice in voices.each}
        more: dict[Key, list[Voices]] = defaultdict(list)
        for voices in rows:
            for voice in voices.each:
                more[voice.key].append(voices)
        for key in keys:
            kept = (voices for voices in self._together.get(key, ()) if voices not in left)
            self._together[key] = (*kept, *more[key])
        for key in keys:
            node, old = _node(key, self._together[key]), self._nodes.get(key)
            if old is not None and old.speaker != node.speaker:
                self._forget(key)
                old = None
            if old is None:
                self._nodes[key], self._orders[key] = node, _order(node)
                for word in name_keys(node.party):
                    self._bearers[word] = (*self._bearers.get(word, ()), key)
            self._waiting.add(key)
        self._todo = [self._orders[key] for key in self._waiting]
        heapq.heapify(self._todo)
        while self._todo:
            key = heapq.heappop(self._todo)[3]
            self._waiting.discard(key)
            self._place(key)
        placed = Placed(
            self._nodes,
            self._orders,
            self._together,
            self._bearers,
            self._leaders,
            self._members,
        )
        return placed, frozenset(self._touched & self._members.keys())

    def _forget(self, key: Key) -> None:
        """Take out a speaker whom the article turns out to describe otherwise."""
        self._move(key, None)
        for word in name_keys(self._nodes[key].party):
            self._bearers[word] = tuple(k for k in self._bearers[word] if k != key)

    def _wait(self, key: Key) -> None:
        if key not in self._waiting:
            self._waiting.add(key)
            heapq.heappush(self._todo, self._orders[key])

    def _place(self, key: Key) -> None:
        """As `_Placing.place`, among all who come before."""
        node, order = self._nodes[key], self._orders[key]
        shares: dict[Key, bool] = {}
        for word in name_keys(node.party):
            for other in self._bearers[word]:
                if self._orders[other] < order:
                    shares[self._leaders[other]] = False
        for voices in self._together[key]:
            for voice in voices.each:
                if self._orders[voice.key] < order:
                    shares[self._leaders[voice.key]] = True
        strengths = {
            leader: self._before(leader, order).strength(node, shared)
            for leader, shared in shares.items()
        }
        leader = _only_best(strengths) or key
        if self._leaders.get(key) != leader:
            self._move(key, leader)

    def _before(self, leader: Key, order: Order) -> _Known:
        """What is known of a group from those placed before; these do not change any more."""
        known = self._known.setdefault(leader, _Known())
        for key in self._members[leader][len(known.voices) :]:
            if self._orders[key] >= order:
                break
            known.add(self._nodes[key])
        return known

    def _move(self, key: Key, leader: Key | None) -> None:
        """Put a speaker into another group, and have those placed again who may see that."""
        old = self._leaders.pop(key, None)
        for group, comes in ((old, False), (leader, True)):
            if group is None:
                continue
            before = self._members.pop(group, ())
            after = tuple(k for k in before if k != key)
            if comes:
                after = tuple(sorted((*before, key), key=self._orders.__getitem__))
            self._touched.add(group)
            if after:
                self._members[after[0]] = after
                self._touched.add(after[0])
                for k in after:
                    self._leaders[k] = after[0]
            self._disturb(key, before, after)
        beside = {voice.key for voices in self._together[key] for voice in voices.each}
        self._disturbed(beside, self._orders[key], _LAST)

    def _disturb(self, key: Key, before: Sequence[Key], after: Sequence[Key]) -> None:
        """Have those placed again to whom a group looks otherwise without or with a member."""
        start, members = self._orders[key], max(before, after, key=len)
        parties = {self._nodes[k].party for k in members}
        near = {k for p in parties for word in name_keys(p) for k in self._bearers[word]}
        last = self._last_difference(key, before, after)
        if last is not None:
            rows = {voices for k in members for voices in self._together[k]}
            self._disturbed(near, start, last)
            self._disturbed({v.key for voices in rows for v in voices.each}, start, last)
        short: dict[Party, bool] = {}  # to whom it counts what news a member is in
        for k in near:
            party = self._nodes[k].party
            if party not in short:
                short[party] = any(tie(party, other) is Tie.SHORT for other in parties)
        self._disturbed({k for k in near if short[self._nodes[k].party]}, start, _LAST)

    def _last_difference(
        self, key: Key, before: Sequence[Key], after: Sequence[Key]
    ) -> Order | None:
        """The last place to which a group has other forms without or with a member."""
        members, party = max(before, after, key=len), self._nodes[key].party
        if any(self._nodes[k].party == party for k in members[: members.index(key)]):
            return None
        was, now = _Known(), _Known()
        there, here = set(before), set(after)
        last: Order | None = None
        differ = False
        for k in members:
            if differ:
                last = self._orders[k]
            if k in there:
                was.add(self._nodes[k])
            if k in here:
                now.add(self._nodes[k])
            differ = not was.looks_like(now)
        return _LAST if differ else last

    def _disturbed(self, keys: Iterable[Key], start: Order, end: Order) -> None:
        for key in keys:
            if key in self._orders and start < self._orders[key] <= end:
                self._wait(key)
