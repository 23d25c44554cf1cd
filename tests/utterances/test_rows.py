"""What lists of numbers have in common, for many pairs at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.utterances import rows as module
from quotes.utterances.rows import Rows, distinct, shared, weighed

LISTS = st.lists(st.lists(st.integers(0, 9), unique=True), min_size=1, max_size=6)


@given(LISTS, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=30))
def test_shared_numbers_are_counted(lists: list[list[int]], pairs: list[tuple[int, int]]) -> None:
    at = [(i % len(lists), j % len(lists)) for i, j in pairs]
    left, right = np.array(at, np.int64).reshape(-1, 2).T
    rows = Rows.of(lists)
    expected = [len(set(lists[i]) & set(lists[j])) for i, j in at]
    assert shared(rows, rows, 10, left, right).tolist() == expected
    often = np.array([1 + n % 3 for row in lists for n in row], np.int32)
    found = weighed(rows, often, np.linspace(0.1, 1, 10), left, right)
    least = [{n: 1 + n % 3 for n in lists[j] if n in lists[i]} for i, j in at]
    assert found.number.tolist() == [sum(row.values()) for row in least]
    assert found.weight.tolist() == [
        sum(float(np.linspace(0.1, 1, 10)[n]) * m for n, m in row.items()) for row in least
    ]


def test_many_pairs_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CELLS", 20)
    monkeypatch.setattr(module, "_SPREAD", 7)
    lists = [[n, n + 1, n + 2][: n % 4] for n in range(8)]
    rows = Rows.of(lists)
    left, right = np.array([(i, j) for i in range(8) for j in range(8)], np.int64).T
    expected = [len(set(a) & set(b)) for a in lists for b in lists]
    assert shared(rows, rows, 10, left, right).tolist() == expected


@given(st.lists(st.integers(-5, 5)))
def test_each_number_is_there_once_and_in_order(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))
