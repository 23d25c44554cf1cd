"""Measure the library on annotated or on generated articles, or how fast it is."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence

from quotes import engine
from quotes.api import MIN_SPEAKER_CONFIDENCE, Extractor, normalise
from quotes.errors import FormatError
from quotes.evaluation.attribution import AttributionScore, score_attribution
from quotes.evaluation.calibration import Answer, Calibration, calibrated
from quotes.evaluation.cost import Cost, measure_cost
from quotes.evaluation.retelling import RetellingScore, generate, score_retellings
from quotes.evaluation.speakers import SpeakerScore, score_speakers, speaker_answers
from quotes.evaluation.speed import Speed, measure_speed
from quotes.evaluation.versions import VersionScore, read_topic, score_versions
from quotes.training import confidence, gold
from quotes.training.survey import surveyed

TOGETHER = "together"
CROSS_VALIDATED = "cross-validated"


def attribution(file: pathlib.Path, models: str = "bundled") -> AttributionScore:
    """Quoted speech and its sources, on articles that `gold.polnear` reads.

    Raises:
        QuotesError: models or articles are missing or ill-formed; also of the others below.
    """
    extractor = Extractor(models)
    articles = gold.at_least_one(list(gold.polnear(file)), file)
    return score_attribution(articles, extractor.extract_many(a.text for a in articles))


def speakers(folder: pathlib.Path, models: str = "bundled") -> SpeakerScore:
    """Resolved speakers, on articles that `gold.speakers` reads."""
    extractor = Extractor(models)
    articles = gold.at_least_one(list(gold.speakers(folder)), folder)
    return score_speakers(articles, extractor.extract_many(a.text for a in articles))


def calibration(
    folders: Sequence[pathlib.Path], models: str = "bundled", *, cross_validated: bool = False
) -> tuple[Calibration, ...]:
    """The calibration of `speaker_confidence` on each folder, and on several together.

    `cross_validated` adds what it is on all of them if, for each tenth of the articles, its weights
    are fitted to the others (those of attribution and of antecedents stay as they are).
    """
    extractor = Extractor(models)
    read = [(f.resolve().name, gold.at_least_one(list(gold.speakers(f)), f)) for f in folders]
    found = []
    for name, articles in read:
        quotes = extractor.extract_many(article.text for article in articles)
        found.append((name, speaker_answers(articles, quotes)))
    if len(found) > 1:
        found.append((TOGETHER, [answer for _, answers in found for answer in answers]))
    if cross_validated:
        everything = [article for _, articles in read for article in articles]
        found.append((CROSS_VALIDATED, _fitted_apart(everything, models)))
    return tuple(calibrated(name, answers) for name, answers in found)


def _fitted_apart(articles: Sequence[gold.GoldArticle], models: str) -> list[Answer]:
    """Answers with the confidence that weights fitted to other articles give.

    Those that the library would leave open are left out.
    """
    stream = surveyed(articles, engine.analyser(models))
    answers = [answer for article, scene in stream for answer in confidence.answers(article, scene)]
    return [row for row in confidence.cross_validated(answers) if row[0] >= MIN_SPEAKER_CONFIDENCE]


def speed(path: pathlib.Path, models: str = "bundled", *, batched: bool = False) -> Speed:
    """Words a second on one text, a folder of them, or articles that `gold.polnear` reads."""
    extractor = Extractor(models)
    return measure_speed(gold.at_least_one(_texts(path), path), extractor, batched=batched)


def versions(folder: pathlib.Path, models: str = "bundled") -> VersionScore:
    """Versions of one utterance, on a folder of topics."""
    extractor, total = Extractor(models), VersionScore()
    for file in gold.at_least_one(sorted(folder.glob("*.gold.json")), folder, "topics"):
        topic = read_topic(file)
        found = normalise(topic.articles, quotes=extractor.extract_many(topic.articles))
        total += score_versions(topic, found)
    return total


def retellings(quotes: int, seed: int) -> RetellingScore:
    """Versions of one utterance, on so many generated quotes, which are given."""
    made = generate(quotes, seed)
    return score_retellings(made, normalise(made.articles, quotes=made.quotes))


def costs(sizes: Sequence[int]) -> tuple[Cost, ...]:
    """Time and memory of `normalise` by the number of quotes."""
    return tuple(map(measure_cost, sizes))


def _texts(path: pathlib.Path) -> list[str]:
    if path.is_dir():
        return [_text(file) for file in sorted(path.glob("*.txt"))]
    if path.suffix == ".jsonl":
        return [article.text for article in gold.polnear(path)]
    return [_text(path)]


def _text(file: pathlib.Path) -> str:
    try:
        with file.open(encoding="utf8", newline="") as handle:
            return handle.read()
    except UnicodeDecodeError as error:
        raise FormatError(f"{file}: not UTF-8 ({error})") from error
