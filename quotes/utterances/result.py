"""The result of `normalise`: utterances that can be re-thresholded, explained and added to."""

from __future__ import annotations

import datetime
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Self, overload

import attrs

from quotes.errors import FormatError, InputError, OptionError
from quotes.serialise import Fields, UtterancesDict
from quotes.types import Article, Link, Quote, Utterance
from quotes.utterances.assembly import order, related, utterances_of
from quotes.utterances.candidates import candidates
from quotes.utterances.clusters import cluster
from quotes.utterances.copies import copied_quotes
from quotes.utterances.items import Item, items_of
from quotes.utterances.scores import FLOOR, Weights, shipped

Extract = Callable[[Sequence[Article]], Iterable[Sequence[Quote]]]
"""How the quotes of articles are found."""

THRESHOLD = 0.5
"""Pairs that are one utterance with at least this probability are joined."""


@attrs.frozen(eq=False)
class _Source:
    """One article with its quotes, as they were given or found."""

    article: Article
    quotes: tuple[Quote, ...]


class Utterances(Sequence[Utterance]):
    """What was said, each utterance with every outlet's version of it; immutable.

    A sequence of `Utterance` in the order of their first versions. Two results are equal if they
    hold the same utterances.
    """

    def __init__(
        self,
        sources: Mapping[str, tuple[Article, Sequence[Quote]]],
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
        self._sources = {k: _Source(a, tuple(q)) for k, (a, q) in sorted(sources.items())}
        self._extract = extract
        self._threshold = checked(threshold)
        self._weights = weights if weights is not None else shipped()
        found = [i for k, s in self._sources.items() for i in items_of(s.article, k, s.quotes)]
        self._items = sorted(found, key=order)
        self._links = _compare(self._items, self._weights) if links is None else tuple(links)
        refs = {item.ref for item in self._items}
        if not all(link.a in refs and link.b in refs for link in self._links):
            raise FormatError("links: a quote is not there")
        self._utterances = self._assemble()

    def _assemble(self) -> tuple[Utterance, ...]:
        places = {item.ref: i for i, item in enumerate(self._items)}
        scores = {}
        for link in self._links:
            a, b = sorted((places[link.a], places[link.b]))
            scores[a, b] = link.score
        self._groups = cluster(self._items, scores, self._threshold)

        def similarity(a: Item, b: Item) -> float:
            i, j = sorted((places[a.ref], places[b.ref]))
            whole = all(self._items[places[item.ref]] is item for item in (a, b))
            known = scores.get((i, j)) if whole else None
            return self._weights.link(a, b).score if known is None else known

        return utterances_of(
            [[self._items[i] for i in group] for group in self._groups], similarity
        )

    @property
    def threshold(self) -> float:
        """From which score on pairs were joined."""
        return self._threshold

    @property
    def links(self) -> tuple[Link, ...]:
        """The compared pairs of a score of at least 0.1, with their features, strongest first."""
        return self._links

    @functools.cached_property
    def related(self) -> tuple[Link, ...]:
        """Pairs that may coincide but are not joined: one speaker is named, the other is not."""
        home = {
            self._items[i].ref: number for number, group in enumerate(self._groups) for i in group
        }
        return related(self._links, {item.ref: item for item in self._items}, home)

    def at(self, threshold: float) -> Utterances:
        """The same quotes joined from another score on; nothing is compared again.

        Raises:
            OptionError: the threshold is not between 0.1 and 1.
        """
        return Utterances(
            self._plain(),
            self._extract,
            threshold=threshold,
            links=self._links,
            weights=self._weights,
        )

    def add(
        self, articles: Iterable[Article], quotes: Iterable[Sequence[Quote]] | None = None
    ) -> Utterances:
        """These utterances with more articles: the same as normalising all at once.

        Args:
            articles: articles to add; one that is already there changes nothing.
            quotes: the quotes of each article in the same order, if they were extracted already.

        Raises:
            InputError: as `quotes.normalise`.
        """
        sources = self._plain()
        more = read_sources(articles, quotes, self._extract, sources)
        return Utterances(
            sources | more, self._extract, threshold=self._threshold, weights=self._weights
        )

    def _plain(self) -> dict[str, tuple[Article, Sequence[Quote]]]:
        return {key: (source.article, source.quotes) for key, source in self._sources.items()}

    def to_dict(self) -> UtterancesDict:
        """All that is needed to restore the result: articles, quotes, links and the threshold."""
        return {
            "threshold": self._threshold,
            "articles": [attrs.evolve(s.article, id=k).to_dict() for k, s in self._sources.items()],
            "quotes": [[q.to_dict() for q in source.quotes] for source in self._sources.values()],
            "links": [link.to_dict() for link in self._links],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object], extract: Extract | None = None) -> Self:
        """Read what `to_dict` wrote; `extract` finds the quotes of articles added later.

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
            least = checked(fields.number("threshold"))
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


def checked(threshold: float) -> float:
    """A threshold, if it is one.

    Raises:
        OptionError: it is not a number between 0.1 and 1.
    """
    if isinstance(threshold, bool) or not isinstance(threshold, int | float):
        raise OptionError(f"threshold: expected a number from {FLOOR} to 1, not {threshold!r}")
    if not FLOOR <= threshold <= 1:
        raise OptionError(f"threshold: expected a number from {FLOOR} to 1, not {threshold!r}")
    return float(threshold)


def article_key(article: Article) -> str:
    """The id of an article, or one made from what it holds."""
    if article.id is not None:
        return article.id
    held = "\x00".join([article.outlet or "", article.url or "", article.text])
    return hashlib.sha256(held.encode("utf8", "surrogatepass")).hexdigest()[:12]


def read_sources(
    articles: Iterable[Article],
    quotes: Iterable[Sequence[Quote]] | None,
    extract: Extract | None,
    known: Mapping[str, tuple[Article, Sequence[Quote]]],
) -> dict[str, tuple[Article, Sequence[Quote]]]:
    """The articles by id with their quotes, extracted where none are given.

    Raises:
        InputError: an id stands for two texts, or the quotes are not those of the articles.
    """
    listed = _listed(articles)
    rows = None if quotes is None else _rows(quotes)
    if rows is not None and len(rows) != len(listed):
        raise InputError(f"quotes: {len(rows)} lists for {len(listed)} articles")
    fresh: dict[str, Article] = {}
    given: dict[str, Sequence[Quote]] = {}
    for number, article in enumerate(listed):
        key = article_key(article)
        before = fresh.get(key) or (known[key][0] if key in known else None)
        if before is not None and before.text != article.text:
            raise InputError(f"articles: two different texts have the id {key!r}")
        if before is not None and _details(before) >= _details(article):
            continue
        fresh[key] = article
        if rows is not None:
            given[key] = _fitting(article, rows[number], key)
    if rows is None and extract is None and fresh:
        raise InputError("quotes: expected lists of quotes, as nothing is known to extract them")
    if rows is None and extract is not None:
        found = extract(list(fresh.values()))
        given = {key: tuple(row) for key, row in zip(fresh, found, strict=True)}
    return {key: (article, given[key]) for key, article in fresh.items()}


def _listed(articles: Iterable[str | Article]) -> list[Article]:
    if isinstance(articles, str | bytes | Article) or not isinstance(articles, Iterable):
        raise InputError(
            f"articles: expected an iterable of articles, not {type(articles).__name__}"
        )
    found = []
    for value in articles:
        article = Article(value) if isinstance(value, str) else value
        if not isinstance(article, Article) or not isinstance(article.text, str):
            raise InputError(f"articles: expected str or Article with text, not {value!r:.40}")
        if not isinstance(article.id, str | None):
            raise InputError(f"articles: an id is a string, not {article.id!r:.40}")
        if not isinstance(article.published, datetime.date | None):
            raise InputError(f"articles: a date is a date, not {article.published!r:.40}")
        found.append(article)
    return found


def _rows(quotes: Iterable[Sequence[Quote]]) -> list[tuple[Quote, ...]]:
    try:
        rows = [tuple(row) for row in quotes]
    except TypeError as error:
        raise InputError("quotes: expected a list of quotes for each article") from error
    if not all(isinstance(quote, Quote) for row in rows for quote in row):
        raise InputError("quotes: expected a list of quotes for each article")
    return rows


def _details(article: Article) -> tuple[str, ...]:
    day = article.published
    rest = (article.outlet, article.url, article.title, day.isoformat() if day else None)
    return tuple(value or "" for value in rest)


def _fitting(article: Article, quotes: Sequence[Quote], key: str) -> Sequence[Quote]:
    for quote in quotes:
        if not quote.content and not quote.segments:
            raise InputError(f"quotes: {quote.id!r} of article {key!r} has no words")
        for span in (*quote.segments, *quote.content):
            if article.text[span.start : span.end] != span.text:
                raise InputError(f"quotes: {quote.id!r} does not fit the text of article {key!r}")
    if len({quote.id for quote in quotes}) < len(quotes):
        raise InputError(f"quotes: two quotes of article {key!r} have the same id")
    return quotes


def _compare(items: Sequence[Item], weights: Weights) -> tuple[Link, ...]:
    """All links, strongest first; those between articles that are copies by what they copy."""
    links = {}
    for i, j in candidates(items):
        link = weights.link_from(items[i], items[j], FLOOR)
        if link is not None:
            links[link.a, link.b] = link
    for a, b in copied_quotes(items, links.values()):
        link = weights.link(a, b, copied=True)
        if link.score >= FLOOR:
            links[link.a, link.b] = link
    return tuple(sorted(links.values(), key=_strongest_first))


def _strongest_first(link: Link) -> tuple[float, str, str, int, str, str, int]:
    a, b = link.a, link.b
    return -link.score, a.article_id, a.quote_id, a.part, b.article_id, b.quote_id, b.part
