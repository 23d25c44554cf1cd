"""How fast quotes are extracted on this machine, and where the time goes."""

from __future__ import annotations

import collections
import contextlib
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from types import FrameType

import attrs

from quotes.api import Extractor

_EVERY = 0.005
_WARM_UP = (
    "“We are warming up,” said Nora Quill, the conductor. She added that it would be short. "
    "Some call it the “long note” of the evening."
)
"""A text that needs all models, the encoder too: its last marks leave the ranker unsure."""
# The two questions that the language room answers (`quotes.language.sentences.Analyser`).
_QUESTIONS = {"read": "tokens, tags, entities", "parse": "syntax"}


@attrs.frozen
class Speed:
    """One run over articles, after the models were loaded (`loading`: seconds that it took).

    Words are what stands between white space. `seconds` are of wall time, `cpu_seconds` of the
    whole process: fewer if other work held it up, more if it used several threads. `shares` says
    what part of the time went to tokens, tags and entities, to syntax, and to each other room.
    """

    articles: int
    words: int
    words_per_second: float
    seconds: float
    cpu_seconds: float
    loading: float
    shares: tuple[tuple[str, float], ...]


def measure_speed(
    texts: Sequence[str], extractor: Extractor | None = None, *, batched: bool = False
) -> Speed:
    """Extract from texts and time it, one text at a time, or `batched` by `extract_many`.

    The profile is by sampling: every few milliseconds the thread is looked at, which costs next to
    nothing and, unlike tracing, does not make Python code look slower beside the models.

    Raises:
        QuotesError: as `Extractor`.
    """
    extractor = extractor or Extractor()
    before = time.perf_counter()
    extractor.extract(_WARM_UP)
    loading = time.perf_counter() - before
    with _sampled() as spent:
        before, cpu = time.perf_counter(), time.process_time()
        found = extractor.extract_many(texts) if batched else map(extractor.extract, texts)
        collections.deque(found, maxlen=0)
        seconds, cpu = time.perf_counter() - before, time.process_time() - cpu
    words = sum(len(text.split()) for text in texts)
    total = sum(spent.values())
    shares = [(room, part / total) for room, part in spent.items()]
    shares.sort(key=lambda share: -share[1])
    return Speed(
        len(texts), words, words / max(seconds, 1e-9), seconds, cpu, loading, tuple(shares)
    )


@contextlib.contextmanager
def _sampled() -> Iterator[dict[str, float]]:
    """Meanwhile add up the seconds that the calling thread is seen in each room."""
    spent: dict[str, float] = collections.defaultdict(float)
    watched, done = threading.get_ident(), threading.Event()

    def watch() -> None:
        before = time.perf_counter()
        while not done.wait(_EVERY):
            room, now = _room(sys._current_frames().get(watched)), time.perf_counter()
            spent[room] += now - before
            before = now

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield spent
    finally:
        done.set()
        watcher.join()


def _room(frame: FrameType | None) -> str:
    """The room at work: that of the innermost frame which belongs to the library."""
    while frame is not None:
        package, _, rest = str(frame.f_globals.get("__name__")).partition(".")
        if package == "quotes" and not rest.startswith("language."):
            return rest.partition(".")[0]
        if package == "quotes" and frame.f_code.co_name in _QUESTIONS:
            return _QUESTIONS[frame.f_code.co_name]
        frame = frame.f_back
    return "other"
