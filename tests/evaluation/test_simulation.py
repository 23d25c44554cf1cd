"""What very many articles take, extrapolated."""

from __future__ import annotations

import attrs
import pytest

from quotes.evaluation.retelling import generate
from quotes.evaluation.simulation import (
    Buckets,
    Job,
    Prices,
    Sample,
    as_dict,
    as_table,
    buckets_of,
    forecast,
    sample_of,
)

SAMPLE = Sample(
    quotes=1000,
    meetings=20_000,
    pairs=5_000,
    parts=4,
    seconds={"shelved": 3.6, "offered": 7.2, "linked": 36.0},
    stored={"keys": 1_000_000, "pairs": 500_000, "outlines": 100_000},
    fixed=2e8,
    resident=20_000.0,
    crossing=2,
)
BUCKETS = Buckets(quotes=1000, keys=30_000, sizes={2: 5_000, 30: 100})
JOB = Job(articles=1e6, quotes=1.0, words=360, words_a_second=1000, cores=10, held=10_000)


def test_quotes_meet_as_they_do_under_their_keys() -> None:
    assert Buckets(4, 9, {2: 3, 4: 1}).meetings() == 3 + 6
    assert Buckets(30, 30, {30: 1}).meetings() == 30 * 12 - 78
    assert BUCKETS.asked == 13_000
    assert BUCKETS.share_beyond(24) == pytest.approx(3000 / 13_000)
    assert BUCKETS.meetings(10) < 12 * BUCKETS.asked


def test_the_buckets_of_articles_hold_their_quotes() -> None:
    made = generate(60, 5)

    found = buckets_of(made.articles, made.quotes)

    assert found.quotes >= 60
    assert 0 < found.asked < found.keys
    assert min(found.sizes) >= 2


def test_costs_rise_with_what_they_are_of() -> None:
    found = forecast(SAMPLE, BUCKETS, JOB)

    assert found.parts == 100
    assert found.extraction_hours == pytest.approx(100)
    assert found.least.core_hours == pytest.approx({"shelved": 1.0, "offered": 2.0, "linked": 10.0})
    assert found.least.pairs == pytest.approx(5e6)
    assert found.most.pairs == pytest.approx(20e6)
    assert found.most.core_hours["linked"] == pytest.approx(40.0)
    assert found.most.core_hours["shelved"] == pytest.approx(1.0)
    assert found.least.gigabytes["keys"] == pytest.approx(1.0)
    assert found.most.gigabytes["pairs"] == pytest.approx(2.0)
    assert 0.1 < found.least.gigabytes["outlines"] < 0.1 * 30


def test_money_is_paid_for_cores_the_folder_and_reads() -> None:
    free = attrs.evolve(JOB, prices=Prices(0, 0, 0))
    cores = attrs.evolve(JOB, prices=Prices(1, 0, 0))

    assert forecast(SAMPLE, BUCKETS, free).money(forecast(SAMPLE, BUCKETS, free).least) == 0
    found = forecast(SAMPLE, BUCKETS, cores)
    assert found.money(found.least) == pytest.approx(113)
    assert found.days(found.least) == pytest.approx(113 / 10 / 24)


def test_what_breaks_first_comes_first() -> None:
    found = forecast(SAMPLE, BUCKETS, attrs.evolve(JOB, largest=1.0))

    first = found.limits[0]
    assert first.name == "merging of speakers, in one place"
    assert first.needs == pytest.approx(23.0)
    assert first.times == pytest.approx(23.0)
    memory = next(limit for limit in found.limits if limit.name == "memory of a worker")
    assert memory.needs == pytest.approx(0.4)
    assert as_table(found).index(first.name) < as_table(found).index(memory.name)
    assert as_dict(found)["parts"] == 100


def test_a_result_is_a_sample() -> None:
    distributed = pytest.importorskip("quotes.distributed.normalising")
    step = distributed.Step
    sizes = {"quotes": 500, "meetings": 9, "pairs": 7, "bytes-stars-0": 5, "bytes-stars-1": 6}
    steps = [step("large", 2, 1.0, 0.5, 300.0), step("large", 2, 2.0, 1, 310.0)]
    found = distributed.Normalised(None, sizes | {"parts": 2, "crossing-0": 1}, steps)
    finer = distributed.Normalised(
        None,
        sizes | {"parts": 10},
        [step("large", 10, 3.0, 1, 290.0), step("people", 1, 1, 1, 900)],
    )

    sample = sample_of(found, finer)

    assert sample.seconds == {"large": 3.0}
    assert sample.stored == {"stars": 11}
    assert sample.resident == pytest.approx(20e6 / 200)
    assert sample.fixed == pytest.approx(285e6)
    assert sample.crossing == 1
