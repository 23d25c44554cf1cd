"""Train the processors of stanza that the library uses.

The data lie in one folder: `ud/en_train.conllu`, `ud/en_dev.conllu` (Universal Dependencies),
`ner/train.bio`, `ner/dev.bio` (named entities), `silver/*.conllu.gz` (news with automatic
annotation, left out where it is not there). Each processor is written to
`OUT/en/<folder>/news.pt`, with a checkpoint beside it; `pack` makes a package of them.
"""

from __future__ import annotations

import contextlib
import logging
import pathlib

import attrs
import numpy as np

from quotes.errors import OptionError
from quotes.language.models import load
from quotes.language.packages import find
from quotes.language.stanza_analyser import StanzaAnalyser
from quotes.training.analysis import lexical, raw_text
from quotes.training.analysis.loop import Plan, run
from quotes.training.analysis.package import FOLDERS, NAME, VECTORS
from quotes.training.analysis.perceptron import retagged
from quotes.training.analysis.scores import entities, recognised
from quotes.training.analysis.sentences import Sentence, bio, conllu, write_conllu
from quotes.training.analysis.start import sizes
from quotes.training.analysis.tasks import Material, NamesTask, ParserTask, TaggerTask, word_vectors
from quotes.training.analysis.vectors import VectorSettings, save, vectors
from quotes.training.devices import usable
from quotes.training.progress import Progress, silent

PROCESSORS = ("vectors", *FOLDERS)
PLANS = {
    "tagger": Plan(steps=4000, rate=0.003, words=1500, silver=0.3),
    "parser": Plan(steps=5000, rate=0.002, words=1500, silver=0.15),
    "ner": Plan(steps=5000, rate=0.003, words=1200),
}
TOKENIZER_STEPS = 5000
ENCODER_DIMENSIONS = 32
_LONGEST = 80
_TOGETHER = 20

_log = logging.getLogger(__name__)


@attrs.frozen
class Data:
    """Where the training data lie."""

    folder: pathlib.Path

    def treebank(self, part: str) -> list[Sentence]:
        """The sentences of the treebank's `train` or `dev` part."""
        return conllu(self.folder / "ud" / f"en_{part}.conllu")

    def names(self, part: str) -> list[Sentence]:
        """The sentences with named entities, `train` or `dev`."""
        return bio(self.folder / "ner" / f"{part}.bio")

    def silver(self) -> list[Sentence]:
        """Sentences with automatic annotation, but for very long ones; none if there are none."""
        files = sorted((self.folder / "silver").glob("*.conllu.gz"))
        return [s for file in files for s in conllu(file) if len(s) <= _LONGEST]


def train(
    processor: str,
    data: pathlib.Path,
    out: pathlib.Path,
    *,
    seed: int = 1,
    resume: bool = False,
    plan: Plan | None = None,
    start: pathlib.Path | None = None,
    device: str = "cpu",
    progress: Progress = silent,
    encoder: pathlib.Path | None = None,
) -> dict[str, float]:
    """Train one processor and write it to `out`, with the word vectors in `out` if they are there.

    Args:
        processor: vectors, tokenizer, tagger, lemmatizer, parser or ner.
        data: the folder that the module's docstring describes.
        out: the folder that takes the models.
        seed: decides everything random; the same seed and data give the same weights.
        resume: go on from the checkpoint of a run that was cut off (tagger, parser, ner).
        plan: how long and how fast, in place of `PLANS`.
        start: a package whose model of this processor to begin with; its dimensions are kept (name
            it again to resume).
        device: where torch computes (tokenizer, tagger, parser, ner).
        progress: is told of every step (tagger, parser, ner).
        encoder: the folder of a transformer (see `encoder`) for more of the word vectors.

    Returns:
        Figures on the development part; `score` is the one that chose the weights.

    Raises:
        OptionError: there is no such processor or device.
        DataError: data are missing or ill-formed.
        ModelError: the model to begin with, or the checkpoint, is missing or damaged.
    """
    if processor not in PROCESSORS:
        raise OptionError(f"processor: expected one of {', '.join(PROCESSORS)}, not {processor!r}")
    usable(device)
    source = Data(data)
    if processor == "vectors":
        return _vectors(source, out, seed, encoder)
    file = out / "en" / FOLDERS[processor] / f"{NAME}.pt"
    if processor == "tokenizer":
        return lexical.tokenizer(
            data / "ud" / "en_train.conllu",
            data / "ud" / "en_dev.conllu",
            file,
            seed=seed,
            steps=plan.steps if plan else TOKENIZER_STEPS,
            device=device,
        )
    if processor == "lemmatizer":
        return lexical.lemmatizer(
            source.treebank("train"), source.silver(), source.treebank("dev"), file
        )
    plan = plan or PLANS[processor]
    begin = start / "en" / FOLDERS[processor] / f"{NAME}.pt" if start else None
    with _quicker(device):
        task = _task(processor, source, out, plan, seed, device, begin)
        if begin and not resume:
            task.begin(begin)
        return run(task, plan, file, seed=seed, resume=resume, progress=progress)


