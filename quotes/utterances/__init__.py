"""Utterances: the same words in many outlets, brought together (see `result.Utterances`)."""

from quotes.utterances.result import THRESHOLD, Utterances, checked_threshold
from quotes.utterances.sources import read_sources

__all__ = ["THRESHOLD", "Utterances", "checked_threshold", "read_sources"]
