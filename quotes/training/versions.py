"""Fit what joins the versions of an utterance.

Learned from topics that several outlets tell, annotated by hand, and from retellings that
`quotes.evaluation.retelling` makes. Pairs of quotes are those that the blocking finds.
"""

from __future__ import annotations

import itertools
import logging
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs
import numpy as np

from quotes import weight_files
from quotes.api import Extractor
from quotes.evaluation.figures import covered
from quotes.evaluation.retelling import Retellings, generate
from quotes.evaluation.versions import Topic, TopicSegment, VersionScore, read_topic, score_versions
from quotes.training.gold import at_least_one
from quotes.training.logistic import fit_signed
from quotes.training.progress import Progress, counted, silent
from quotes.types import Quote, QuoteRef
from quotes.utterances import THRESHOLD, Utterances
from quotes.utterances.candidates import candidates
from quotes.utterances.features import AGAINST, EITHER, NAMES, compare
from quotes.utterances.items import Item, items_of
from quotes.utterances.scores import Weights

FILE = "weights.json"
_HELD, _PART, _INSIDE = 0.5, 0.3, 0.8
"""How much of a segment a quote holds, and of a sentence without marks a report, or how much of the
report lies inside the sentence, to render it."""
_log = logging.getLogger(__name__)

Truth = Mapping[QuoteRef, frozenset[str]]
"""Which utterances a quote renders; a quote that is not in it is not known."""


@attrs.frozen
class Settings:
    """How the weights are fitted.

    `ridge` as in `logistic.fit`; `topics`, `retellings`: how much all pairs of a source weigh
    together, in pairs; `generated`: how many quotes are made, from which `seed`. `shift` is added
    to the log odds, so that joining from a probability of a half is best on topics left out.
    """

    ridge: float = 1.0
    topics: float = 300.0
    retellings: float = 300.0
    shift: float = 0.65
    generated: int = 4000
    seed: int = 11


@attrs.frozen(eq=False)
class Pairs:
    """Compared pairs: their features, whether each is one utterance, and how much it counts."""

    features: tuple[tuple[float, ...], ...]
    same: tuple[bool, ...]
    weights: tuple[float, ...]


def compared(
    items: Sequence[Item], truth: Truth, unsure: Callable[[QuoteRef, QuoteRef], bool]
) -> Pairs:
    """The candidate pairs of which both quotes are known and the answer is not unsure.

    A large utterance has many pairs that say the same; all of its pairs together count as many as
    it has quotes.
    """
    rows = []
    sizes: dict[str, int] = {}
    for item in items:
        for name in truth.get(item.ref, ()):
            sizes[name] = sizes.get(name, 0) + 1
    for i, j in candidates(items):
        a, b = items[i], items[j]
        if a.ref not in truth or b.ref not in truth or unsure(a.ref, b.ref):
            continue
        shared = truth[a.ref] & truth[b.ref]
        weight = 2 / max(sizes[name] for name in shared) if shared else 1.0
        rows.append((compare(a, b), bool(shared), weight))
    return Pairs(
        tuple(row[0] for row in rows), tuple(row[1] for row in rows), tuple(row[2] for row in rows)
    )


def fitted(parts: Iterable[tuple[Sequence[Pairs], float]], settings: Settings) -> Weights:
    """Fit the weights to pairs of several sources, each with the weight of all its pairs."""
    features: list[tuple[float, ...]] = []
    same: list[bool] = []
    weights: list[float] = []
    for pairs, total in parts:
        plain = [w for p in pairs for w in p.weights]
        scale = total / max(1.0, sum(plain))
        features += [f for p in pairs for f in p.features]
        same += [s for p in pairs for s in p.same]
        weights += [w * scale for w in plain]
    signs = [-1.0 if name in AGAINST else float(name not in EITHER) for name in NAMES]
    found = fit_signed(
        np.array(features, np.float64),
        np.array(same, np.float64),
        np.array(weights, np.float64),
        settings.ridge,
        np.array(signs),
    )
    values = {name: round(float(v), 3) for name, v in zip(NAMES, found, strict=False)}
    return Weights.of({**values, "bias": round(float(found[-1]) + settings.shift, 3)})


def prepared(topic: Topic, quotes: Sequence[Sequence[Quote]]) -> list[Item]:
    """The quotes of a topic's articles, ready for comparison, in a fixed order."""
    found = [
        item
        for article, row in zip(topic.articles, quotes, strict=True)
        for item in items_of(article, str(article.id), row)
    ]
    return sorted(found, key=lambda item: item.ref)


