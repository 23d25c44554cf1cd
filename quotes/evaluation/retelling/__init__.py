"""Retold utterances without end: invented news of many outlets, with what became of the words.

Made from a grammar of this library's own: matters, roles, thoughts in several wordings, invented
people, places and outlets. Good for learning and for measuring how versions of one utterance are
told from other words; it says nothing on how quotes are found. Time and memory grow with the number
of quotes; the same number and seed give the same retellings everywhere.
"""

from __future__ import annotations

from quotes.evaluation.retelling.gold import Change, Miss, NearMiss, Retellings, Retold
from quotes.evaluation.retelling.score import RetellingScore, score_retellings
from quotes.evaluation.retelling.stories import tell

__all__ = [
    "Change",
    "Miss",
    "NearMiss",
    "RetellingScore",
    "Retellings",
    "Retold",
    "generate",
    "score_retellings",
]


def generate(quotes: int, seed: int = 0) -> Retellings:
    """Make retellings with at least that many quotes: the last article is told to its end.

    Fewer quotes of the same seed are the beginning of more.

    Raises:
        ValueError: `quotes` is negative.
    """
    if quotes < 0:
        raise ValueError(f"{quotes} quotes cannot be made")
    return tell(quotes, seed)
