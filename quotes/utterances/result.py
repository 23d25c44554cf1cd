"""The result of `normalise`: utterances that can be re-thresholded, explained and added to."""

from __future__ import annotations

import contextlib
import copy
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self, overload

import attrs

from quotes.errors import FormatError, InputError, OptionError
from quotes.inputs import blaming
from quotes.serialise import Record
from quotes.types import Article, Link, Quote, Utterance
from quotes.utterances.assembly import (
    Assembled,
    between_versions,
    reassembled,
    related,
    utterances_of,
)
from quotes.utterances.comparisons import added, compared, linked, links_of
from quotes.utterances.items import Item, items_of
from quotes.utterances.joining import Joined, joined, moved, rejoined
from quotes.utterances.scores import FLOOR, Weights, shipped, similarity_of
from quotes.utterances.sources import Extract, Source, Sources, article_key, read_sources

THRESHOLD = 0.5
"""Pairs that are one utterance with at least this probability are joined."""


@attrs.frozen(eq=False)
class _Before:
    """A result that articles are added to, and the numbers of the quotes whose links changed."""

    joined: Joined
    assembled: Assembled
    changed: frozenset[int]


@attrs.frozen
class _Saved(Record):
    """What restores a result."""

    threshold: float
    articles: tuple[Article, ...]
    quotes: tuple[tuple[Quote, ...], ...]
    links: tuple[Link, ...]


