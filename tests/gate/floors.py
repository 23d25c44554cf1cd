"""Scores that may not fall: each has a floor, which rises with it."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Mapping

import attrs

from tests.gate.scorers import Scores

LESS_IS_BETTER = frozenset(
    {"Brier", "ECE", "crashes", "merged across speakers", "reports joined wrongly"}
)
_SLACK = {"Brier": 0.0005, "ECE": 0.001, "sure and right": 0.001}
"""Confidences differ in the third decimal from one processor to the next."""
_EXACT = 1e-9


@attrs.frozen
class Step:
    """A score that is not at its floor; `floor` is None for a new score, `score` for one gone."""

    scored: str
    name: str
    floor: float | None
    score: float | None

    @property
    def gain(self) -> float:
        """How much better the score is than its floor; a score that is gone is the worst."""
        if self.score is None:
            return -float("inf")
        if self.floor is None:
            return float("inf")
        gain = self.score - self.floor
        return -gain if self.name in LESS_IS_BETTER else gain

    @property
    def fails(self) -> bool:
        """Whether the score is below its floor."""
        return self.gain < -_SLACK.get(self.name, 0.0) - _EXACT

    @property
    def rises(self) -> bool:
        """Whether the floor may be raised."""
        return self.gain > _EXACT


def steps(floors: Scores, scores: Scores) -> list[Step]:
    """All scores beside their floors, of what was scored."""
    return [
        Step(scored, name, floors.get(scored, {}).get(name), scores[scored].get(name))
        for scored in sorted(scores)
        for name in sorted(floors.get(scored, {}).keys() | scores[scored].keys())
    ]


def moved(floors: Scores, scores: Scores, *, lower: bool = False) -> Scores:
    """The floors after a score was accepted: raised, and only with `lower` lowered."""
    new = {scored: dict(figures) for scored, figures in floors.items()}
    for step in steps(floors, scores):
        if step.rises and step.score is not None:
            new.setdefault(step.scored, {})[step.name] = step.score
        elif lower and step.fails:
            row: dict[str, float] = new[step.scored]
            if step.score is None:
                del row[step.name]
            else:
                row[step.name] = step.score
    return new


def read(path: pathlib.Path) -> Scores:
    """The pinned floors."""
    if not path.exists():
        return {}
    found: Scores = json.loads(path.read_text(encoding="utf8"))
    return found


def write(floors: Mapping[str, Mapping[str, float]], path: pathlib.Path) -> None:
    """Write the floors, sorted."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf8")
