"""The scorers of `../shared/score`, run on what was extracted, and the figures that are pinned."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quotes import Quote, Span, Utterance
from tests.gate.corpora import CASES, FROM_SHARED, ROOT

if TYPE_CHECKING:
    from tests.gate.work import Done

Scores = dict[str, dict[str, float]]
"""By what was scored, each figure by its name."""
_SPEAKERS = ("speakers", "speakers_train", "speakers_fresh")
_VERSIONS = ("versions", "versions_fresh")
_JOINS = "versions_fresh"


def cases(shared: pathlib.Path) -> Scores:
    """How many of the invented cases pass, by kind."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "scores.json"
        _run(shared, "cases.py", shared / "data" / "cases" / "give.jsonl", "--json", out)
        found = json.loads(out.read_text(encoding="utf8"))
    figures = {kind: float(row["passed"]) for kind, row in found["kinds"].items()}
    total = {"weighted total": round(found["weighted"], 4), "crashes": float(found["crashes"])}
    return {CASES: figures | total}


def scores(corpus: str, results: Sequence[Done], shared: pathlib.Path) -> Scores:
    """The figures of a corpus that has gold."""
    gold = shared / FROM_SHARED[corpus][0]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if corpus == "polnear":
            found = _scored(shared, folder, "attribution.py", gold, results, "-q")
            return {corpus: _attribution(found)}
        if corpus in _SPEAKERS:
            return {corpus: _speakers(_scored(shared, folder, "speakers.py", gold, results))}
        if corpus in _VERSIONS:
            return _versions(shared, folder, corpus, gold, results)
    return {}


def _scored(
    shared: pathlib.Path,
    folder: pathlib.Path,
    script: str,
    gold: pathlib.Path,
    results: Sequence[Done],
    *options: str,
) -> Any:
    predictions, out = folder / "predictions.jsonl", folder / "scores.json"
    with predictions.open("w", encoding="utf8") as lines:
        for done in results:
            for article, row in zip(done.task.articles, done.quotes, strict=True):
                if not isinstance(row, str):
                    told = [_quote(q) for q in row if q.kind.value != "other"]
                    lines.write(json.dumps({"doc": article.id, "quotes": told}) + "\n")
    _run(shared, script, gold, predictions, "--json", out, *options)
    return json.loads(out.read_text(encoding="utf8"))


def _run(shared: pathlib.Path, script: str, *arguments: object) -> str:
    command = [sys.executable, str(shared / "score" / script), *map(str, arguments)]
    one = {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, env=os.environ | one, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stderr.strip()[-2000:]}")
    return done.stdout


def _attribution(found: Any) -> dict[str, float]:
    marked, reports = found["A"], found["B"]
    figures = {
        "detection F1": marked["det"][2],
        "right source, of all": marked["acc"],
        "end to end F1": marked["e2e"][2],
    }
    for kind in ("name", "pronoun", "nominal"):
        figures[f"right source, {kind}"] = marked["by"][kind][0]
    for kind in ("all", "reported", "direct", "mixed", "indirect"):
        figures[f"content F1, {kind}"] = reports[kind]["content"][2]
        figures[f"content and source F1, {kind}"] = reports[kind]["content+source"][2]
    return {name: round(value, 4) for name, value in figures.items()}


def _speakers(found: Any) -> dict[str, float]:
    figures = {
        "quote F1": found["quote"][2],
        "speaker F1, strict": found["speaker_strict"][2],
        "speaker F1, lenient": found["speaker_lenient"][2],
        "speaker recall, not hard": found["speaker_strict_recall_not_hard"],
        "affiliation F1": found["affiliation"][2],
        "role F1": found["role"][2],
        "kept": found["kept_rejected"][0],
        "rejected": found["kept_rejected"][1],
        "sure and right": found["sure"][0],
        "ECE": found["ece"],
        "Brier": found["brier"],
    }
    for kind, (right, _) in found["by_type_strict"].items():
        figures[f"right, {kind}"] = float(right)
    return figures


def _versions(
    shared: pathlib.Path,
    folder: pathlib.Path,
    corpus: str,
    gold: pathlib.Path,
    results: Sequence[Done],
) -> Scores:
    triples: list[pathlib.Path] = []
    for done in results:
        told = folder / f"{done.task.group}.json"
        found = () if isinstance(done.utterances, str) else done.utterances or ()
        told.write_text(json.dumps([_utterance(u) for u in found]), encoding="utf8")
        triples += [gold / f"{done.task.group}.gold.json", gold / "docs", told]
    row = json.loads(_run(shared, "versions.py", *triples))
    figures = {
        "pair F1": row["pair_f1"],
        "pair F1, given claimed": row["given_claimed_f1"],
        "B-cubed F1": row["b3_f1"],
        "indirect joined": float(row["indirect"][0]),
        "merged across speakers": float(row["cross_speaker_merges"]),
        "segments claimed": row["segments_claimed"],
    }
    if corpus != _JOINS:
        return {corpus: figures}
    out = folder / "joins.scores"
    _run(shared, "joins.py", gold, folder, "--json", out)
    joins = json.loads(out.read_text(encoding="utf8"))
    joined = {
        "reports joined rightly": float(joins["right"]),
        "reports joined wrongly": float(joins["wrong"]),
        "links found": float(joins["recall"][0]),
    }
    return {corpus: figures, "joins": joined}


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _quote(quote: Quote) -> Mapping[str, object]:
    """A quote as the scorers read it."""
    speaker = quote.speaker
    return {
        "kind": quote.kind.value,
        "segments": _pairs(quote.segments),
        "content": _pairs(quote.content),
        "cue": _pairs([quote.cue])[0] if quote.cue else None,
        "source": _pairs([quote.source])[0] if quote.source else None,
        "speaker": {
            "name": speaker.name,
            "kind": speaker.kind.value,
            "roles": list(speaker.roles),
            "affiliations": [a.name for a in speaker.affiliations],
        }
        if speaker
        else None,
        "confidence": quote.confidence,
        "speaker_confidence": quote.speaker_confidence,
    }


def _utterance(utterance: Utterance) -> Mapping[str, object]:
    """An utterance as the scorers read it."""
    return {
        "text": utterance.text,
        "speaker": utterance.speaker.name if utterance.speaker else None,
        "versions": [
            {
                "article": version.article_id,
                "relation": version.relation.value,
                "segments": _pairs(version.quote.segments),
                "content": _pairs(version.quote.content),
            }
            for version in utterance.versions
        ],
    }
