"""The result of `sources`: who is quoted, most quoted first, and the summary of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self, TypedDict, overload

from quotes.audit.values import Source, SourceDict, Summary, SummaryDict
from quotes.fields import Fields


class SourcesDict(TypedDict):
    """`Sources` as a dictionary."""

    sources: list[SourceDict]
    summary: SummaryDict
    by_outlet: list[SummaryDict]


class Sources(Sequence[Source]):
    """Who is quoted in some articles, the most quoted first; immutable.

    A sequence of `Source`. Two results are equal if they hold the same sources and summaries.
    """

    def __init__(
        self, sources: Iterable[Source], summary: Summary, by_outlet: Iterable[Summary]
    ) -> None:
        """Hold what was counted; `quotes.sources` is the way to make one."""
        self._sources = tuple(sources)
        self._summary = summary
        self._by_outlet = tuple(by_outlet)

    @property
    def summary(self) -> Summary:
        """Who gets quoted in all articles together."""
        return self._summary

    @property
    def by_outlet(self) -> tuple[Summary, ...]:
        """The same for each outlet, by name, the articles without one last; empty if none has."""
        return self._by_outlet

    def to_dict(self) -> SourcesDict:
        """The result as a dictionary for JSON."""
        return {
            "sources": [source.to_dict() for source in self._sources],
            "summary": self._summary.to_dict(),
            "by_outlet": [summary.to_dict() for summary in self._by_outlet],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote.

        Raises:
            FormatError: a field is missing or wrong.
        """
        fields = Fields.of(data)
        return cls(
            fields.each("sources", Source.from_dict),
            fields.nested("summary", Summary.from_dict),
            fields.each("by_outlet", Summary.from_dict),
        )

    @overload
    def __getitem__(self, index: int) -> Source: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Source, ...]: ...

    def __getitem__(self, index: int | slice) -> Source | tuple[Source, ...]:
        return self._sources[index]

    def __len__(self) -> int:
        return len(self._sources)

    def __iter__(self) -> Iterator[Source]:
        return iter(self._sources)

    def _held(self) -> tuple[object, ...]:
        return self._sources, self._summary, self._by_outlet

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sources) and self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def __repr__(self) -> str:
        return f"<Sources: {len(self)} of {self._summary.articles} articles>"
