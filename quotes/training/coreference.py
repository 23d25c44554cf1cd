"""Fit the weights that find antecedents to annotated speakers and to automatic coreference.

Annotated speakers tell whom the mention beside each quotation means. Chains of coreference, right
perhaps two times in three, tell it of the pronouns that PolNeAR annotates as sources: they count
less.
"""

from __future__ import annotations

import collections
import gzip
import json
import logging
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quotes import attribution, engine
from quotes.attribution import Scene
from quotes.errors import FormatError
from quotes.evaluation.names import Agreement, agreement
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.names.people import Person, people
from quotes.speakers import SpeakingMention
from quotes.training import gold
from quotes.training.antecedents import Example, Labelled, accuracy, examples, fit, save
from quotes.training.gold import GoldArticle, GoldSegment, Range, occurrences
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.survey import gathered
from quotes.types import Kind

FILE = "antecedents.json"
CHAIN_WEIGHT = 0.05
RIDGE = {"pronoun": 3.0, "description": 40.0}
"""How strongly the weights of each task are pulled to `PRIORS`."""
PRIORS = {
    "pronoun": {
        "beside": -1.0,
        "oblique": -0.3,
        "own_words": -3.0,
        "quoted": -0.5,
        "subject_here": 1.5,
        "unnamed": -0.3,
        "unnamed_silent": -1.5,
    },
    "description": {
        "alone": 0.5,
        "beside": 0.1,
        "clash": -1.6,
        "conflict": -0.5,
        "frequency": 0.8,
        "full": 0.6,
        "gap": -0.8,
        "generic": 1.0,
        "has_spoken": 0.4,
        "head": 2.9,
        "head_word": 1.0,
        "kin_mismatch": -2.5,
        "kind_of": 1.5,
        "last_speaker": 1.0,
        "last_speaker_here": 0.5,
        "last_speaker_near": 0.2,
        "later": -1.0,
        "leads": 0.1,
        "nearest": 0.5,
        "new": 1.0,
        "new_bare": 0.9,
        "new_length": 0.1,
        "new_plural": 0.3,
        "new_possessive": 0.5,
        "oblique": 0.1,
        "only_reported": -0.2,
        "opens_paragraph": 0.2,
        "organization": 0.1,
        "other_role": -0.8,
        "previous_sentence": 0.4,
        "quoted": -1.0,
        "rank": -0.1,
        "reported": -0.2,
        "said": -0.1,
        "same_paragraph": 0.6,
        "same_sentence": 0.3,
        "sex": 0.1,
        "subject": 0.2,
        "subject_near": 0.2,
        "unlike": -0.3,
        "unnamed": -0.4,
        "unnamed_silent": -0.5,
        "unshown": -0.3,
        "words_hit": 1.9,
        "words_missed": -0.9,
    },
}
"""Where the penalty pulls the weights to, by task.

There are few annotated descriptions, and many of sources without a name: those of descriptions are
near what earlier articles taught.
"""

_PRONOUNS = frozenset(("he", "she"))
_LONGEST = 60
_SLACK = 2
_AGREED = 0.8

Chains = Mapping[str, Sequence[Sequence[Range]]]
"""By article, the chains of mentions of one thing."""
_log = logging.getLogger(__name__)


def chains(file: pathlib.Path) -> Chains:
    """Coreference as JSON Lines, gzipped or not: `id`, `chains` of [start, end].

    Raises:
        FormatError: a line does not have this shape; the message names it.
    """
    read = gzip.open if file.suffix == ".gz" else open
    found = {}
    try:
        with read(file, "rt", encoding="utf8") as lines:
            for number, line in enumerate(lines, 1):
                with gold.shape_checked(f"{file}:{number}"):
                    row = json.loads(line)
                    found[str(row["id"])] = [
                        [(int(start), int(end)) for start, end in chain] for chain in row["chains"]
                    ]
    except (gzip.BadGzipFile, EOFError, UnicodeDecodeError) as error:
        raise FormatError(f"{file}: cannot be read ({error})") from error
    return found


