"""A transformer that learns the gold names, to teach a small recogniser.

It reads word pieces without case, so that it is told the shape of each word apart.
"""

from __future__ import annotations

import pathlib
import random
from collections.abc import Sequence
from typing import Any

import attrs
import torch
from torch import nn
from torch.nn import functional

from quotes.training.analysis.encoder import batch, read
from quotes.training.analysis.scores import entities
from quotes.training.analysis.sentences import Sentence
from quotes.training.progress import Progress, silent

_SHAPES = 12
_NEVER = -1e4
_POOL = 1000


@attrs.frozen
class TeacherPlan:
    """How the teacher learns: `pieces` bounds a batch, `frozen` layers stay as they were."""

    epochs: int = 1
    rate: float = 2e-4
    fresh_rate: float = 2e-3
    pieces: int = 640
    frozen: int = 2


def shape(word: str) -> int:
    """The shape of a word: its case, digits, marks."""
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            return 2 if len(word) > 1 else 3
        return 4 if word[0].isupper() and word[1:].islower() else 5
    if any(c.isdigit() for c in word):
        return 6 if any(c.isalpha() for c in word) else 7
    if any(c.isalpha() for c in word):
        if word[0].isupper():
            return 8 if word.isupper() else 9
        return 10
    return 11


def bioes(tags: Sequence[str]) -> list[str]:
    """BIO tags with the ends of entities marked."""
    result = []
    for i, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        more = i + 1 < len(tags) and tags[i + 1] == f"I-{kind}"
        if prefix == "B":
            result.append(f"B-{kind}" if more else f"S-{kind}")
        elif prefix == "I":
            result.append(f"I-{kind}" if more else f"E-{kind}")
        else:
            result.append("O")
    return result


