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
    SpeakerKind,
)
from quotes.utterances.items import Item
from quotes.utterances.placing import Key, Placed, Voice, Voices, voices_of

_REWORDED = 0.001
"""How much an article counts that a machine reworded: only beside others of its kind."""
_OWN = 0.5
"""From this likeness on two institutions of one speaker are one: its state may be left out."""
_SLUG = regex.compile(r"[^\p{L}\p{N}]+")


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
    _placed: Placed
    _groups: Mapping[Key, MergedSpeaker]
    """Each merged speaker, by the first placed of its bearers."""

    @classmethod
    def of(cls, utterances: Iterable[Voices], reworded: Container[str] = frozenset()) -> People:
        """As `merged_speakers`."""
        placed = Placed.of(utterances)
        groups = _numbered(
            {
                leader: _described([placed.nodes[key] for key in sorted(group)], reworded)
                for leader, group in placed.members.items()
            }
        )
        speakers = {key: groups[leader] for key, leader in placed.leaders.items()}
        return cls(speakers, placed, groups)

    def changed(
        self,
        gone: Iterable[Voices],
        come: Iterable[Voices],
        reworded: Container[str],
        other: Set[str],
    ) -> tuple[People, Set[Key]]:
        """With other utterances in the place of some; also whose merged speaker is another one.

        All speakers of the utterances that go are in those that come. `other` are the articles of
        which it is new that they are reworded, or that they are not.
        """
        placed, leaders = self._placed.changed(gone, come)
        if other:
            leaders |= {leader for key, leader in placed.leaders.items() if key[0] in other}
        groups = {k: speaker for k, speaker in self._groups.items() if k in placed.members}
        for leader in leaders:
            group = [placed.nodes[key] for key in sorted(placed.members[leader])]
            groups[leader] = _described(group, reworded)
        groups = _numbered(groups)
        speakers = dict(self.speakers)
        told = set()
        for leader, speaker in groups.items():
            if self._groups.get(leader) is not speaker:
                for key in placed.members[leader]:
                    speakers[key] = speaker
                    told.add(key)
        return People(speakers, placed, groups), told

    def quoted(self, speakers: Iterable[Key]) -> Set[Voices]:
        """The speakers of the utterances that any of these is quoted in."""
        return {voices for key in speakers for voices in self._placed.together[key]}


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


def _numbered(groups: Mapping[Key, MergedSpeaker]) -> dict[Key, MergedSpeaker]:
    """The speakers with ids by which they are told apart, in the order of their first bearers."""
    found: dict[Key, MergedSpeaker] = {}
    taken: set[str] = set()
    often: Counter[str] = Counter()
    for leader in sorted(groups, key=lambda leader: _first(groups[leader])):
        speaker = groups[leader]
        slug = _slug(speaker.name)
        often[slug] += 1
        id = slug if often[slug] == 1 else f"{slug}-{often[slug]}"
        while id in taken:
            often[slug] += 1
            id = f"{slug}-{often[slug]}"
        taken.add(id)
        found[leader] = speaker if speaker.id == id else attrs.evolve(speaker, id=id)
    return found


def _first(speaker: MergedSpeaker) -> Key:
    return speaker.known_as[0].article_id, speaker.known_as[0].speaker.id


def _described(group: Sequence[Voice], reworded: Container[str]) -> MergedSpeaker:
    """One speaker of a group, which is sorted; the id is yet to be told apart from others."""
    name = _name(group)
    return MergedSpeaker(
        id=_slug(name),
        name=name,
        kind=_kind(group),
        roles=_roles(group, reworded),
        affiliations=_affiliations(group, reworded),
        known_as=tuple(ArticleSpeaker(node.key[0], node.speaker) for node in group),
    )


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
