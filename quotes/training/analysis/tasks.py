"""The tagger, the parser and the recogniser of names, as tasks for the training loop."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from quotes.training.analysis.parser_loss import loss as parser_loss
from quotes.training.analysis.scores import attachments, entities, rows, tags
from quotes.training.analysis.sentences import Sentence, as_documents
from quotes.training.analysis.start import take_over

_ALWAYS = {"lang": "en", "shorthand": "en_news", "mode": "train"}


@attrs.frozen
class Material:
    """What a task learns from: sentences that are right, and automatic ones; `dev` scores it.

    `vectors` as `word_vectors` reads them; `device` is where torch computes.
    """

    gold: Sequence[Sentence]
    dev: Sequence[Sentence]
    silver: Sequence[Sentence] = ()
    vectors: Any = None
    device: str = "cpu"

    def arguments(self, parse: Callable[[list[str]], Any], *options: str) -> dict[str, Any]:
        """The arguments of a stanza trainer, as its parser has them by default."""
        given = [*options, *([] if self.vectors else ["--no_pretrain"])]
        return {**parse(given), **_ALWAYS, "device": self.device}


def word_vectors(path: pathlib.Path | None) -> Any:
    """The word vectors at a path, as stanza wants them; None for none."""
    if path is None:
        return None
    from stanza.models.common.pretrain import Pretrain

    return Pretrain(str(path))


class _Document:
    """What stanza's loaders ask of a document; its own takes a minute to build for a corpus."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.rows = as_documents(sentences)

    def get(
        self, fields: Sequence[str], as_sentences: bool = True, from_token: bool = False
    ) -> list[list[list[object]]]:
        """The values of `fields` for each word of each sentence."""
        return [[[word.get(field) for field in fields] for word in row] for row in self.rows]


def _save(trainer: Any, path: pathlib.Path) -> None:
    """Write a model without the places of files, which mean nothing on another machine."""
    held = trainer.args
    trainer.args = {
        k: None if k.endswith(("_dir", "_file", "_name")) else v for k, v in held.items()
    }
    trainer.save(str(path))
    trainer.args = held


def _answers(trainer: Any, batches: Sequence[tuple[list[int], Any]]) -> list[Any]:
    """What a model answers for batches of sentences, in the order of the sentences."""
    import torch

    found: dict[int, Any] = {}
    with torch.no_grad():
        for chosen, batch in batches:
            found.update(zip(chosen, trainer.predict(batch), strict=True))
    return [found[i] for i in range(len(found))]


class TaggerTask:
    """Universal and Penn tags; no features, which nothing in the library reads."""

    def __init__(self, material: Material, **sizes: Any) -> None:
        from stanza.models import tagger
        from stanza.models.pos.data import Dataset
        from stanza.models.pos.trainer import Trainer

        vectors, device = material.vectors, material.device
        arguments = material.arguments(tagger.parse_args, "--share_hid", "--char_bidirectional")
        arguments.update(
            {"hidden_dim": 160, "char_hidden_dim": 64, "char_emb_dim": 48}
            | {"deep_biaff_hidden_dim": 160, "transformed_dim": 80, "word_emb_dim": 64}
            | {"word_cutoff": 3, "word_dropout": 0.2, "optim": "adam"}
            | sizes
        )
        document = _Document([*material.gold, *material.silver])
        vocabulary = Dataset.init_vocab([document], arguments)
        self.data = Dataset(document, arguments, vectors, vocab=vocabulary)
        self.lengths = [len(s) for s in (*material.gold, *material.silver)]
        self.gold = len(material.gold)
        self.trainer = Trainer(args=arguments, vocab=vocabulary, pretrain=vectors, device=device)
        self.model = self.trainer.model
        self.optimizers = list(self.trainer.optimizers.values())
        self.dev = [tuple((w.upos, w.xpos) for w in s) for s in material.dev]
        document = _Document(material.dev)
        scored = Dataset(document, arguments, vectors, vocab=vocabulary, evaluation=True)
        self.batches = [
            (rows_, scored.collate_fn([scored[i] for i in rows_]))
            for rows_ in rows([len(s) for s in material.dev])
        ]

    def begin(self, path: pathlib.Path) -> None:
        """Take over the weights of an earlier tagger, with or without word vectors."""
        at, width = self.trainer.args["word_emb_dim"], self.trainer.args["transformed_dim"]
        take_over(self.model, self.trainer.vocab, path, at=at, width=width)

    def learn(self, indices: Sequence[int]) -> float:
        """Take one step on these sentences; return the loss."""
        batch = self.data.collate_fn([self.data[i] for i in indices])
        return float(self.trainer.update(batch))

    def score(self) -> dict[str, float]:
        """Shares of words with the right tags; both right decides."""
        answers = _answers(self.trainer, self.batches)
        return tags(self.dev, [[(t[0], t[1]) for t in a] for a in answers])

    def save(self, path: pathlib.Path) -> None:
        """Write the model as stanza loads it."""
        _save(self.trainer, path)


