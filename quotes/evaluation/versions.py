"""Versions of one utterance, on topics told by several outlets whose quoted words are annotated.

A topic is a file `TOPIC.gold.json` and a folder of texts. The file has `segments` (`doc`, `id`,
`role`, `entity`; `id` counts the pairs of straight double marks of the text `doc` in order),
`clusters` of segments that render one utterance (`id`, `members`: "DOC:ID"), and, if there are any,
sentences that report a cluster without marks (`indirect`: `doc`, `text`, `cluster`) and pairs of
segments that count neither way (`ambiguous`).

A topic with the key `reports` has every sentence without marks annotated that renders what another
article has: besides `indirect` those of a segment that is in no cluster (`indirect_of_singletons`,
`unwrapped`: `doc`, `text`, `segment`), those that nobody quotes (`reports`: `id`, `members`, each
`doc` and `text`), and those on which readers differ (`indirect_unsure`: `doc`, `text`).
"""

from __future__ import annotations

import collections
import itertools
import json
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import regex

from quotes.errors import FormatError
from quotes.evaluation.figures import Score, covered
from quotes.training.gold import Range
from quotes.types import Article, Utterance, Version

_PAIR = regex.compile(r'"([^"\n]{2,}+)"')
# How much of a segment, and of a sentence without marks, a version has to hold.
_HOLDS, _REPORTS = 0.5, 0.3
_NOTHING = Score()


@attrs.frozen
class TopicSegment:
    """Words between marks that somebody said: which article, where, who, and the utterance.

    `entity` is the speaker across articles; `cluster` is None for words that no other annotated
    segment renders.
    """

    id: str
    article_id: str
    start: int
    end: int
    entity: str | None
    cluster: str | None


@attrs.frozen
class ReportedSentence:
    """A sentence that reports the utterance of a cluster without marks.

    `cluster` may also be the id of a single segment, of a report that several outlets have, or
    empty where readers differ.
    """

    article_id: str
    start: int
    end: int
    cluster: str


@attrs.frozen
class Topic:
    """One event as several outlets tell it, with the annotated versions of what was said.

    `reported` holds the sentences that render a cluster of segments, `others` all further ones
    that are annotated; with `exhaustive` no other sentence renders what another article has.
    `ambiguous` holds pairs of segment ids on which readers differ.
    """

    id: str
    articles: tuple[Article, ...]
    segments: tuple[TopicSegment, ...]
    reported: tuple[ReportedSentence, ...]
    ambiguous: frozenset[frozenset[str]]
    others: tuple[ReportedSentence, ...] = ()
    exhaustive: bool = False


