"""Syntax by the weights of stanza's graph-based parser (Dozat and Manning, ICLR 2017)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from quotes.language.checkpoints import (
    RESERVED,
    ROOT,
    Checkpoint,
    UnsupportedModelError,
    plain,
)
from quotes.language.layers import (
    Characters,
    HighwayLstm,
    Linear,
    Meanings,
    Packing,
    Tensor,
    chunks,
    forms_of,
)
from quotes.language.trees import best_tree

Form = tuple[str, str, str, str]
"""Text, lemma, universal tag and Penn Treebank tag of a word."""
_MOST_PAIRS = 400_000
_LABELLED = 512
_ROOT: Form = ("", "", "", "")


class _Biaffine:
    """Scores of pairs of rows: `[left, 1] W [right, 1]`, after a hidden layer on each side."""

    def __init__(self, checkpoint: Checkpoint, name: str) -> None:
        self.left = Linear(checkpoint.part(f"{name}.W1"))
        self.right = Linear(checkpoint.part(f"{name}.W2"))
        self.weight = checkpoint.weights[f"{name}.scorer.W_bilin.weight"]
        self.bias = checkpoint.weights[f"{name}.scorer.W_bilin.bias"]

    def sides(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Both hidden layers with their ones."""
        ones = x.new_ones(len(x), 1)
        return (
            torch.cat((self.left(x).relu_(), ones), 1),
            torch.cat((self.right(x).relu_(), ones), 1),
        )