def _vectors(
    source: Data, out: pathlib.Path, seed: int, encoder: pathlib.Path | None
) -> dict[str, float]:
    """Word vectors from the words of all training data, and from a transformer if there is one."""
    corpora = (source.treebank("train"), source.silver(), source.names("train"))
    words = [[w.text for w in s] for corpus in corpora for s in corpus]
    found, table = vectors(words, VectorSettings(), seed=seed)
    if encoder:
        from quotes.training.analysis.encoder import of_words

        table = np.concatenate([table, of_words(encoder, found, ENCODER_DIMENSIONS)], 1)
    save(found, table, out / "en" / VECTORS / f"{NAME}.pt")
    return {"score": float(len(found))}


def _task(
    processor: str,
    source: Data,
    out: pathlib.Path,
    plan: Plan,
    seed: int,
    device: str,
    begin: pathlib.Path | None,
) -> TaggerTask | ParserTask | NamesTask:
    """The tagger, the parser or the recogniser of names, ready for the common loop."""
    import torch

    torch.manual_seed(seed)
    at = out / "en" / VECTORS / f"{NAME}.pt"
    embedded = word_vectors(at if at.is_file() else None)
    same = sizes(begin) if begin else {}
    if processor == "ner":
        names = Material(source.names("train"), source.names("dev"), (), embedded, device)
        return NamesTask(names, **same)
    silver = source.silver() if plan.silver else ()
    if processor == "tagger":
        gold, dev = source.treebank("train"), source.treebank("dev")
        return TaggerTask(Material(gold, dev, silver, embedded, device), **same)
    gold, dev = _with_usual_errors(source, out / "tagged", seed)
    return ParserTask(Material(gold, dev, silver, embedded, device), **same)


def _quicker(device: str) -> contextlib.AbstractContextManager[None]:
    """On a CPU the faster way to learn; a GPU has its own."""
    from quotes.training.analysis.lstm import fast

    return fast() if device == "cpu" else contextlib.nullcontext()


def _with_usual_errors(
    source: Data, folder: pathlib.Path, seed: int
) -> tuple[list[Sentence], list[Sentence]]:
    """The treebank with tags from a tagger that has not seen it; kept in `folder`."""
    train_part, dev_part = folder / "train.conllu", folder / "dev.conllu"
    if not (train_part.is_file() and dev_part.is_file()):
        whole, aside = source.treebank("train"), source.treebank("dev")
        _log.info("tagging the treebank by a tagger that has not seen it")
        gold, dev = retagged(whole, aside, seed=seed)
        write_conllu(gold, train_part)
        write_conllu(dev, dev_part)
    return conllu(train_part), conllu(dev_part)


def score(models: str | pathlib.Path, data: pathlib.Path) -> dict[str, dict[str, float]]:
    """How good a package is on the development parts: on raw text, and names on given words.

    Names once paragraph by paragraph, and once as the library finds them, agreed over an article;
    the data do not tell articles apart, so that every twenty paragraphs stand for one.

    Args:
        models: "bundled", or the folder of a stanza package.
        data: the folder that the module's docstring describes.
    """
    package = find(models)
    loaded = load(package)
    bank = raw_text.read(data / "ud" / "en_dev.conllu")
    names = bio(data / "ner" / "dev.bio")
    words = [[w.text for w in s] for s in names]
    wanted = [[w.entity for w in s] for s in names]
    return {
        "raw text": raw_text.score(StanzaAnalyser(package), bank),
        "names": entities(wanted, recognised(loaded, words)),
        "names, agreed": entities(wanted, recognised(loaded, words, _TOGETHER)),
    }