@attrs.frozen
class VersionScore:
    """Counts over topics, which add up, and the figures made from them.

    `found` counts gold pairs, two segments of one cluster in different articles: those of which
    both lie in versions of one utterance, those of which both lie in any version, and all.
    `joined` counts pairs of versions of one utterance in different articles that both hold
    segments: those that share a cluster, and all that are not ambiguous. `indirect` counts the
    sentences without marks that are versions of an utterance with their cluster, and all;
    `claimed` the segments in any version, and all. `cross_speaker` counts the wrongly joined pairs
    of versions whose annotated speakers differ. `b3_precision` and `b3_recall` are sums over the
    segments (B-cubed, Bagga & Baldwin, 1998).
    """

    found: Score = _NOTHING
    joined: Score = _NOTHING
    indirect: Score = _NOTHING
    claimed: Score = _NOTHING
    cross_speaker: int = 0
    b3_precision: float = 0.0
    b3_recall: float = 0.0

    def __add__(self, other: VersionScore) -> VersionScore:
        return VersionScore(
            self.found + other.found,
            self.joined + other.joined,
            self.indirect + other.indirect,
            self.claimed + other.claimed,
            self.cross_speaker + other.cross_speaker,
            self.b3_precision + other.b3_precision,
            self.b3_recall + other.b3_recall,
        )

    @property
    def pair_precision(self) -> float:
        """The share of the joined pairs of versions that render one utterance."""
        return self.joined.precision

    @property
    def pair_recall(self) -> float:
        """The share of the gold pairs that are joined."""
        return self.found.recall

    @property
    def pair_f1(self) -> float:
        """The harmonic mean of precision and recall of pairs."""
        return harmonic(self.pair_precision, self.pair_recall)

    @property
    def given_claimed_f1(self) -> float:
        """As `pair_f1`, out of the gold pairs of which both quotes were found."""
        return harmonic(self.pair_precision, self.found.precision)

    @property
    def b3_f1(self) -> float:
        """B-cubed F1 over the segments; one that is in no version stands alone."""
        count = max(1, self.claimed.gold)
        return harmonic(self.b3_precision / count, self.b3_recall / count)


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean of two shares, 0 if both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_topic(path: pathlib.Path, texts: pathlib.Path | None = None) -> Topic:
    """Read a topic from its gold file and the folder of `texts` (without it: `docs` beside it).

    Its articles are the texts that the gold names, and all that share with one of them the part of
    the name before the first underscore; in the order of their names.

    Raises:
        FormatError: the gold file does not have the shape above.
        OSError: a file cannot be read.
    """
    folder = texts or path.parent / "docs"
    try:
        gold = json.loads(path.read_text(encoding="utf8"))
        named = {str(row["doc"]) for row in [*gold["segments"], *gold.get("indirect", ())]}
        events = {name.partition("_")[0] for name in named}
        found = {file.stem for file in folder.glob("*.txt")}
        names = sorted(named | {n for n in found if "_" in n and n.partition("_")[0] in events})
        articles = {name: _read(folder / f"{name}.txt") for name in names}
        clusters = {str(m): str(c["id"]) for c in gold["clusters"] for m in c["members"]}
        ambiguous = frozenset(
            frozenset((p["a"], p["b"]) if isinstance(p, dict) else p[:2])
            for p in gold.get("ambiguous", ())
        )
        segments = tuple(_segments(gold["segments"], articles, clusters))
        reported = tuple(_reported(gold.get("indirect", ()), articles))
        others = tuple(_reported(_further(gold, clusters), articles))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{path}: not the documented shape ({error!r})") from error
    topic = path.name.removesuffix(".json").removesuffix(".gold")
    told = tuple(Article(text, id=name) for name, text in articles.items())
    return Topic(topic, told, segments, reported, ambiguous, others, "reports" in gold)


def _read(file: pathlib.Path) -> str:
    with file.open(encoding="utf8", newline="") as handle:
        return handle.read()


def _segments(
    rows: Iterable[Mapping[str, object]], articles: Mapping[str, str], clusters: Mapping[str, str]
) -> Iterable[TopicSegment]:
    spans = {name: [m.span(1) for m in _PAIR.finditer(text)] for name, text in articles.items()}
    for row in rows:
        doc, number = str(row["doc"]), int(str(row["id"]))
        spoken = row["role"] in ("speech", "mixed") and not row.get("glitch")
        if spoken and number < len(spans[doc]):
            name, entity = f"{doc}:{number}", row.get("entity")
            who = None if entity is None else str(entity)
            yield TopicSegment(name, doc, *spans[doc][number], who, clusters.get(name))


def _reported(
    rows: Iterable[Mapping[str, object]], articles: Mapping[str, str]
) -> Iterable[ReportedSentence]:
    for row in rows:
        doc, text = str(row["doc"]), str(row["text"])
        at = articles[doc].find(text)
        if row.get("cluster") is not None and at >= 0:
            yield ReportedSentence(doc, at, at + len(text), str(row["cluster"]))


def _further(gold: Any, clusters: Mapping[str, str]) -> Iterable[Mapping[str, object]]:
    """The sentences beyond `indirect`, each with the cluster, segment or report that it renders."""
    for row in (*gold.get("indirect_of_singletons", ()), *gold.get("unwrapped", ())):
        segment = str(row["segment"])
        yield {**row, "cluster": clusters.get(segment, segment)}
    for report in gold.get("reports", ()):
        for row in report["members"]:
            yield {**row, "cluster": str(report["id"])}
    for row in gold.get("indirect_unsure", ()):
        yield {**row, "cluster": ""}