class ParserTask:
    """Dependencies; trained on the tags in the sentences, which had better be predicted ones."""

    def __init__(self, material: Material, **sizes: Any) -> None:
        from stanza.models import parser
        from stanza.models.depparse.data import DataLoader
        from stanza.models.depparse.trainer import GraphTrainer

        vectors, device = material.vectors, material.device
        arguments = material.arguments(parser.parse_args, "--no_ufeats", "--no_checkpoint")
        arguments.update(
            {"hidden_dim": 200, "num_layers": 2, "char_hidden_dim": 80, "char_emb_dim": 48}
            | {"deep_biaff_hidden_dim": 96, "deep_biaff_output_dim": 96, "transformed_dim": 80}
            | {"word_emb_dim": 64, "tag_emb_dim": 32, "word_cutoff": 3, "word_dropout": 0.2}
            | {"optim": "adam", "weight_decay": None, "beta2": 0.95, "augment_nopunct": 0.05}
            | sizes
        )
        document = _Document([*material.gold, *material.silver])
        loader = DataLoader(document, 5000, arguments, vectors)
        self.data = loader.dataset
        self.collate = loader.collate
        self.data.data = _in_order(self.data, document, vectors, arguments)
        self.lengths = [len(s) for s in (*material.gold, *material.silver)]
        self.gold = len(material.gold)
        self.trainer = GraphTrainer(
            args=arguments, vocab=loader.vocab, pretrain=vectors, device=device
        )
        self.model = self.trainer.model
        self.optimizers = list(self.trainer.optimizer.values())
        self.dev = [tuple((w.head, w.deprel) for w in s) for s in material.dev]
        scored = DataLoader(
            _Document(material.dev), 5000, arguments, vectors, vocab=loader.vocab, evaluation=True
        ).dataset
        self.batches = [
            (rows_, loader.collate([scored[i] for i in rows_]))
            for rows_ in rows([len(s) for s in material.dev])
        ]

    def begin(self, path: pathlib.Path) -> None:
        """Take over the weights of an earlier parser, with or without word vectors."""
        width = self.trainer.args["transformed_dim"]
        take_over(self.model, self.trainer.vocab, path, at=0, width=width)

    def learn(self, indices: Sequence[int]) -> float:
        """Take one step on these sentences; return the loss."""
        import torch

        self.model.train()
        self.optimizers[0].zero_grad()
        result = parser_loss(self.model, self.collate([self.data[i] for i in indices]))
        result.backward()
        limit = self.trainer.args["max_grad_norm"]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), limit)
        self.optimizers[0].step()
        return float(result.item())

    def score(self) -> dict[str, float]:
        """Attachment scores over all words; the labelled one decides."""
        answers = _answers(self.trainer, self.batches)
        return attachments(self.dev, [[(int(h), r) for h, r in a] for a in answers])

    def save(self, path: pathlib.Path) -> None:
        """Write the model as stanza loads it."""
        _save(self.trainer, path)


def _in_order(data: Any, document: Any, vectors: Any, arguments: dict[str, Any]) -> Any:
    """The sentences of a stanza parser dataset, which shuffles them, in the order they came in."""
    vocabulary = vectors.vocab if vectors is not None else None
    return data.preprocess(data.load_doc(document), data.vocab, vocabulary, arguments)


class NamesTask:
    """Named entities. Words below `cutoff` have no vector of their own, only the shared one."""

    def __init__(self, material: Material, *, cutoff: int = 3, **sizes: Any) -> None:
        from stanza.models import ner_tagger
        from stanza.models.ner.data import DataLoader
        from stanza.models.ner.trainer import Trainer
        from stanza.models.pos.vocab import WordVocab

        vectors, device = material.vectors, material.device
        arguments = material.arguments(ner_tagger.parse_args)
        arguments.update(
            {"hidden_dim": 160, "char_hidden_dim": 64, "char_emb_dim": 50, "word_emb_dim": 64}
            | {"optim": "adam", "scheme": "bioes", "word_dropout": 0.1, "max_batch_words": None}
            | sizes
        )
        if vectors is not None:
            arguments["word_emb_dim"] = vectors.emb.shape[1]
        loader = DataLoader(_Document(material.gold), 1, arguments, vectors)
        words = loader.doc.get(["text", "ner"], as_sentences=True, from_token=True)
        loader.vocab["delta"] = WordVocab(words, "en_news", cutoff=cutoff, lower=True)
        loader.data = loader.preprocess(loader._load_doc(loader.doc, None), loader.vocab, arguments)
        self.data = loader.data
        self.loader = loader
        self.lengths = [len(s) for s in material.gold]
        self.gold = len(material.gold)
        self.trainer = Trainer(args=arguments, vocab=loader.vocab, pretrain=vectors, device=device)
        self.model = self.trainer.model
        self.optimizers = [self.trainer.optimizer]
        self.dev = [[w.entity for w in s] for s in material.dev]
        scored = DataLoader(
            _Document(material.dev), 1, arguments, vectors, loader.vocab, evaluation=True
        )
        kept = [s for batch in scored.data for s in batch]
        self.batches = []
        for chosen in rows([len(s) for s in material.dev]):
            scored.data = [[kept[i] for i in chosen]]
            self.batches.append((chosen, scored[0]))

    def begin(self, path: pathlib.Path) -> None:
        """Take over the weights of an earlier model."""
        take_over(self.model, self.trainer.vocab, path, at=0, width=0)

    def learn(self, indices: Sequence[int]) -> float:
        """Take one step on these sentences; return the loss."""
        self.loader.data = [[self.data[i] for i in indices]]
        return float(self.trainer.update(self.loader[0]))

    def score(self) -> dict[str, float]:
        """F1 over whole entities, all classes together and each by its name."""
        return entities(self.dev, _answers(self.trainer, self.batches))

    def save(self, path: pathlib.Path) -> None:
        """Write the model as stanza loads it."""
        _save(self.trainer, path)
