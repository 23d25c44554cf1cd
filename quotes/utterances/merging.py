"""One speaker for all that the outlets call them, with what every outlet knows of them."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence, Set

import attrs
import regex

from quotes.lexicons import load
from quotes.names.canonical import best_name, same_institution
from quotes.names.parts import plain, words_of
from quotes.types import (
    ArticleSpan,
    ArticleSpeaker,
    MergedAffiliation,
    MergedSpeaker,
    Speaker,
    SpeakerKind,
)
from quotes.utterances.items import Item
from quotes.utterances.parties import Party, Tie, name_keys, party_of, tie

_REWORDED = 0.001
"""How much an article counts that a machine reworded: only beside others of its kind."""
_NEAR_DAYS = 7
_SHARED_NEWS = 0.15
"""Articles that share this part of their telling words, within a week, tell the same news."""
_OWN = 0.5
"""From this likeness on two institutions of one speaker are one: its state may be left out."""
_MOST_PARTIES = 24
"""With how many of its forms a speaker is compared, and one of every other name."""
_SLUG = regex.compile(r"[^\p{L}\p{N}]+")

Key = tuple[str, str]
"""A speaker of an article: the ids of both."""


@attrs.frozen(eq=False)
class Voice:
    """A speaker of an article, with any quote of theirs."""

    key: Key
    speaker: Speaker
    party: Party
    item: Item


Voices = tuple[Voice, ...]
"""The speakers of one utterance, those of one article once."""


def voices_of(items: Iterable[Item]) -> Voices:
    """The speakers of the quotes of an utterance."""
    found: dict[Key, Voice] = {}
    for item in items:
        speaker = item.quote.speaker
        if speaker is not None:
            key = item.ref.article_id, speaker.id
            party = party_of(speaker) if item.party is None else item.party
            found.setdefault(key, Voice(key, speaker, party, item))
    return tuple(found.values())


def merged_speakers(
    groups: Sequence[Sequence[Item]], reworded: Container[str] = frozenset()
) -> Mapping[Key, MergedSpeaker]:
    """Who the speakers of each article are among all articles.

    `groups` are the quotes of each utterance, `reworded` the articles that a machine reworded: what
    only they say of a speaker comes last. Full names that agree are one person; a surname or
    a description joins where the articles give evidence: an utterance that both are quoted with, or
    the same news, with an institution or a role in common.
    """
    return People.of([voices_of(group) for group in groups], reworded).speakers


@attrs.frozen(eq=False)
class People:
    """The speakers of each article as they are among all, with what of them is used again."""

    speakers: Mapping[Key, MergedSpeaker]
    _nodes: Mapping[Key, Voice]
    _together: Mapping[Key, frozenset[Voices]]
    _groups: Mapping[Voices, MergedSpeaker]
    _reworded: Container[str]

    @classmethod
    def of(
        cls,
        utterances: Sequence[Voices],
        reworded: Container[str] = frozenset(),
        before: People | None = None,
    ) -> People:
        """As `merged_speakers`; of `before` everything is taken over that is the same."""
        nodes, together = _nodes(utterances, {} if before is None else before._nodes)
        placed: list[Voices] = []
        region: Set[Key] = nodes.keys()
        if before is not None:
            region = _region(nodes, together, before)
            placed = [group for group in before._groups if group[0].key not in region]
        people = _Placing(nodes, together)
        for node in sorted((nodes[key] for key in region), key=_fullest_first):
            people.place(node)
        placed += (tuple(sorted(group, key=lambda node: node.key)) for group in people.groups)
        groups = _described(placed, reworded, before)
        speakers = {node.key: merged for group, merged in groups.items() for node in group}
        return cls(speakers, nodes, together, groups, reworded)

    def _told(self, group: Voices, reworded: Container[str]) -> MergedSpeaker | None:
        """What was told of the same speakers, if that is still so."""
        known = self._groups.get(group)
        if known is None or any(
            (node.key[0] in reworded) != (node.key[0] in self._reworded) for node in group
        ):
            return None
        return known


def principal(items: Sequence[Item], merged: Mapping[Key, MergedSpeaker]) -> MergedSpeaker | None:
    """Whose words an utterance is: persons before institutions, names before descriptions."""
    votes: Counter[str] = Counter()
    speakers = {}
    for item in items:
        speaker = item.quote.speaker
        if speaker is not None:
            whole = merged[item.ref.article_id, speaker.id]
            speakers[whole.id] = whole
            votes[whole.id] += round(1000 * item.quote.speaker_confidence) + 1
    if not votes:
        return None
    rank = {SpeakerKind.PERSON: 2, SpeakerKind.ORGANIZATION: 1}
    most = max(votes.values())
    able = [k for k, n in votes.items() if 2 * n >= most]
    best = min(able, key=lambda k: (-rank.get(speakers[k].kind, 0), -votes[k], k))
    return speakers[best]


def _nodes(
    utterances: Sequence[Voices], known: Mapping[Key, Voice]
) -> tuple[dict[Key, Voice], dict[Key, frozenset[Voices]]]:
    """All speakers by article, and the utterances of each."""
    nodes: dict[Key, Voice] = {}
    together: dict[Key, list[Voices]] = {}
    for voices in utterances:
        for voice in voices:
            if voice.key in nodes:
                together[voice.key].append(voices)
            else:
                old = known.get(voice.key)
                same = old is not None and old.speaker == voice.speaker
                nodes[voice.key] = old if old is not None and same else voice
                together[voice.key] = [voices]
    return nodes, {key: frozenset(rows) for key, rows in together.items()}


def _region(
    nodes: Mapping[Key, Voice], together: Mapping[Key, frozenset[Voices]], before: People
) -> Set[Key]:
    """The speakers who may be placed otherwise than before: all that changed ones may be near."""
    todo = [
        key
        for key, node in nodes.items()
        if before._nodes.get(key) is not node or before._together[key] != together[key]
    ]
    by_word: dict[str, list[Key]] = defaultdict(list)
    for key, node in nodes.items():
        for word in name_keys(node.party):
            by_word[word].append(key)
    found = set(todo)
    while todo:
        key = todo.pop()
        near = [voice.key for voices in together[key] for voice in voices]
        for word in name_keys(nodes[key].party):
            near += by_word.pop(word, ())
        for other in near:
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _fullest_first(node: Voice) -> tuple[int, int, str, Key]:
    rank = {SpeakerKind.PERSON: 0, SpeakerKind.ORGANIZATION: 1}.get(node.party.kind, 2)
    return rank, -len(words_of(node.speaker.name)), node.speaker.name, node.key


class _Placing:
    """Groups of nodes that are one speaker; each node is placed once, full names first."""

    def __init__(
        self, nodes: Mapping[Key, Voice], together: Mapping[Key, frozenset[Voices]]
    ) -> None:
        self.groups: list[list[Voice]] = []
        self._nodes = nodes
        self._together = together
        self._known: dict[int, dict[Party, None]] = defaultdict(dict)
        self._quoted: dict[Voices, set[int]] = defaultdict(set)
        self._met: dict[str, set[int]] = defaultdict(set)
        self._named: set[int] = set()

    def place(self, node: Voice) -> None:
        """Add a node to the one group that it belongs to, or to a group of its own."""
        near = {g for word in name_keys(node.party) for g in self._met[word]}
        near |= {g for u in self._together.get(node.key, ()) for g in self._quoted[u]}
        able: list[tuple[int, int]] = []
        for g in near:
            strength = self._strength(node, g)
            if strength:
                able.append((strength, g))
        best = max((s for s, _ in able), default=0)
        chosen = [g for s, g in able if s == best]
        if len(chosen) == 1:
            g = chosen[0]
            self.groups[g].append(node)
        else:
            g = len(self.groups)
            self.groups.append([node])
        for u in self._together.get(node.key, ()):
            self._quoted[u].add(g)
        if node.party.named:
            self._named.add(g)
        known = self._known[g]
        if len(known) < _MOST_PARTIES or not any(p.name == node.party.name for p in known):
            known.setdefault(node.party)
        for word in name_keys(node.party):
            self._met[word].add(g)

    def _strength(self, node: Voice, g: int) -> int:
        """How strongly a node belongs to a group: 0 not at all, 3 by name and utterance."""
        ties = {tie(node.party, party) for party in self._known[g]}
        if Tie.DIFFERENT in ties or Tie.APART in ties:
            return 0
        shares = any(g in self._quoted[u] for u in self._together.get(node.key, ()))
        if Tie.SAME in ties:
            return 3 + shares
        if Tie.SHORT in ties:
            return 2 + shares if shares or self._same_news(node, g) else 0
        unnamed = not node.party.named
        return 1 if unnamed and shares and (Tie.FITS in ties or g not in self._named) else 0

    def _same_news(self, node: Voice, g: int) -> bool:
        """Whether a member of the group has a role in common, or stands in the same news."""
        for other in self.groups[g]:
            if node.party.nouns & other.party.nouns:
                return True
            a, b = node.item.sheet, other.item.sheet
            if a.day is not None and b.day is not None and abs(a.day - b.day) > _NEAR_DAYS:
                continue
            least = min(len(a.words), len(b.words))
            if least and len(a.words & b.words) >= _SHARED_NEWS * least:
                return True
        return False


def _described(
    groups: Iterable[Voices], reworded: Container[str], before: People | None
) -> dict[Voices, MergedSpeaker]:
    found: dict[Voices, MergedSpeaker] = {}
    taken: set[str] = set()
    often: Counter[str] = Counter()
    for group in sorted(groups, key=lambda group: group[0].key):
        known = None if before is None else before._told(group, reworded)
        name = _name(group) if known is None else known.name
        slug = _slug(name)
        often[slug] += 1
        id = slug if often[slug] == 1 else f"{slug}-{often[slug]}"
        while id in taken:
            often[slug] += 1
            id = f"{slug}-{often[slug]}"
        taken.add(id)
        if known is not None:
            found[group] = known if known.id == id else attrs.evolve(known, id=id)
            continue
        found[group] = MergedSpeaker(
            id=id,
            name=name,
            kind=_kind(group),
            roles=_roles(group, reworded),
            affiliations=_affiliations(group, reworded),
            known_as=tuple(ArticleSpeaker(node.key[0], node.speaker) for node in group),
        )
    return found


@functools.lru_cache(maxsize=1 << 14)
def _slug(name: str) -> str:
    return _SLUG.sub("-", plain(name)).strip("-") or "speaker"


def _kind(group: Sequence[Voice]) -> SpeakerKind:
    order = list(SpeakerKind)
    return min((node.speaker.kind for node in group), key=order.index)


def _name(group: Sequence[Voice]) -> str:
    """The fullest name; of equally full ones the most frequent."""
    named = [node for node in group if node.party.named] or list(group)
    if all(node.speaker.kind is SpeakerKind.ORGANIZATION for node in named):
        return best_name([node.speaker.name for node in named])
    often = Counter(node.speaker.name for node in named)
    return min(often, key=lambda name: (-len(words_of(name)), -often[name], name))


def _roles(group: Sequence[Voice], reworded: Container[str]) -> tuple[str, ...]:
    """All roles, those of most articles first; one that differs in case only is given once."""
    often: defaultdict[str, float] = defaultdict(float)
    for node in group:
        for role in dict.fromkeys(node.speaker.roles):
            often[role] += _counted(node.key[0], reworded)
    kept: dict[tuple[str, ...], str] = {}
    for role in sorted(often, key=lambda r: (-often[r], -len(r), r)):
        kept.setdefault(words_of(role), role)
    return tuple(kept.values())


def _one_body(a: str, b: str) -> bool:
    """Whether two institutions of one speaker are one: the shorter name may be only a beginning."""
    if same_institution(a, b) >= _OWN:
        return True
    short, long = sorted((words_of(a), words_of(b)), key=len)
    if long[: len(short)] != short:
        return False
    bodies = load("organisation_words") | load("organisation_nouns") | load("places")
    return bodies.isdisjoint(short)


def _affiliations(
    group: Sequence[Voice], reworded: Container[str]
) -> tuple[MergedAffiliation, ...]:
    """The institutions, each under its canonical name with the words of every article."""
    bodies: list[list[tuple[str, ArticleSpan | None]]] = []
    rows = [
        (a.name, None if a.known else ArticleSpan(node.key[0], a.as_written))
        for node in group
        for a in node.speaker.affiliations
    ]
    for name, evidence in sorted(rows, key=lambda r: (-len(words_of(r[0])), r[0])):
        for body in bodies:
            if _one_body(body[0][0], name):
                body.append((name, evidence))
                break
        else:
            bodies.append([(name, evidence)])
    merged = [
        MergedAffiliation(
            best_name([name for name, _ in body]),
            tuple(
                sorted(
                    (evidence for _, evidence in body if evidence is not None),
                    key=lambda e: (e.article_id, e.span.start),
                )
            ),
        )
        for body in bodies
    ]

    def often(body: MergedAffiliation) -> float:
        return sum(_counted(evidence.article_id, reworded) for evidence in body.evidence)

    return tuple(sorted(merged, key=lambda m: (-often(m), m.name)))


def _counted(article: str, reworded: Container[str]) -> float:
    """How much an article counts for what it says of a speaker."""
    return _REWORDED if article in reworded else 1
