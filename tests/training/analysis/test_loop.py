"""The training loop: order, resuming, averages, and the faster backward pass."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence

import pytest
import torch

from quotes.training.analysis.loop import Plan, batches, rate, run
from quotes.training.analysis.lstm import fast
from quotes.training.analysis.vectors import VectorSettings, vectors


class Line:
    """Fits a line with dropout; as small as a task can be."""

    def __init__(self) -> None:
        torch.manual_seed(0)
        self.model = torch.nn.Sequential(torch.nn.Dropout(0.2), torch.nn.Linear(3, 1))
        self.optimizers = [torch.optim.Adam(self.model.parameters())]
        self.lengths = [1 + i % 5 for i in range(40)]
        self.gold = 30
        self.saved: list[float] = []

    def learn(self, indices: Sequence[int]) -> float:
        x = torch.tensor([[i, 1.0, -i] for i in indices]) / 40
        self.optimizers[0].zero_grad()
        loss = ((self.model(x) - x[:, :1]) ** 2).mean()
        loss.backward()
        self.optimizers[0].step()
        return float(loss.item())

    def score(self) -> dict[str, float]:
        return {"score": 1 - float(self.model[1].weight.detach().abs().sum()) / 100}

    def save(self, path: pathlib.Path) -> None:
        torch.save(self.model.state_dict(), path)


PLAN = Plan(steps=12, rate=0.01, words=20, every=3, silver=0.5, warm=2)


def test_an_epoch_has_all_of_the_gold_and_a_share_of_the_silver() -> None:
    task = Line()

    epoch = batches(task, PLAN, seed=1, epoch=0)

    chosen = sorted(i for batch in epoch for i in batch)
    assert chosen[:30] == list(range(30))
    assert len(chosen) == 35
    assert all(sum(task.lengths[i] for i in batch) <= 20 for batch in epoch)
    assert epoch == batches(task, PLAN, seed=1, epoch=0)
    assert epoch != batches(task, PLAN, seed=1, epoch=1)


def test_the_rate_rises_and_then_falls_to_a_hundredth() -> None:
    assert rate(PLAN, 1) == pytest.approx(0.005)
    assert rate(PLAN, 2) == pytest.approx(0.01)
    assert rate(PLAN, 12) == pytest.approx(0.0001)


def test_a_resumed_run_ends_with_the_weights_of_an_uninterrupted_one(
    tmp_path: pathlib.Path,
) -> None:
    whole, broken = Line(), Line()
    run(whole, PLAN, tmp_path / "a" / "m.pt", seed=1, resume=False)

    class Cut(Exception):
        pass

    steps = 0
    usual = broken.learn

    def learn(indices: Sequence[int]) -> float:
        nonlocal steps
        steps += 1
        if steps == 8:
            raise Cut
        return usual(indices)

    broken.learn = learn  # type: ignore[method-assign]
    with pytest.raises(Cut):
        run(broken, PLAN, tmp_path / "b" / "m.pt", seed=1, resume=False)
    again = Line()
    run(again, PLAN, tmp_path / "b" / "m.pt", seed=1, resume=True)

    for a, b in zip(whole.model.parameters(), again.model.parameters(), strict=True):
        assert torch.equal(a, b)


def _gradients(width: int, quick: bool) -> list[torch.Tensor]:
    from stanza.models.common.packed_lstm import PackedLSTM

    torch.manual_seed(3)
    layer = PackedLSTM(4, width, 1, batch_first=True, bidirectional=True)
    x = torch.randn(3, 5, 4, requires_grad=True)
    hx = (torch.randn(2, 3, width, requires_grad=True), torch.randn(2, 3, width))

    def loss() -> torch.Tensor:
        out, (state, cell) = layer(x, [5, 3, 1], hx)
        return (out.data**2).sum() + (state * cell).sum()

    if quick:
        with fast():
            loss().backward()
    else:
        loss().backward()
    return [p.grad for p in (*layer.parameters(), x, hx[0]) if p.grad is not None]


def test_the_faster_backward_pass_gives_the_same_gradients() -> None:
    for usual, quick in zip(_gradients(6, False), _gradients(6, True), strict=True):
        assert torch.allclose(usual, quick, atol=1e-5)


def test_words_of_like_use_get_like_vectors() -> None:
    text = [
        f"{who} said that {what} fell .".split() for who in ("she", "he") for what in ("A", "B")
    ]
    text += [["rain", "fell", "on", "grey", "roofs"]] * 3

    words, table = vectors(text * 5, VectorSettings(words=50, dimensions=8), seed=1)

    def alike(a: str, b: str) -> float:
        x, y = table[words.index(a)], table[words.index(b)]
        return float(x @ y / ((x @ x) * (y @ y)) ** 0.5)

    assert alike("she", "he") > 0.9
    assert alike("she", "he") > alike("she", "roofs")
    assert words == vectors(text * 5, VectorSettings(words=50, dimensions=8), seed=1)[0]


def test_labels_scored_for_true_heads_alone_give_the_loss_of_the_parser(
    tmp_path: pathlib.Path,
) -> None:
    from quotes.training.analysis.parser_loss import loss
    from quotes.training.analysis.sentences import Token
    from quotes.training.analysis.tasks import Material, ParserTask

    sentences = [
        (Token("Go", "go", "VERB", "VB", 0, "root"), Token("on", "on", "ADV", "RB", 1, "advmod")),
        (
            Token("She", "she", "PRON", "PRP", 2, "nsubj"),
            Token("went", "go", "VERB", "VBD", 0, "root"),
            Token("on", "on", "ADV", "RB", 2, "advmod"),
        ),
    ]
    material = Material(sentences, sentences)
    task = ParserTask(material, dropout=0.0, word_dropout=0.0, augment_nopunct=-1)
    task.model.train()
    for weight in task.model.parameters():
        torch.nn.init.normal_(weight, std=0.1)
    batch = task.collate([task.data[i] for i in (0, 1)])

    ours = loss(task.model, batch)
    theirs = task.trainer.update(batch)[0]

    assert float(ours.item()) == pytest.approx(theirs, rel=1e-5)
