"""Trained processors made into the package that the library loads: half precision, checksums."""

from __future__ import annotations

import hashlib
import json
import pathlib
import shutil
from typing import Any

from quotes.errors import ModelError
from quotes.training.analysis.start import held

NAME = "news"
FOLDERS = {
    "tokenizer": "tokenize",
    "tagger": "pos",
    "lemmatizer": "lemma",
    "parser": "depparse",
    "ner": "ner",
}
VECTORS = "pretrain"
_WITH_VECTORS = ("pos", "depparse", "ner")


def _halved(value: Any) -> Any:
    """The same structure with its floating-point tensors in half precision."""
    import torch

    if isinstance(value, torch.Tensor):
        return value.half() if value.is_floating_point() else value
    if isinstance(value, dict):
        return type(value)((k, _halved(v)) for k, v in value.items())
    return value


def _rounded(value: Any) -> Any:
    """Word vectors rounded to half precision but kept in single, in which stanza looks them up.

    The bits that rounding clears cost nothing in a wheel, which is compressed.
    """
    return {"vocab": value["vocab"], "emb": value["emb"].half().float()}


def shrink(source: pathlib.Path, target: pathlib.Path) -> None:
    """Copy a stanza model with its weights halved (word vectors rounded), nothing to train with.

    Raises:
        ModelError: there is no model at `source`, or a damaged one.
    """
    import torch

    content = held(source)
    if "emb" in content:
        content = _rounded(content)
    else:
        for state in ("optimizer_state_dict", "scheduler_state_dict"):
            content.pop(state, None)
        content["model"] = _halved(content["model"])
    target.parent.mkdir(parents=True, exist_ok=True)
    torch.save(content, target, _use_new_zipfile_serialization=False)


def _uses_vectors(file: pathlib.Path) -> bool:
    return bool(held(file, "config")["config"].get("pretrain"))


def pack(trained: pathlib.Path, target: pathlib.Path, base: pathlib.Path | None = None) -> None:
    """Write a stanza package to `target` from the models in `trained`.

    Both hold `en/<processor>/news.pt`; what `trained` lacks is copied from the package at `base`.
    Written are also `resources.json` with a checksum of every file, and which processors need the
    word vectors.

    Raises:
        ModelError: a processor is neither in `trained` nor in `base`.
    """
    entry: dict[str, Any] = {"lang_name": "English"}
    chosen = dict.fromkeys(FOLDERS.values(), NAME)
    entry["default_processors"] = chosen
    entry["packages"] = {"default": chosen}
    for folder in (*FOLDERS.values(), VECTORS):
        file = target / "en" / folder / f"{NAME}.pt"
        fresh = trained / "en" / folder / f"{NAME}.pt"
        old = base / "en" / folder / f"{NAME}.pt" if base else None
        if fresh.is_file():
            shrink(fresh, file)
        elif old and old.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(old, file)
        elif folder != VECTORS:
            raise ModelError(f"no {folder} model in {trained}")
        else:
            continue
        described: dict[str, Any] = {"sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
        if folder in _WITH_VECTORS and _uses_vectors(file):
            described["dependencies"] = [{"model": VECTORS, "package": NAME}]
        entry[folder] = {NAME: described}
    (target / "resources.json").write_text(
        json.dumps({"en": entry}, indent=1) + "\n", encoding="utf8"
    )
