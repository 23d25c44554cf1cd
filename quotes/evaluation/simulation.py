"""What a shared normalisation of very many articles takes: extrapolated from a small one.

Two bounds are told. The lower holds if more news is about more matters, so that each key is shared
by as many quotes as in the sample; the upper if it is about the same matters, so that every key
comes to be shared by very many. What a quote meets is bounded in both, and so are its partners.
"""

from __future__ import annotations

import math
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from quotes.evaluation.retelling import generate
from quotes.types import Article, Quote
from quotes.utterances.partners import CROWD, MOST_PARTNERS, NEAR
from quotes.utterances.sources import article_key
from quotes.utterances.steps import items_of, keys_of, leading, met

if TYPE_CHECKING:  # needs an extra
    from quotes.distributed import Normalised

_GIGABYTE, _MEGABYTE = 1e9, 1e6
_BY_MEETING = frozenset({"offered"})
_BY_PAIR = frozenset({"linked", "tied", "large", "small", "tied_both", "grouped", "crossed"})
"""The steps that take longer with the pairs that meet, or that are compared; others with quotes."""
_PAIR_BYTES = ("pairs", "links", "half", "stars", "large", "ties", "beside", "offers")
_EXCHANGES = 17
"""So many times all parts hand rows to all others."""
_PARTS = 2
"""The sample is shared among so many parts."""
_FINER = 8
_AFTER = frozenset({"people", "finished", "placed"})
"""What these hold, or what is left of it, is not of one part."""
_MERGING = 23_000
"""So many bytes a quote are held where speakers are merged, as measured on 1,500 quotes."""
_COPIES = 2
"""What is handed over is written once and read once."""


@attrs.frozen
class Buckets:
    """How many quotes share a key: by the size of a bucket how many there are in which they meet.

    `keys` counts all that the quotes have, those included under which nobody meets.
    """

    quotes: int
    keys: int
    sizes: Mapping[int, int]

    @property
    def asked(self) -> int:
        """The keys under which others are met."""
        return sum(size * often for size, often in self.sizes.items())

    def meetings(self, times: float = 1.0) -> float:
        """How many pairs meet, one that meets twice counted twice, if all buckets were larger."""
        return sum(_met(round(size * times)) * n for size, n in self.sizes.items()) / times

    def share_beyond(self, size: int) -> float:
        """Which part of the keys under which others are met have more owners than that."""
        beyond = sum(n * often for n, often in self.sizes.items() if n > size)
        return beyond / max(1, self.asked)


def buckets_of(articles: Iterable[Article], quotes: Iterable[Sequence[Quote]]) -> Buckets:
    """How the quotes of some articles share keys."""
    owners: Counter[int] = Counter()
    asked: set[int] = set()
    count = 0
    for article, row in zip(articles, quotes, strict=True):
        items = items_of(article, article_key(article), row)
        count += len(items)
        for position in leading(items):
            for key in keys_of(items[position]):
                owners[key.code] += 1
                if key.asks:
                    asked.add(key.code)
    sizes = Counter(owners[code] for code in asked if owners[code] > 1)
    return Buckets(count, owners.total(), dict(sorted(sizes.items())))


def _met(size: int) -> int:
    """How many pairs of so many meet."""
    if size > CROWD:
        return size * NEAR - NEAR * (NEAR + 1) // 2
    return sum(1 for _ in met(size))


@attrs.frozen
class Sample:
    """What one normalisation took: processor seconds and bytes by step, and how much there was.

    A worker needed `fixed` bytes of memory, and `resident` more for each quote of its part.
    """

    quotes: int
    meetings: int
    pairs: int
    parts: int
    seconds: Mapping[str, float]
    stored: Mapping[str, int]
    fixed: float
    resident: float
    crossing: int


def sample_of(found: Normalised, finer: Normalised) -> Sample:
    """The sample that a result is; `finer` is the same in more parts, by which memory is told."""
    seconds: dict[str, float] = defaultdict(float)
    for step in found.steps:
        seconds[step.name] += step.cpu_seconds
    prefix = "bytes-"
    stored: Counter[str] = Counter()
    for name, value in found.sizes.items():
        if name.startswith(prefix):
            stored[name.removeprefix(prefix).rstrip("0123456789-")] += value
    quotes, parts = found.sizes["quotes"], found.sizes["parts"]
    most, less = (
        _MEGABYTE * max(s.megabytes for s in each.steps if s.name not in _AFTER)
        for each in (found, finer)
    )
    held = quotes / parts
    resident = max(0.0, (most - less) / (held - quotes / finer.sizes["parts"]))
    return Sample(
        quotes=quotes,
        meetings=found.sizes["meetings"],
        pairs=found.sizes["pairs"],
        parts=parts,
        seconds=dict(seconds),
        stored=dict(stored),
        fixed=max(0.0, most - resident * held),
        resident=resident,
        crossing=sum(n for name, n in found.sizes.items() if name.startswith("crossing")),
    )


