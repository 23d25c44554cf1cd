"""The result of `normalise`: utterances that can be re-thresholded, explained and added to."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self, overload

import attrs

from quotes.errors import FormatError, InputError, OptionError
from quotes.fields import Fields
from quotes.inputs import blaming
from quotes.serialise import UtterancesDict
from quotes.types import Article, Link, Quote, Utterance
from quotes.utterances.assembly import between_versions, order, related, utterances_of
from quotes.utterances.candidates import candidates
from quotes.utterances.clusters import cluster
from quotes.utterances.copies import copied_quotes
from quotes.utterances.items import Item, items_of
from quotes.utterances.repeats import repeats
from quotes.utterances.scores import FLOOR, Comparison, Weights, shipped
from quotes.utterances.sources import Extract, Source, Sources, article_key, read_sources

THRESHOLD = 0.5
"""Pairs that are one utterance with at least this probability are joined."""


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
        self._sources: dict[str, Source] = {
            k: (a, tuple(q)) for k, (a, q) in sorted(sources.items())
        }
        self._extract = extract
        self._weights = weights if weights is not None else shipped()
        found: list[Item] = []
        for key, (article, quotes) in self._sources.items():
            with blaming(article):
                found += items_of(article, key, quotes)
        self._items = sorted(found, key=order)
        self._compared: tuple[Comparison | Link, ...] = (
            _compare(self._items, self._weights) if links is None else tuple(links)
        )
        refs = {item.ref for item in self._items}
        if not all(link.a in refs and link.b in refs for link in self._compared):
            raise FormatError("links: a quote is not there")
        self._reasons: list[Link] = []
        self._join(least)

    def _join(self, threshold: float) -> None:
        """Set what follows from the threshold; called once, before anyone else holds this."""
        self._threshold = threshold
        places = {item.ref: i for i, item in enumerate(self._items)}
        scores = {}
        for link in self._compared:
            a, b = sorted((places[link.a], places[link.b]))
            scores[a, b] = link.score

        def compared(i: int, j: int) -> float:
            return self._weights.compared(self._items[i], self._items[j]).score

        found = cluster(self._items, scores, self._threshold, compared)

        def similarity(a: Item, b: Item) -> float:
            if a.sheet is b.sheet and a.said is b.said:
                return 1.0
            i, j = sorted((places[a.ref], places[b.ref]))
            whole = all(self._items[places[item.ref]] is item for item in (a, b))
            known = scores.get((i, j)) if whole else None
            return self._weights.compared(a, b).score if known is None else known

        groups = [[self._items[i] for i in group] for group in found]
        assembled = utterances_of(groups, similarity, threshold)
        self._utterances, self._homes = assembled.utterances, assembled.homes
        self._shown: tuple[Link, ...] | None = None
        self._related: tuple[Link, ...] | None = None

    @property
    def _links(self) -> Sequence[Link]:
        """All comparisons with their reasons, which are told when they are first asked for."""
        if not self._reasons:
            self._reasons += [
                found if isinstance(found, Link) else self._weights.explained(found)
                for found in self._compared
            ]
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
            self._shown = between_versions(self._links, self._homes)
        return self._shown

    @property
    def related(self) -> tuple[Link, ...]:
        """Pairs that may coincide but are not joined: one speaker is named, the other is not."""
        if self._related is None:
            found = related(self._links, {item.ref: item for item in self._items}, self._homes)
            self._related = between_versions(found, self._homes)
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
        return Utterances(
            self._sources | more, self._extract, threshold=self._threshold, weights=self._weights
        )

    def _repr_html_(self) -> str:
        """The first of the utterances with their versions, for notebooks."""
        from quotes.render.notebook import utterances_html  # at first use

        return utterances_html(self)

    def to_dict(self) -> UtterancesDict:
        """All that is needed to restore the result: articles, quotes, links and the threshold."""
        return {
            "threshold": self._threshold,
            "articles": [attrs.evolve(a, id=k).to_dict() for k, (a, _) in self._sources.items()],
            "quotes": [[quote.to_dict() for quote in row] for _, row in self._sources.values()],
            "links": [link.to_dict() for link in self._links],
        }

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
        fields = Fields.of(data)
        articles = fields.each("articles", Article.from_dict)
        if len({article_key(a) for a in articles}) < len(articles):
            raise FormatError("articles: two have the same id")
        rows = fields.rows("quotes", Quote.from_dict)
        if len(rows) != len(articles):
            fields.wrong("quotes", f"{len(articles)} lists")
        links = fields.each("links", Link.from_dict)
        try:
            sources = read_sources(articles, rows, None, {})
            least = checked_threshold(fields.number("threshold"))
        except (InputError, OptionError) as error:
            raise FormatError(str(error)) from error
        return cls(sources, extract, threshold=least, links=links)

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


def _compare(items: Sequence[Item], weights: Weights) -> tuple[Comparison, ...]:
    """All comparisons, strongest first; those between copied articles by what they copy."""
    found = {}
    firsts = sorted((items[group[0]] for group in repeats(items)), key=order)
    for i, j in candidates(firsts):
        each = weights.compared(firsts[i], firsts[j])
        if each.score >= FLOOR:
            found[each.a, each.b] = each
    for a, b in copied_quotes(items, found.values()):
        each = weights.compared(a, b, copied=True)
        if each.score >= FLOOR:
            found[each.a, each.b] = each
    return tuple(sorted(found.values(), key=_strongest_first))


def _strongest_first(link: Comparison) -> tuple[float, str, str, int, str, str, int]:
    a, b = link.a, link.b
    return -link.score, a.article_id, a.quote_id, a.part, b.article_id, b.quote_id, b.part
