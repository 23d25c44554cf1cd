"""What `kill -9` leaves of an archive that was being written."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys

import pytest

from tests.archive.killing import KILLS

ROOT = pathlib.Path(__file__).parent.parent.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_fifty_times_it_holds_every_article_whole_and_once(tmp_path: pathlib.Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.archive.killing", str(tmp_path / "news.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    killed, held, whole, found, health = json.loads(done.stdout)

    assert killed == KILLS
    assert len(held) >= KILLS
    assert held == [f"n{number:05}" for number in range(len(held))]
    assert whole
    assert found == [[id, name] for id in held for name in ("q1", "q2")]
    assert health == "ok"