def annotated(article: GoldArticle, quoted: Sequence[Range]) -> list[Labelled]:
    """The mentions beside quotations whose speakers are annotated, where they stand."""
    found: list[Labelled] = []
    for segment in article.segments:
        spot = mention_of(article, segment, quoted)
        if spot is not None and segment.speaker is not None:
            found.append(Labelled(*spot, segment.speaker, segment.speaker_type or "person"))
    return found


def mention_of(article: GoldArticle, segment: GoldSegment, quoted: Sequence[Range]) -> Range | None:
    """Where the source of speech is mentioned, outside quoted words; the nearest place."""
    if not segment.speech or segment.mention is None:
        return None
    spots = [
        (_distance(article.text, spot, (segment.start, segment.end)), spot)
        for spot in occurrences(article.text, segment.mention, 0, len(article.text))
        if not any(start < spot[0] and spot[1] <= end for start, end in quoted)
    ]
    return min(spots)[1] if spots else None


def _distance(text: str, spot: Range, segment: Range) -> tuple[int, int]:
    """How far a mention is from the quotation: lines first, then characters."""
    between = text.count("\n", min(spot[0], segment[0]), max(spot[0], segment[0]))
    return between, min(abs(spot[0] - segment[1]), abs(spot[1] - segment[0]))


def chained(
    article: GoldArticle, linked: Sequence[Sequence[Range]], persons: Sequence[Person]
) -> list[Labelled]:
    """The annotated sources of an article that are names, or pronouns in the chain of one."""
    named = {m.start: n for n, person in enumerate(persons) for m in person.mentions}
    ending = _by_end(persons)
    meant: dict[Range, int] = {}
    for chain in linked:
        votes = collections.Counter(n for span in chain for n in _ending_in(span, ending))
        if votes:
            number, count = votes.most_common(1)[0]
            if count >= _AGREED * votes.total():
                meant.update(dict.fromkeys(chain, number))
    found = []
    for start, end in sorted(a.source[0] for a in article.attributions if a.source):
        if article.text[start:end].lower() in _PRONOUNS:
            number = meant.get((start, end), -1)
        elif end - start < _LONGEST:
            number = next((named[at] for at in range(start, end) if at in named), -1)
        else:
            number = -1
        if number >= 0:
            found.append(Labelled(start, end, persons[number].name, "person"))
    return found


def _by_end(persons: Sequence[Person]) -> Mapping[int, Sequence[tuple[int, int]]]:
    """By where mentions end, where they start and the numbers of the persons they mean."""
    found = collections.defaultdict(list)
    for n, person in enumerate(persons):
        for mention in person.mentions:
            found[mention.end].append((mention.start, n))
    return found