class Teacher(nn.Module):  # type: ignore[misc]
    """An encoder, shapes of words added in the middle, and a layer of labels for first pieces."""

    def __init__(self, folder: pathlib.Path, labels: Sequence[str], frozen: int) -> None:
        super().__init__()
        self.encoder, self.pieces = read(folder)
        self.labels = list(labels)
        self.frozen = frozen
        width = self.encoder.width
        self.shapes = nn.Embedding(_SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.near = nn.Embedding(3 * _SHAPES, len(self.labels))
        nn.init.zeros_(self.near.weight)
        self.head = nn.Linear(2 * width, len(self.labels))
        self.drop = nn.Dropout(0.1)
        for part in (self.encoder.pieces, self.encoder.places, self.encoder.norm):
            part.requires_grad_(False)
        for layer in self.encoder.layers[:frozen]:
            layer.requires_grad_(False)
        kinds = [(label[0], label[2:]) for label in self.labels]
        allowed = [[_follows(a, b) for b in kinds] for a in kinds]
        self.moves = torch.where(torch.tensor(allowed), 0.0, _NEVER)
        self.first = torch.tensor([_NEVER if p in "IE" else 0.0 for p, _ in kinds])
        self.last = torch.tensor([_NEVER if p in "BI" else 0.0 for p, _ in kinds])

    def forward(self, sentences: Sequence[Sequence[str]]) -> Any:
        """Scores of the labels for each word, sentence after sentence."""
        numbers, mask, firsts = batch(self.pieces, sentences)
        encoder = self.encoder
        shut = (1.0 - mask[:, None, None, :]) * _NEVER
        with torch.no_grad():
            x = encoder.pieces(numbers) + encoder.places.weight[: numbers.shape[1]]
            x = encoder.norm(x)
            for layer in encoder.layers[: self.frozen]:
                x = layer(x, shut)
        kinds = torch.tensor([shape(w) for words in sentences for w in words])
        spread = torch.zeros(numbers.numel(), dtype=torch.long)
        spread[firsts] = kinds
        x = x + self.shapes(spread).view(x.shape)
        before = x
        for layer in encoder.layers[self.frozen :]:
            before, x = x, layer(x, shut)
        both = torch.cat((before, x), 2).flatten(0, 1)[firsts]
        edge = torch.zeros(1, dtype=torch.long)
        left, right = torch.cat((edge, kinds[:-1])), torch.cat((kinds[1:], edge))
        near = self.near(left) + self.near(kinds + _SHAPES) + self.near(right + 2 * _SHAPES)
        return self.head(self.drop(both)) + near

    def best(self, scores: Any) -> list[str]:
        """The best sequence of labels that is well formed (Viterbi), for one sentence."""
        total = scores[0] + self.first
        back = []
        for row in scores[1:]:
            step, come = (total[:, None] + self.moves).max(0)
            back.append(come)
            total = step + row
        at = int((total + self.last).argmax())
        path = [at]
        for come in reversed(back):
            at = int(come[at])
            path.append(at)
        return [self.labels[i] for i in reversed(path)]

    def scores(self, sentences: Sequence[Sequence[str]], pieces: int = 2000) -> list[Any]:
        """Log probabilities of the labels for the words of each sentence."""
        self.eval()
        result: dict[int, Any] = {}
        lengths = [sum(len(self.pieces.word(w)) for w in s) for s in sentences]
        with torch.no_grad():
            for rows in _batches(lengths, range(len(sentences)), pieces):
                found = self([sentences[i] for i in rows]).log_softmax(1)
                parts = found.split([len(sentences[i]) for i in rows])
                result.update(zip(rows, parts, strict=True))
        return [result[i] for i in range(len(sentences))]


def _follows(before: tuple[str, str], after: tuple[str, str]) -> bool:
    """Whether a label may stand after another one in well-formed BIOES."""
    if before[0] in "BI":
        return after[0] in "IE" and after[1] == before[1]
    return after[0] in "OBS"


def _batches(lengths: Sequence[int], chosen: Sequence[int], pieces: int) -> list[list[int]]:
    """Sentences of like length together, at most so many pieces (with padding) at a time."""
    result: list[list[int]] = []
    rows: list[int] = []
    for i in sorted(chosen, key=lambda i: (lengths[i], i)):
        if rows and (len(rows) + 1) * (lengths[i] + 2) > pieces:
            result.append(rows)
            rows = []
        rows.append(i)
    return [*result, rows] if rows else result


def teach(
    folder: pathlib.Path,
    gold: Sequence[Sentence],
    plan: TeacherPlan,
    out: pathlib.Path,
    *,
    seed: int,
    progress: Progress = silent,
) -> Teacher:
    """Fine-tune the transformer in `folder` on gold names; its weights are kept at `out`.

    If there are weights at `out` they are read, and nothing is learned.

    Raises:
        DataError: part of the transformer is missing.
    """
    torch.manual_seed(seed)
    dice = random.Random(seed)
    texts = [[w.text for w in s] for s in gold]
    tags = [bioes([w.entity for w in s]) for s in gold]
    labels = sorted({t for s in tags for t in s})
    teacher = Teacher(folder, labels, plan.frozen)
    if out.is_file():
        teacher.load_state_dict(torch.load(out, weights_only=True))
        return teacher
    index = {label: i for i, label in enumerate(labels)}
    lengths = [sum(len(teacher.pieces.word(w)) for w in s) for s in texts]
    queue: list[list[int]] = []
    for _ in range(plan.epochs):
        order = list(range(len(gold)))
        dice.shuffle(order)
        pools = [order[i : i + _POOL] for i in range(0, len(order), _POOL)]
        parts = [rows for pool in pools for rows in _batches(lengths, pool, plan.pieces)]
        dice.shuffle(parts)
        queue += parts
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    fresh = [*teacher.shapes.parameters(), *teacher.near.parameters(), *teacher.head.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "top": plan.rate}, {"params": fresh, "top": plan.fresh_rate}],
        weight_decay=0.01,
    )
    for step, rows in enumerate(queue, 1):
        teacher.train()
        done = step / len(queue)
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(done / 0.05, (1 - done) / 0.95 + 0.005)
        wanted = torch.tensor([index[t] for i in rows for t in tags[i]])
        loss = functional.cross_entropy(teacher([texts[i] for i in rows]), wanted)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(encoder, 1.0)
        optimizer.step()
        progress("batches for the teacher", step, len(queue))
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(teacher.state_dict(), out)
    return teacher


def score(teacher: Teacher, sentences: Sequence[Sentence]) -> dict[str, float]:
    """F1 of the teacher over whole entities."""
    found = teacher.scores([[w.text for w in s] for s in sentences])
    return entities(
        [[w.entity for w in s] for s in sentences], [teacher.best(rows) for rows in found]
    )
