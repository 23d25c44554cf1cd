"""Begin with the weights of an earlier model where the new one is larger or knows other words."""

from __future__ import annotations

import pathlib
import pickle
from typing import Any

from quotes.errors import ModelError

_TABLES = {
    "word_emb.weight": "word",
    "lemma_emb.weight": "lemma",
    "upos_emb.weight": "upos",
    "xpos_emb.weight": "xpos",
    "delta_emb.weight": "delta",
    "charmodel.char_emb.weight": "char",
}
# layers whose outputs are labels: the vocabulary, the dimension, how many entries come before
_LABELS = {
    "deprel.scorer.W_bilin.weight": ("deprel", -1, 4),
    "deprel.scorer.W_bilin.bias": ("deprel", 0, 4),
    "upos_clf.weight": ("upos", 0, 0),
    "upos_clf.bias": ("upos", 0, 0),
    "tag_clf.xpos.weight": ("xpos", 0, 0),
    "tag_clf.xpos.bias": ("xpos", 0, 0),
}
_SIZES = (
    "hidden_dim",
    "num_layers",
    "char_hidden_dim",
    "char_emb_dim",
    "char_bidirectional",
    "word_emb_dim",
    "tag_emb_dim",
    "transformed_dim",
    "deep_biaff_hidden_dim",
    "deep_biaff_output_dim",
)
_VECTORS = "trans_pretrained.weight"
_UNKNOWN = 1
_SMALL = 0.1


def held(path: pathlib.Path, *parts: str) -> dict[str, Any]:
    """What a file written by torch holds, read without running code from it.

    Raises:
        ModelError: it is missing, damaged, or has not all of these parts.
    """
    import torch

    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise ModelError(f"no model: {path}") from error
    except (OSError, EOFError, RuntimeError, ValueError, pickle.UnpicklingError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"{path}: no model that can be read ({reason})") from error
    if not isinstance(content, dict) or not all(part in content for part in parts):
        raise ModelError(f"{path}: expected a model with {', '.join(parts)}")
    return content


def sizes(path: pathlib.Path) -> dict[str, Any]:
    """The dimensions of the stanza model at `path`, which one that begins with it has to share.

    Raises:
        ModelError: there is no such model.
    """
    config = held(path, "config")["config"]
    return {name: config[name] for name in _SIZES if name in config}


def take_over(model: Any, vocabulary: Any, path: pathlib.Path, *, at: int, width: int) -> list[str]:
    """Copy weights from the stanza model at `path`; return the names of those left as they were.

    Rows of embeddings are matched by word, and the row of unknown words becomes the mean of the
    rows that were dropped. Where the input grew by `width` columns at column `at` (the place of the
    word vectors), the columns around them are copied and the new ones made small, so that the new
    model begins where the old one ended.
    """
    import torch

    old = held(path, "model", "vocab")
    fresh = []
    with torch.no_grad():
        for name, weight in model.state_dict().items():
            source = old["model"].get(name)
            if source is None:
                fresh.append(name)
                continue
            source = source.float().to(weight.device)
            if name in _TABLES and weight.shape[1] == source.shape[1]:
                _rows(weight, vocabulary[_TABLES[name]], source, old["vocab"][_TABLES[name]])
            elif name in _LABELS:
                table, dimension, before = _LABELS[name]
                known = {u: i for u, i in old["vocab"][table]["_unit2id"].items() if i >= before}
                units = list(vocabulary[table])[before:]
                kept = [(i, known[u] - before) for i, u in enumerate(units) if u in known]
                pairs = torch.tensor(kept, device=weight.device).view(-1, 2)
                chosen = source.index_select(dimension, pairs[:, 1])
                weight.index_copy_(dimension, pairs[:, 0], chosen)
            elif weight.shape == source.shape:
                weight.copy_(source)
            elif name == _VECTORS and weight.shape[0] == source.shape[0]:
                # word vectors that were lengthened: what is new at first counts for nothing
                weight.zero_()
                weight[:, : source.shape[1]] = source
            elif weight.shape[-1] == source.shape[-1] + width:
                weight.mul_(_SMALL)
                weight[..., :at] = source[..., :at]
                weight[..., at + width :] = source[..., at:]
            else:
                fresh.append(name)
    return fresh


def _rows(weight: Any, vocabulary: Any, source: Any, known: Any) -> None:
    """Copy the rows of an embedding word by word."""
    index: dict[str, int] = known["_unit2id"]
    wanted = list(vocabulary)
    pairs = [(i, index[unit]) for i, unit in enumerate(wanted) if unit in index]
    weight[[i for i, _ in pairs]] = source[[j for _, j in pairs]]
    dropped = sorted(set(range(len(source))) - {j for _, j in pairs})
    if dropped:
        weight[_UNKNOWN] = source[dropped].mean(0)