@attrs.frozen
class Prices:
    """What is paid: a core for an hour, a gigabyte stored for a month, and so many requests.

    In whichever currency; the defaults are of the order of list prices of clouds in dollars.
    """

    core_hour: float = 0.04
    gigabyte_month: float = 0.023
    million_reads: float = 0.4


@attrs.frozen
class Job:
    """The job: articles, their words and quotes, and the machines.

    `words_a_second` are read by one core. `held` quotes are in a part; `memory` are the gigabytes
    of a worker with one core, `largest` those of the largest machine that can be had.
    """

    articles: float = 200e6
    words: float = 500
    quotes: float = 4.0
    words_a_second: float = 3400
    cores: int = 1000
    held: float = 100_000
    memory: float = 4.0
    largest: float = 2_000
    prices: Prices = Prices()


@attrs.frozen
class Bound:
    """What the job takes if quotes meet as few, or as many, as they may."""

    meetings: float
    pairs: float
    core_hours: Mapping[str, float]
    gigabytes: Mapping[str, float]

    @property
    def hours(self) -> float:
        """The core hours of all steps."""
        return sum(self.core_hours.values())


@attrs.frozen
class Limit:
    """Something that has a bound: how much of it the job needs, and what is done beyond."""

    name: str
    needs: float
    bound: float
    unit: str
    remedy: str

    @property
    def times(self) -> float:
        """How many times the bound is needed."""
        return self.needs / self.bound


@attrs.frozen
class Forecast:
    """What a job takes; `limits` begin with what breaks first."""

    job: Job
    parts: int
    extraction_hours: float
    least: Bound
    most: Bound
    limits: tuple[Limit, ...]

    def days(self, bound: Bound) -> float:
        """How long the cores are busy."""
        return (self.extraction_hours + bound.hours) / self.job.cores / 24

    def money(self, bound: Bound) -> float:
        """Cores, the folder for as long as it takes, and the reads of what is handed over."""
        prices, stored = self.job.prices, sum(bound.gigabytes.values())
        return (
            (self.extraction_hours + bound.hours) * prices.core_hour
            + stored * prices.gigabyte_month * max(1.0, self.days(bound)) / 30
            + _EXCHANGES * self.parts**2 / 1e6 * prices.million_reads
        )


