"""More sentences with names for the small recogniser, labelled by itself and a teacher together.

Each knows what the other does not: the transformer what words mean, the recogniser how they are
spelled. What both together say of news teaches the recogniser further (Hinton, Vinyals and Dean,
2015; Kim and Rush, EMNLP 2016).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import attrs
import torch

from quotes.language.taggers import EntityTagger
from quotes.training.analysis.sentences import Sentence
from quotes.training.analysis.teacher import Teacher
from quotes.training.progress import Progress, silent

_LENGTHS = (6, 80)
_PORTION = 1000
_NEVER = -50.0


@attrs.frozen
class SilverPlan:
    """How much is labelled; `surest` is the least probability of any label of a sentence."""

    sentences: int = 23_000
    surest: float = 0.6


def silver(
    tagger: EntityTagger,
    teacher: Teacher,
    raw: Sequence[Sentence],
    plan: SilverPlan,
    *,
    seed: int,
    progress: Progress = silent,
) -> list[Sentence]:
    """A sample of sentences with names in BIO, without those that any word leaves in doubt."""
    chosen = [s for s in raw if _LENGTHS[0] <= len(s) <= _LENGTHS[1]]
    random.Random(seed).shuffle(chosen)
    chosen = chosen[: plan.sentences]
    result: list[Sentence] = []
    for start in range(0, len(chosen), _PORTION):
        portion = chosen[start : start + _PORTION]
        for sentence, (tags, surety) in zip(
            portion, labelled(tagger, teacher, [[w.text for w in s] for s in portion]), strict=True
        ):
            if surety >= plan.surest:
                result.append(
                    tuple(attrs.evolve(w, entity=t) for w, t in zip(sentence, tags, strict=True))
                )
        progress("sentences for the recogniser", start + len(portion), len(chosen))
    return result


def labelled(
    tagger: EntityTagger, teacher: Teacher, rows: Sequence[Sequence[str]]
) -> list[tuple[list[str], float]]:
    """The BIO tags of sentences by both models, and the probability of the least likely one."""
    places = {label: i for i, label in enumerate(teacher.labels)}
    columns = torch.tensor([places.get(label, -1) for label in tagger.labels])
    told = teacher.scores(rows)
    found: list[tuple[list[str], float]] = [([], 0.0)] * len(rows)
    for batch, packing, scores in tagger.scored(rows):
        theirs = torch.cat([told[i] for i in batch])[torch.from_numpy(packing.index)]
        scores += theirs[:, columns].masked_fill(columns < 0, _NEVER)
        best = tagger.best(scores, packing.sizes)
        sure = scores.softmax(1).gather(1, torch.from_numpy(best)[:, None]).squeeze(1)
        least = torch.ones(len(batch)).scatter_reduce(
            0, torch.from_numpy(packing.order[packing.sentence]), sure, "amin"
        )
        for rank, (i, row) in enumerate(zip(batch, packing.rows(best), strict=True)):
            tags = [tagger.labels[n].replace("S-", "B-").replace("E-", "I-") for n in row]
            found[i] = tags, float(least[rank])
    return found