class Parser:
    """Heads and relations of Universal Dependencies.

    The relation is scored for the chosen head only, and not for all pairs of words.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        checkpoint.must(charlm=False, bert_model=False, char=True, reversed=False)
        checkpoint.must(use_arc_embedding=False, use_ufeats=False, resolve_head_constraints=False)
        settings, weights = checkpoint.settings, checkpoint.weights
        if checkpoint.content.get("model_type", "graph") != "graph" or not (
            settings["word_emb_dim"] and settings["tag_emb_dim"]
        ):
            raise UnsupportedModelError("not a graph over words and tags")
        tags = ["upos"] * settings.get("use_upos", True) + ["xpos"] * settings.get("use_xpos", True)
        if not tags:
            raise UnsupportedModelError("no tags")
        self._both_tags = len(tags) == 2
        names = ["word", "lemma", *tags]
        self._tables = [
            (
                ("word", "lemma", "upos", "xpos").index(name),
                checkpoint.vocabulary(name),
                weights[f"{name}_emb.weight"],
            )
            for name in names
        ]
        self._meanings = Meanings(checkpoint) if settings["pretrain"] else None
        self._characters = Characters(checkpoint)
        self._lstm = HighwayLstm(checkpoint, "parserlstm")
        self._arcs = _Biaffine(checkpoint, "unlabeled")
        self._order = _Biaffine(checkpoint, "linearization") if settings["linearization"] else None
        self._distance = _Biaffine(checkpoint, "distance") if settings["distance"] else None
        self._relations = _Biaffine(checkpoint, "deprel")
        self._names = checkpoint.vocabulary("deprel")

    def parse(self, rows: Sequence[Sequence[Form]]) -> list[list[tuple[int, str]]]:
        """For each word of each sentence its head (counted from 1, 0 is none) and its relation."""
        parsed: list[list[tuple[int, str]]] = [[] for _ in rows]
        for batch in chunks([len(row) for row in rows]):
            packing = Packing.of([len(rows[i]) + 1 for i in batch])
            output = self._encoded([form for i in batch for form in (_ROOT, *rows[i])], packing)
            heads = self._heads(output, packing)
            labels = self._labels(output, packing, heads)
            for rank, i in enumerate(packing.order.tolist()):
                parsed[batch[i]] = list(zip(heads[rank][1:], labels[rank][1:], strict=True))
        return parsed

    def _encoded(self, words: Sequence[Form], packing: Packing) -> Tensor:
        """One row for each word; the first word is a root, and only roots have no text."""
        forms, numbers = forms_of(words)
        texts = [plain(form[0]) for form in forms]
        columns = []
        if self._meanings is not None:
            known = self._meanings.numbers(texts)
            known[0] = ROOT
            columns.append(self._meanings(known))
        for place, vocabulary, table in self._tables:
            known = vocabulary.numbers(texts if place == 0 else [form[place] for form in forms])
            known[0] = ROOT
            columns.append(table[torch.tensor(known)])
        if self._both_tags:
            columns[-2:] = [columns[-2] + columns[-1]]
        spelled, which = forms_of(texts)
        characters = self._characters(spelled[1:])
        characters = torch.cat((self._characters.spelled([[ROOT]]), characters))
        inputs = torch.cat((*columns, characters[torch.from_numpy(which)]), 1)
        return self._lstm(inputs, torch.from_numpy(numbers[packing.index]), packing)

    def _heads(self, output: Tensor, packing: Packing) -> list[list[int]]:
        """The heads of the sentences as they are ranked, the root's place included."""
        scorers = [s for s in (self._arcs, self._order, self._distance) if s is not None]
        sides = []
        for scorer in scorers:
            left, right = scorer.sides(output)
            sides.append((left @ scorer.weight[:, :, 0], right, scorer.bias))
        place = np.full((len(packing.lengths), int(packing.lengths[0])), len(output))
        place[packing.sentence, packing.step] = np.arange(len(output))
        heads: list[list[int]] = []
        first = 0
        while first < len(packing.lengths):
            longest = int(packing.lengths[first])
            stop = first + max(1, _MOST_PAIRS // longest**2)
            lengths = packing.lengths[first:stop].tolist()
            rows = torch.from_numpy(np.minimum(place[first:stop, :longest], len(output) - 1))
            scores = self._scores([(a[rows], b[rows], bias) for a, b, bias in sides], longest)
            heads.extend(_decoded(scores, lengths))
            first = stop
        return heads

    def _scores(self, sides: Sequence[tuple[Tensor, Tensor, Tensor]], longest: int) -> Tensor:
        pairs = [torch.bmm(a, b.transpose(1, 2)).add_(bias) for a, b, bias in sides]
        scores = pairs.pop(0)
        steps = torch.arange(longest)
        offset = (steps[None, :] - steps[:, None]).float()
        if self._order is not None:
            scores += torch.nn.functional.logsigmoid(pairs.pop(0).mul_(offset.sign()))
        if self._distance is not None:
            expected = torch.nn.functional.softplus(pairs.pop(0)).add_(1)
            scores -= expected.sub_(offset.abs()).square_().div_(2).log1p_()
        steps = torch.arange(longest)
        scores[:, steps, steps] = -torch.inf
        return scores

    def _labels(
        self, output: Tensor, packing: Packing, heads: Sequence[Sequence[int]]
    ) -> list[list[str]]:
        """The relations to the heads that were chosen."""
        starts = np.cumsum(packing.sizes) - packing.sizes
        above = [heads[s][t] for s, t in zip(packing.sentence, packing.step, strict=True)]
        governor = torch.from_numpy(starts[above] + packing.sentence)
        left, right = self._relations.sides(output)
        right = right[governor]
        weight = self._relations.weight.flatten(1)
        best = []
        for a in range(0, len(left), _LABELLED):
            part = (left[a : a + _LABELLED] @ weight).unflatten(1, self._relations.weight.shape[1:])
            scores = torch.bmm(right[a : a + _LABELLED, None, :], part).squeeze(1)
            best.append(scores.add_(self._relations.bias).argmax(1))
        labels: list[list[str]] = [[""] * length for length in packing.lengths.tolist()]
        for s, t, label in zip(
            packing.sentence.tolist(), packing.step.tolist(), torch.cat(best).tolist(), strict=True
        ):
            labels[s][t] = self._names.unit(label + RESERVED)
        return labels


def _decoded(scores: Tensor, lengths: Sequence[int]) -> list[list[int]]:
    """The best trees; greedy heads where they make one, for all sentences at once."""
    padded = scores.clone()
    sizes = torch.tensor(lengths)
    padded.masked_fill_(torch.arange(scores.shape[1]) >= sizes[:, None, None], -torch.inf)
    heads = padded.argmax(2)
    heads[:, 0] = 0
    words = torch.arange(scores.shape[1]) < sizes[:, None]
    roots = ((heads == 0) & words).sum(1) - 1
    # every word reaches the root: follow heads for 1, 2, 4, ... steps
    reached = heads.masked_fill(~words, 0)
    for _ in range(max(lengths).bit_length()):
        reached = reached.gather(1, reached)
    trees = ((reached == 0).all(1) & (roots == 1)).tolist()
    greedy = heads.tolist()
    table = scores.numpy()
    return [
        row[:length] if tree else best_tree(table[i, :length, :length])
        for i, (row, length, tree) in enumerate(zip(greedy, lengths, trees, strict=True))
    ]