class Utterances(Sequence[Utterance]):
    """What was said, each utterance with every outlet's version of it; immutable.

    A sequence of `Utterance` in the order of their first versions. Two results are equal if they
    hold the same utterances.
    """

    def __init__(
        self,
        sources: Sources,
        extract: Extract | None = None,
        *,
        threshold: float = THRESHOLD,
        links: Sequence[Link] | None = None,
        weights: Weights | None = None,
    ) -> None:
        """Compare the quotes of the articles in `sources` (by article id) and join versions.

        `quotes.normalise` is the way to make one. `links` from an earlier comparison of the same
        quotes are taken as they are; `weights` other than those in the package are for training.
        """
        least = checked_threshold(threshold)
        self._sources = _ready(sources)
        self._extract = extract
        self._weights = weights if weights is not None else shipped()
        with _uncollected():
            self._compare(least, links)

    def _compare(self, threshold: float, links: Sequence[Link] | None) -> None:
        """Set all that follows from the sources; called once."""
        items = _items(self._sources)
        if links is None:
            self._compared = compared(items, self._weights)
        else:
            refs = {item.ref for item in items}
            if not all(link.a in refs and link.b in refs for link in links):
                raise FormatError("links: a quote is not there")
            self._compared = linked(items, links, self._weights)
        self._reasons = None if links is None else tuple(links)
        self._join(threshold)

    def _join(self, threshold: float, before: _Before | None = None) -> None:
        """Set what follows from the threshold; called once, before anyone else holds this."""
        whole, judged = self._compared, self._compared.judged
        self._threshold = threshold

        def known(a: Item, b: Item) -> float | None:
            i, j = whole.places[a.ref], whole.places[b.ref]
            if whole.items[i] is not a or whole.items[j] is not b:
                return None
            score = whole.near[i].get(j)
            return judged.score(a, b) if score is None else score

        def items(groups: Iterable[Sequence[int]]) -> Iterator[list[Item]]:
            return ([whole.items[n] for n in group] for group in groups)

        similarity = similarity_of(known, self._weights)
        if before is None:
            self._joined = joined(whole, threshold)
            groups = items(self._joined.in_order(whole))
            self._assembled = utterances_of(groups, similarity, threshold)
        else:
            self._joined, core = rejoined(whole, threshold, before.joined, before.changed)
            new = moved(before.joined, self._joined, core, before.changed)
            self._assembled = reassembled(
                before.assembled, items(new.gone), items(new.come), similarity, threshold
            )
        self._shown: tuple[Link, ...] | None = None
        self._related: tuple[Link, ...] | None = None

    @property
    def _utterances(self) -> tuple[Utterance, ...]:
        return self._assembled.utterances

    @property
    def _links(self) -> Sequence[Link]:
        """All comparisons with their reasons, which are told when they are first asked for."""
        if self._reasons is None:
            self._reasons = tuple(links_of(self._compared, self._weights))
        return self._reasons

    @property
    def threshold(self) -> float:
        """From which score on pairs were joined."""
        return self._threshold

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by their ids; one without an id under the id that it was given."""
        return {key: article for key, (article, _) in self._sources.items()}

    @property
    def links(self) -> tuple[Link, ...]:
        """The compared pairs of a score of at least 0.1, with their features, strongest first.

        Where a version holds several sentences of a quotation, its links are those of the version:
        of several to the same other version the strongest.
        """
        if self._shown is None:
            self._shown = between_versions(self._links, self._assembled.homes)
        return self._shown

    @property
    def related(self) -> tuple[Link, ...]:
        """Pairs that may coincide but are not joined: one speaker is named, the other is not."""
        if self._related is None:
            homes = self._assembled.homes
            items = {item.ref: item for item in self._compared.items}
            self._related = between_versions(related(self._links, items, homes), homes)
        return self._related

    def at(self, threshold: float) -> Self:
        """The same quotes joined from another score on; nothing is compared again.

        Raises:
            OptionError: the threshold is not between 0.1 and 1.
        """
        again = copy.copy(self)
        again._join(checked_threshold(threshold))
        return again

    def add(
        self, articles: Iterable[str | Article], quotes: Iterable[Sequence[Quote]] | None = None
    ) -> Utterances:
        """These utterances with more articles: the same as normalising all at once.

        Args:
            articles: texts or `Article`s to add; one that is already there changes nothing.
            quotes: the quotes of each article in the same order, if they were extracted already.

        Raises:
            InputError: as `quotes.normalise`.
        """
        more = read_sources(articles, quotes, self._extract, self._sources)
        if self._compared.partners is None or not more.keys().isdisjoint(self._sources):
            return Utterances(
                self._sources | more,
                self._extract,
                threshold=self._threshold,
                weights=self._weights,
            )
        again = copy.copy(self)
        again._sources = dict(sorted((self._sources | _ready(more)).items()))
        again._compared, changed = added(self._compared, _items(_ready(more)), self._weights)
        again._reasons = None
        again._join(self._threshold, _Before(self._joined, self._assembled, changed))
        return again

    def _repr_html_(self) -> str:
        """The first of the utterances with their versions, for notebooks."""
        from quotes.render.notebook import utterances_html  # at first use

        return utterances_html(self)

    def to_dict(self) -> dict[str, Any]:
        """All that is needed to restore the result: articles, quotes, links and the threshold."""
        return _Saved(
            self._threshold,
            tuple(attrs.evolve(article, id=key) for key, (article, _) in self._sources.items()),
            tuple(tuple(row) for _, row in self._sources.values()),
            tuple(self._links),
        ).to_dict()

    @classmethod
    def from_dict(cls, data: Mapping[str, object], extract: Extract | None = None) -> Self:
        """Read what `to_dict` wrote.

        Args:
            data: the dictionary.
            extract: finds the quotes of articles that are added later without theirs, such as
                `quotes.Extractor().extract_many`.

        Raises:
            FormatError: a field is missing or wrong.
        """
        saved = _Saved.from_dict(data)
        if len({article_key(a) for a in saved.articles}) < len(saved.articles):
            raise FormatError("articles: two have the same id")
        if len(saved.quotes) != len(saved.articles):
            raise FormatError(
                f"quotes: expected {len(saved.articles)} lists, not {len(saved.quotes)}"
            )
        try:
            sources = read_sources(saved.articles, saved.quotes, None, {})
            least = checked_threshold(saved.threshold)
        except (InputError, OptionError) as error:
            raise FormatError(str(error)) from error
        return cls(sources, extract, threshold=least, links=saved.links)

    @overload
    def __getitem__(self, index: int) -> Utterance: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Utterance, ...]: ...

    def __getitem__(self, index: int | slice) -> Utterance | tuple[Utterance, ...]:
        return self._utterances[index]

    def __len__(self) -> int:
        return len(self._utterances)

    def __iter__(self) -> Iterator[Utterance]:
        return iter(self._utterances)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Utterances) and self._utterances == other._utterances

    def __hash__(self) -> int:
        return hash(self._utterances)

    def __repr__(self) -> str:
        return f"<Utterances: {len(self)} of {len(self._sources)} articles>"


def checked_threshold(threshold: float) -> float:
    """A threshold, if it is one.

    Raises:
        OptionError: it is not a number between 0.1 and 1.
    """
    number = isinstance(threshold, int | float) and not isinstance(threshold, bool)
    if not number or not FLOOR <= threshold <= 1:
        raise OptionError(f"threshold: expected a number from {FLOOR} to 1, not {threshold!r}")
    return float(threshold)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage in cycles meanwhile: there is none, and each look is at all objects."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _ready(sources: Sources) -> dict[str, Source]:
    return {k: (article, tuple(quotes)) for k, (article, quotes) in sorted(sources.items())}


def _items(sources: Sources) -> list[Item]:
    found: list[Item] = []
    for key, (article, quotes) in sources.items():
        with blaming(article):
            found += items_of(article, key, quotes)
    return found
