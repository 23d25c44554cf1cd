"""The same articles give the same result in every process."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
import itertools, json
from tests.utterances.building import features, items, story
from tests.utterances.prose import EDITED, REPORT
from tests.utterances.stories import ALL as found
pair = [item for n in "ab" for item in items(story(n, f"⟦marsh: “{REPORT}”⟧ ⟦nobody: {EDITED}⟧"))]
values = [list(features(a, b).values()) for a, b in itertools.combinations(pair, 2)]
print(json.dumps([found.to_dict(), [u.to_dict() for u in found], len(found.related), values]))
"""


def _written(seed: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_how_the_process_orders_its_sets_does_not_matter() -> None:
    first = _written("1")

    assert len(first) > 1000
    assert _written("2") == first
