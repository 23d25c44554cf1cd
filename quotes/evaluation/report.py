"""What was measured, as JSON and as a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import attrs

from quotes.evaluation.attribution import AttributionScore
from quotes.evaluation.calibration import Bin, Calibration
from quotes.evaluation.cost import Cost
from quotes.evaluation.figures import Score
from quotes.evaluation.retelling import RetellingScore
from quotes.evaluation.speakers import SpeakerScore
from quotes.evaluation.speed import Speed
from quotes.evaluation.versions import VersionScore, harmonic

Analysis = Mapping[str, Mapping[str, float]]
"""Shares by their names, by what they were measured on."""
_Score = AttributionScore | SpeakerScore | Speed | VersionScore | RetellingScore | Analysis
Result = _Score | tuple[Cost, ...] | tuple[Calibration, ...]
"""What the commands measure."""

_COLUMNS = ("P", "R", "F1", "right", "claimed", "gold")
_LINE = "{:<22}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}"
_COSTS = "{:>10}{:>10}{:>12}{:>14}{:>11}"
_BINS = "{:<22}{:>10}{:>12}{:>8}"


def as_json(result: Result) -> str:
    """The shares, and the counts behind them."""
    if isinstance(result, tuple):
        return json.dumps([attrs.asdict(row) for row in result], indent=1) + "\n"
    return json.dumps(_rows(result), indent=1) + "\n"


def as_table(result: Result) -> str:
    """Shares in per cent; of a score precision, recall, F1 and the counts."""
    if isinstance(result, tuple):
        lines = [*_costs([row for row in result if isinstance(row, Cost)])]
        lines += [line for row in result if isinstance(row, Calibration) for line in _bins(row)]
        return "\n".join(lines) + "\n"
    plain = isinstance(result, Speed)
    lines = [] if plain or isinstance(result, Mapping) else [_LINE.format("", *_COLUMNS)]
    for name, value in _rows(result).items():
        lines += _lines(name.replace("_", " "), value, plain)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _rows(result: _Score) -> dict[str, object]:
    if isinstance(result, Mapping):
        return {part: dict(figures) for part, figures in result.items()}
    if isinstance(result, VersionScore):
        return _versions(result)
    if isinstance(result, RetellingScore):
        return {
            "pairs": _shares(result.pairs),
            "by_change": {c.name.lower(): _shares(score) for c, score in result.by_change},
            "near_misses_merged": {
                miss.value: {"merged": score.right, "of": score.gold}
                for miss, score in result.merged
            },
        }
    rows: dict[str, object] = {}
    for name, value in attrs.asdict(result, recurse=False).items():
        rows[name] = dict(value) if isinstance(value, tuple) else value
        if isinstance(value, Score):
            rows[name] = _shares(value)
    return rows


def _shares(score: Score) -> dict[str, float]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return shares | attrs.asdict(score)


def _versions(score: VersionScore) -> dict[str, object]:
    count = max(1, score.claimed.gold)
    return {
        "pairs": _three(score.pair_precision, score.pair_recall),
        "pairs_given_claimed": _three(score.pair_precision, score.found.precision),
        "b_cubed": _three(score.b3_precision / count, score.b3_recall / count),
        "indirect": {"joined": score.indirect.right, "of": score.indirect.gold},
        "segments": {"claimed": score.claimed.right, "of": score.claimed.gold},
        "cross_speaker_merges": score.cross_speaker,
    }


def _three(precision: float, recall: float) -> dict[str, float]:
    return {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}


def _lines(label: str, value: object, plain: bool) -> list[str]:
    """The lines of one row; `plain` figures are no shares."""
    if isinstance(value, Mapping):
        if "precision" in value:
            shares = (f"{100 * value[name]:.1f}" for name in ("precision", "recall", "f1"))
            return [_LINE.format(label, *shares, *(value.get(name, "") for name in _COLUMNS[3:]))]
        if "of" in value:
            (word, part), (_, whole) = value.items()
            return [f"{label:<22}{part:>8} of {whole} {word}{_per_cent(part, whole)}"]
        if plain:
            return [f"  {room:<28}{100 * part:8.1f} %" for room, part in value.items()]
        inner = (_lines(f"  {name}", row, plain) for name, row in value.items())
        return [label, *(line for lines in inner for line in lines)]
    if isinstance(value, float):
        return [f"{label:<22}" + (f"{value:10.1f}" if plain else f"{100 * value:.1f}".rjust(8))]
    return [f"{label:<22}{'-' if value is None else value:>{10 if plain else 8}}"]


def _per_cent(part: float, whole: float) -> str:
    return f" ({100 * part / whole:.1f} %)" if whole else ""


def _costs(costs: Sequence[Cost]) -> list[str]:
    if not costs:
        return []
    lines = [_COSTS.format("quotes", "articles", "utterances", "CPU seconds", "megabytes")]
    for cost in costs:
        counts = (cost.quotes, cost.articles, cost.utterances)
        lines.append(_COSTS.format(*counts, f"{cost.cpu_seconds:.2f}", f"{cost.megabytes:.1f}"))
    return lines


def _bins(result: Calibration) -> list[str]:
    error = "-" if result.error is None else f"{100 * result.error:.1f}"
    lines = [
        f"{result.name}: expected calibration error {error}",
        _BINS.format("", "answers", "confidence", "right"),
    ]
    parts: list[tuple[str, Bin | Calibration]] = [("", part) for part in result.bins]
    for name, part in [*parts, ("all", result)]:
        shares = (f"{100 * part.confidence:.1f}", f"{100 * part.right:.1f}")
        lines.append(_BINS.format(name, part.answers, *shares))
    return lines
