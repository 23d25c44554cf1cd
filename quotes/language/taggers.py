"""Tags of words (parts of speech) and of entities, by the weights of stanza's models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from quotes.language.checkpoints import (
    PADDING,
    RESERVED,
    UNKNOWN,
    Checkpoint,
    UnsupportedModelError,
    plain,
    unspaced,
)
from quotes.language.layers import (
    Characters,
    HighwayLstm,
    Linear,
    Lstm,
    Meanings,
    Numbers,
    Packing,
    Tensor,
    chunks,
    forms_of,
)

Scored = tuple[list[int], Packing, Tensor]
"""The sentences of a batch, how they are packed, and the packed scores of their tags."""
_AGREEMENT, _DOUBT = 2.0, 0.03
"""How much the average over an article counts, and the least that it grants to a class."""
_LONGEST_NAME = 6


class WordTagger:
    """Universal and Penn Treebank tags (Qi et al., CoNLL 2018); no morphological features."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        checkpoint.must(charlm=False, bert_model=False, share_hid=True, char=True)
        checkpoint.must(extra_tag_columns=False)
        if not checkpoint.settings["word_emb_dim"]:
            raise UnsupportedModelError("no words")
        self._words = checkpoint.vocabulary("word")
        self._embedding = checkpoint.weights["word_emb.weight"]
        self._meanings = Meanings(checkpoint) if checkpoint.settings["pretrain"] else None
        self._characters = Characters(checkpoint)
        self._lstm = HighwayLstm(checkpoint, "taggerlstm")
        self._hidden = Linear(checkpoint.part("upos_hid"))
        self._heads = [
            (checkpoint.vocabulary(name), Linear(checkpoint.part(part)))
            for name, part in (("upos", "upos_clf"), ("xpos", "tag_clf.xpos"))
        ]

    def tags(self, rows: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
        """For each word of each sentence its universal and its Penn Treebank tag."""
        tagged: list[list[tuple[str, str]]] = [[] for _ in rows]
        for batch in chunks([len(row) for row in rows]):
            packing = Packing.of([len(rows[i]) for i in batch])
            forms, numbers = forms_of([plain(word) for i in batch for word in rows[i]])
            columns = [self._embedding[torch.tensor(self._words.numbers(forms))]]
            if self._meanings is not None:
                columns.append(self._meanings(self._meanings.numbers(forms)))
            inputs = torch.cat((*columns, self._characters(forms)), 1)
            which = torch.from_numpy(numbers[packing.index])
            hidden = self._hidden(self._lstm(inputs, which, packing)).relu_()
            found = [
                [
                    [vocabulary.unit(n) for n in row]
                    for row in packing.rows(head(hidden).argmax(1).numpy())
                ]
                for vocabulary, head in self._heads
            ]
            for i, upos, xpos in zip(batch, *found, strict=True):
                tagged[i] = list(zip(upos, xpos, strict=True))
        return tagged


class _Words:
    """Vectors of words: those that models share, with what was learnt of frequent words added."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        vocabularies = checkpoint.content["vocab"]
        self._learnt = checkpoint.vocabulary("delta") if "delta" in vocabularies else None
        self._added: Tensor = checkpoint.weights["delta_emb.weight"] if self._learnt else None
        self._given = checkpoint.vocabulary("word") if "word" in vocabularies else None
        self._table: Tensor = None
        if self._given is not None:
            self._table = checkpoint.weights.get("word_emb.weight")
            if self._table is None and checkpoint.vectors is not None:
                self._table = checkpoint.vectors.table
            if self._table is None or len(self._table) != len(self._given):
                raise UnsupportedModelError("word vectors that are not there")
        if self._given is None and self._learnt is None:
            raise UnsupportedModelError("no words")

    def __call__(self, words: Sequence[str]) -> Tensor:
        """One row for each word."""
        learnt = self._learnt.numbers(words) if self._learnt is not None else []
        if self._given is None:
            return self._added[torch.tensor(learnt)]
        given = self._given.numbers(map(unspaced, words))
        rows = self._table[torch.tensor(given)]
        if self._added is None:
            return rows
        # nothing is added to a word that has a vector of its own and was rare
        nothing = [
            PADDING if a == UNKNOWN and g != UNKNOWN else a
            for a, g in zip(learnt, given, strict=True)
        ]
        return rows + self._added[torch.tensor(nothing)]


def _capitalised(words: Sequence[str]) -> list[tuple[str, ...]]:
    """For each word with a capital itself and those that follow; empty for the others."""
    runs: list[tuple[str, ...]] = []
    run: tuple[str, ...] = ()
    for word in reversed(words):
        run = (word, *run[: _LONGEST_NAME - 1]) if word != word.lower() else ()
        runs.append(run)
    return runs[::-1]


class EntityTagger:
    """Named entities: an LSTM over words and characters with a linear-chain CRF on top."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        checkpoint.must(charlm=False, bert_model=False, char=True)
        if checkpoint.settings["predict_tagset"] or "tag_clfs.1.weight" in checkpoint.weights:
            raise UnsupportedModelError("several sets of tags")
        self._case = str.lower if checkpoint.settings.get("lowercase", True) else str
        self._char_case = str.lower if checkpoint.settings.get("char_lowercase") else str
        self._words = _Words(checkpoint)
        self._characters = Characters(checkpoint)
        transform = checkpoint.part("input_transform")
        self._transform = Linear(transform) if transform else None
        weights = checkpoint.weights
        self._lstm = Lstm(
            checkpoint.part("taggerlstm.lstm"),
            (weights["taggerlstm_h_init"], weights["taggerlstm_c_init"]),
        )
        self._head = Linear(checkpoint.part("tag_clfs.0"))
        self._transitions = weights["crits.0._transitions"].t().contiguous()
        self._labels: list[str] = checkpoint.content["vocab"]["tag"]["_id2unit"][0]
        self._outside = self._labels[RESERVED]
        kinds = [tag.partition("-")[2] for tag in self._labels]
        self._classes = torch.tensor([[float(a == b) for b in sorted(set(kinds))] for a in kinds])

    def tags(
        self, rows: Sequence[Sequence[str]], articles: Sequence[int] | None = None
    ) -> list[list[str]]:
        """For each word of each sentence its tag in the BIOES scheme.

        With `articles`, the number of the article that each sentence is from, what a word is at one
        place of its article counts at the others.
        """
        found = list(self._scored(rows))
        if articles is not None:
            self._agree(rows, articles, found)
        tagged: list[list[str]] = [[] for _ in rows]
        for batch, packing, scores in found:
            best = self._best(scores, packing.sizes)
            for i, row in zip(batch, packing.rows(best), strict=True):
                tagged[i] = [self._labels[n] if n >= RESERVED else self._outside for n in row]
        return tagged

    def _scored(self, rows: Sequence[Sequence[str]]) -> Iterator[Scored]:
        """The scores of `labels`, batch by batch."""
        for batch in chunks([len(row) for row in rows]):
            packing = Packing.of([len(rows[i]) for i in batch])
            forms, numbers = forms_of([word for i in batch for word in rows[i]])
            words = self._words([self._case(form) for form in forms])
            spelled = self._characters([self._char_case(form) for form in forms])
            inputs = torch.cat((words, spelled), 1)
            if self._transform is not None:
                inputs = self._transform(inputs)
            which = torch.from_numpy(numbers[packing.index])
            yield batch, packing, self._head(self._lstm(inputs, packing, which))

    def _agree(
        self, rows: Sequence[Sequence[str]], articles: Sequence[int], found: Sequence[Scored]
    ) -> None:
        """Add to the scores of capitalised words what their article holds them to be on average.

        A name that one sentence tells nothing about is often plain from another one (Finkel,
        Grenager and Manning, ACL 2005; Krishnan and Manning, ACL 2006). A word is the same as
        another if the capitalised words behind it are: the *Ada Marsh Fund* is not *Ada Marsh*.
        """
        known: dict[tuple[int, tuple[str, ...]], int] = {}
        packed, sums = [], []
        for batch, packing, scores in found:
            flat = np.array(
                [
                    known.setdefault((articles[i], run), len(known)) if run else -1
                    for i in batch
                    for run in _capitalised(rows[i])
                ]
            )[packing.index]
            places = torch.from_numpy(np.flatnonzero(flat >= 0))
            packed.append((places, torch.from_numpy(flat)[places]))
            sums.append(scores[places].softmax(1) @ self._classes)
        total = self._classes.new_zeros(len(known), self._classes.shape[1])
        count = total.new_zeros(len(known), 1)
        for (_, which), sum_ in zip(packed, sums, strict=True):
            total.index_add_(0, which, sum_)
            count.index_add_(0, which, count.new_ones(len(which), 1))
        added = _AGREEMENT * (total / count + _DOUBT).log_()
        added.masked_fill_(count < 2, 0)
        for (places, which), (_, _, scores) in zip(packed, found, strict=True):
            scores.index_add_(0, places, added[which] @ self._classes.t())

    def _best(self, scores: Tensor, sizes: Numbers) -> Numbers:
        """The best sequences of tags (Viterbi), packed as the scores are."""
        steps: list[int] = sizes.tolist()
        parts = scores.split(steps)
        total = parts[0].clone()
        back: list[Tensor] = []
        for part, count in zip(parts[1:], steps[1:], strict=True):
            before, best = (total[:count, None, :] + self._transitions).max(2)
            total[:count] = before.add_(part)
            back.append(best.numpy())
        tags = total.argmax(1).numpy()
        chosen = [tags]
        here = tags.copy()
        for pointers in reversed(back):
            count = len(pointers)
            here[:count] = pointers[range(count), here[:count]]
            chosen.append(here.copy())
        chosen.reverse()
        result: Numbers = torch.cat(
            [torch.from_numpy(row[:count]) for row, count in zip(chosen, steps, strict=True)]
        ).numpy()
        return result
