"""A small pre-trained encoder that reads quoted words in their article."""

from quotes.encoder.network import Encoder
from quotes.encoder.pointers import Answer, Pointers

__all__ = ["Answer", "Encoder", "Pointers"]