def score_versions(topic: Topic, utterances: Sequence[Utterance]) -> VersionScore:
    """Score utterances by a topic, of whose articles their versions are.

    A version holds a segment if its quoted words, or the content of one without marks, cover half
    of it, and a sentence without marks if its content covers three tenths.
    """
    held = _held(topic, utterances)
    homes = {segment: {u for u, _ in at} for segment, at in held.items()}
    found = Score()
    for a, b in itertools.combinations(topic.segments, 2):
        if a.cluster and a.cluster == b.cluster and a.article_id != b.article_id:
            both = bool(homes[a.id] and homes[b.id])
            found += Score(bool(homes[a.id] & homes[b.id]), both, 1)
    joined, cross = _joined(topic, utterances, held)
    precision, recall = _b3(topic, homes)
    return VersionScore(
        found,
        joined,
        _indirect(topic, utterances, homes),
        Score(sum(map(bool, homes.values())), 0, len(topic.segments)),
        cross,
        precision,
        recall,
    )


def _held(topic: Topic, utterances: Sequence[Utterance]) -> dict[str, set[tuple[int, int]]]:
    """The versions, as (utterance, version), that hold each segment."""
    told: dict[str, list[tuple[int, int, list[Range]]]] = collections.defaultdict(list)
    for u, utterance in enumerate(utterances):
        for v, version in enumerate(utterance.versions):
            spans = version.quote.segments or version.quote.content
            told[version.article_id].append((u, v, [(s.start, s.end) for s in spans]))
    return {
        segment.id: {
            (u, v)
            for u, v, spans in told[segment.article_id]
            if covered((segment.start, segment.end), spans) >= _HOLDS
        }
        for segment in topic.segments
    }


def _joined(
    topic: Topic,
    utterances: Sequence[Utterance],
    held: Mapping[str, set[tuple[int, int]]],
) -> tuple[Score, int]:
    inside: dict[tuple[int, int], list[TopicSegment]] = collections.defaultdict(list)
    for segment in topic.segments:
        for at in held[segment.id]:
            inside[at].append(segment)
    joined, cross = Score(), 0
    for u, utterance in enumerate(utterances):
        numbers = [v for v in range(len(utterance.versions)) if (u, v) in inside]
        for v, w in itertools.combinations(numbers, 2):
            if utterance.versions[v].article_id == utterance.versions[w].article_id:
                continue
            pairs = list(itertools.product(inside[u, v], inside[u, w]))
            right = any(a.cluster and a.cluster == b.cluster for a, b in pairs)
            if right or not any(frozenset((a.id, b.id)) in topic.ambiguous for a, b in pairs):
                joined += Score(right, 1, 0)
                cross += not right and all(a.entity != b.entity for a, b in pairs)
    return joined, cross


def _indirect(
    topic: Topic, utterances: Sequence[Utterance], homes: Mapping[str, set[int]]
) -> Score:
    wanted: dict[str, set[int]] = collections.defaultdict(set)
    for segment in topic.segments:
        if segment.cluster:
            wanted[segment.cluster] |= homes[segment.id]
    total = Score()
    for sentence in topic.reported:
        versions = (v for u in sorted(wanted[sentence.cluster]) for v in utterances[u].versions)
        total += Score(any(_reports(version, sentence) for version in versions), 0, 1)
    return total


def _reports(version: Version, sentence: ReportedSentence) -> bool:
    spans = [(s.start, s.end) for s in version.quote.content or version.quote.segments]
    unit = (sentence.start, sentence.end)
    return version.article_id == sentence.article_id and covered(unit, spans) >= _REPORTS


def _b3(topic: Topic, homes: Mapping[str, set[int]]) -> tuple[float, float]:
    pairs = [
        (
            min(homes[segment.id], default=segment.id),
            segment.cluster or segment.id,
        )
        for segment in topic.segments
    ]
    ours = collections.Counter(a for a, _ in pairs)
    theirs = collections.Counter(b for _, b in pairs)
    shared = collections.Counter(pairs)
    precision = sum(shared[pair] / ours[pair[0]] for pair in pairs)
    recall = sum(shared[pair] / theirs[pair[1]] for pair in pairs)
    return precision, recall
