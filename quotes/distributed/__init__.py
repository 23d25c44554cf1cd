"""Extraction and normalisation among many machines, on Dask (extra `dask`)."""

from __future__ import annotations

from quotes.distributed.extraction import extract, rows
from quotes.distributed.normalising import Normalised, Step, normalise

__all__ = ["Normalised", "Step", "extract", "normalise", "rows"]
