"""What the weights are worth on articles that they were fitted to: each answered by others.

The articles are cut into folds of which no two share a story or an outlet. Each fold is answered
with weights of sources, antecedents, roles and confidence that were fitted anew without it (Stone,
*Cross-validatory choice and assessment of statistical predictions*, 1974), and with an encoder that
was, where there is one. The six weights of both as bundled know all folds. The other weights of the
library (analysis, reports, extents, word counts, versions) are not fitted to these articles, and
stay as they are.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from quotes import attribution, engine
from quotes.api import MIN_SPEAKER_CONFIDENCE
from quotes.attribution import Relation, Scene
from quotes.attribution.ranker import Ranker
from quotes.attribution.ranker import load as load_ranker
from quotes.encoder import Encoder
from quotes.encoder.network import load as load_encoder
from quotes.errors import FormatError
from quotes.evaluation.speakers import SpeakerScore, score_speakers
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.speakers import Resolution, antecedents
from quotes.speakers import roles as role_weights
from quotes.speakers.confidence import probability
from quotes.training import attribution as sources
from quotes.training import confidence, gold, roles
from quotes.training.antecedents import Example
from quotes.training.confidence import Answer
from quotes.training.coreference import (
    PRIORS,
    annotated_examples,
    chained_examples,
    chains,
    fit_task,
)
from quotes.training.coreference import packed as pack_examples
from quotes.training.coreference import unpacked as unpack_example
from quotes.training.gold import GoldArticle
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.ranker import Decision, Settings, fit
from quotes.training.rankers import SPEAKER_WEIGHT, packed, unpacked
from quotes.training.survey import gathered, surveyed
from quotes.types import Kind, Quote, Span


@attrs.frozen
class _Lessons:
    """What an article teaches: decisions about sources, examples of antecedents, descriptions."""

    decisions: tuple[Decision, ...]
    examples: tuple[Example, ...]
    descriptions: tuple[roles.Example, ...]


@attrs.frozen
class _Answered:
    """An article as weights answer it that have not learned from its fold."""

    article: GoldArticle
    relations: tuple[Relation, ...]
    resolutions: tuple[Resolution, ...]
    answers: tuple[Answer, ...]


def read_folds(file: pathlib.Path) -> list[dict[str, list[GoldArticle]]]:
    """The articles of each fold by their folders.

    `file` is JSON: for each fold a list of `FOLDER/NAME`, of folders beside the file that
    `gold.speakers` reads.

    Raises:
        FormatError: it has another shape or fewer than two folds, or names an article that is not
            there.
    """
    with gold.shape_checked(str(file)):
        folds = [[str(name).split("/") for name in fold] for fold in json.loads(file.read_bytes())]
        if any(len(name) != 2 for fold in folds for name in fold):
            raise ValueError("a name that is not FOLDER/NAME")
    if len(folds) < 2:
        raise FormatError(f"{file}: two folds or more are needed")
    folders = sorted({folder for fold in folds for folder, _ in fold})
    there = {
        (folder, article.id): article
        for folder in folders
        for article in gold.speakers(file.parent / folder)
    }
    found = []
    for fold in folds:
        rows: dict[str, list[GoldArticle]] = {}
        for folder, name in fold:
            if (folder, name) not in there:
                raise FormatError(f"{file}: {folder}/{name} is not there")
            rows.setdefault(folder, []).append(there[folder, name])
        found.append(rows)
    return found


def without_fold(folder: pathlib.Path, number: int) -> pathlib.Path:
    """The file of the weights that were fitted without a fold."""
    return folder / f"without-fold-{number}.npz"


def cross_fitted(
    folds: pathlib.Path,
    out: pathlib.Path,
    *,
    polnear: pathlib.Path,
    coreference: pathlib.Path | None = None,
    encoders: pathlib.Path | None = None,
    models: str = "bundled",
    seed: int = 0,
    resume: bool = False,
    progress: Progress = silent,
) -> dict[str, SpeakerScore]:
    """Score the speakers of each folder, every fold answered by weights fitted without it.

    Args:
        folds: which articles belong together, as `read_folds` reads it.
        out: the folder for what is kept: `lessons` of each article, and the weights of each fold.
        polnear: annotated attributions, as `gold.polnear` reads them. They teach all folds, but
            for articles that a fold has too.
        coreference: their chains, as `quotes.training.coreference.chains` reads them.
        encoders: the folder that `quotes.training.encoder.fit` wrote, of encoders without each
            fold. Otherwise the bundled one answers, which has learned from the articles.
        models: "bundled", "stanza" or the folder of a stanza package.
        seed: of the rankers of sources; each is one, not several joined as the bundled one is.
        resume: use the lessons and rankers that an earlier run has left in `out`.
        progress: is told of articles and steps.

    Returns:
        The score of each folder that the folds name.

    Raises:
        QuotesError: models or articles are missing or ill-formed.
    """
    parts = read_folds(folds)
    others = gold.at_least_one(list(gold.polnear(polnear)), polnear)
    linked = chains(coreference) if coreference else {}
    analyser = StanzaAnalyser(find(models))
    kept = Kept(out / "lessons", resume=resume)

    def annotated(article: GoldArticle, scene: Scene) -> list[Any]:
        return _packed(
            sources.decisions(article, scene, weight=SPEAKER_WEIGHT),
            annotated_examples(article, scene),
            tuple(roles.examples(article, scene)),
        )

    def linked_too(article: GoldArticle, scene: Scene) -> list[Any]:
        told = linked.get(article.id)
        return _packed(
            sources.decisions(article, scene),
            [] if told is None else chained_examples(article, scene, told),
        )

    every = [article for part in parts for rows in part.values() for article in rows]
    what = "articles with speakers"
    taught = gathered(every, analyser, annotated, kept, what=what, progress=progress)
    lessons = {id(a): _unpacked(row) for a, row in zip(every, taught, strict=True)}
    what = "articles with sources"
    rows = gathered(others, analyser, linked_too, kept, what=what, progress=progress)
    general = [(a.id, _unpacked(row)) for a, row in zip(others, rows, strict=True)]

    answered: list[list[_Answered]] = []
    for number, part in enumerate(parts):
        mine = [article for rows in part.values() for article in rows]
        names = {article.id for article in mine}
        learned = [lessons[id(a)] for a in every if not any(a is b for b in mine)]
        silver = [lesson for name, lesson in general if name not in names]
        file = without_fold(out, number)
        if not (resume and file.exists()):
            decisions = [d for lesson in (*silver, *learned) for d in lesson.decisions]
            label = f"fold {number + 1} of {len(parts)}"
            fitted = fit(decisions, Settings(), seed, what=label, progress=progress)
            fitted.save(file)
        weights = _antecedents(learned, silver)
        described = [d for lesson in learned for d in lesson.descriptions]
        encoder = load_encoder(without_fold(encoders, number)) if encoders else None
        with antecedents.using(weights), role_weights.using(roles.fit(described)):
            answered.append(_answers(mine, analyser, load_ranker(file), encoder))
    return _scores(parts, answered)


def _packed(
    decisions: Iterable[tuple[Decision, bool]],
    examples: Sequence[Example],
    descriptions: Sequence[roles.Example] = (),
) -> list[Any]:
    return [
        packed(d for d, known in decisions if known),
        pack_examples(examples),
        [attrs.astuple(description) for description in descriptions],
    ]


def _unpacked(row: Any) -> _Lessons:
    decisions, examples, descriptions = row
    return _Lessons(
        tuple(map(unpacked, decisions)),
        tuple(map(unpack_example, examples)),
        tuple(roles.Example(tuple(names), right) for names, right in descriptions),
    )


def _antecedents(
    learned: Sequence[_Lessons], silver: Sequence[_Lessons]
) -> Mapping[str, Mapping[str, float]]:
    own = [example for lesson in learned for example in lesson.examples]
    more = [example for lesson in silver for example in lesson.examples]
    return {task: fit_task(task, own, more) for task in PRIORS}


def _answers(
    articles: Sequence[GoldArticle],
    analyser: StanzaAnalyser,
    ranker: Ranker,
    encoder: Encoder | None,
) -> list[_Answered]:
    found = []
    for article, scene in surveyed(articles, analyser):
        scene.pointers = scene.pointed(encoder)
        relations = [r for r in attribution.relations(scene, ranker) if r.kind is not Kind.OTHER]
        resolutions = engine.resolutions(scene, relations)
        answers = confidence.answers(article, scene, ranker)
        found.append(_Answered(article, tuple(relations), tuple(resolutions), tuple(answers)))
    return found


def _scores(
    parts: Sequence[Mapping[str, Sequence[GoldArticle]]], answered: Sequence[Sequence[_Answered]]
) -> dict[str, SpeakerScore]:
    """The score of each folder; the confidence of a fold is fitted to the answers of the others."""
    quotes: dict[int, list[Quote]] = {}
    for number, mine in enumerate(answered):
        elsewhere = [row for n, rows in enumerate(answered) if n != number for row in rows]
        fitted = confidence.fit([answer for row in elsewhere for answer in row.answers])
        for row in mine:
            quotes[id(row.article)] = [
                _quote(row.article.text, relation, resolution, fitted)
                for relation, resolution in zip(row.relations, row.resolutions, strict=True)
            ]
    folders = sorted({folder for part in parts for folder in part})
    found = {}
    for folder in folders:
        articles = [article for part in parts for article in part.get(folder, ())]
        found[folder] = score_speakers(articles, [quotes[id(article)] for article in articles])
    return found


def _quote(
    text: str, relation: Relation, resolution: Resolution, fitted: Mapping[str, float]
) -> Quote:
    """A quote with what is scored of it: its segments, its speaker and how sure that is."""
    speaker, sure = resolution.speaker, 0.0
    if speaker is not None:
        speech = relation.speech if relation.segments else 1.0
        sure = probability(
            resolution.evidence, resolution.confidence, relation.right, speech, fitted=fitted
        )
    spans = tuple(Span(start, end, text[start:end]) for start, end in relation.segments)
    return Quote(
        id="",
        article_id=None,
        kind=relation.kind,
        text="",
        segments=spans,
        content=(),
        cue=None,
        source=None,
        via=None,
        speaker=speaker if sure >= MIN_SPEAKER_CONFIDENCE else None,
        confidence=relation.speech,
        speaker_confidence=sure,
        method=relation.method,
        unresolved=resolution.unresolved,
    )
