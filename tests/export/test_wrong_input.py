"""What is not quotes is refused by every writer with one sentence, and leaves no file."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

import pytest

import quotes
from quotes.export import annotations as linked_annotations
from quotes.export import jsonld, write_csv, write_jsonl, write_parquet

WRITERS = [write_csv, write_jsonl, write_parquet]
MAKERS = [linked_annotations, jsonld]


@pytest.mark.parametrize("value", [None, 1, "x", {}, [1]], ids=repr)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_a_writer_refuses_what_is_not_quotes(
    write: Callable[..., int], value: Any, tmp_path: pathlib.Path
) -> None:
    with pytest.raises(quotes.InputError):
        write(value, tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", [None, 1, "x", {}, [1]], ids=repr)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_linked_data_is_not_made_of_what_is_not_quotes(
    make: Callable[..., Any], value: Any
) -> None:
    with pytest.raises(quotes.InputError):
        list(make(value))