def topic_pairs(topic: Topic, quotes: Sequence[Sequence[Quote]]) -> Pairs:
    """The compared pairs of a topic, by its annotation.

    Quotes that hold no annotated words are not known, and reports without marks only as far as
    they are annotated as versions: what else they report is open, unless the annotation is
    exhaustive. Then all others render nothing that another article has.
    """
    items = prepared(topic, quotes)
    truth: dict[QuoteRef, frozenset[str]] = {}
    held: dict[str, list[QuoteRef]] = {}
    for item in items:
        names = _rendered(topic, item)
        for segment in topic.segments:
            if segment.article_id == item.sheet.id and _holds(item, segment):
                names.add(segment.cluster or segment.id)
                held.setdefault(segment.id, []).append(item.ref)
        if "" not in names and (names or (topic.exhaustive and not item.quoted)):
            truth[item.ref] = frozenset(names)
    unsure = frozenset(
        frozenset((a, b))
        for pair in topic.ambiguous
        if len(pair) == 2
        for one, other in [sorted(pair)]
        for a in held.get(one, ())
        for b in held.get(other, ())
    )
    return compared(items, truth, lambda a, b: frozenset((a, b)) in unsure)


def _holds(item: Item, segment: TopicSegment) -> bool:
    """Whether a quote has at least half of an annotated segment in it."""
    spans = item.quote.segments or item.quote.content
    return covered((segment.start, segment.end), [(s.start, s.end) for s in spans]) >= _HELD


def _rendered(topic: Topic, item: Item) -> set[str]:
    """What a report without marks renders by the annotation; "" where readers differ."""
    if item.quoted:
        return set()
    spans = [(s.start, s.end) for s in item.quote.content]
    size = sum(end - start for start, end in spans)
    found = set()
    for sentence in (*topic.reported, *topic.others):
        if sentence.article_id == item.sheet.id:
            unit = (sentence.start, sentence.end)
            part = covered(unit, spans)
            if part >= _PART or part * (unit[1] - unit[0]) >= _INSIDE * size:
                found.add(sentence.cluster)
    return found


def retold_pairs(retellings: Retellings) -> Pairs:
    """The compared pairs of generated retellings, but for those of parts without common words."""
    parts = {QuoteRef(r.article_id, r.quote_id): r.part for r in retellings.retold}
    truth = {
        QuoteRef(r.article_id, r.quote_id): frozenset({str(r.utterance)}) for r in retellings.retold
    }
    items = [
        item
        for article, row in zip(retellings.articles, retellings.quotes, strict=True)
        for item in items_of(article, str(article.id), row)
    ]
    items.sort(key=lambda item: (item.sheet.day or 0, item.ref))
    return compared(items, truth, lambda a, b: truth[a] == truth[b] and _apart(parts[a], parts[b]))


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two stretches of the same words have less than half of the shorter in common."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared < min(a[1] - a[0], b[1] - b[0])


def leave_one_out(
    topics: Sequence[Topic],
    quotes: Mapping[str, Sequence[Sequence[Quote]]],
    settings: Settings,
    threshold: float = THRESHOLD,
) -> Iterator[tuple[Topic, VersionScore]]:
    """Score each topic with weights fitted to all the others and to retellings."""
    pairs = {topic.id: topic_pairs(topic, quotes[topic.id]) for topic in topics}
    made = retold_pairs(generate(settings.generated, settings.seed))
    for topic in topics:
        others = [pairs[other.id] for other in topics if other.id != topic.id]
        weights = fitted([(others, settings.topics), ([made], settings.retellings)], settings)
        found = Utterances(
            {str(a.id): (a, q) for a, q in zip(topic.articles, quotes[topic.id], strict=True)},
            threshold=threshold,
            weights=weights,
        )
        yield topic, score_versions(topic, found)


def fit_versions(
    topics: pathlib.Path,
    out: pathlib.Path,
    *,
    models: str = "bundled",
    settings: Settings | None = None,
    progress: Progress = silent,
) -> VersionScore:
    """Fit to all topics and to retellings, and write `weights.json`.

    Args:
        topics: a folder of topics, as `quotes.evaluation.versions` describes it.
        out: the folder for the weights.
        models: "bundled", "stanza" or the folder of a stanza package.
        settings: how to fit; its seed decides which retellings are made.
        progress: is told of articles and of topics.

    Returns:
        How well each topic is put together by weights fitted to the others, summed.

    Raises:
        QuotesError: models or topics are missing or ill-formed.
    """
    settings = settings or Settings()
    files = at_least_one(sorted(topics.glob("*.gold.json")), topics, "topics")
    read = [read_topic(file) for file in files]
    extractor = Extractor(models)
    stream = counted(
        [a for topic in read for a in topic.articles],
        sum(len(topic.articles) for topic in read),
        "articles",
        progress,
    )
    extracted = extractor.extract_many(stream)
    quotes = {t.id: list(itertools.islice(extracted, len(t.articles))) for t in read}
    total = VersionScore()
    left_out = leave_one_out(read, quotes, settings)
    for topic, score in counted(left_out, len(read), "topics left out", progress):
        total += score
        _log.info("%s left out: pair F1 %.3f", topic.id, score.pair_f1)
    made = retold_pairs(generate(settings.generated, settings.seed))
    annotated = [topic_pairs(topic, quotes[topic.id]) for topic in read]
    weights = fitted([(annotated, settings.topics), ([made], settings.retellings)], settings)
    values = {"bias": weights.bias, **dict(zip(NAMES, weights.features, strict=True))}
    out.mkdir(parents=True, exist_ok=True)
    (out / FILE).write_text(weight_files.text_of(values), encoding="utf8")
    return total
