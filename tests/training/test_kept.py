"""Results that a later run need not make again."""

from __future__ import annotations

import pathlib

from quotes.training.kept import Kept


def test_what_was_kept_is_found_by_the_run_that_goes_on_and_by_no_other(
    tmp_path: pathlib.Path,
) -> None:
    Kept(tmp_path / "a", resume=False).keep(("pier", 1), [["said"], 0.5])

    assert Kept(tmp_path / "a", resume=True).find(("pier", 1)) == [["said"], 0.5]
    assert Kept(tmp_path / "a", resume=True).find(("pier", 2)) is None
    assert Kept(tmp_path / "a", resume=False).find(("pier", 1)) is None
    assert Kept(tmp_path / "b", resume=True).find(("pier", 1)) is None


def test_a_damaged_file_counts_as_nothing_and_is_replaced(tmp_path: pathlib.Path) -> None:
    kept = Kept(tmp_path, resume=True)
    kept.keep("pier", {"a": 1})
    (file,) = tmp_path.iterdir()
    for content in (b"", file.read_bytes()[:-9], b"no gzip"):
        file.write_bytes(content)
        assert kept.find("pier") is None

    kept.keep("pier", {"a": 2})

    assert kept.find("pier") == {"a": 2}


def test_what_no_encoding_can_hold_is_kept_too(tmp_path: pathlib.Path) -> None:
    kept = Kept(tmp_path, resume=True)

    kept.keep("a\udcff", ["b\udcff"])

    assert kept.find("a\udcff") == ["b\udcff"]
