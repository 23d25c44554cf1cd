"""The layers answer as torch's own do."""

from __future__ import annotations

import numpy as np
import pytest

from quotes.language.layers import Lstm, Packing, chunks, forms_of

LENGTHS = [3, 7, 1, 7, 2]


@pytest.mark.parametrize("bidirectional", [False, True])
def test_an_lstm_answers_as_that_of_torch(bidirectional: bool) -> None:
    import torch

    torch.manual_seed(1)
    theirs = torch.nn.LSTM(5, 4, bidirectional=bidirectional)
    states = (torch.randn(1 + bidirectional, 1, 4), torch.randn(1 + bidirectional, 1, 4))
    sentences = [torch.randn(length, 5) for length in LENGTHS]
    packing = Packing.of(LENGTHS)

    with torch.inference_mode():
        rows = torch.cat(sentences)[torch.from_numpy(packing.index)]
        ours = Lstm(dict(theirs.state_dict()), states)(rows, packing)
        expected = torch.cat(
            [theirs(s[:, None], tuple(x.contiguous() for x in states))[0][:, 0] for s in sentences]
        )

    flat = torch.empty_like(ours)
    flat[torch.from_numpy(packing.index)] = ours
    torch.testing.assert_close(flat, expected, atol=1e-6, rtol=1e-5)


def test_forms_computed_once_give_what_every_row_by_itself_gives() -> None:
    import torch

    torch.manual_seed(2)
    lstm = Lstm(dict(torch.nn.LSTM(5, 4, bidirectional=True).state_dict()))
    forms = torch.randn(3, 5)
    packing = Packing.of(LENGTHS)
    which = torch.randint(0, 3, (sum(LENGTHS),))

    with torch.inference_mode():
        torch.testing.assert_close(lstm(forms, packing, which), lstm(forms[which], packing))


def test_what_is_packed_comes_back_in_its_old_order() -> None:
    packing = Packing.of(LENGTHS)
    numbers = np.arange(sum(LENGTHS))

    rows = packing.rows(numbers[packing.index])

    assert [len(row) for row in rows] == LENGTHS
    assert [n for row in rows for n in row] == numbers.tolist()


def test_backwards_is_the_unit_as_far_from_the_end() -> None:
    packing = Packing.of([2, 4])

    assert packing.index[packing.backwards].tolist() == [5, 1, 4, 0, 3, 2]


def test_batches_hold_every_sentence_that_has_words_and_are_bounded() -> None:
    lengths = [0, 3000, 5, 2000, 9000, 1]

    batches = list(chunks(lengths))

    assert sorted(i for batch in batches for i in batch) == [1, 2, 3, 4, 5]
    assert all(len(b) == 1 or sum(lengths[i] for i in b) <= 4096 for b in batches)


def test_equal_keys_are_one_form() -> None:
    forms, numbers = forms_of(["b", "a", "b"])

    assert (forms, numbers.tolist()) == (["b", "a"], [0, 1, 0])
