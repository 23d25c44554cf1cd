"""The result of `sources`: who is quoted, most quoted first, and the summary of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import attrs

from quotes.audit.values import Source, Summary
from quotes.serialise import Record


@attrs.frozen(repr=False)
class Sources(Record, Sequence[Source]):
    """Who is quoted in some articles, the most quoted first; immutable.

    A sequence of `Source`. Two results are equal if they hold the same sources and summaries.
    `quotes.sources` is the way to make one.
    """

    sources: tuple[Source, ...]
    summary: Summary
    """Who gets quoted in all articles together."""
    by_outlet: tuple[Summary, ...]
    """The same for each outlet, by name, the articles without one last; empty if none has."""

    @overload
    def __getitem__(self, index: int) -> Source: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Source, ...]: ...

    def __getitem__(self, index: int | slice) -> Source | tuple[Source, ...]:
        return self.sources[index]

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[Source]:
        return iter(self.sources)

    def __repr__(self) -> str:
        return f"<Sources: {len(self)} of {self.summary.articles} articles>"
