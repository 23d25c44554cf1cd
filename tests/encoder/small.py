"""A very small encoder with random weights, as the library reads it."""

from __future__ import annotations

import pathlib

import torch

from quotes.encoder import Encoder, network
from quotes.training.analysis import encoder as bert
from quotes.training.encoder import save
from quotes.training.encoder.network import Network
from tests.training.small_bert import written

WORDS = 'the pier will hold said brand captain of odile , . " added'.split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS]


def small_file(at: pathlib.Path) -> pathlib.Path:
    """Write it to a folder; return the file."""
    torch.manual_seed(3)
    start = bert.read(written(at / "start", VOCABULARY, 16, 32, 2, places=400))[0]
    save.save(at / "encoder.npz", save.arrays_of(Network(start, (0, 1)), VOCABULARY))
    return at / "encoder.npz"


def small_encoder(at: pathlib.Path) -> Encoder:
    """Write it to a folder and read it."""
    return network.load(small_file(at))