def simulate(quotes: int, job: Job, seed: int = 0) -> Forecast:
    """Normalise retellings of at least so many quotes on a worker, and tell what a job would take.

    Raises:
        QuotesError: Dask is not installed.
    """
    from quotes.distributed import normalise
    from quotes.distributed.articles import EXTRACTED, frame_of, row_of
    from quotes.distributed.scratch import needed

    needed()
    import distributed
    from dask import dataframe

    made = generate(quotes, seed)
    rows = [row_of(a, row) for a, row in zip(made.articles, made.quotes, strict=True)]
    pandas = frame_of(rows, EXTRACTED)
    results = []
    for parts in (_PARTS, _FINER):
        with (
            tempfile.TemporaryDirectory() as folder,
            distributed.LocalCluster(
                n_workers=1, threads_per_worker=1, dashboard_address=":0"
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            dataframe.from_pandas(pandas, npartitions=parts).to_parquet(f"{folder}/extracted")
            given = dataframe.read_parquet(f"{folder}/extracted")
            results.append(normalise(given, f"{folder}/work", client=client))
    sample = sample_of(*results)
    return forecast(sample, buckets_of(made.articles, made.quotes), job)


def forecast(sample: Sample, buckets: Buckets, job: Job) -> Forecast:
    """What a job takes, by what a sample took and how its quotes share keys."""
    count = job.articles * job.quotes
    parts = max(1, math.ceil(count / job.held))
    repeated = sample.meetings / max(1.0, buckets.meetings())  # pairs meet under several keys
    per_quote = buckets.asked / max(1, buckets.quotes) * NEAR * repeated
    least = _bound(sample, buckets, count, parts, sample.meetings, sample.pairs)
    most = _bound(
        sample,
        buckets,
        count,
        parts,
        max(sample.meetings, per_quote * sample.quotes),
        MOST_PARTNERS * sample.quotes,
    )
    reading = job.articles * job.words / job.words_a_second / 3600
    limits = sorted(_limits(sample, job, count, parts), key=lambda limit: -limit.times)
    return Forecast(job, parts, reading, least, most, tuple(limits))


def _bound(
    sample: Sample, buckets: Buckets, count: float, parts: int, meetings: float, pairs: float
) -> Bound:
    """`meetings` and `pairs` are those that the sample would have had."""
    times = count / sample.quotes
    by_meeting, by_pair = meetings / sample.meetings, pairs / sample.pairs
    hours, bytes_ = {}, {}
    for name, seconds in sample.seconds.items():
        more = by_meeting if name in _BY_MEETING else by_pair if name in _BY_PAIR else 1.0
        hours[name] = seconds * times * more / 3600
    keys = buckets.keys / buckets.quotes
    for name, stored in sample.stored.items():
        more = by_pair if name in _PAIR_BYTES else 1.0
        if name == "outlines":  # a quote is told once to each part in which it has a key
            more = _parts_met(keys, parts) / _parts_met(keys, sample.parts)
        bytes_[name] = stored * times * more / _GIGABYTE
    return Bound(meetings * times, pairs * times, hours, bytes_)


def _parts_met(keys: float, parts: int) -> float:
    """In how many parts the keys of a quote are, on average."""
    return float(parts * (1 - (1 - 1 / parts) ** keys))


def _limits(sample: Sample, job: Job, count: float, parts: int) -> Iterable[Limit]:
    times = count / sample.quotes
    yield Limit(
        "merging of speakers, in one place",
        _MERGING * count / _GIGABYTE,
        job.largest,
        "GB",
        "merge years one by one, or keep speakers apart who share no word of a name",
    )
    yield Limit(
        "memory of a worker",
        (sample.fixed + sample.resident * job.held) / _GIGABYTE,
        job.memory,
        "GB",
        "more parts, each of fewer quotes",
    )
    yield Limit(
        "files opened to hand rows over",
        float(parts) ** 2 * _EXCHANGES,
        1e9,
        "reads",
        "larger parts on larger workers, or years one by one",
    )
    yield Limit(
        "pairs of components, in the process that asks",
        sample.crossing * times * 16 * _COPIES / _GIGABYTE,
        job.memory,
        "GB",
        "a larger process, or components in rounds as those of quotes",
    )
    yield Limit(
        "tasks of a step, in the scheduler",
        float(parts),
        100_000,
        "tasks",
        "larger parts",
    )


def as_dict(found: Forecast) -> dict[str, object]:
    """A forecast for JSON."""
    bounds = {"least": found.least, "most": found.most}
    return {
        "articles": found.job.articles,
        "quotes": found.job.articles * found.job.quotes,
        "parts": found.parts,
        "extraction_hours": found.extraction_hours,
        **{
            name: {
                "meetings": bound.meetings,
                "pairs": bound.pairs,
                "core_hours": dict(bound.core_hours),
                "gigabytes": dict(bound.gigabytes),
                "days": found.days(bound),
                "money": found.money(bound),
            }
            for name, bound in bounds.items()
        },
        "limits": [attrs.asdict(limit) for limit in found.limits],
    }


def as_table(found: Forecast) -> str:
    """A forecast as a table, with what breaks first."""
    bounds = (found.least, found.most)
    rows: list[tuple[str, Sequence[float]]] = [
        ("articles", [found.job.articles] * 2),
        ("quotes", [found.job.articles * found.job.quotes] * 2),
        ("parts", [found.parts] * 2),
        ("pairs that meet", [bound.meetings for bound in bounds]),
        ("pairs compared", [bound.pairs for bound in bounds]),
        ("core hours, extraction", [found.extraction_hours] * 2),
        ("core hours, the rest", [bound.hours for bound in bounds]),
        ("gigabytes handed over", [sum(bound.gigabytes.values()) for bound in bounds]),
        (f"days on {found.job.cores:,} cores", [found.days(bound) for bound in bounds]),
        ("money", [found.money(bound) for bound in bounds]),
    ]
    lines = [f"{'':<26}{'at least':>20}{'at most':>20}"]
    lines += [f"{name:<26}{low:>20,.1f}{high:>20,.1f}" for name, (low, high) in rows]
    lines += ["", "What breaks first:"]
    for limit in found.limits:
        needed = f"{limit.needs:,.1f} of {limit.bound:,.1f} {limit.unit}"
        lines.append(f"  {limit.name}: {needed}; {limit.remedy}")
    return "\n".join(lines) + "\n"
