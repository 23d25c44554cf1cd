"""Fit the encoder: its body to attributions of many articles, its heads also to speakers of some.

The body sees PolNeAR's training articles; then the heads are fitted to articles whose speakers are
annotated, with some of PolNeAR's beside them, on a body that stays as it is. They are fitted
without each fold too, so that what reads their answers can learn from articles that they have not.
"""

from __future__ import annotations

import logging
import pathlib
import random
from collections.abc import Sequence

import torch

from quotes import attribution, engine
from quotes.attribution import Scene
from quotes.encoder.network import load
from quotes.encoder.wordpiece import WordPieces
from quotes.errors import ModelError
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.training import gold
from quotes.training.analysis import encoder as start_of
from quotes.training.analysis.loop import Plan, run
from quotes.training.coreference import chains
from quotes.training.cross_fitting import read_folds, without_fold
from quotes.training.devices import usable
from quotes.training.encoder.body import PLAN, BodyTask
from quotes.training.encoder.heads import Settings, Window, fit_heads, seen_by
from quotes.training.encoder.network import LAYERS, Network
from quotes.training.encoder.save import read, save
from quotes.training.encoder.targets import lesson
from quotes.training.encoder.windows import examples
from quotes.training.gold import GoldArticle, Range
from quotes.training.kept import Kept
from quotes.training.progress import Progress, silent
from quotes.training.survey import gathered
from quotes.types import Kind, SpeakerKind

_log = logging.getLogger(__name__)
FILE = "encoder.npz"
BODY = "body.npz"
_UNSEEN = 24
"""Of so many articles one is not learned from, but scored on."""
_BESIDE = 350
"""How many windows of PolNeAR the heads learn from beside annotated speakers."""


def fit_encoder(
    polnear: pathlib.Path,
    folds: pathlib.Path,
    start: pathlib.Path,
    out: pathlib.Path,
    *,
    coreference: pathlib.Path | None = None,
    models: str = "bundled",
    layers: Sequence[int] = LAYERS,
    plan: Plan = PLAN,
    settings: Settings | None = None,
    seed: int = 0,
    resume: bool = False,
    device: str = "cpu",
    progress: Progress = silent,
) -> dict[str, float]:
    """Read the gold, fit body and heads, write `encoder.npz` and `without-fold-N.npz`.

    Args:
        polnear: annotated attributions, as `gold.polnear` reads them.
        folds: articles with annotated speakers, as `cross_fitting.read_folds` reads them.
        start: a folder of a BERT encoder to begin with: config.json, vocab.txt, model.safetensors.
        out: the folder for the weights. `speakers` in it holds whom the library finds in each
            article of PolNeAR, which teaches what mentions mean; `body.npz` is the encoder as it is
            before it learns from annotated speakers.
        coreference: the chains of PolNeAR, as `coreference.chains` reads them; they teach that too.
        models: "bundled", "stanza" or the folder of a stanza package, to find the speakers with.
        layers: which layers of the encoder that is begun with are kept.
        plan: how long and how fast the body learns.
        settings: how the heads are fitted to annotated speakers.
        seed: decides everything random.
        resume: go on with a run that was cut off.
        device: where torch computes.
        progress: is told of articles and steps.

    Returns:
        How many windows and articles were learned from, and the share of sources that the body
        points to in articles of PolNeAR that it has not learned from.

    Raises:
        QuotesError: data, models or the encoder to begin with are missing or ill-formed, or the
            device is.
    """
    usable(device)
    parts = [[a for rows in part.values() for a in rows] for part in read_folds(folds)]
    articles = gold.at_least_one(list(gold.polnear(polnear)), polnear)
    linked = chains(coreference) if coreference else {}
    bert, pieces = start_of.read(start)
    if not all(layer < len(bert.layers) for layer in layers):
        raise ModelError(f"{start}: {len(bert.layers)} layers, without one of {list(layers)}")
    cutter = WordPieces(pieces.ids)
    kept = Kept(out / "speakers", resume=resume)
    what = "articles with sources"
    analyser = StanzaAnalyser(find(models))
    named = gathered(articles, analyser, _speakers, kept, what=what, progress=progress)
    windows = [
        list(examples(lesson(article, linked.get(article.id, ()), names), cutter))
        for article, names in zip(articles, named, strict=True)
    ]
    taught = [e for n, row in enumerate(windows) if (n + 1) % _UNSEEN for e in row]
    unseen = [e for n, row in enumerate(windows) if not (n + 1) % _UNSEEN for e in row]
    random.seed(seed)
    torch.manual_seed(seed)
    task = BodyTask(Network(bert, layers).to(device), list(pieces.ids), taught, unseen)
    _log.info("%d windows, %d of them with quoted words", len(task.lengths), task.gold)
    out.mkdir(parents=True, exist_ok=True)
    best = run(task, plan, out / BODY, seed=seed, resume=resume, progress=progress)

    encoder, arrays = load(out / BODY), read(out / BODY)
    several = [e for e in taught if e.sources]
    beside = random.Random(seed).sample(several, min(len(several), _BESIDE))
    general = seen_by(encoder, beside, "windows with sources", progress)
    special = [
        seen_by(encoder, [e for a in part for e in examples(lesson(a), cutter)],
                f"windows of fold {n + 1}", progress)
        for n, part in enumerate(parts)
    ]  # fmt: skip

    def fitted(windows: Sequence[Window], file: pathlib.Path) -> None:
        if not (resume and file.exists()):
            chosen = settings or Settings()
            save(file, fit_heads(windows, arrays, chosen, seed, device=device,
                                 what=file.name, progress=progress))  # fmt: skip

    for n, part in enumerate(parts):
        names = {a.id for a in part}
        others = [w for w in general if w[0].article not in names]
        others += [w for m, rows in enumerate(special) if m != n for w in rows]
        fitted(others, without_fold(out, n))
    fitted([*general, *(w for rows in special for w in rows)], out / FILE)
    return {
        "windows": len(taught),
        "articles with speakers": sum(map(len, parts)),
        "sources right": best["score"],
    }


def _speakers(article: GoldArticle, scene: Scene) -> dict[str, list[Range]]:
    """The persons whom the library finds to speak, with the places where they are mentioned."""
    relations = [r for r in attribution.relations(scene) if r.kind is not Kind.OTHER]
    found = (r.speaker for r in engine.resolutions(scene, relations) if r.speaker is not None)
    return {
        s.name: [(m.start, m.end) for m in s.mentions]
        for s in found
        if s.kind is SpeakerKind.PERSON
    }