def _ending_in(span: Range, ending: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[int]:
    """The persons of whom a mention lies in a span and closes it, each once."""
    start, end = span
    near = (row for at in range(end - _SLACK, end + 1) for row in ending.get(at, ()))
    yield from sorted({n for first, n in near if start <= first})


def annotated_examples(article: GoldArticle, scene: Scene) -> list[Example]:
    """The examples of an article with annotated speakers."""
    quoted = _quoted(scene)
    known = annotated(article, quoted)
    return examples(scene.reading, quoted, known, _same, mentions=_speaking(scene))


def chained_examples(
    article: GoldArticle, scene: Scene, linked: Sequence[Sequence[Range]]
) -> list[Example]:
    """The examples of an article with annotated sources and chains of coreference."""
    quoted = _quoted(scene)
    known = chained(article, linked, people(scene.reading, quoted))
    return examples(scene.reading, quoted, known, _same, CHAIN_WEIGHT, _speaking(scene))


def of_task(
    task: str, gained: Sequence[Example], silver: Sequence[Example]
) -> tuple[list[Example], list[Example]]:
    """The annotated examples of a task, and the automatic ones that it learns from: of pronouns."""
    own = [e for e in gained if e.task == task]
    return own, [e for e in silver if e.task == task == "pronoun"]


def fit_task(task: str, gained: Sequence[Example], silver: Sequence[Example]) -> dict[str, float]:
    """The weights of one task, from annotated examples and, for pronouns, automatic ones.

    Without any they are those that the penalty pulls to.
    """
    own, more = of_task(task, gained, silver)
    return fit([*more, *own], RIDGE[task], PRIORS[task]) if own or more else dict(PRIORS[task])


def fit_antecedents(
    speakers: pathlib.Path,
    out: pathlib.Path,
    *,
    polnear: pathlib.Path | None = None,
    coreference: pathlib.Path | None = None,
    models: str = "bundled",
    resume: bool = False,
    progress: Progress = silent,
) -> dict[str, float]:
    """Read the gold, fit the weights of pronouns and descriptions, write `antecedents.json`.

    Nothing about it is random.

    Args:
        speakers: a folder of annotated speakers, as `gold.speakers` reads it.
        out: the folder for the weights. `examples` in it holds what was made of each article.
        polnear: annotated attributions, as `gold.polnear` reads them; used with `coreference`.
        coreference: their chains, as `chains` reads them.
        models: "bundled", "stanza" or the folder of a stanza package.
        resume: use what an earlier run has left in `examples`.
        progress: is told of articles.

    Returns:
        For each task the number of annotated examples, and the share that is right of these.

    Raises:
        QuotesError: models or articles are missing or ill-formed.
    """
    articles = gold.at_least_one(list(gold.speakers(speakers)), speakers)
    linked = chains(coreference) if coreference else {}
    annotated_too = {article.id for article in articles}
    others = [a for a in gold.polnear(polnear) if a.id in linked] if polnear else []
    analyser = StanzaAnalyser(find(models))
    kept = Kept(out / "examples", resume=resume)

    def of_annotated(article: GoldArticle, scene: Scene) -> list[Any]:
        return packed(annotated_examples(article, scene))

    def of_chained(article: GoldArticle, scene: Scene) -> list[Any]:
        return packed(chained_examples(article, scene, linked[article.id]))

    sure = gathered(
        articles, analyser, of_annotated, kept, what="articles with speakers", progress=progress
    )
    unsure = gathered(
        [a for a in others if a.id not in annotated_too],
        analyser, of_chained, kept, what="articles with coreference", progress=progress,
    )  # fmt: skip
    gained = [unpacked(row) for part in sure for row in part]
    silver = [unpacked(row) for part in unsure for row in part]
    weights: dict[str, dict[str, float]] = {}
    figures: dict[str, float] = {}
    for task in PRIORS:
        own, more = of_task(task, gained, silver)
        if not own:
            raise FormatError(f"{speakers}: no {task} in it whose speaker is annotated")
        weights[task] = fit_task(task, gained, silver)
        right, total = accuracy(own, weights[task])
        _log.info("%s: %d examples, %d automatic ones", task, total, len(more))
        figures |= {f"{task}s": total, f"{task}s right": right / total}
    out.mkdir(parents=True, exist_ok=True)
    save(weights, out / FILE)
    return figures


def _same(name: str, other: str, kind: str) -> bool:
    return agreement(name, other, kind) is Agreement.FULL


def _quoted(scene: Scene) -> list[Range]:
    return [(m.start, m.end) for m in scene.marked]


def _speaking(scene: Scene) -> list[SpeakingMention]:
    relations = [r for r in attribution.relations(scene) if r.kind is not Kind.OTHER]
    return [mention for mention, _ in engine.speaking(relations)]


def packed(found: Sequence[Example]) -> list[Any]:
    """Examples as JSON holds them."""
    return [[e.task, e.rows, sorted(e.right), e.weight] for e in found]


def unpacked(row: Any) -> Example:
    """An example that `packed` made a row of."""
    task, rows, right, weight = row
    return Example(task, tuple(rows), frozenset(right), weight)
