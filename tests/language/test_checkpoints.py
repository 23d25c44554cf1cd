"""Model files: what is read from them, and that nothing in them is run."""

from __future__ import annotations

import pathlib
import pickle
from collections import OrderedDict

import pytest

from quotes.language.checkpoints import Checkpoint

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning")


class _Harm:
    """Unpickled by a careless reader, it makes a file."""

    def __init__(self, at: pathlib.Path) -> None:
        self.at = at

    def __reduce__(self) -> tuple[object, ...]:
        return pathlib.Path.touch, (self.at,)


@pytest.mark.parametrize("zipped", [True, False])
def test_weights_settings_and_vocabularies_are_read_as_torch_reads_them(
    tmp_path: pathlib.Path, zipped: bool
) -> None:
    import torch

    file = tmp_path / "model.pt"
    content = {
        "config": {"hidden": 3, "name": "tiny"},
        "model": OrderedDict(weight=torch.arange(6).reshape(2, 3).half()),
        "vocab": {"word": {"_id2unit": ["<PAD>", "<UNK>", "a"], "_unit2id": {"<PAD>": 0, "a": 2}}},
    }
    torch.save(content, file, _use_new_zipfile_serialization=zipped)

    read = Checkpoint.load(file)

    assert read.settings == content["config"]
    assert read.weights["weight"].tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    assert read.vocabulary("word").numbers(["a", "b"]) == [2, 1]


@pytest.mark.parametrize("zipped", [True, False])
def test_a_file_that_names_code_is_refused_and_runs_nothing(
    tmp_path: pathlib.Path, zipped: bool
) -> None:
    import torch

    file, harm = tmp_path / "model.pt", tmp_path / "harm"
    torch.save({"config": _Harm(harm)}, file, _use_new_zipfile_serialization=zipped)

    with pytest.raises(pickle.UnpicklingError):
        Checkpoint.load(file)

    assert not harm.exists()
